import type { Table } from '../../binding/binding';
import { nearestName } from '../../binding/nearest';
import type { Problem } from './refusal';
import type { Token } from './tokens';

/** Columns of every table, by the table's name. */
export type Schema = ReadonlyMap<string, readonly string[]>;

/** What may be hinted at. `tables` are those that the query reads. */
export type Known = { schema: Schema; tables: readonly string[] };

export function schemaOf(tables: readonly Table[]): Schema {
  return new Map(tables.map((table) => [table.name, table.columns.map(({ name }) => name)]));
}

/** The tables that a query names, for hints. */
export function namedIn(tokens: readonly Token[], schema: Schema): Known {
  const names = new Set(tokens.map(({ name }) => name.toLowerCase()));
  return { schema, tables: [...schema.keys()].filter((table) => names.has(table.split('.').at(-1)!.toLowerCase())) };
}

export type Said = Pick<Problem, 'code' | 'message' | 'hint'>;

/** A column that there isn’t, with the one that was probably meant. */
export function unknownColumn(name: string, { schema, tables }: Known): Said {
  const plain = name.split('.').at(-1)!;
  const here = tables.filter((table) => schema.has(table));
  const nearest = nearestName(plain, here.flatMap((table) => schema.get(table) ?? []));
  return { code: 'sql-unknown-column', message: `No column '${plain}'.`, hint: nearest ? `Did you mean '${nearest}'?` : elsewhere(plain, here, schema) };
}

/** Another table that has it; otherwise what the table in use does have. */
function elsewhere(name: string, here: readonly string[], schema: Schema): string | undefined {
  for (const [table, columns] of schema) {
    const nearest = nearestName(name, columns);
    if (nearest) return `${table} has '${nearest}': join it.`;
  }
  return here.length === 1 ? `${here[0]} has: ${(schema.get(here[0]!) ?? []).slice(0, MAX_HINT_NAMES).join(', ')}.` : undefined;
}

/** Names listed in a hint. */
const MAX_HINT_NAMES = 20;

export function unknownTable(name: string, known: readonly string[]): Said {
  const nearest = nearestName(name, known);
  const hint = nearest ? `Did you mean '${nearest}'?` : `There are: ${known.slice(0, MAX_HINT_NAMES).join(', ')}.`;
  return { code: 'sql-unknown-table', message: `No table '${name}'.`, hint };
}
