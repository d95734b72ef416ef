import { groupingOf } from '../../build/chart-block';
import { type Catalogue, type Entity, entityOf, type Field, fieldOf } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { comparedField, rowsMeasure } from '../../catalogue/measures';
import type { Chart, Measure } from '../../plan';
import { unreadOf } from '../../read/read';
import type { SaidBands } from '../../read/bands';
import type { Editing } from '../editing';
import { retitled } from '../retitle';

type Wanted = { field: Field; bands: SaidBands };

/** "use the bands under 100, 100 to 500, over 500": classes of one's own of what a chart is of; false where none are named, or no chart could have them. */
export function rebanded(editing: Editing, prompt: string): boolean {
  const { wish, items } = editing.wishOf(prompt);
  const own = wish.by.flatMap((d) => (d.kind === 'field' && d.bands ? [{ field: d.field, bands: d.bands }] : []));
  const said = own[0]?.bands ?? wish.bands;
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false);
  const isElse = wish.entities.length + wish.measures.length + wish.filters.length + wish.conditions.length + wish.periods.length > 0 || wish.by.length > own.length || wish.charts.length > 0 || wish.table || wish.stat;
  if (!said || isElse || unreadOf(items).length > 0 || items.some((i) => i.mark?.is === 'verb' && i.mark.verb === 'add')) return false;
  const chart = charts.find((c) => c.by.bands !== undefined || c.by.bin !== undefined) ?? charts.find((c) => ofOneColumn(c.measures) !== null) ?? charts[0];
  const base = chart && entityOf(editing.catalogue, chart.binding, chart.table);
  if (!chart || !base) return false;
  const wanted = own[0] ?? classedBy(chart, said, base, editing.catalogue);
  if (!wanted) {
    editing.problems.push(`I don’t know which number of ${base.plural} is cut into those classes: say “by” and its name before them.`);
    return true;
  }
  const owner = entityOf(editing.catalogue, chart.binding, wanted.field.table);
  const grouping = owner && pathBetween(editing.catalogue, base, owner) ? groupingOf({ kind: 'field', field: wanted.field, entity: owner, bands: wanted.bands }, base, editing.catalogue) : null;
  if (!grouping || typeof grouping === 'string') {
    editing.problems.push(`${base.plural} can’t be put into classes by the ${wanted.field.label}.`);
    return true;
  }
  editing.assumptions.push(...(grouping.notes ?? []));
  editing.replace(chart, retitled(chart, { ...chart, by: grouping.dimension, measures: measuresBeside(chart, wanted.field, base), view: chart.view === 'table' || chart.view === 'pie' ? chart.view : 'bar', sort: 'label', limit: null, other: false, cumulative: undefined, versus: null, having: undefined }, editing.catalogue));
  return true;
}

/** What it is in classes of already, else the column that is shown, else what a row is worth. */
function classedBy({ by, measures, binding }: Chart, bands: SaidBands, base: Entity, catalogue: Catalogue): Wanted | null {
  const owner = entityOf(catalogue, binding, by.field.table);
  const classed = by.bin !== undefined || by.bands !== undefined ? owner && fieldOf(owner, by.field.column) : null;
  const shown = ofOneColumn(measures);
  const measured = shown && fieldOf(entityOf(catalogue, binding, shown.table) ?? base, shown.column);
  const greatest = Math.max(...bands.bands.flatMap(({ low, high }) => [low?.value ?? 0, high?.value ?? 0]));
  const field = classed ?? measured ?? comparedField(base, greatest);
  return field && { field, bands };
}

/** The only number, where it is a column's and no count. */
function ofOneColumn([only, ...others]: readonly Measure[]): { table: string; column: string } | null {
  return only && others.length === 0 && !only.per && only.of?.op === 'column' && only.aggregate !== 'distinct' ? only.of : null;
}

/** Of products by their average price, how many have which price. */
function measuresBeside({ measures }: Chart, field: Field, base: Entity): Measure[] {
  const shown = ofOneColumn(measures);
  return shown && shown.column === field.column && shown.table === field.table ? [rowsMeasure(base)] : measures;
}
