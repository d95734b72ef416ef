import type { Column, Key, Table } from '../../binding/binding';
import type { Join } from '../plan';
import { isShortFor, stem, wordsOf } from '../words/tokens';
import { type Catalogue, type Entity, entityOf, fieldOf } from './entity';

/** Keys that nobody declared: `customer_id` points at the `id` of `customers`, in tables of one binding. */
export function withInferredKeys(tables: readonly Table[]): Table[] {
  const targets = tables.map(targetOf);
  return tables.map((table) => {
    const declared = new Set(table.foreignKeys.flatMap((key) => key.columns));
    const inferred = table.columns.flatMap((column): Key[] => {
      const references = declared.has(column.name) ? null : referenceOf(column, table, targets);
      return references ? [{ columns: [column.name], references, inferred: true }] : [];
    });
    return inferred.length ? { ...table, foreignKeys: [...table.foreignKeys, ...inferred] } : table;
  });
}

/** A table that others can point at: what one of its rows is called, and the column that no two of them share. */
type Target = { table: Table; noun: string; key: Column | undefined };

function targetOf(table: Table): Target {
  const [first, ...others] = table.primaryKey;
  const isOne = first !== undefined && others.length === 0;
  // A file declares none: its first column, where it tells the rows apart.
  const own = table.primaryKey.length === 0 && table.rows > 1 && table.columns[0]?.distinct === table.rows ? table.columns[0] : undefined;
  return { table, noun: wordsOf(table.name).map(stem).join(' '), key: isOne ? table.columns.find((c) => c.name === first) : own };
}

function referenceOf(column: Column, from: Table, targets: readonly Target[]): Key['references'] | null {
  const words = wordsOf(column.name);
  const isId = words.length > 1 && words.at(-1) === 'id';
  const noun = (isId ? words.slice(0, -1) : words).map(stem).join(' ');
  // One for each row: only where it's called for the other table, as the `emp_num` of professors for employees.
  const isOne = column.distinct === from.rows;
  const isShared = (KEY_NAME.test(column.name) || words.length > 1) && column.name.length > 2 && column.type !== 'date' && column.type !== 'timestamp';
  const found = targets.flatMap(({ table, noun: called, key }) => {
    if (table === from) return [];
    // `contact_staff_id` is of the staff too.
    const named = isId && (called === noun || (called !== '' && noun.endsWith(` ${called}`) && key !== undefined && !targets.some((t) => t.noun === noun))) ? (key ?? table.columns.find((c) => c.name.toLowerCase() === 'id' || c.name === column.name)) : undefined;
    // `StuID` is that of students, of whom each has one of their own; `manufacturer` holds the code of a row of manufacturers.
    const isSame = key !== undefined && key.name.toLowerCase() === column.name.toLowerCase() && ((isShared && (!isOne || (column !== from.columns[0] && isWithin(column, key)))) || isCalledFor(column, words, called, from));
    const isItsNoun = called === noun && !isId && key !== undefined && KEY_NAME.test(key.name) && (column.type === 'number' || isAmong(column, key));
    const shared = isSame || isItsNoun || (key !== undefined && isPerson(column, from, table, key)) ? key : undefined;
    const to = named ?? shared;
    // Of several tables with such a column, `apt_id` is that of apartments before it's that of their facilities.
    return to && to.type === column.type ? [{ table, to, rank: (named ? 100 : isShortFor(words[0] ?? '', called) ? 50 : 0) - called.split(' ').length }] : [];
  });
  const [best] = found.toSorted((a, b) => b.rank - a.rank);
  return best ? { table: best.table.name, columns: [best.to.name] } : null;
}

/** Whether none of its numbers lies outside of those of the key. */
function isWithin(column: Column, key: Column): boolean {
  return column.type === 'number' && column.min !== undefined && key.min !== undefined && Number(column.min) >= Number(key.min) && Number(column.max) <= Number(key.max);
}

/** A `project` in letters is the code of one where each that is known is: “bas1”. */
function isAmong(column: Column, key: Column): boolean {
  const known = column.values ?? [];
  return column.type === 'string' && known.length > 0 && known.every((value) => key.values?.includes(value));
}

/** `emp_num` of employees, `apt_id` of apartments, and not the key of a table that is called so itself. */
function isCalledFor(column: Column, [word = '']: readonly string[], noun: string, from: Table): boolean {
  const isCalled = word.length >= 3 && (noun.startsWith(stem(word)) || isShortFor(word, noun));
  return isCalled && !(column === from.columns[0] && wordsOf(from.name).map(stem).join(' ').startsWith(stem(word)));
}

/** Gymnasts have no names of their own: they are people, and their key is that of one. */
function isPerson(column: Column, from: Table, people: Table, key: Column): boolean {
  return /^(people|persons?)$/i.test(people.name) && column === from.columns[0] && column.distinct === from.rows && from.rows <= people.rows && isWithin(column, key) && KEY_NAME.test(column.name) && !from.columns.some((c) => /(name|title)$/i.test(c.name));
}

const KEY_NAME = /(id|code|key|no|num|number)$/i;

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
