/**
 * One SQLite file in a process of its own: its engine can't be stopped from outside in any other way, and a broken file can break
 * nothing else. Node runs this as it stands, so it imports nothing from beside it but types.
 */
import { DatabaseSync, constants } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { SqliteAnswer, SqliteColumn, SqliteRead, SqliteRequest, SqliteValue } from './messages.ts';

/** Bytes of the longest text: some more than a result may have. */
const MAX_TEXT_BYTES = 20_000_000;

/** Functions that make much of nothing or reach out. */
const REFUSED_FUNCTIONS = new Set(['load_extension', 'readfile', 'writefile', 'edit', 'fts3_tokenizer', 'zeroblob', 'randomblob', 'sqlite_offset']);

/** Tables that show the file's own bytes, or the process. */
const REFUSED_TABLES = /^(sqlite_dbpage|dbstat|sqlite_stmt|bytecode|tables_used|pragma_.+)$/i;

const { SQLITE_OK, SQLITE_DENY, SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE } = constants;

/** Older ones can't be held to reading. */
const isOld = !('setAuthorizer' in DatabaseSync.prototype);
const database = isOld ? null : open(process.argv[2]!);

/** Nobody writes to the file while it's here: without its locks and its log, a file that was in use when it was copied opens too. */
function open(file: string): DatabaseSync {
  const address = Object.assign(pathToFileURL(file), { search: 'immutable=1&mode=ro' });
  const opened = new DatabaseSync(address, { readOnly: true, allowExtension: false, enableDoubleQuotedStringLiterals: false });
  opened.limits.length = MAX_TEXT_BYTES;
  opened.limits.attach = 0;
  opened.enableDefensive(true);
  return opened;
}

/** What the statement that is being prepared reads. */
let reads = new Map<string, SqliteRead>();

/** Catalogue questions of our own are asked before this is set. */
function authorize(action: number, first: string | null, second: string | null, _schema: string | null, view: string | null): number {
  if (action === SQLITE_SELECT || action === SQLITE_RECURSIVE) return SQLITE_OK;
  if (action === SQLITE_FUNCTION) return REFUSED_FUNCTIONS.has(String(second).toLowerCase()) ? SQLITE_DENY : SQLITE_OK;
  if (action !== SQLITE_READ || REFUSED_TABLES.test(String(first))) return SQLITE_DENY;
  const read = { table: first!, column: second ?? '', within: view };
  reads.set(JSON.stringify(read), read);
  return SQLITE_OK;
}

function answer({ sql, values, own, maxRows, maxUnits, run }: SqliteRequest): Omit<SqliteAnswer & { ok: true }, 'id'> {
  if (!database) throw new Error('SQLite files need Node 24.21 or newer, as it comes with npm ci on Linux and Windows');
  reads = new Map();
  database.setAuthorizer(own ? null : authorize);
  const statement = database.prepare(sql);
  const columns = statement.columns().map(({ name, table, column }): SqliteColumn => ({ name, table, column }));
  const rows: SqliteValue[][] = [];
  if (!run) return { ok: true, columns, rows, reads: [...reads.values()] };
  statement.setReturnArrays(true);
  statement.setReadBigInts(true);
  let units = 0;
  for (const row of statement.iterate(values) as unknown as Iterable<SqliteValue[]>) {
    rows.push(row);
    for (const value of row) units += typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;
    // One more than is allowed tells that it's too much.
    if (rows.length > maxRows || units > maxUnits) break;
  }
  return { ok: true, columns, rows, reads: [...reads.values()] };
}

process.on('message', (request: SqliteRequest) => {
  const { id } = request;
  try {
    process.send!({ id, ...answer(request) } satisfies SqliteAnswer);
  } catch (error) {
    const { message, errcode } = error as { message: string; errcode?: number };
    process.send!({ id, ok: false, message, code: errcode ?? 0 } satisfies SqliteAnswer);
  }
});
process.on('disconnect', () => process.exit());
