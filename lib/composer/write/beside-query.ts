import type { Beside, Chart, Filter, Measure } from '../plan';
import { groupOf } from './group-sql';
import { ColumnNames } from './identifiers';
import { as, type OutColumn, outColumn, type QueryText, Select } from './select';
import { columnSql, identifier, measureSql } from './sql';

/** Each table's numbers by themselves, then side by side: joined to one another their rows would be counted twice. */
export function besideQuery(chart: Chart, besides: readonly Beside[], filters: readonly Filter[]): QueryText & { label: OutColumn; series: null; values: OutColumn[] } {
  const { ctes, shown, parts, label, params } = besideParts(chart, besides, filters);
  const { sql } = new Select(chart, filters).aliases;
  const [own] = parts as [(typeof parts)[number], ...typeof parts];
  const at = (query: string, column: string) => `${query}.${identifier(column, sql)}`;
  const columns = parts.flatMap(({ query, part, values }) => values.map((v, i) => (query === own.query || !counts(part.measures[i] as Measure) ? at(query, v.name) : `coalesce(${at(query, v.name)}, 0) as ${identifier(v.name, sql)}`)));
  return {
    label,
    series: null,
    values: parts.flatMap((part) => part.values),
    params,
    lines: [
      ...ctes.flatMap(({ name, lines }, i) => [`${i === 0 ? 'with ' : ''}${name} as (`, ...lines.map((line) => `  ${line}`), i < ctes.length - 1 ? '),' : ')']),
      `select ${[at(own.query, label.name), ...columns].join(', ')}`,
      ...shown,
    ],
  };
}

type BesideParts = {
  /** One query for each table, by the name that it goes by. */
  ctes: { name: string; lines: string[] }[];
  /** From FROM on: the groups that are shown, in their order. */
  shown: string[];
  /** What tells those apart. */
  key: string;
  parts: { query: string; part: Pick<Beside, 'table' | 'joins' | 'where' | 'filters' | 'by' | 'measures'>; values: OutColumn[] }[];
  label: OutColumn;
  params: string[];
};

/** What a table of several tables' numbers is put together from. */
export function besideParts(chart: Chart, besides: readonly Beside[], filters: readonly Filter[]): BesideParts {
  const { sql } = new Select(chart, filters).aliases;
  const [queries, names] = [new ColumnNames(), new ColumnNames()];
  const label = groupOf(chart.by, new Select(chart, filters).aliases, names).out;
  const key = chart.by.key ? names.give('key') : null;
  const parts = [chart, ...besides].map((part) => {
    const query = queries.give(`${part.table} by ${label.label}`);
    const select = new Select({ ...part, dialect: chart.dialect }, filters);
    const group = groupOf(part.by, select.aliases, new ColumnNames());
    const values = part.measures.map((m) => outColumn(names, m));
    const keySql = key && part.by.key ? [as(columnSql(part.by.key, select.aliases), key, sql)] : [];
    const numbers = part.measures.map((m, i) => as(measureSql(m, select.aliases), (values[i] as OutColumn).name, sql));
    const text = select.text([as(group.sql, label.name, sql), ...keySql, ...numbers], [`group by ${group.groups.join(', ')}`]);
    return { query, values, part, text };
  });
  const [own, ...others] = parts as [(typeof parts)[number], ...typeof parts];
  const at = (query: string, column: string) => `${query}.${identifier(column, sql)}`;
  const shared = key ?? label.name;
  const numbers = parts.flatMap(({ query, values }) => values.map((v) => at(query, v.name)));
  const value = numbers[chart.sortBy ?? 0] ?? numbers[0];
  const order = chart.sort.startsWith('label') ? [`${at(own.query, label.name)}${chart.sort === 'label-desc' ? ' desc' : ''}`] : [`${value}${chart.sort === 'value-desc' ? ' desc' : ''}`, at(own.query, label.name)];
  return {
    ctes: parts.map(({ query, text }) => ({ name: query, lines: text.lines })),
    shown: [
      `from ${own.query}`,
      ...others.map(({ query }) => `left join ${query} on ${at(query, shared)} = ${at(own.query, shared)}`),
      `order by ${order.join(', ')}`,
      ...(chart.limit === null ? [] : [`limit ${chart.limit}`]),
    ],
    key: at(own.query, shared),
    parts,
    label,
    params: [...new Set(parts.flatMap((part) => part.text.params))],
  };
}

/** A group without rows there has none of them. */
function counts({ aggregate, per }: Measure): boolean {
  return (aggregate === 'rows' || aggregate === 'distinct') && !per;
}
