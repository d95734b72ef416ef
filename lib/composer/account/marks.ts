import { type Bucket, isOfTime } from '../plan';
import type { Mark } from '../words/words';
import type { Facts } from './facts';

type Check<Is extends Mark['is']> = (facts: Facts, mark: Extract<Mark, { is: Is }>, word: string) => boolean;

const always = () => true;
const hasOp = ({ conditions }: Facts, ...ops: string[]) => conditions.some((c) => ops.includes(c.op));
const hasFilter = ({ filters }: Facts, ...types: string[]) => filters.some((f) => types.includes(f.type));
const hasAggregate = ({ measures }: Facts, ...names: string[]) => measures.some((m) => names.includes(m.aggregate));
const isRatio = ({ measures }: Facts) => measures.some((m) => m.per !== undefined || m.aggregate === 'share');
const hasPeriod = (facts: Facts) => facts.conditions.some((c) => isOfTime(c) || ('during' in c && c.during !== undefined));
const hasVersus = ({ blocks }: Facts) => blocks.some((b) => b.type === 'chart' && b.versus !== null);
const charts = ({ blocks }: Facts) => blocks.flatMap((b) => (b.type === 'chart' ? [b] : []));
const hasSeries = (facts: Facts) => charts(facts).some((c) => c.series !== null) || facts.blocks.some((b) => b.type === 'scatter' && b.series !== null);
const isSorted = ({ blocks }: Facts, descending: boolean) => blocks.some((b) => ('sort' in b && typeof b.sort === 'object' && b.sort?.descending === descending) || (b.type === 'chart' && (b.sort === 'value-desc' || b.sort === 'label-desc') === descending));
const isRanked = (facts: Facts) => facts.blocks.some((b) => (b.type === 'table' || b.type === 'chart') && (b.limit !== null || b.perGroup !== undefined));
const isGrouped = (facts: Facts) => facts.dimensions.length > 0 || facts.blocks.some((b) => b.type !== 'stat') || facts.filters.length > 0;
const rankedBy = ({ blocks, measures }: Facts) => [...measures.map((m) => m.label), ...blocks.flatMap((b) => ('sort' in b && typeof b.sort === 'object' && b.sort ? [b.sort.field.label] : []))].map((label) => label.toLowerCase());
const compares = (facts: Facts) => hasOp(facts, 'over', 'at-least', 'under', 'at-most', 'is', 'above-average', 'below-average') || charts(facts).some((c) => c.having) || facts.blocks.some((b) => b.type === 'stat' && b.groups !== undefined);

/** What has to be on the page for a word of the grammar to have been heeded. What has no entry says only how something else is meant. */
const CHECKS: { [Is in Mark['is']]: Check<Is> } = {
  filler: always, break: always, title: always, columns: always, all: always, only: always, rows: always, verb: always, same: always, overview: always,
  // Said in words where they are read.
  form: always, map: always,
  chart: ({ kinds }, { view }) => (view === null ? ['bar', 'line', 'area', 'pie', 'scatter', 'histogram', 'heatmap'].some((k) => kinds.has(k)) : kinds.has(view)),
  table: ({ kinds }) => kinds.has('table'),
  board: ({ kinds }) => kinds.has('board'),
  calendar: ({ kinds }) => kinds.has('calendar'),
  stat: ({ kinds }) => kinds.has('stat') || kinds.has('board'),
  detail: ({ blocks, kinds }) => blocks.some((b) => b.type === 'table' && b.detail !== undefined) || kinds.has('board') || kinds.has('calendar'),
  style: (facts, { style }) => {
    if (style === 'cumulative') return charts(facts).some((c) => c.cumulative);
    if (style === 'lying' || style === 'upright') return charts(facts).some((c) => c.direction === style);
    if (style === 'share') return charts(facts).some((c) => c.stack === 'share') || isRatio(facts) || facts.kinds.has('pie');
    return charts(facts).some((c) => c.series !== null || c.measures.length > 1);
  },
  axis: ({ dimensions, kinds }) => dimensions.length > 0 || kinds.has('scatter'),
  relation: (facts) => facts.kinds.has('scatter') || hasVersus(facts) || hasPeriod(facts) || hasSeries(facts) || charts(facts).some((c) => c.measures.length > 1),
  distribution: (facts) => facts.dimensions.length > 0,
  classes: (facts) => facts.dimensions.some((d) => d.bin !== undefined || d.bands !== undefined || d.bucket !== null) || hasFilter(facts, 'range', 'dates'),
  text: (facts) => facts.texts.size > 0,
  ratio: isRatio,
  'or-more': compares,
  compare: (facts) => compares(facts) || facts.dimensions.length > 0,
  filter: ({ filters }) => filters.length > 0,
  dates: (facts) => hasFilter(facts, 'dates', 'month'),
  find: always,
  sold: ({ measures, kinds }) => measures.length > 0 || kinds.has('table'),
  over: isRatio,
  search: (facts) => hasFilter(facts, 'search'),
  aggregate: (facts, { aggregate }) => AGGREGATES[aggregate](facts),
  // "one colour per channel" is a second grouping, or none of them has a colour.
  by: (facts, _, word) => (/\bcolou?r/.test(word) ? hasSeries(facts) : isGrouped(facts) || isRatio(facts)),
  bucket: (facts, { unit, adverb }, word) => isBucketMet(facts, unit, adverb, word),
  bands: ({ dimensions }) => dimensions.some((d) => d.bands !== undefined),
  recurs: (facts, { cycle }) => facts.conditions.some((c) => 'cycle' in c && c.cycle === cycle) || facts.buckets.has(cycle),
  trend: (facts) => facts.buckets.size > 0,
  // The change of a figure stands beside it.
  window: (facts, { window }) => (window === 'average' ? charts(facts).some((c) => c.window?.is === 'moving-average') : charts(facts).some((c) => c.window?.is === 'change') || (hasPeriod(facts) && facts.kinds.has('stat'))),
  versus: (facts) => hasVersus(facts) || hasPeriod(facts) || hasSeries(facts) || facts.kinds.has('scatter') || facts.dimensions.length > 0 || facts.blocks.length > 1,
  before: (facts) => hasPeriod(facts) || hasVersus(facts),
  top: (facts, { descending }) => isRanked(facts) || hasAggregate(facts, descending ? 'max' : 'min') || isSorted(facts, descending),
  best: (facts, { descending }) => isRanked(facts) || isSorted(facts, descending) || hasAggregate(facts, descending ? 'max' : 'min'),
  sort: ({ blocks }) => blocks.some((b) => 'sort' in b && b.sort !== null),
  direction: (facts, { descending }) => isSorted(facts, descending),
  latest: (facts, { descending }) => facts.blocks.some((b) => b.type !== 'chart' && 'sort' in b && b.sort?.descending === descending) || charts(facts).some((c) => c.by.bucket !== null && c.sort === (descending ? 'label-desc' : 'label')) || facts.kinds.has('calendar') || hasAggregate(facts, descending ? 'max' : 'min'),
  new: (facts) => facts.measures.some((m) => m.label.startsWith('new ')) || isSorted(facts, true) || hasPeriod(facts),
  not: (facts) => hasOp(facts, 'is-not', 'contains-not', 'empty', 'not-empty', 'has-no', 'period-not', 'recurs', 'recurs-not', 'under', 'at-most', 'over', 'at-least', 'above-average', 'below-average') || charts(facts).some((c) => c.having),
  empty: (facts) => hasOp(facts, 'empty', 'not-empty'),
  unsold: (facts) => hasOp(facts, 'has-no'),
  stock: (facts) => compares(facts),
  split: (facts, _, word) => hasSeries(facts) || (facts.dimensions.length > 0 && !/^colou?r/.test(word)),
  // "longest tracks of each genre": by how long they are, and not by how many.
  superlative: (facts, { of, descending }) => (isSorted(facts, descending) || hasAggregate(facts, descending ? 'max' : 'min')) && rankedBy(facts).some((label) => of.some((one) => label.includes(one))),
};

const AGGREGATES: Record<Extract<Mark, { is: 'aggregate' }>['aggregate'], (facts: Facts) => boolean> = {
  sum: (facts) => hasAggregate(facts, 'sum', 'rows', 'distinct') || isRatio(facts),
  avg: (facts) => hasAggregate(facts, 'avg') || hasOp(facts, 'above-average', 'below-average') || facts.measures.some((m) => m.per !== undefined),
  median: (facts) => hasAggregate(facts, 'median'),
  min: (facts) => hasAggregate(facts, 'min') || hasFilter(facts, 'range') || isSorted(facts, false),
  max: (facts) => hasAggregate(facts, 'max') || hasFilter(facts, 'range') || isSorted(facts, true),
  // What is added up is counted by adding it up: "number of units".
  count: (facts) => hasAggregate(facts, 'rows', 'distinct', 'sum') || facts.measures.some((m) => m.per !== undefined) || charts(facts).some((c) => c.having),
  distinct: (facts) => hasAggregate(facts, 'distinct', 'rows') || facts.dimensions.length > 0,
  share: (facts) => isRatio(facts) || facts.kinds.has('pie') || facts.measures.some((m) => m.format === 'percent') || charts(facts).some((c) => c.stack === 'share'),
};

function isBucketMet(facts: Facts, unit: Bucket, adverb: boolean, word: string): boolean {
  const { buckets, kinds, conditions } = facts;
  if (buckets.has(unit) || conditions.some((c) => 'cycle' in c && c.cycle === unit) || hasFilter(facts, 'dates', 'month') || kinds.has('calendar')) return true;
  if (/^(date|time|day)/.test(word) && !adverb) return buckets.size > 0 || hasPeriod(facts) || facts.blocks.some((b) => b.type === 'table' || b.type === 'board');
  if (unit === 'month' || unit === 'year') return buckets.has('month-of-year');
  return unit === 'hour-of-day' && buckets.has('hour');
}

/** Whether a word of the grammar has its part in what is on the page. */
export function isMarkMet<M extends Mark>(mark: M, facts: Facts, word: string): boolean {
  return (CHECKS[mark.is] as (facts: Facts, mark: Mark, word: string) => boolean)(facts, mark, word);
}
