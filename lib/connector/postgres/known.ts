import type { Table } from '../../binding/binding';
import type { Known, Schema } from '../sql/known-names';
import type { Token } from '../sql/tokens';
import type { Types } from './types';

/** What is known of a database before a query is read: its types, its tables, the names of their columns. */
export type KnownDatabase = { types: Types; schema: Schema; columns: ReadonlySet<string> };

export function knownDatabase(types: Types, tables: readonly Table[]): KnownDatabase {
  const schema = new Map(tables.map((table) => [table.name, table.columns.map(({ name }) => name)]));
  return { types, schema, columns: new Set([...schema.values()].flat()) };
}

/** The tables that a query names, for hints. */
export function namedIn(tokens: readonly Token[], { schema }: KnownDatabase): Known {
  const names = new Set(tokens.map(({ name }) => name));
  return { schema, tables: [...schema.keys()].filter((table) => names.has(table.split('.').at(-1)!)) };
}
