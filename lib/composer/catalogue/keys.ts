import type { Column, Key, Table } from '../../binding/binding';
import type { Join } from '../plan';
import { stem, wordsOf } from '../words/tokens';
import { type Catalogue, type Entity, entityOf, fieldOf } from './entity';

/** Keys that nobody declared: `customer_id` points at the `id` of `customers`, in tables of one binding. */
export function withInferredKeys(tables: readonly Table[]): Table[] {
  return tables.map((table) => {
    const declared = new Set(table.foreignKeys.flatMap((key) => key.columns));
    const inferred = table.columns.flatMap((column): Key[] => {
      const target = declared.has(column.name) ? null : targetOf(column, table, tables);
      return target ? [{ columns: [column.name], references: target, inferred: true }] : [];
    });
    return inferred.length ? { ...table, foreignKeys: [...table.foreignKeys, ...inferred] } : table;
  });
}

function targetOf(column: Column, from: Table, tables: readonly Table[]): Key['references'] | null {
  const words = wordsOf(column.name);
  if (words.length < 2 || words.at(-1) !== 'id') return null;
  const noun = words.slice(0, -1).map(stem).join(' ');
  for (const table of tables) {
    if (table === from || wordsOf(table.name).map(stem).join(' ') !== noun) continue;
    const key = table.primaryKey.length === 1 ? table.primaryKey[0] : table.columns.find((c) => c.name.toLowerCase() === 'id' || c.name === column.name)?.name;
    if (key !== undefined && table.columns.some((c) => c.name === key && c.type === column.type)) {
      return { table: table.name, columns: [key] };
    }
  }
  return null;
}

/** The steps from `from` to `to`, each from the many to the one side; null where there is no such way. */
export function pathBetween(catalogue: Catalogue, from: Entity, to: Entity): Join[] | null {
  if (from.binding !== to.binding) return null;
  const known = pathsFrom(from);
  const found = known.get(to);
  if (found !== undefined) return found;
  const path = findPath(catalogue, from, to);
  known.set(to, path);
  return path;
}

/** A prompt asks for the same paths a hundred times. An entity belongs to one catalogue, whose keys don't change. */
const PATHS = new WeakMap<Entity, Map<Entity, Join[] | null>>();

function pathsFrom(from: Entity): Map<Entity, Join[] | null> {
  const known = PATHS.get(from) ?? new Map<Entity, Join[] | null>();
  PATHS.set(from, known);
  return known;
}

function findPath(catalogue: Catalogue, from: Entity, to: Entity): Join[] | null {
  const queue: { at: Entity; path: Join[] }[] = [{ at: from, path: [] }];
  const seen = new Set([from.table.name]);
  for (const { at, path } of queue) {
    if (at === to) return path;
    for (const key of at.table.foreignKeys) {
      const next = entityOf(catalogue, at.binding, key.references.table);
      if (!next || seen.has(next.table.name)) continue;
      seen.add(next.table.name);
      queue.push({ at: next, path: [...path, joinOf(at, key)] });
    }
  }
  return null;
}

function joinOf(from: Entity, key: Key): Join {
  return {
    from: from.table.name,
    fromColumns: key.columns,
    to: key.references.table,
    toColumns: key.references.columns,
    optional: key.inferred || key.columns.some((name) => fieldOf(from, name)?.source.nullable ?? true),
  };
}
