import { readConfig } from '../config/config';
import { approvalsOf } from './approvals';
import { connectionsOf } from './connections';
import type { Database } from './database';
import { filesOf } from './files';
import { ledgerOf } from './ledger';
import { beginOwner } from './lease';
import { messagesOf } from './messages';
import { grantsOf } from './grants';
import { programsOf } from './programs';
import { repliesOf } from './replies';
import type { KeySource } from './secret-key';
import { secretsOf } from './secrets';
import { settingsOf } from './settings';
import { sharedOf } from './shared';
import { versionsOf } from './versions';

export type { Approval, NewApproval } from './approvals';
export type { ConnectionRecord, ConnectionSettings } from './connections';
export type { FileRecord } from './files';
export type { LedgerFilter, LedgerLine, ListedLine, NewLedgerLine } from './ledger';
export { newId } from './new-id';
export type { Grant, Limits, ReadGrant, WriteGrant } from './grants';
export type { ListedProgram } from './programs';
export type { EndState, InterruptedReply, Reply } from './replies';
export type { LogEntry } from './reply-log';
export type { SharedChanges } from './shared';
export type { VersionSummary } from './versions';

/**
 * Where the store is: a Postgres, or else the embedded database in a folder. `secret` is what secrets are encrypted with;
 * without it a key is made in the folder.
 */
export type Place = ({ dataDir: string; databaseUrl?: string | null } | { dataDir?: undefined; databaseUrl: string }) & { secret?: string | null };

export type Store = ReturnType<typeof storeOver>;

/** Next bundles each route by itself, so a module's variable would open one store per route. */
const kept = globalThis as { vitrineStore?: Promise<Store> };

/** The process's store, opened when it is first asked for. */
export function getStore(): Promise<Store> {
  kept.vitrineStore ??= openStore(readConfig()).catch((error: unknown) => {
    delete kept.vitrineStore; // The next one who asks tries again.
    throw error;
  });
  return kept.vitrineStore;
}

/**
 * Opens a store with its tables up to date.
 * @throws Error with a sentence for a person where it can't be opened.
 */
export async function openStore(place: Place): Promise<Store> {
  return storeOver(await openDatabase(place), place);
}

/** Only what is opened is loaded: the embedded database and the driver of the other are both large. */
async function openDatabase({ dataDir, databaseUrl }: Place): Promise<Database> {
  if (databaseUrl) return (await import('./postgres')).openPostgres(databaseUrl);
  if (dataDir) return (await import('./embedded')).openEmbedded(dataDir);
  throw new Error('Set DATABASE_URL, or VITRINE_DATA to a folder.');
}

function storeOver(database: Database, keySource: KeySource) {
  const { db } = database;
  const owner = beginOwner(database);
  return {
    programs: programsOf(database),
    versions: versionsOf(db),
    messages: messagesOf(db),
    replies: repliesOf(database, owner),
    settings: settingsOf(db),
    secrets: secretsOf(db, keySource),
    connections: connectionsOf(db),
    files: filesOf(db),
    ledger: ledgerOf(db),
    approvals: approvalsOf(database),
    grants: grantsOf(database),
    shared: sharedOf(db),

    /** What was acknowledged is kept with or without it; it lets the next one open the place. */
    async close(): Promise<void> {
      owner.retire();
      await database.close();
    },
  };
}
