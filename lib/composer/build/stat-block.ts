import type { Catalogue, Entity } from '../catalogue/entity';
import type { Condition, Measure, Stat } from '../plan';
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
