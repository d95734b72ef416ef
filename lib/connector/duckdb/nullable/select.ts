import type { Table } from '../../../binding/binding';
import { expressionNullable, isAggregate } from './expression';
import { type Named, readFrom, renamed } from './relations';
import { any, isProved, type Relation, type ResultColumn, same, type Scope } from './scope';
import type { Expression, Select } from './tree';

/**
 * The columns of a SELECT with whether they can be null, from DuckDB's syntax tree and what is in the tables. Null where
 * even the list of columns isn't understood.
 */
export function resultColumns(node: Select, tables: readonly Table[]): ResultColumn[] | null {
  return readSelect(node, (name) => {
    const table = tables.find((candidate) => same(candidate.name, name));
    return table ? table.columns.map((column) => ({ name: column.name, nullable: column.nullable })) : null;
  });
}

function readSelect(node: Select, outer: Named): ResultColumn[] | null {
  const named = withSteps(node, outer);
  if (node.type === 'SET_OPERATION_NODE' && node.left && node.right) return readSetOperation(node, named);
  if (node.type !== 'SELECT_NODE') return null;
  const { relations, using } = readFrom(node.from_table, named, (inner) => readSelect(inner, named));
  const scope: Scope = {
    relations,
    using,
    present: new Set(provedBy(node.where_clause).map((path) => path.join('.').toLowerCase())),
    aliases: new Map(),
    grouped: (node.group_expressions ?? []).length > 0 || node.aggregate_handling === 'FORCE_AGGREGATES',
    subquery: (inner) => readSelect(inner, named),
  };
  const columns = readList(node.select_list ?? [], scope);
  return (node.group_sets ?? []).length > 1 ? withTotals(columns, node.select_list ?? []) : columns;
}

/** ROLLUP and CUBE add rows in which the grouped columns are null. */
function withTotals(columns: ResultColumn[] | null, list: readonly Expression[]): ResultColumn[] | null {
  if (columns?.length !== list.length) return null;
  return columns.map((column, i) => (isAggregate(list[i]!) ? column : { name: column.name, nullable: true }));
}

/** A recursive step is only known as far as its beginning, which is not enough. */
function withSteps(node: Select, outer: Named): Named {
  const steps = new Map<string, ResultColumn[] | null>();
  const named: Named = (name) => (steps.has(name.toLowerCase()) ? steps.get(name.toLowerCase())! : outer(name));
  for (const { key, value } of node.cte_map?.map ?? []) {
    const columns = readSelect(value.query.node, named);
    steps.set(key.toLowerCase(), columns && renamed(columns, value.aliases));
  }
  return named;
}

function readSetOperation({ left, right, setop_type: kind }: Select, named: Named): ResultColumn[] | null {
  const a = readSelect(left!, named);
  const b = readSelect(right!, named);
  if (!a || !b || a.length !== b.length || kind === 'UNION_BY_NAME') return null;
  return a.map(({ name, nullable }, i) => ({ name, nullable: kind === 'EXCEPT' ? nullable : any([nullable, b[i]!.nullable]) }));
}

/** Columns that every row which passes WHERE has: a comparison with null is never true. */
function provedBy(where: Expression | null | undefined): string[][] {
  if (!where) return [];
  if (where.type === 'CONJUNCTION_AND') return (where.children ?? []).flatMap(provedBy);
  if (where.class === 'COMPARISON' && !/DISTINCT_FROM/.test(where.type)) return [where.left, where.right].flatMap(pathOf);
  if (where.class === 'BETWEEN') return pathOf(where.input);
  return where.type === 'OPERATOR_IS_NOT_NULL' || where.type === 'COMPARE_IN' ? pathOf(where.children?.[0]) : [];
}

function pathOf(node: Expression | undefined): string[][] {
  return node?.class === 'COLUMN_REF' && node.column_names ? [node.column_names] : [];
}

function readList(list: readonly Expression[], scope: Scope): ResultColumn[] | null {
  const columns: ResultColumn[] = [];
  for (const node of list) {
    const next = node.class === 'STAR' ? readStar(node, scope) : [readItem(node, scope)];
    if (!next) return null;
    columns.push(...next);
  }
  return columns;
}

function readItem(node: Expression, scope: Scope): ResultColumn {
  const nullable = expressionNullable(node, scope);
  if (node.alias) scope.aliases.set(node.alias.toLowerCase(), nullable);
  return { name: node.alias || node.column_names?.at(-1) || '', nullable };
}

/** `*`, `o.*`, with EXCLUDE and REPLACE. Null for COLUMNS(…) and where a relation's columns aren't known. */
function readStar(star: Expression, scope: Scope): ResultColumn[] | null {
  if (star.columns || (star.rename_list ?? []).length > 0) return null;
  const relations = star.relation_name ? scope.relations.filter(({ name }) => same(name, star.relation_name!)) : scope.relations;
  if (relations.length === 0 || relations.some(({ columns }) => !columns)) return null;
  return merged(relations, scope)
    .filter(({ name }) => !(star.exclude_list ?? []).some((excluded) => same(excluded, name)))
    .map((column) => {
      const replaced = star.replace_list?.find(({ key }) => same(key, column.name));
      return replaced ? { name: column.name, nullable: expressionNullable(replaced.value, scope) } : column;
    });
}

/** The columns of all relations; those of USING come once, at their first place. */
function merged(relations: readonly Relation[], scope: Scope): ResultColumn[] {
  const seen = new Set<string>();
  const all = relations.flatMap((relation) =>
    relation.columns!.map(({ name, nullable }) => ({ name, nullable: isProved(relation, name, scope) ? false : nullable })),
  );
  return all.filter(({ name }) => {
    const key = name.toLowerCase();
    const repeated = scope.using.has(key) && seen.has(key);
    seen.add(key);
    return !repeated;
  });
}
