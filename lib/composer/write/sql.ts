import { isReserved, sqlName, sqlTable } from '../../binding/sql-name';
import type { DialectSql } from './dialects';
import type { Anchor, ColumnRef, Condition, Expression, Join, Measure, Period, Scale, Unit } from '../plan';

/**
 * Pieces of SQL, as they are written inside of a JavaScript template: names and texts are escaped for both.
 */

/** What one query is written in, and which alias each of its tables goes by: the empty string where it has one table and needs none. */
export type Aliases = { sql: DialectSql; names: ReadonlyMap<string, string> };

export function identifier(name: string, { dialect }: DialectSql): string {
  return escapeTemplate(sqlName(name, dialect));
}

export function tableSql(name: string, { dialect }: DialectSql): string {
  return escapeTemplate(sqlTable(name, dialect));
}

export function literal(value: string | number | boolean, { dialect }: DialectSql): string {
  if (typeof value !== 'string') return String(value);
  // MySQL alone reads a backslash in a text as the beginning of an escape.
  const text = dialect === 'MySQL' ? value.replaceAll('\\', '\\\\') : value;
  return escapeTemplate(`'${text.replaceAll("'", "''")}'`);
}

function escapeTemplate(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** One letter per word of the table's name, with a number where two tables would share them. */
export function aliasesOf(table: string, joins: readonly Join[], sql: DialectSql): Aliases {
  if (joins.length === 0) return { sql, names: new Map([[table, '']]) };
  const aliases = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of [table, ...joins.map((j) => j.to)]) {
    const letters = name.toLowerCase().split(/[^a-z]+/).map((word) => word.charAt(0)).join('') || 't';
    let alias = letters;
    for (let n = 2; taken.has(alias) || isReserved(alias); n++) alias = `${letters}${n}`;
    taken.add(alias);
    aliases.set(name, alias);
  }
  return { sql, names: aliases };
}

export function columnSql({ table, column, and }: ColumnRef, aliases: Aliases): string {
  const alias = aliases.names.get(table);
  const called = (name: string) => (alias ? `${alias}.${identifier(name, aliases.sql)}` : identifier(name, aliases.sql));
  return and === undefined ? called(column) : aliases.sql.both(called(column), called(and));
}

/** `from orders o` and one line per join. */
export function fromSql(table: string, joins: readonly Join[], aliases: Aliases): string[] {
  const alias = aliases.names.get(table);
  return [`from ${tableSql(table, aliases.sql)}${alias ? ` ${alias}` : ''}`, ...joins.map((join) => joinSql(join, aliases))];
}

function joinSql(join: Join, aliases: Aliases): string {
  const on = join.toColumns.map((column, i) => {
    const from = { table: join.from, column: join.fromColumns[i] as string };
    return `${columnSql({ table: join.to, column }, aliases)} = ${columnSql(from, aliases)}`;
  });
  return `${join.optional ? 'left join' : 'join'} ${tableSql(join.to, aliases.sql)} ${aliases.names.get(join.to)} on ${on.join(' and ')}`;
}

export function expressionSql(e: Expression, aliases: Aliases): string {
  if (e.op === 'column') return columnSql(e, aliases);
  const [left, right] = [expressionSql(e.left, aliases), expressionSql(e.right, aliases)];
  if (e.op === 'multiply') return `${left} * ${right}`;
  if (e.op === 'subtract') return `${left} - ${right}`;
  if (e.op === 'add') return `(${left} + ${right})`;
  if (e.op === 'divide') return `1.0 * ${left} / nullif(${right}, 0)`;
  return aliases.sql.days(left, right);
}

/** A measure, of only the rows that meet `within` too where it's given. */
export function measureSql(measure: Measure, aliases: Aliases, within = ''): string {
  const rows = [within, ...(measure.during ? conditionSql(measure.during, aliases) : [])].filter(Boolean).join(' and ');
  const whole = scaledSql(aggregateSql(measure, aliases, rows), measure.scale);
  if (!measure.per) return whole;
  return `${measure.scale?.op === 'divide' ? '' : '1.0 * '}${whole} / nullif(${aggregateSql({ ...measure.per, where: [] }, aliases, rows)}, 0)`;
}

/** A number in another unit. */
export function scaledSql(value: string, scale: Scale | undefined): string {
  if (!scale) return value;
  return scale.op === 'multiply' ? `${scale.by} * ${value}` : `1.0 * ${value} / ${scale.by}`;
}

function aggregateSql(measure: Pick<Measure, 'aggregate' | 'of' | 'where'>, aliases: Aliases, within: string): string {
  const { sql } = aliases;
  const of = measure.of ? expressionSql(measure.of, aliases) : '*';
  const where = measure.where.flatMap((c) => conditionSql(c, aliases)).join(' and ');
  if (measure.aggregate === 'share') return within ? sql.only(sql.share('*'), where, within) : sql.share(where);
  const call = measure.aggregate === 'rows' ? 'count(*)' : measure.aggregate === 'distinct' ? 'count(distinct *)' : measure.aggregate === 'median' ? (sql.median ?? 'avg(*)') : `${measure.aggregate}(*)`;
  const condition = [within, where].filter(Boolean).join(' and ');
  const only = condition ? sql.only(call, of, condition) : call.replace('*', () => of);
  return measure.aggregate === 'sum' ? `coalesce(${only}, 0)` : only;
}

/** The condition as terms to be joined by `and`. */
export function conditionSql(condition: Condition, aliases: Aliases): string[] {
  const column = columnSql(condition.field, aliases);
  switch (condition.op) {
    case 'is':
    case 'is-not':
      return [valuesSql(column, condition.values, condition.op === 'is', aliases.sql)];
    case 'over':
      return [`${column} > ${condition.value}`];
    case 'at-least':
      return [`${column} >= ${condition.value}`];
    case 'under':
      return [`${column} < ${condition.value}`];
    case 'at-most':
      return [`${column} <= ${condition.value}`];
    case 'empty':
      return [`${column} is null`];
    case 'not-empty':
      return [`${column} is not null`];
    case 'contains':
      return [anyOf(textsOf(condition).map((text) => aliases.sql.contains(column, literal(text, aliases.sql))))];
    case 'contains-not':
      return [`(${column} is null or not ${anyOf(textsOf(condition).map((text) => aliases.sql.contains(column, literal(text, aliases.sql))))})`];
    case 'starts':
    case 'ends': {
      const { op } = condition;
      return [anyOf(textsOf(condition).map((text) => edgeSql(column, text, op, aliases.sql)))];
    }
    case 'above-average':
    case 'below-average':
      return [`${column} ${condition.op === 'above-average' ? '>' : '<'} (select avg(${identifier(condition.field.column, aliases.sql)}) from ${tableSql(condition.field.table, aliases.sql)})`];
    case 'any':
      return [anyOf(condition.of.map((group) => group.flatMap((each) => conditionSql(each, aliases)).join(' and ')))];
    case 'has':
    case 'has-no':
      return [`${condition.op === 'has' ? '' : 'not '}exists (${othersSql(condition, aliases)})`];
    case 'period':
      return spanSql(column, spanOf(condition.period, todaySql(condition.anchor, condition.field, aliases.sql), aliases.sql));
    case 'period-not':
      return [orMissing(column, condition, outsideSql(column, spanOf(condition.period, todaySql(condition.anchor, condition.field, aliases.sql), aliases.sql)))];
    case 'recurs':
    case 'recurs-not':
      return [orMissing(column, condition, [partsSql(aliases.sql.cycle(condition.cycle, column), condition.parts, condition.op === 'recurs')])];
  }
}

function orMissing(column: string, { nullable }: { nullable?: true }, terms: readonly string[]): string {
  return anyOf(nullable ? [`${column} is null`, ...terms] : terms);
}

/** Before it begins, or from its end on. */
function outsideSql(column: string, { from, to }: SqlSpan): string[] {
  return [...(from ? [`${column} < ${from}`] : []), ...(to ? [`${column} >= ${to}`] : [])];
}

/** More numbers than two that follow each other are written as a range. */
function partsSql(part: string, parts: readonly number[], positive: boolean): string {
  const [first, last] = [parts[0] as number, parts.at(-1) as number];
  if (parts.length === 1) return `${part} ${positive ? '=' : '<>'} ${first}`;
  const isRange = parts.length > 2 && last - first === parts.length - 1;
  return `${part} ${positive ? '' : 'not '}${isRange ? `between ${first} and ${last}` : `in (${parts.join(', ')})`}`;
}

function textsOf({ text, others = [] }: { text: string; others?: string[] }): string[] {
  return [text, ...others];
}

/** Terms of which one is enough, each of them once. */
export function anyOf(terms: readonly string[]): string {
  const [first, ...others] = new Set(terms);
  return others.length === 0 ? (first as string) : `(${[first, ...others].join(' or ')})`;
}

function edgeSql(column: string, text: string, edge: 'starts' | 'ends', sql: DialectSql): string {
  const part = edge === 'starts' ? `left(${column}, ${[...text].length})` : `right(${column}, ${[...text].length})`;
  const cut = sql.dialect === 'SQLite' ? (edge === 'starts' ? `substr(${column}, 1, ${[...text].length})` : `substr(${column}, -${[...text].length})`) : part;
  return `lower(${cut}) = ${literal(text.toLowerCase(), sql)}`;
}

/** Rows of another table that point at this one. Both sides are called by their tables, since one of them may have no alias. */
function othersSql({ field, other, during }: Extract<Condition, { op: 'has' | 'has-no' }>, aliases: Aliases): string {
  const outer = aliases.names.get(field.table) || tableSql(field.table, aliases.sql);
  const inner = 'other';
  const time = during && { table: other.table, column: during.column };
  const span = during && time ? spanSql(`${inner}.${identifier(during.column, aliases.sql)}`, spanOf(during.period, todaySql(during.anchor, time, aliases.sql), aliases.sql)) : [];
  return `select 1 from ${tableSql(other.table, aliases.sql)} ${inner} where ${[`${inner}.${identifier(other.column, aliases.sql)} = ${outer}.${identifier(field.column, aliases.sql)}`, ...span].join(' and ')}`;
}

function valuesSql(column: string, values: readonly (string | number | boolean)[], positive: boolean, sql: DialectSql): string {
  const [first] = values;
  if (values.length === 1 && first !== undefined) return positive ? `${column} = ${literal(first, sql)}` : sql.isNot(column, literal(first, sql));
  const list = values.map((value) => literal(value, sql)).join(', ');
  return positive ? `${column} in (${list})` : `(${column} is null or ${column} not in (${list}))`;
}

/** From when (inclusive) to when (exclusive), as SQL; null is open. */
export type SqlSpan = { from: string | null; to: string | null };

export function spanSql(column: string, { from, to }: SqlSpan): string[] {
  return [...(from ? [`${column} >= ${from}`] : []), ...(to ? [`${column} < ${to}`] : [])];
}

/** What "today" is: data that ended long ago counts from its last date. */
export function todaySql(anchor: Anchor, { table, column }: ColumnRef, sql: DialectSql): string {
  return anchor === 'today' ? sql.today : sql.latestDay(identifier(column, sql), tableSql(table, sql));
}

export function spanOf(period: Period, today: string, sql: DialectSql): SqlSpan {
  switch (period.kind) {
    case 'range':
      return { from: period.from && sql.day(period.from), to: period.to && sql.day(period.to) };
    case 'recent':
      if (period.whole) return { from: startOfWhole(period.count, sql.startOf(period.unit, today), period.unit, sql), to: sql.nextDay(today) };
      return { from: sql.plus(sql.minus(today, period.count, period.unit), 1, 'day'), to: sql.nextDay(today) };
    case 'older':
      return { from: null, to: sql.minus(today, period.count, period.unit) };
    case 'to-date':
      return { from: sql.startOf(period.unit, today), to: sql.nextDay(today) };
    case 'unit': {
      const start = sql.startOf(period.unit, today);
      const at = (back: number) => (back === 0 ? start : back < 0 ? sql.plus(start, -back, period.unit) : sql.minus(start, back, period.unit));
      return { from: at(period.back), to: at(period.back - 1) };
    }
  }
}

function startOfWhole(count: number, start: string, unit: Unit, sql: DialectSql): string {
  return count === 1 ? start : sql.minus(start, count - 1, unit);
}

/** The span to compare with: as long as the period, right before it, and no further into it than today is. */
export function spanBefore(period: Period, today: string, sql: DialectSql): SqlSpan | null {
  if (period.kind === 'range' || period.kind === 'older') return null;
  if (period.kind === 'recent' && period.whole) return { from: startOfWhole(2 * period.count, sql.startOf(period.unit, today), period.unit, sql), to: sql.minus(sql.nextDay(today), period.count, period.unit) };
  if (period.kind === 'recent') return { from: sql.plus(sql.minus(today, 2 * period.count, period.unit), 1, 'day'), to: sql.plus(sql.minus(today, period.count, period.unit), 1, 'day') };
  if (period.kind === 'unit' && period.back > 0) return spanOf({ ...period, back: period.back + 1 }, today, sql);
  return { from: sql.minus(sql.startOf(period.unit, today), 1, period.unit), to: sql.plus(sql.minus(today, 1, period.unit), 1, 'day') };
}
