import type { Chart, Filter, Measure, RowTable } from '../plan';
import type { ChartQuery } from './chart-query';
import { groupOf, withinBands } from './group-sql';
import { ColumnNames } from './identifiers';
import { as, list, type OutColumn, outColumn, type QueryText, Select } from './select';
import { type Aliases, columnSql, identifier, measureSql } from './sql';

/**
 * The first of each group: rows are numbered within their group by a window function, and those up to a place are kept. No dialect
 * but DuckDB filters by a window function where it stands, so it stands in a query of its own.
 */
type Ranked = { table: string; inner: QueryText; columns: readonly string[]; order: readonly string[]; place: string; count: number; limit: number | null; aliases: Aliases };

function keepFirst({ table, inner, columns, order, place, count, limit, aliases: { sql } }: Ranked): QueryText {
  const ranked = table === 'ranked' ? 'ranked_rows' : 'ranked';
  const [named, at] = [columns.map((name) => identifier(name, sql)), identifier(place, sql)];
  return {
    params: inner.params,
    lines: [
      `with ${ranked} as (`,
      ...inner.lines.map((line) => `  ${line}`),
      ')',
      ...list('select', named, ','),
      `from ${ranked}`,
      `where ${at} <= ${count}`,
      `order by ${[...order.map((name) => identifier(name, sql)), at].join(', ')}`,
      ...(limit === null ? [] : [`limit ${limit}`]),
    ],
  };
}

/** A row for each thing that is among the first of its group: the group, the thing, its numbers. */
export function firstGroups(chart: Chart & { series: NonNullable<Chart['series']>; perGroup: number }, filters: readonly Filter[], names: ColumnNames): ChartQuery {
  const select = new Select(chart, filters);
  const { aliases } = select;
  const [by, series] = [groupOf(chart.by, aliases, names), groupOf(chart.series, aliases, names)];
  const values = chart.measures.map((m) => outColumn(names, m));
  const measures = chart.measures.map((m) => measureSql(m, aliases));
  const [ranking = ''] = measures;
  const isTime = chart.by.bucket !== null || chart.by.bin !== undefined || chart.by.bands !== undefined;
  // A class begins where its least number is, whichever thing has it.
  const groupOrder = chart.by.bands ? `min(${by.order}) over (partition by ${by.groups.join(', ')})` : by.order;
  // What stands in an order of its own, and what tells groups of one name apart, is needed outside to sort by.
  const sorted = [...(isTime ? [groupOrder] : []), ...(chart.by.key ? [columnSql(chart.by.key, aliases)] : [])].map((expression) => ({ expression, name: names.give('group order') }));
  const place = names.give('place');
  const over = `partition by ${by.groups.join(', ')} order by ${[`${ranking}${chart.sort === 'value-asc' ? '' : ' desc'}`, ...series.groups.toReversed()].join(', ')}`;
  const columns = [
    as(by.sql, by.out.name, aliases.sql),
    as(series.sql, series.out.name, aliases.sql),
    ...measures.map((measure, i) => as(measure, (values[i] as OutColumn).name, aliases.sql)),
    ...sorted.map(({ expression, name }) => as(expression, name, aliases.sql)),
    as(`row_number() over (${over})`, place, aliases.sql),
  ];
  const known = [chart.by, chart.series].filter((d) => (d.bucket !== null || d.bin !== undefined || d.bands !== undefined) && d.nullable).map((d) => `${columnSql(d.field, aliases)} is not null`);
  const inner = select.text(columns, [`group by ${[...new Set([...by.groups, ...series.groups])].join(', ')}`, ...(isAlwaysThere(chart.measures[0] as Measure) ? [] : [`having ${ranking} is not null`])], chart.where, [...known, ...[chart.by, chart.series].flatMap((d) => withinBands(d, aliases))]);
  const order = [...(isTime ? [] : [by.out.name]), ...sorted.map(({ name }) => name)];
  const shown = [by.out, series.out, ...values];
  return { ...keepFirst({ table: chart.table, inner, columns: shown.map((c) => c.name), order, place, count: chart.perGroup, limit: null, aliases }), label: by.out, series: series.out, values };
}

/** A count is 0 where there is nothing, and so is a sum; of nothing there is no average. */
function isAlwaysThere({ aggregate, per }: Measure): boolean {
  return ['rows', 'distinct', 'sum'].includes(aggregate) && !per;
}

type RankedRows = Pick<RowTable, 'dialect' | 'table' | 'joins' | 'where' | 'filters' | 'limit'> & { perGroup: NonNullable<RowTable['perGroup']>; sort: NonNullable<RowTable['sort']> };

/** The first rows of each group; rows of no group, or without what they are in order of, are none of them. */
export function firstRows(table: RankedRows, fields: readonly { sql: string; name: string }[], filters: readonly Filter[], names: ColumnNames): QueryText {
  const select = new Select(table, filters);
  const { aliases } = select;
  const { by, count, ties } = table.perGroup;
  const group = groupOf(by, aliases, new ColumnNames());
  const sort = columnSql(table.sort.field, aliases);
  const groups = by.bucket !== null || by.bin !== undefined ? group.groups : group.groups.toReversed();
  const sorted = groups.map((sql) => fields.find((f) => f.sql === sql) ?? { sql, name: names.give('group order') });
  const place = names.give('place');
  const over = `partition by ${group.groups.join(', ')} order by ${[`${sort}${table.sort.descending ? ' desc' : ''}`, ...ties.map((c) => columnSql(c, aliases))].join(', ')}`;
  const columns = [...new Set([...fields, ...sorted])].map(({ sql, name }) => as(sql, name, aliases.sql));
  const known = [...new Set([...(by.nullable ? [columnSql(by.key ?? by.field, aliases)] : []), sort])].map((column) => `${column} is not null`);
  const inner = select.text([...columns, as(`row_number() over (${over})`, place, aliases.sql)], [], table.where, known);
  return keepFirst({ table: table.table, inner, columns: fields.map((f) => f.name), order: sorted.map((s) => s.name), place, count, limit: table.limit, aliases });
}
