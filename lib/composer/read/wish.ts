import type { Entity, Field } from '../catalogue/catalogue';
import type { Item } from './link';
import type { Name } from '../catalogue/names';
import type { Period, Unit, View } from '../plan';
import type { Aggregate } from '../words/words';

/** What one clause asks for, with its words linked but nothing decided yet. */
export type Wish = {
  charts: (View | null)[];
  stat: boolean;
  table: boolean;
  overview: boolean;
  search: boolean;
  filters: FilterWish[];
  entities: Entity[];
  /** "revenue and orders by region": the table is counted beside the measures, and not only what they are of. */
  countEntities: boolean;
  measures: MeasureWish[];
  by: DimensionWish[];
  /** Columns named without saying what for. */
  loose: { field: Field; entity: Entity; item: Item }[];
  bucket: Unit | 'auto' | null;
  periods: Period[];
  /** The column that periods are of, where one was named: "opened this month". */
  time: Field | null;
  conditions: ConditionWish[];
  top: { count: number | null; descending: boolean } | null;
  best: boolean;
  sort: { name: Name | null; descending: boolean | null } | null;
  latest: { descending: boolean; count: number | null } | null;
  isNew: boolean;
  versus: boolean;
  same: boolean;
  assumptions: string[];
};

export type FilterWish = { kind: 'field'; field: Field; entity: Entity } | { kind: 'month' } | { kind: 'dates' };
export type MeasureWish = { aggregate: Aggregate | null; name: Name; where: Extract<Name, { kind: 'value' }>[] };
export type DimensionWish = { kind: 'field'; field: Field; entity: Entity } | { kind: 'entity'; entity: Entity };
export type ConditionWish =
  | { kind: 'values'; field: Field; entity: Entity; values: (string | boolean)[]; negated: boolean }
  | { kind: 'compare'; field: Field | null; entity: Entity | null; op: 'over' | 'at-least' | 'under' | 'at-most' | 'equal'; value: number }
  | { kind: 'empty'; field: Field; entity: Entity; negated: boolean };
