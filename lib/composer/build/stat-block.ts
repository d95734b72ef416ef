import type { Catalogue, Entity } from '../catalogue/entity';
import type { Chart, Condition, Measure, Stat } from '../plan';
import type { Unjoined } from './reach';
import { measureTitle } from './titles';

export function statBlock(base: Entity, measure: Measure, where: readonly Condition[], catalogue: Catalogue): Unjoined<Stat> {
  return {
    type: 'stat',
    title: measureTitle([measure], base, where, catalogue),
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: [...where],
    measure,
  };
}

/** How many groups a chart has that come to so much, as a figure; null where it shows all of them. */
export function groupsCounted({ title, binding, dialect, table, where, measures, by, series, having }: Unjoined<Chart>): Unjoined<Stat> | null {
  const [measure] = measures;
  return having && measure && !series ? { type: 'stat', title, binding, dialect, table, where, measure, groups: { by, having } } : null;
}
