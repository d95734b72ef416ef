import { type Catalogue, type Entity, entityOf, type Field, fieldOf } from '../catalogue/entity';
import { capitalise, plural, stem, uncapitalise } from '../words/tokens';
import { describe, isNameOfOther, listed } from './conditions';
import { spanName, spansOf } from './spans';
import { type Chart, type Condition, type Dimension, type Having, isOfTime, type Measure, type RowTable, showsValues, type Window } from '../plan';

/** "Open orders in Germany" */
export function rowsTitle(base: Entity, where: readonly Condition[], catalogue: Catalogue): string {
  return capitalise(describe(base.plural, where, catalogue, base));
}

type FirstRows = Pick<RowTable, 'where'> & { perGroup: NonNullable<RowTable['perGroup']>; sort: NonNullable<RowTable['sort']> };

/** "Latest order of each customer", "3 products with the highest price of each category" */
export function firstRowsTitle({ where, sort: { field, descending }, perGroup: { by, count } }: FirstRows, base: Entity, catalogue: Catalogue): string {
  const rows = uncapitalise(describe(count === 1 ? base.singular : base.plural, where, catalogue, base));
  const many = count === 1 ? rows : `${count} ${rows}`;
  const of = `of each ${dimensionName(by, base, catalogue).singular}`;
  if (field.table === base.table.name && field.column === base.time?.column) return `${descending ? 'Latest' : 'Oldest'} ${many} ${of}`;
  const end = field.format === 'date' ? (descending ? 'latest' : 'earliest') : descending ? 'highest' : 'lowest';
  return capitalise(`${many} ${of} with the ${end} ${field.label}`);
}

/** What a grouping's groups are called. */
export function dimensionName({ field, bucket, groups }: Dimension, base: Entity, catalogue: Catalogue): { singular: string; plural: string } {
  if (bucket) return { singular: bucket.replaceAll('-', ' '), plural: `${bucket.replaceAll('-', ' ')}s` };
  const owner = entityOf(catalogue, base.binding, field.table);
  const found = owner && fieldOf(owner, field.column);
  // Of a column, how many values it has is known; of what it names it isn't: "airport names", not "strikes".
  return owner && found && groups === undefined && (field.column === owner.title?.column || found === owner.key) ? { singular: owner.singular, plural: owner.plural } : { singular: field.label, plural: plural(field.label) };
}

/** "Revenue of open orders", "Open orders" */
export function measureTitle(measures: readonly Measure[], base: Entity, where: readonly Condition[], catalogue: Catalogue): string {
  const names = listed(measures.map((m) => m.label), 'and');
  const [only] = measures;
  const counts = measures.length === 1 && (only?.aggregate === 'rows' || only?.aggregate === 'distinct');
  if (counts) return capitalise(describe(names, where, catalogue, base));
  const periods = where.filter(isOfTime);
  const others = where.filter((c) => !isOfTime(c));
  // "Revenue of Halden task chair", whatever rows it is added up of.
  const isOfNames = others.length > 0 && others.every((c) => c.op === 'is' && isNameOfOther(c, catalogue, base));
  const rows = others.length ? ` ${isOfNames ? describe('', others, catalogue, base) : `of ${describe(base.plural, others, catalogue, base)}`}` : '';
  return capitalise(`${describe(names, periods, catalogue, base)}${rows}`);
}

type ChartWords = { measures: readonly Measure[]; base: Entity; where: readonly Condition[]; by: Dimension; byName: { singular: string; plural: string }; series: Dimension | null; limit: number | null; other: boolean; descending: boolean; having?: Having | null; cumulative?: boolean; window?: Window; view?: Chart['view']; versus: boolean; perGroup?: { count: number; name: { singular: string; plural: string } } | null };

/** "Open orders by region", "Revenue per month", "Top 10 products by revenue". */
export function chartTitle(words: ChartWords, catalogue: Catalogue): string {
  const apart = spansOf(words.measures);
  if (apart) return `${chartTitle({ ...words, measures: apart.bare }, catalogue)} ${listed(apart.spans.map(spanName), 'and')}`;
  const { base, where, by, byName, series, limit, other, descending, having, cumulative, versus } = words;
  // What each has itself goes without saying beside what it comes to.
  const reckoned = words.measures.filter((m) => !m.plain);
  const measures = reckoned.length > 0 ? reckoned : words.measures;
  const plain = measureTitle(measures, base, where, catalogue);
  if (words.perGroup) return perGroupTitle(words.perGroup, uncapitalise(plain), byName.singular, descending);
  const measured = cumulative ? `Running total of ${uncapitalise(plain)}` : plain;
  if (words.window && by.bucket) return windowTitle(words.window, plain, { per: `per ${byName.singular}${series ? ` by ${seriesName(series)}` : ''}`, unit: byName.singular, values: showsValues({ view: words.view ?? 'line', window: words.window }) });
  if (versus) return `${measured} this year and last year`;
  if (having) return `${capitalise(byName.plural)} with ${isCounting(measures) ? `${COUNT_WORDS[having.op]} ${amount(having.value)} ${ofAmount(uncapitalise(measured), measures[0]?.label ?? '', having.value)}` : `${uncapitalise(measured)} ${HAVING_WORDS[having.op]} ${amount(having.value)}`}`;
  if (by.bin !== undefined && measures.every((m) => m.aggregate === 'rows')) return `${measured} by ${byName.singular}${series ? ` and ${series.field.label}` : ''}`;
  if (by.bucket && isCycle(by.bucket)) return `${measured} by ${limit === null ? '' : `top ${limit} `}${byName.singular}${series ? ` and ${seriesName(series)}` : ''}`;
  if (by.bucket && limit === null) return `${measured} per ${byName.singular}${series ? ` by ${seriesName(series)}` : ''}`;
  if (limit === 1 && !other && !series) return `${capitalise(byName.singular)} with the ${descending ? 'most' : 'least'} ${uncapitalise(measured)}`;
  if (limit !== null && !other && !series) return `${descending ? 'Top' : 'Bottom'} ${limit} ${byName.plural} by ${uncapitalise(measured)}`;
  return `${measured} by ${byName.singular}${series ? ` and ${seriesName(series)}` : ''}`;
}

/** "Top 3 products of each category by revenue" */
function perGroupTitle({ count, name }: NonNullable<ChartWords['perGroup']>, measured: string, group: string, descending: boolean): string {
  if (count === 1) return `${capitalise(name.singular)} of each ${group} with the ${descending ? 'most' : 'least'} ${measured}`;
  return `${descending ? 'Top' : 'Bottom'} ${count} ${name.plural} of each ${group} by ${measured}`;
}

/** "Growth of revenue per month", "Revenue per month with growth", "7-day moving average of orders". */
function windowTitle(window: Window, plain: string, { per, unit, values }: { per: string; unit: string; values: boolean }): string {
  if (window.is === 'moving-average') {
    const average = `${window.of}-${unit} moving average`;
    return values ? `${plain} ${per} with ${average}` : `${average} of ${uncapitalise(plain)}${per.slice(`per ${unit}`.length)}`;
  }
  const change = window.as === 'percent' ? 'growth' : 'change';
  const than = window.than === 'year' ? ' on the year before' : '';
  return values ? `${plain} ${per} with ${change}${than}` : `${capitalise(change)} of ${uncapitalise(plain)} ${per}${than}`;
}

function isCycle(bucket: NonNullable<Dimension['bucket']>): boolean {
  return bucket === 'weekday' || bucket === 'hour-of-day' || bucket === 'month-of-year';
}

const COUNT_WORDS = { over: 'more than', 'at-least': 'at least', under: 'fewer than', 'at-most': 'at most', is: 'exactly' };
const HAVING_WORDS = { over: 'over', 'at-least': 'of at least', under: 'under', 'at-most': 'of at most', is: 'of' };

/** "more than 1 order" */
function ofAmount(things: string, label: string, value: number): string {
  return value === 1 ? things.replace(uncapitalise(label), (words) => words.replace(/\p{L}+$/u, stem)) : things;
}

function isCounting(measures: readonly Measure[]): boolean {
  return measures[0]?.aggregate === 'rows' || measures[0]?.aggregate === 'distinct';
}

function amount(value: number): string {
  return value.toLocaleString('en-US');
}

function seriesName({ bucket, field }: Dimension): string {
  return bucket ? bucket.replaceAll('-', ' ') : field.label;
}

/** Another table's name is called by what it names. */
export function calledBy(entity: Entity, title: Field): Field {
  return /^(name|title)$/.test(title.label.toLowerCase()) ? { ...title, label: entity.singular } : title;
}
