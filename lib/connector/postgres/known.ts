import type { Table } from '../../binding/binding';
import { namedIn, type Schema, schemaOf } from '../sql/known-names';
import type { SelectReader } from '../sql/with-select';
import { explainError } from './explain-error';
import { CURSOR } from './session';
import type { Types } from './types';

/** What is known of a database before a query is read: its types, its tables, the names of their columns. */
export type KnownDatabase = { types: Types; schema: Schema; columns: ReadonlySet<string> };

export function knownDatabase(types: Types, tables: readonly Table[]): KnownDatabase {
  const schema = schemaOf(tables);
  return { types, schema, columns: new Set([...schema.values()].flat()) };
}

export function readerOf({ schema }: KnownDatabase): SelectReader {
  return { dialect: 'PostgreSQL', explain: (error, { sql, tokens }) => explainError(error, { ...namedIn(tokens, schema), sql, prefix: CURSOR }) };
}
