import type { ColumnRef, Condition, Expression, Join, Measure, Anchor, Period, Unit } from './plan';

/**
 * Pieces of DuckDB SQL, as they are written inside of a JavaScript template: names and texts are escaped for both.
 */

/** Which alias each table of one query goes by; the empty string where the query has one table and needs none. */
export type Aliases = ReadonlyMap<string, string>;

const RESERVED = new Set(
  'all analyse analyze and anti any array as asc asof asymmetric at between bigint both by case cast check coalesce collate collation column columns constraint create cross dec decimal default deferrable desc describe distinct do else end except exists extract false fetch float for foreign freeze from full generated glob group grouping having ilike in initially inner inout int integer intersect interval into is isnull join lambda lateral leading left like limit map national natural none not notnull null nullif numeric offset on only or order out outer overlaps overlay pivot placing position positional primary qualify real references returning right row select semi setof show similar smallint some struct substring summarize symmetric table tablesample then time timestamp to trailing treat trim true union unique unpivot using values varchar variadic verbose when where window with'.split(' '),
);

export function identifier(name: string): string {
  const plain = /^[a-z_][a-z0-9_]*$/i.test(name) && !RESERVED.has(name.toLowerCase());
  return plain ? name : escapeTemplate(`"${name.replaceAll('"', '""')}"`);
}

export function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? escapeTemplate(`'${value.replaceAll("'", "''")}'`) : String(value);
}

function escapeTemplate(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** One letter per word of the table's name, with a number where two tables would share them. */
export function aliasesOf(table: string, joins: readonly Join[]): Aliases {
  if (joins.length === 0) return new Map([[table, '']]);
  const aliases = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of [table, ...joins.map((j) => j.to)]) {
    const letters = name.toLowerCase().split(/[^a-z]+/).map((word) => word.charAt(0)).join('') || 't';
    let alias = letters;
    for (let n = 2; taken.has(alias) || RESERVED.has(alias); n++) alias = `${letters}${n}`;
    taken.add(alias);
    aliases.set(name, alias);
  }
  return aliases;
}

export function columnSql({ table, column }: ColumnRef, aliases: Aliases): string {
  const alias = aliases.get(table);
  return alias ? `${alias}.${identifier(column)}` : identifier(column);
}

/** `from orders o` and one line per join. */
export function fromSql(table: string, joins: readonly Join[], aliases: Aliases): string[] {
  const alias = aliases.get(table);
  return [`from ${identifier(table)}${alias ? ` ${alias}` : ''}`, ...joins.map((join) => joinSql(join, aliases))];
}

function joinSql(join: Join, aliases: Aliases): string {
  const on = join.toColumns.map((column, i) => {
    const from = { table: join.from, column: join.fromColumns[i] as string };
    return `${columnSql({ table: join.to, column }, aliases)} = ${columnSql(from, aliases)}`;
  });
  return `${join.optional ? 'left join' : 'join'} ${identifier(join.to)} ${aliases.get(join.to)} on ${on.join(' and ')}`;
}

export function expressionSql(e: Expression, aliases: Aliases): string {
  if (e.op === 'column') return columnSql(e, aliases);
  const [left, right] = [expressionSql(e.left, aliases), expressionSql(e.right, aliases)];
  if (e.op === 'multiply') return `${left} * ${right}`;
  if (e.op === 'subtract') return `${left} - ${right}`;
  return `date_diff('minute', ${left}, ${right}) / 1440`;
}

export function measureSql(measure: Measure, aliases: Aliases): string {
  const of = measure.of ? expressionSql(measure.of, aliases) : '*';
  const where = measure.where.flatMap((c) => conditionSql(c, aliases)).join(' and ');
  if (measure.aggregate === 'share') return `avg((${where})::int)`;
  const call = measure.aggregate === 'rows' ? 'count(*)' : measure.aggregate === 'distinct' ? `count(distinct ${of})` : `${measure.aggregate}(${of})`;
  const only = where ? `${call} filter (where ${where})` : call;
  return measure.aggregate === 'sum' ? `coalesce(${only}, 0)` : only;
}

/** The condition as terms to be joined by `and`. */
export function conditionSql(condition: Condition, aliases: Aliases): string[] {
  const column = columnSql(condition.field, aliases);
  switch (condition.op) {
    case 'is':
    case 'is-not':
      return [valuesSql(column, condition.values, condition.op === 'is')];
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
    case 'period':
      return spanSql(column, spanOf(condition.period, todaySql(condition.anchor, condition.field)));
  }
}

function valuesSql(column: string, values: readonly (string | number | boolean)[], positive: boolean): string {
  const [first] = values;
  if (values.length === 1 && first !== undefined) return `${column} ${positive ? '=' : 'is distinct from'} ${literal(first)}`;
  const list = values.map(literal).join(', ');
  return positive ? `${column} in (${list})` : `(${column} is null or ${column} not in (${list}))`;
}

/** From when (inclusive) to when (exclusive), as SQL; null is open. */
export type SqlSpan = { from: string | null; to: string | null };

export function spanSql(column: string, { from, to }: SqlSpan): string[] {
  return [...(from ? [`${column} >= ${from}`] : []), ...(to ? [`${column} < ${to}`] : [])];
}

/** What "today" is: data that ended long ago counts from its last date. */
export function todaySql(anchor: Anchor, { table, column }: ColumnRef): string {
  return anchor === 'today' ? 'current_date' : `(select max(${identifier(column)})::date from ${identifier(table)})`;
}

export function spanOf(period: Period, today: string): SqlSpan {
  switch (period.kind) {
    case 'range':
      return { from: period.from && `date '${period.from}'`, to: period.to && `date '${period.to}'` };
    case 'recent':
      return { from: `${today} - ${interval(period.count, period.unit)}`, to: `${today} + 1` };
    case 'to-date':
      return { from: `date_trunc('${period.unit}', ${today})`, to: `${today} + 1` };
    case 'unit': {
      const start = `date_trunc('${period.unit}', ${today})`;
      const at = (back: number) => (back === 0 ? start : back < 0 ? `${start} + ${interval(-back, period.unit)}` : `${start} - ${interval(back, period.unit)}`);
      return { from: at(period.back), to: at(period.back - 1) };
    }
  }
}

/** The span to compare with: as long as the period, right before it, and no further into it than today is. */
export function spanBefore(period: Period, today: string): SqlSpan | null {
  if (period.kind === 'range') return null;
  if (period.kind === 'recent') {
    return { from: `${today} - ${interval(2 * period.count, period.unit)}`, to: `${today} - ${interval(period.count, period.unit)}` };
  }
  if (period.kind === 'unit' && period.back > 0) return spanOf({ ...period, back: period.back + 1 }, today);
  const back = interval(1, period.unit);
  return { from: `date_trunc('${period.unit}', ${today}) - ${back}`, to: `${today} + 1 - ${back}` };
}

export function interval(count: number, unit: Unit): string {
  return unit === 'quarter' ? `interval ${count * 3} month` : `interval ${count} ${unit}`;
}

/** A bucket's own text: "Mar 2026". Rows are put in order by the bucket, not by this. */
export function bucketLabelSql(bucket: string, unit: Unit): string {
  if (unit === 'quarter') return `'Q' || quarter(${bucket}) || ' ' || year(${bucket})`;
  const pattern = { day: '%-d %b %Y', week: '%-d %b %Y', month: '%b %Y', year: '%Y' }[unit];
  return `strftime(${bucket}, '${pattern}')`;
}
