import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readConfig } from '../../config/config';
import { describeSqlite, sqliteConnector } from '../../connector/sqlite';
import type { Description } from '../../connector/sql/look-at-tables';
import type { ReadTables } from '../database-kind';
import type { ConnectionKind, Settings } from '../kind';
import { ConnectionProblem, wordsOf } from '../problem';
import { stagingIn } from '../staging';

export type SqliteSettings = Settings & {
  /** What the person calls it. */
  fileName: string;
  /** Where it lies, relative to the data's folder, so that the folder can be moved. */
  path: string;
};

export type SqliteCard = { kind: 'sqlite'; fileName: string };

const GIVEN = z.object({ /** What was sent before, by its id. */ uploadId: z.string().max(100) });
const CHANGE = z.object({ title: z.string().trim().min(1).max(200).optional() });

/** A SQLite file that a person sent. It's kept as it is, and nobody writes to it. */
export const sqlite: ConnectionKind<SqliteSettings, null, z.infer<typeof GIVEN>, z.infer<typeof CHANGE>, ReadTables, SqliteCard> = {
  given: GIVEN,
  change: CHANGE,

  async make({ uploadId }) {
    const kept = path.join('sqlite', `${randomUUID()}.sqlite`);
    const file = await stagingIn(readConfig().dataDir).take(uploadId, resolved(kept));
    if (!file) throw new ConnectionProblem('Choose a SQLite file first.');
    try {
      const title = file.name.replace(/\.[^.]{1,10}$/, '') || file.name;
      const described = JSON.stringify(await describeSqlite(file.path));
      return { title, settings: { title, fileName: file.name, path: kept, effects: {} }, secret: null, described };
    } catch (error) {
      await rm(file.path, { force: true });
      throw new ConnectionProblem(wordsOf(error));
    }
  },

  apply: ({ title }, settings) => ({ settings: { ...settings, ...(title && { title }) }, secret: null }),
  isOther: () => false,
  origin: () => null,

  describe: async (settings) => {
    try {
      return JSON.stringify(await describeSqlite(resolved(settings.path)));
    } catch (error) {
      throw new ConnectionProblem(wordsOf(error));
    }
  },

  read(text, name, { title }) {
    const { tables, notes } = JSON.parse(text) as Description;
    return { binding: { kind: 'tables', name, title, dialect: 'SQLite', tables }, notes };
  },

  problem: () => null,
  open: ({ binding }, settings) => sqliteConnector({ name: binding.name, title: binding.title, file: resolved(settings.path), tables: binding.tables }),

  async test(connector, _read, signal) {
    const { ms } = await connector.call('sql', { text: ['select count(*) as tables from sqlite_schema'], values: [] }, signal);
    return `It was read in ${Math.round(ms)} ms.`;
  },

  forget: (settings) => rm(resolved(settings.path), { force: true }),
  // It's as it was sent: reading it anew tells nothing new.
  card: ({ fileName }) => ({ kind: 'sqlite', place: `of ${fileName}`, lacking: [], refreshable: false, fileName }),
};

function resolved(file: string): string {
  return path.resolve(readConfig().dataDir, file);
}
