import { any, type Relation, type ResultColumn } from './scope';
import type { From, Select } from './tree';

/** What FROM offers: its relations, and the columns that USING merges. */
export type Sources = { relations: Relation[]; using: Set<string> };

/** Names that are known where a FROM stands: tables of the database and steps of WITH. Null: known, but not its columns. */
export type Named = (name: string) => ResultColumn[] | null;

/** Reads a FROM. The empty side of an outer join makes its columns nullable. */
export function readFrom(from: From | undefined, named: Named, subquery: (node: Select) => ResultColumn[] | null): Sources {
  if (!from || from.type === 'EMPTY') return { relations: [], using: new Set() };
  if (from.type === 'JOIN') return readJoin(from, named, subquery);
  const columns = columnsOf(from, named, subquery);
  const name = from.alias || from.table_name || from.function?.function_name || '';
  return { relations: [{ name, columns: columns && renamed(columns, from.column_name_alias ?? []) }], using: new Set() };
}

function columnsOf(from: From, named: Named, subquery: (node: Select) => ResultColumn[] | null): ResultColumn[] | null {
  if (from.type === 'BASE_TABLE') return named(from.table_name ?? '');
  if (from.type === 'SUBQUERY' && from.subquery) return subquery(from.subquery.node);
  if (from.type === 'EXPRESSION_LIST') return valueColumns(from);
  const series = from.type === 'TABLE_FUNCTION' && /^(range|generate_series)$/.test(from.function?.function_name ?? '');
  return series ? [{ name: from.function!.function_name!, nullable: false }] : null;
}

function valueColumns({ values = [] }: From): ResultColumn[] {
  return (values[0] ?? []).map((_, i) => ({
    name: `col${i}`,
    nullable: values.some((row) => row[i]?.value?.is_null === true) ? true : values.every((row) => row[i]?.class === 'CONSTANT') ? false : null,
  }));
}

/** `t(a, b)` names the first columns anew. */
export function renamed(columns: ResultColumn[], names: readonly string[]): ResultColumn[] {
  return columns.map((column, i) => ({ ...column, name: names[i] ?? column.name }));
}

function readJoin({ left, right, join_type: type = '', using_columns: using = [] }: From, named: Named, subquery: (node: Select) => ResultColumn[] | null): Sources {
  const a = readFrom(left, named, subquery);
  const b = readFrom(right, named, subquery);
  const both = new Set([...a.using, ...b.using, ...using.map((name) => name.toLowerCase())]);
  if (type === 'SEMI' || type === 'ANTI') return { relations: a.relations, using: both };
  const full = type === 'OUTER' || type === 'FULL';
  const relations = [
    ...(type === 'RIGHT' || full ? a.relations.map(orMissing) : a.relations),
    ...(type === 'LEFT' || full ? b.relations.map(orMissing) : b.relations),
  ];
  return { relations, using: both };
}

function orMissing({ name, columns }: Relation): Relation {
  return { name, columns: columns && columns.map((column) => ({ name: column.name, nullable: any([true, column.nullable]) })) };
}
