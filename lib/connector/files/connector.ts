import type { DuckDBConnection } from '@duckdb/node-api';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../contract';
import { openDuckdb } from '../duckdb';
import { literal, quoted } from './sql-text';

export type ImportedTables = { path: string; tables: { name: string }[] };

/** Table → column → what the file called it. */
type Headers = Map<string, Map<string, string>>;

/**
 * All of a person's files as one connection, so that they can be joined. Each file is attached READ_ONLY: no statement
 * can write to it, whatever it sets. A file that can't be opened is left out and logged; the others stay usable.
 */
export async function filesConnector(files: ImportedTables[]): Promise<Connector<TableBinding>> {
  const headers: Headers = new Map();
  const connector = await openDuckdb({
    name: 'files',
    title: 'Your files',
    async load(connection) {
      for (const [index, file] of files.entries()) {
        await attach(connection, file, `_file_${index}`, headers).catch((error: unknown) => console.error(`${file.path} can't be opened.`, error));
      }
    },
  });
  return {
    effectOf: (operation) => connector.effectOf(operation),
    reads: (...args) => connector.reads!(...args),
    describe: async () => withHeaders(await connector.describe(), headers),
    call: (...args) => connector.call(...args),
    check: (...args) => connector.check(...args),
    close: () => connector.close(),
  };
}

async function attach(connection: DuckDBConnection, { path, tables }: ImportedTables, catalog: string, headers: Headers): Promise<void> {
  await connection.run(`attach ${literal(path)} as ${catalog} (read_only)`);
  for (const { name } of tables) {
    await connection.run(`create view ${quoted(name)} as select * from ${catalog}.main.${quoted(name)}`);
  }
  const comments = await connection.runAndReadAll(
    `select table_name, column_name, comment from duckdb_columns() where database_name = ${literal(catalog)} and comment is not null`,
  );
  for (const [table, column, comment] of comments.getRowsJson()) {
    const columns = headers.get(String(table)) ?? new Map<string, string>();
    headers.set(String(table), columns.set(String(column), String(comment)));
  }
}

function withHeaders(binding: TableBinding, headers: Headers): TableBinding {
  const tables = binding.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => {
      const comment = column.comment ?? headers.get(table.name)?.get(column.name);
      return comment === undefined ? column : { ...column, comment };
    }),
  }));
  return { ...binding, tables };
}
