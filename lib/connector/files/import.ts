import { rm } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { filled, misfits } from './cells';
import { type FoundColumn, findColumns } from './columns';
import { converted, corrected } from './convert';
import { count } from './count';
import { FileProblem } from './file-problem';
import { nameColumns, nameTables } from './naming';
import type { Corrections, SimpleType } from './preview';
import { literal, quoted } from './sql-text';
import { type RawTable, openStage } from './stage';

export type ImportOptions = {
  /** A value that does not fit a corrected type becomes empty, instead of the file being refused. */
  emptyInvalid: boolean;
  /** Names of tables that are there already. */
  taken?: Iterable<string>;
};

/** `emptied`: how many values did not fit and were left empty. */
export type ImportedFile = { tables: { name: string; rows: number }[]; emptied: number };

/**
 * Writes a file's tables into a new DuckDB file at `out`, which nothing writes again.
 * @throws FileProblem where values do not fit the corrected types, with the first of them; `out` is then not there.
 */
export async function importFile(path: string, name: string, corrections: Corrections, options: ImportOptions, out: string): Promise<ImportedFile> {
  const stage = await openStage(path, name, out);
  try {
    const imported: ImportedFile = { tables: [], emptied: 0 };
    for (const { table, key, name: tableName } of nameTables(stage.tables, name, options.taken ?? [])) {
      const { rows, emptied } = await writeTable(stage.connection, table, tableName, Object.hasOwn(corrections, key) ? corrections[key]! : {}, options.emptyInvalid);
      imported.tables.push({ name: tableName, rows });
      imported.emptied += emptied;
    }
    await stage.connection.run('checkpoint out');
    await stage.connection.run('detach out');
    await stage.close();
    return imported;
  } catch (error) {
    await stage.close();
    await Promise.all([rm(out, { force: true }), rm(`${out}.wal`, { force: true })]);
    throw error;
  }
}

type Planned = { name: string; header: string; found: FoundColumn; sql: string; chosen: SimpleType | null };

async function writeTable(connection: DuckDBConnection, table: RawTable, name: string, chosen: Record<string, SimpleType>, emptyInvalid: boolean) {
  const plan = await planColumns(connection, table, chosen);
  const emptied = await countMisfits(connection, table, plan);
  const wrong = plan.filter((_, index) => emptied[index]! > 0);
  if (wrong.length > 0 && !emptyInvalid) throw await misfitProblem(connection, table, plan, emptied);
  const target = `out.main.${quoted(name)}`;
  const columns = plan.map(({ sql, name: column }) => `${sql} as ${quoted(column)}`).join(', ');
  await connection.run(`create table ${target} as select ${columns} from ${table.raw} where ${table.where}`);
  for (const { name: column, header } of plan) {
    // What stood in the file explains the name: `umsatz_eur` was "Umsatz (€)".
    if (header !== '' && header !== column) await connection.run(`comment on column ${target}.${quoted(column)} is ${literal(header)}`);
  }
  const [rows] = await count(connection, `select count(*) from ${target}`);
  return { rows: rows![0]!, emptied: emptied.reduce((sum, one) => sum + one, 0) };
}

async function planColumns(connection: DuckDBConnection, table: RawTable, chosen: Record<string, SimpleType>): Promise<Planned[]> {
  const names = nameColumns(table.columns);
  const plan: Planned[] = [];
  for (const [index, found] of (await findColumns(connection, table)).entries()) {
    const name = names[index]!;
    const type = Object.hasOwn(chosen, name) && chosen[name] !== found.type ? chosen[name]! : null;
    const sql = type ? await corrected(connection, table, found, type) : converted(found);
    plan.push({ name, header: found.column.header, found, sql, chosen: type });
  }
  return plan;
}

/** How many filled cells of each column do not fit the type that was chosen for it. */
async function countMisfits(connection: DuckDBConnection, table: RawTable, plan: Planned[]): Promise<number[]> {
  const counts = plan.map(({ found, sql, chosen }) => {
    const misfit = chosen && chosen !== 'text' ? `${filled(found.column)} is not null and (${sql}) is null` : 'false';
    return `count(*) filter (where ${misfit})`;
  });
  const [row] = await count(connection, `select ${counts.join()} from ${table.raw} where ${table.where}`);
  return row!;
}

const TYPE_WORDS: Record<SimpleType, string> = {
  text: 'text',
  whole: 'whole numbers',
  decimal: 'numbers',
  'yes-no': 'yes or no',
  date: 'dates',
  timestamp: 'dates with times',
  time: 'times',
  json: 'JSON',
};

async function misfitProblem(connection: DuckDBConnection, table: RawTable, plan: Planned[], counts: number[]): Promise<FileProblem> {
  const lines: string[] = [];
  for (const [index, { name, found, sql, chosen }] of plan.entries()) {
    if (!counts[index]) continue;
    const examples = await misfits(connection, table, found.column, sql);
    const said = examples.map(({ row, value }) => `row ${row}: “${value}”`).join(', ');
    const values = counts[index] === 1 ? '1 value' : `${counts[index].toLocaleString('en')} values`;
    lines.push(`${name}: ${values} can’t be read as ${TYPE_WORDS[chosen!]} (${said}).`);
  }
  return new FileProblem([...lines, 'Choose another type, or leave such cells empty.'].join('\n'));
}
