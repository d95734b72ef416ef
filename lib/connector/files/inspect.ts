import type { DuckDBConnection } from '@duckdb/node-api';
import { cellText } from './cells';
import { findColumns } from './columns';
import { count } from './count';
import { PREVIEW_CELL_LENGTH, PREVIEW_ROWS } from './limits';
import { nameColumns, nameTables } from './naming';
import type { FilePreview, PreviewTable } from './preview';
import { type RawTable, openStage } from './stage';

/**
 * Looks at a file without keeping anything: its tables, the types that were found, the first rows. `name` is what the
 * person calls it; `taken` are the tables that are there already.
 * @throws FileProblem
 */
export async function inspectFile(path: string, name: string, taken: Iterable<string> = []): Promise<FilePreview> {
  const stage = await openStage(path, name);
  try {
    const tables: PreviewTable[] = [];
    for (const { table, key, name: tableName } of nameTables(stage.tables, name, taken)) {
      tables.push({ key, name: tableName, ...(await previewOf(stage.connection, table)) });
    }
    return { name, kind: stage.kind, tables, notes: stage.notes };
  } finally {
    await stage.close();
  }
}

async function previewOf(connection: DuckDBConnection, table: RawTable): Promise<Pick<PreviewTable, 'rows' | 'columns' | 'sample'>> {
  const found = await findColumns(connection, table);
  const names = nameColumns(table.columns);
  const columns = found.map(({ column, type, note }, index) => ({ name: names[index]!, header: column.header, type, ...(note ? { note } : {}) }));
  const [rows] = await count(connection, `select count(*) from ${table.raw} where ${table.where}`);
  const cells = table.columns.map((column) => `left(${cellText(column)}, ${PREVIEW_CELL_LENGTH})`).join();
  const sample = await connection.runAndReadAll(`select ${cells} from ${table.raw} where ${table.where} order by rowid limit ${PREVIEW_ROWS}`);
  return { rows: rows![0]!, columns, sample: sample.getRowsJson() as (string | null)[][] };
}
