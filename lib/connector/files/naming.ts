import { identifier, tableName, unique } from './names';
import type { RawColumn, RawTable } from './stage';

export type NamedTable = { table: RawTable; key: string; name: string };

/** Names a file's tables: one is called as the file, several as the file and their sheet. */
export function nameTables(tables: RawTable[], fileName: string, taken: Iterable<string>): NamedTable[] {
  const base = tableName(fileName);
  const keys = new Set<string>();
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  return tables.map((table) => {
    const key = unique(table.part === null ? base : identifier(`${base} ${table.part}`, 'table'), keys);
    return { table, key, name: unique(key, names) };
  });
}

/** Names a table's columns by their headers; a column without one is called by its place. */
export function nameColumns(columns: RawColumn[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ header }, index) => unique(identifier(header, `column_${index + 1}`), taken));
}
