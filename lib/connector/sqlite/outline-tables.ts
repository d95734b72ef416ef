import type { Column, Key, ValueType } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { Outline, OutlineColumn } from '../sql/look-at-table';
import { toJson } from './values';

type Ask = (sql: string) => Promise<unknown[][]>;

const TABLES = `
  select name from pragma_table_list where schema = 'main' and type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by name`;

/** Of one table: a view over what is gone has none, and fails. */
const columnsOf = (table: string) =>
  `select name, type, "notnull", pk from pragma_table_xinfo('${table.replaceAll("'", "''")}') where hidden <> 1 order by cid`;

/** The last that was declared has the number 0. */
const KEYS = `
  select t.name, k.id, k."table", k."from", k."to" from pragma_table_list t join pragma_foreign_key_list(t.name) k
  where t.schema = 'main' and t.type = 'table' order by t.name, k.id desc, k.seq`;

/** A day, perhaps with a time after it. */
const ISO = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*';

/** Rows that are looked at for what a column really holds: SQLite lets any of them hold anything. */
const TYPED_ROWS = 10_000;

/** What the file says of its tables, and of which types their values are. A view that can't be read is left out. */
export async function outlineTables(ask: Ask): Promise<Outline[]> {
  const names = (await ask(TABLES)).map(([name]) => String(name));
  const columns = new Map<string, unknown[][]>();
  for (const name of names) columns.set(name, await ask(columnsOf(name)).catch(() => []));
  const keys = Map.groupBy(await ask(KEYS), ([table]) => String(table));
  const outlines: Outline[] = [];
  for (const name of names) {
    const from = quoted(name, 'SQLite');
    const declared = columns.get(name) ?? [];
    const held = await heldTypes(ask, from, declared).catch(() => null);
    if (!held || declared.length === 0) continue;
    const counted = await ask(`select count(*) from ${from}`).catch(() => null);
    const primary = declared.filter(([, , , place]) => Number(place) > 0).sort((a, b) => Number(a[3]) - Number(b[3]));
    outlines.push({
      name,
      from,
      estimate: counted ? Number(counted[0]?.[0]) : null,
      columns: declared.map((column, i) => outlineColumn(column, held[i]!)),
      primaryKey: primary.map(([column]) => String(column)),
      foreignKeys: foreignKeys(keys.get(name) ?? [], columns),
    });
  }
  return outlines;
}

type Held = { types: string; isIso: boolean; longest: number };

async function heldTypes(ask: Ask, from: string, columns: readonly unknown[][]): Promise<Held[]> {
  const held: Held[] = [];
  for (const [column] of columns) {
    const name = quoted(String(column), 'SQLite');
    const sql = `select group_concat(distinct typeof(${name})), min(${name} glob '${ISO}'), max(length(${name})) from (select ${name} from ${from} limit ${TYPED_ROWS}) where ${name} is not null`;
    const [types, isIso, longest] = (await ask(sql))[0] ?? [];
    held.push({ types: types === null ? '' : String(types), isIso: Number(isIso) === 1, longest: Number(longest) });
  }
  return held;
}

function outlineColumn([name, declared, notNull, key]: unknown[], held: Held): OutlineColumn {
  const type = typeOf(String(declared), held);
  return {
    name: String(name),
    sqlType: String(declared) || 'ANY',
    type,
    nullable: Number(notNull) === 0 && Number(key) === 0,
    isComparable: type !== 'json' && !held.types.includes('blob'),
    toJson,
  };
}

/** What a column holds decides; where it holds nothing, what it was declared as. */
function typeOf(declared: string, { types, isIso, longest }: Held): ValueType {
  if (types === 'text') return !isIso ? 'string' : longest === 10 ? 'date' : 'timestamp';
  if (types === 'blob') return 'string';
  if (types !== '') return types.split(',').every((one) => one === 'integer' || one === 'real') ? 'number' : 'json';
  if (/int|real|floa|doub|num|dec|bool/i.test(declared)) return 'number';
  return /char|clob|text|date|time/i.test(declared) ? 'string' : 'json';
}

/** Without the columns of the other table it's that one's primary key. */
function foreignKeys(rows: readonly unknown[][], columns: ReadonlyMap<string, unknown[][]>): Key[] {
  return [...Map.groupBy(rows, ([, id]) => String(id)).values()].flatMap((parts): Key[] => {
    const table = [...columns.keys()].find((name) => name.toLowerCase() === String(parts[0]![2]).toLowerCase());
    if (!table) return [];
    const primary = columns.get(table)!.filter(([, , , place]) => Number(place) > 0).map(([name]) => String(name));
    const referenced: Column['name'][] = parts.map(([, , , , to], i) => (to === null ? (primary[i] ?? '') : String(to)));
    return [{ columns: parts.map(([, , , from]) => String(from)), references: { table, columns: referenced }, inferred: false }];
  });
}
