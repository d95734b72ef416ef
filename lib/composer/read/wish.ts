import type { Entity, Field } from '../catalogue/entity';
import type { Name } from '../catalogue/names';
import type { Bucket, Cycle, Period, Unit, View } from '../plan';
import type { Aggregate, Style } from '../words/words';
import type { SaidBands } from './bands';
import type { Item } from './link';

/** What one clause asks for, with its words linked but nothing decided yet. */
export type Wish = {
  /** Kinds of chart in the order they were said; null is a chart of no said kind. */
  charts: (View | null)[];
  /** The table was named after any chart: "change the pie to a table". */
  endsInTable: boolean;
  stat: boolean;
  /** "in 20 bins", "bins of 5", without a word of which number's. */
  classes: { width: number; count: number | null } | null;
  /** Classes of one's own, of a number that wasn't named; `called` is what it goes by in the prompt. */
  bands: (SaidBands & { called: string | null }) | null;
  /** "use the median": of a number that was named before. */
  aggregate: Aggregate | null;
  table: boolean;
  /** Of each thing that is named a table of its own. */
  tables: boolean;
  board: boolean;
  calendar: boolean;
  overview: boolean;
  /** A click on a row opens it. */
  detail: boolean;
  style: Style | null;
  /** What is to be reckoned along the time: growth, a moving average. */
  window: WindowWish | null;
  /** The second grouping was spoken of. */
  split: boolean;
  /** Each grouping has a chart of its own. */
  apart: boolean;
  /** Two numbers against each other. */
  relation: boolean;
  /** How often each value or class of values occurs. */
  distribution: boolean;
  filters: FilterWish[];
  entities: Entity[];
  /** "revenue and orders by region": the table is counted beside the measures, and not only what they are of. */
  countEntities: boolean;
  measures: MeasureWish[];
  by: DimensionWish[];
  /** Columns named without saying what for. */
  loose: { field: Field; entity: Entity; item: Item }[];
  bucket: Bucket | 'auto' | null;
  /** "by weekday and hour": a second grouping by time. */
  secondBucket: Bucket | null;
  periods: Period[];
  /** Two stretches whose numbers stand beside each other in each group, the newer first. */
  spans: [Period, Period] | null;
  /** The column that periods or buckets are of, where one was named: "opened this month". */
  time: Field | null;
  conditions: ConditionWish[];
  /** What groups must come to: "customers with more than 5 orders". */
  having: { op: CompareOp; value: number; of: Entity | null } | null;
  /** How many groups come to so much, and not which: "number of customers with more than 5 orders". */
  countsGroups: boolean;
  top: { count: number | null; descending: boolean } | null;
  /** "top 3 products of each category" */
  perGroup: PerGroupWish | null;
  /** A number stood behind "by": "genres by number of tracks". */
  byNumber: boolean;
  best: boolean;
  sort: SortWish | null;
  /** "20 rows" */
  rows: number | null;
  latest: { descending: boolean; count: number | null } | null;
  /** A map was asked for: grouped by place, where nothing else was said. */
  places: boolean;
  /** "new customers": of which table, or of all. */
  isNew: boolean;
  newOf: Entity | null;
  versus: boolean;
  /** "year over year": without a word of which. */
  versusYears: boolean;
  /** Against the stretch of time before, whatever it is. */
  versusBefore: boolean;
  same: boolean;
  /** It begins with "for those …". */
  leads: boolean;
  /** It stands behind "with": what it goes with is of the same time. */
  goesWith: boolean;
  /** The words that it was read from. */
  items: Item[];
  assumptions: string[];
  problems: string[];
  /** Words in front of what is grouped by that mean nothing here. */
  unknown: string[];
};

/** So many of a thing, the first within each group; of a null group it is each of the wish's stretches of time. */
export type PerGroupWish = { thing: DimensionWish; group: DimensionWish | null; count: number; descending: boolean };

/** `as` is null where nothing says whether in percent, `of` where nothing says over how many. `values`: what it is reckoned of is asked for beside it. */
export type WindowWish =
  | { is: 'change'; as: 'percent' | 'amount' | null; than: 'stretch' | 'year'; values: boolean }
  | { is: 'moving-average'; of: { count: number; unit: Unit } | null; values: boolean };

/** `bySize` was said of no column: "largest first". */
export type SortWish = { name: Name | null; axis: 'x' | 'y' | null; descending: boolean | null; bySize?: boolean };
export type FilterWish =
  | { kind: 'field'; field: Field; entity: Entity }
  | { kind: 'range'; field: Field; entity: Entity }
  /** `field` is the time that was named: a date range for when they joined. */
  | { kind: 'month'; field?: Field | null }
  | { kind: 'dates'; field?: Field | null }
  /** `fields` are the only texts to look into, where some were named. */
  | { kind: 'search'; entity: Entity | null; fields?: Field[] };
/** `per` is what it is divided by: orders per customer. */
export type MeasureWish = { aggregate: Aggregate | null; name: Name; where: Extract<Name, { kind: 'value' }>[]; /** What the rows of a share are, beyond values: those over 1000. */ when?: ConditionWish[]; per?: Name; /** In parts of the whole: "as a percentage of". */ percent?: boolean; /** Nothing was said of how it's put together: where each group is one row, it's that row's. */ asIs?: boolean };
/** `bin` is the width of a number's classes, 0 where none was said; `classes` is how many there are to be. */
export type DimensionWish = { kind: 'field'; field: Field; entity: Entity; bin?: number; classes?: number; /** Classes of one's own. */ bands?: SaidBands; /** The key itself was named, and not what it points at. */ own?: boolean; /** Each row by itself, though some share the value. */ each?: boolean } | { kind: 'entity'; entity: Entity };
export type CompareOp = 'over' | 'at-least' | 'under' | 'at-most' | 'equal';
export type OneConditionWish =
  | { kind: 'values'; field: Field; entity: Entity; values: (string | boolean)[]; negated: boolean }
  | { kind: 'compare'; field: Field | null; entity: Entity | null; op: CompareOp; value: number; negated?: boolean }
  | { kind: 'text'; field: Field | null; entity: Entity | null; op: 'contains' | 'starts' | 'ends'; text: string; /** Any of these would do too. */ others?: string[]; negated: boolean }
  | { kind: 'empty'; field: Field; entity: Entity; negated: boolean }
  | { kind: 'average'; field: Field | null; entity: Entity | null; above: boolean }
  | { kind: 'has'; entity: Entity; other: Entity; negated: boolean }
  /** A stretch of time that is left out. */
  | { kind: 'period'; field: Field | null; entity: Entity | null; period: Period; negated: boolean }
  /** Saturdays and Sundays, every December. */
  | { kind: 'recurs'; field: Field | null; entity: Entity | null; cycle: Cycle; parts: number[]; negated: boolean };
/** `any` asks for rows that are everything in one of its groups; `entity` is the first one's. */
export type ConditionWish = OneConditionWish | { kind: 'any'; entity: Entity | null; of: OneConditionWish[][] };

/** Conditions of one regard each, those of alternatives among them. */
export function eachWish(conditions: readonly ConditionWish[]): OneConditionWish[] {
  return conditions.flatMap((c) => (c.kind === 'any' ? c.of.flat() : [c]));
}

/** Of what was named without a word of its own. */
export const NO_ITEM: Item = { text: '', lower: '', start: 0, end: 0, mark: null, period: null, number: null, quoted: false, links: [], used: true };

export function emptyWish(): Wish {
  return {
    charts: [], endsInTable: false, stat: false, classes: null, bands: null, aggregate: null, table: false, tables: false, board: false, calendar: false, overview: false, detail: false, style: null, window: null, split: false, apart: false, relation: false, distribution: false, filters: [], entities: [],
    countEntities: false, measures: [], by: [], loose: [], bucket: null, secondBucket: null, periods: [], spans: null, time: null, conditions: [], having: null, countsGroups: false, top: null, perGroup: null, byNumber: false, best: false, sort: null, rows: null, latest: null,
    places: false, isNew: false, newOf: null, versus: false, versusYears: false, versusBefore: false, same: false, leads: false, goesWith: false, items: [], assumptions: [], problems: [], unknown: [],
  };
}
