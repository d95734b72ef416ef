import { readConfig } from '../config/config';
import type { Database } from './database';
import { openEmbedded } from './embedded';
import { beginOwner } from './lease';
import { messagesOf } from './messages';
import { programsOf } from './programs';
import { repliesOf } from './replies';
import { versionsOf } from './versions';

export type Place = { dataDir: string };

export type Store = Awaited<ReturnType<typeof openStore>>;

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
export async function openStore(place: Place) {
  return storeOver(await openEmbedded(place.dataDir));
}

function storeOver(database: Database) {
  const { db } = database;
  const owner = beginOwner(database);
  return {
    programs: programsOf(db),
    versions: versionsOf(db),
    messages: messagesOf(db),
    replies: repliesOf(database, owner),
    async close() {
      owner.retire();
      await database.close();
    },
  };
}
