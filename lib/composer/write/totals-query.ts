import type { Chart, Dimension, Filter, Measure } from '../plan';
import { besideParts } from './beside-query';
import { havingSql, largestSql, limitsFirstGroups, inGroups, orderSql } from './chart-query';
import { groupOf, isOrdered } from './group-sql';
import { ColumnNames } from './identifiers';
import { as, type OutColumn, type QueryText, Select } from './select';
import { type Aliases, columnSql, identifier, measureSql } from './sql';

/**
 * What all groups that a table shows come to together: of their rows and not of their numbers, since an average of averages is no average.
 * `values` are the table's own columns, whose names the totals go by.
 */
export function totalsQuery(chart: Chart, values: readonly OutColumn[], filters: readonly Filter[]): QueryText {
  if (chart.beside?.length) return besideTotals(chart, filters);
  const select = new Select(chart, filters);
  return select.text(totalsOf(chart.measures, values, select.aliases), [], chart.where, [...inGroups(chart, select.aliases), ...amongShown(chart, select, filters)]);
}

/** What each has by itself comes to nothing together. */
function totalsOf(measures: readonly Measure[], values: readonly OutColumn[], aliases: Aliases): string[] {
  return measures.flatMap((m, i) => (m.plain ? [] : [as(measureSql(m, aliases), (values[i] as OutColumn).name, aliases.sql)]));
}

/** Where not all groups are shown, only the rows of those that are. */
function amongShown(chart: Chart, select: Select, filters: readonly Filter[]): string[] {
  if ((chart.limit === null || chart.other) && !chart.having) return [];
  if (limitsFirstGroups(chart)) return [largestSql(chart, select, filters)];
  const { sql } = select.aliases;
  const group = groupOf(chart.by, select.aliases, new ColumnNames());
  const key = keySql(chart.by, select.aliases, group.groups[0] as string);
  const { lines } = select.text([key], [
    `group by ${group.groups.join(', ')}`,
    ...havingSql(chart, select.aliases),
    ...(chart.limit === null ? [] : [`order by ${orderSql(chart, measureSql(chart.measures[0] as Measure, select.aliases), isOrdered(chart.by) ? group.order : group.sql)}`, `limit ${chart.limit}`]),
  ], chart.where, inGroups(chart, select.aliases));
  const text = lines.join(' ');
  // MySQL takes no LIMIT right inside of IN.
  return [sql.dialect === 'MySQL' ? `${key} in (select * from (${text}) as shown)` : `${key} in (${text})`];
}

/** What rows of one group share; a group of those without a value has one too. */
function keySql(by: Dimension, { sql }: Aliases, key: string): string {
  return by.nullable && !isOrdered(by) ? `coalesce(${sql.asText(`(${key})`)}, 'None')` : key;
}

/** Each table's own totals side by side, of the groups that are shown. */
function besideTotals(chart: Chart, filters: readonly Filter[]): QueryText {
  const { ctes, shown, key, parts, params } = besideParts(chart, chart.beside ?? [], filters);
  const names = new ColumnNames();
  const totals = parts.flatMap(({ part, values }) => {
    const select = new Select({ ...part, dialect: chart.dialect }, filters);
    const columns = totalsOf(part.measures, values, select.aliases);
    const group = groupOf(part.by, select.aliases, new ColumnNames());
    const own = keySql(part.by, select.aliases, part.by.key ? columnSql(part.by.key, select.aliases) : group.sql);
    const name = names.give(`${part.table} totals`);
    return columns.length === 0 ? [] : [{ name, values: values.filter((_, i) => !part.measures[i]?.plain), lines: select.text(columns, [], part.where, [`${own} in (select shown_key from shown)`]).lines }];
  });
  const { sql } = new Select(chart, filters).aliases;
  const all = [...ctes, { name: 'shown', lines: [`select ${keySql(chart.by, { sql, names: new Map() }, key)} as shown_key`, ...shown] }, ...totals];
  return {
    params,
    lines: [
      ...all.flatMap(({ name, lines }, i) => [`${i === 0 ? 'with ' : ''}${name} as (`, ...lines.map((line) => `  ${line}`), i < all.length - 1 ? '),' : ')']),
      `select ${totals.flatMap(({ name, values }) => values.map((v) => `${name}.${identifier(v.name, sql)}`)).join(', ')}`,
      `from ${totals.map(({ name }) => name).join(' cross join ')}`,
    ],
  };
}
