import type { Bucket, Chart, Unit } from '../plan';
import type { DimensionWish, Wish } from '../read/wish';
import type { Style } from '../words/words';

/** What a follow-up changes in one block. */
export type Change = {
  view: Chart['view'] | null;
  bucket: Bucket | null;
  top: { count: number | null; descending: boolean } | null;
  by: DimensionWish | null;
  /** `by` becomes a second grouping, and doesn't take the place of the first. */
  splits: boolean;
  few: boolean;
  sort: Wish['sort'];
  /** "rank by", which a chart is, rather than "sort by", which a table can be as well. */
  ranks: boolean;
  /** "rank by the average discount": how the number that is sorted by is put together. */
  sortAs: Wish['aggregate'];
  style: Style | null;
  versus: boolean;
  /** "compare with last month": the stretch that was named. */
  versusUnit: Unit | null;
  /** Shown in place of what was measured. */
  measures: Wish['measures'];
  /** "profit instead of revenue", of revenue and orders: those of its numbers that give way; all of them where none is named. */
  replaces: Wish['measures'];
  detail: boolean;
  latest: Wish['latest'];
  rows: number | null;
  /** Put together another way: the median in place of the average. */
  aggregate: Wish['aggregate'];
  classes: Wish['classes'];
};

export type Said = { /** A verb made clear that it is about what is there. */ change: boolean; /** "instead": what is named takes the place of what was. */ instead: boolean; splits: boolean; /** The colours are of values that were named. */ few?: boolean; ranks?: boolean; sortAs?: Wish['aggregate'] };

/** Null where the wish is for something of its own. */
export function changeOf(wish: Wish, said: Said): Change | null {
  const counted: Wish['measures'] = wish.entities.map((entity) => ({ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }));
  const measures = (said.instead || wish.byNumber) && !namesNumber(wish.sort) ? [...wish.measures, ...(wish.measures.length ? [] : counted)] : [];
  const subjects = said.instead || (wish.byNumber && wish.entities.length === 0) ? 0 : wish.entities.length + wish.measures.length;
  // "change the pie to bars": the last kind is the new one.
  const ordersRows = wish.sort !== null || wish.rows !== null || wish.latest !== null;
  const view = wish.charts.length > 0 && wish.table && wish.endsInTable && !ordersRows ? 'table' : wish.charts.at(-1) ?? (wish.table && !ordersRows ? 'table' : null);
  // "turn that into a line over time"
  const auto = said.change && (view === 'line' || view === 'area') ? 'month' : null;
  const bucket = wish.bucket === 'auto' ? auto : wish.bucket;
  const by = wish.by[0] ?? (said.splits && wish.loose[0] ? { kind: 'field' as const, field: wish.loose[0].field, entity: wish.loose[0].entity } : null);
  const change: Change = { view, bucket, top: wish.top, by, splits: said.splits, few: said.few ?? false, sort: wish.sort, ranks: said.ranks ?? false, sortAs: said.sortAs ?? null, style: wish.style, versus: wish.versus || wish.versusBefore, versusUnit: versusUnitOf(wish), measures, replaces: [], detail: wish.detail, latest: wish.latest, rows: wish.rows, aggregate: wish.aggregate, classes: wish.classes };
  const asks = view !== null || bucket !== null || wish.top !== null || wish.sort !== null || by !== null || wish.style !== null || change.versus || measures.length > 0 || wish.detail || wish.latest !== null || wish.rows !== null || wish.aggregate !== null || wish.classes !== null || (said.change && wish.charts.length > 0);
  if (!asks || wish.filters.length || wish.overview || (wish.stat && !(said.instead && measures.length > 0))) return null;
  return said.change || subjects === 0 ? change : null;
}

function versusUnitOf({ periods: [first], versusBefore }: Wish): Unit | null {
  return first && 'unit' in first ? first.unit : versusBefore ? null : 'year';
}

/** Whether it is a number that things are sorted by, and not what they are called. */
export function namesNumber(sort: Wish['sort']): boolean {
  const name = sort?.name;
  return name?.kind === 'measure' || name?.kind === 'entity' || (name?.kind === 'field' && name.field.role === 'measure');
}
