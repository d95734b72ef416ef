import { readConfig } from '../config/config';
import { approvalsOf } from './approvals';
import { connectionsOf } from './connections';
import { dataTokensOf } from './data-tokens';
import type { Database } from './database';
import { favouritesOf } from './favourites';
import { filesOf } from './files';
import { healthOf } from './health';
import { ledgerOf } from './ledger';
import { beginOwner } from './lease';
import { lineageOf } from './lineage';
import { messagesOf } from './messages';
import { grantsOf } from './grants';
import { adapterOf } from './people/adapter';
import { auditOf } from './people/audit';
import { invitationsOf } from './people/invitations';
import { peopleOf } from './people/people';
import { removalsOf } from './people/remove-person';
import { teamsOf } from './people/teams';
import { pinsOf } from './pins';
import { programsOf } from './programs';
import { repliesOf } from './replies';
import type { KeySource } from './secret-key';
import { secretsOf } from './secrets';
import { HOUSE, settingsOf } from './settings';
import { sharedOf } from './shared';
import { sharesOf } from './shares';
import { spendingOf } from './spending';
import { versionsOf } from './versions';

export type { Approval, NewApproval } from './approvals';
export type { ConnectionRecord, ConnectionSettings } from './connections';
export type { DataToken } from './data-tokens';
export type { FileRecord } from './files';
export type { LedgerFilter, LedgerLine, ListedLine, NewLedgerLine } from './ledger';
export { newId } from './new-id';
export type { BindingUsers, Grant, Limits, ReadGrant, WriteGrant } from './grants';
export type { AuditAction, AuditEntry, AuditFilter, NewAuditEntry } from './people/audit';
export type { Invitation, InvitedRole } from './people/invitations';
export { DELETED } from './people/remove-person';
export type { PrivatePrograms, RemovalPreview } from './people/remove-person';
export type { OpenSession, Person } from './people/people';
export type { Member, Team } from './people/teams';
export type { Health } from './health';
export type { Lineage } from './lineage';
export type { PinBoard, PinLayout, PinSection, PinSize } from './pins';
export { PIN_SIZES } from './pins';
export type { ListedProgram, ProgramQuestion } from './programs';
export { PROGRAM_CHOICES, PROGRAM_SORTS } from './programs';
export type { EndState, InterruptedReply, Reply } from './replies';
export type { LogEntry } from './reply-log';
export type { SharedChanges } from './shared';
export type { FoundShare, NewShare, Share, ShareChange, SnapshotResult } from './shares';
export type { Measure, SpendingLimit, SpendingOf, Standing, Used } from './spending';
export type { VersionSummary } from './versions';

/**
 * Where the store is: a Postgres, or else the embedded database in a folder. `secret` is what secrets are encrypted with;
 * without it a key is made in the folder.
 */
export type Place = ({ dataDir: string; databaseUrl?: string | null } | { dataDir?: undefined; databaseUrl: string }) & { secret?: string | null };

export type Store = ReturnType<typeof storeOver>;

/** What belongs to one team. Of others nothing is found through it. */
export type TeamStore = ReturnType<Store['team']>;

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
  const byTeam = new Map<string, ReturnType<typeof teamStoreOver>>();
  return {
    programs: programsOf(database),
    versions: versionsOf(db),
    lineage: lineageOf(db),
    favourites: favouritesOf(db),
    health: healthOf(db),
    messages: messagesOf(db),
    replies: repliesOf(database, owner),
    approvals: approvalsOf(database),
    shared: sharedOf(db),
    shares: sharesOf(database, keySource),
    dataTokens: dataTokensOf(database),
    /** Of the whole house. */
    settings: settingsOf(db, HOUSE),
    secrets: secretsOf(db, keySource),
    people: peopleOf(database),
    teams: teamsOf(database),
    invitations: invitationsOf(db),
    audit: auditOf(db),
    removals: removalsOf(database),
    /** For better-auth. */
    adapter: () => adapterOf(db),

    /** The same for the same team, since what is remembered of its grants hangs on it. */
    team(id: string) {
      const known = byTeam.get(id) ?? teamStoreOver(database, id);
      byTeam.set(id, known);
      return known;
    },

    /** What was acknowledged is kept with or without it; it lets the next one open the place. */
    async close(): Promise<void> {
      owner.retire();
      await database.close();
    },
  };
}

function teamStoreOver(database: Database, teamId: string) {
  const { db } = database;
  return {
    settings: settingsOf(db, teamId),
    connections: connectionsOf(db, teamId),
    files: filesOf(db, teamId),
    ledger: ledgerOf(db, teamId),
    approvals: { prune: (olderThan: string) => approvalsOf(database).prune(teamId, olderThan), pending: () => approvalsOf(database).pendingOf(teamId) },
    grants: grantsOf(database, teamId),
    spending: spendingOf(db, teamId),
    audit: { prune: (olderThan: string) => auditOf(db).prune(teamId, olderThan) },
    pins: pinsOf(db, teamId),
  };
}
