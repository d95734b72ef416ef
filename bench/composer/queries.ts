/** What the queries of rows that were wanted have in common; where the words leave something open, one query for each reading. */
import type { Case, Want } from './prompts.ts';

type Rest = Omit<Case, 'intent' | 'data' | 'prompt'>;

export const one = (kind: string, fields: string[], rows: string | string[], more: Partial<Want> = {}): Rest => ({ want: [{ kind, fields, rows, ...more }] });
export const OC = 'orders o join customers c on c.id = o.customer_id';
export const TC = 'tickets t join customers c on c.id = t.customer_id';
export const IO = 'order_items i join orders o on o.id = i.order_id';
export const IOC = `${IO} join customers c on c.id = o.customer_id`;
export const IOP = `${IO} join products p on p.id = i.product_id`;

/** Both readings of revenue: what was charged, and what the items come to. */
export const revenueBy = (by: string, where = 'true') => [`select ${by}, sum(total) from ${OC} where ${where} group by all`, `select ${by}, sum(quantity * unit_price) from ${IOC} where ${where} group by all`];

/** Two spans of so many days: the later one ends today; or yesterday; or today, and began a day earlier. */
export const twoSpans = (table: string, time: string, value: string, days: number): string[] => {
  const between = (from: number, to: number) => `(select ${value} from ${table} where ${time} >= current_date - (${from}) and ${time} < current_date - (${to}))`;
  return ([[days - 1, -1], [days, 0], [days, -1]] as const).map(([from, to]) => `select ${between(from, to)}, ${between(from + days, from)}`);
};

/** Pairs of two groups: those that there are; then also those that there never were, with nought, and with nothing. */
export const pairs = (from: string, a: string, b: string, value = 'count(*)') => [
  `select ${a}, ${b}, ${value} from ${from} group by 1, 2`,
  ...['coalesce(f.v, 0)', 'f.v'].map((v) => `with f as (select ${a} as a, ${b} as b, ${value} as v from ${from} group by 1, 2) select x.a, y.b, ${v} from (select distinct a from f) x cross join (select distinct b from f) y left join f on f.a = x.a and f.b = y.b`),
];

/** By a span of time: those that there are, and also the empty ones in between, up to the last of `all`. */
export const spans = (from: string, time: string, span: 'month' | 'quarter' | 'week', value: string, where: string, all = 'true') => {
  const of = `date_trunc('${span}', ${time})`;
  const step = span === 'quarter' ? '3 month' : `1 ${span}`;
  return [
    `select ${of}, ${value} from ${from} where ${where} group by 1`,
    ...[where, all].map((ends) => `with f as (select ${of} as k, ${value} as v from ${from} where ${where} group by 1) select s.k, coalesce(f.v, 0) from (select unnest(generate_series((select min(${of})::timestamp from ${from} where ${ends}), (select max(${of})::timestamp from ${from} where ${ends}), interval ${step})) as k) s left join f on f.k = s.k`),
  ];
};

/** Of each width twice: with the bins that are empty, and without. */
export const histogramOf = (table: string, column: string, widths: number[], where = 'true') =>
  widths.flatMap((w) => {
    const bins = `select floor(${column} / ${w}) as k, count(*) as n from ${table} where ${column} is not null and ${where} group by 1`;
    return [`select k * ${w}, n from (${bins})`, `with b as (${bins}) select a.k * ${w}, coalesce(b.n, 0) from (select unnest(range((select min(k) from b)::bigint, (select max(k) from b)::bigint + 1)) as k) a left join b on b.k = a.k`];
  });

/** A moment may be shown as its day. */
export const dayOrMoment = (column: string, rest: string) => ['', '::date'].map((cast) => `select ${column}${cast} ${rest}`);

export const onDays = (column: string, table: string, month: string, where = 'true') => dayOrMoment(column, `from ${table} where ${where} and strftime(${column}, '%Y-%m') = '${month}'`);
