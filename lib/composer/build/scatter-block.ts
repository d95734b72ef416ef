import { type Catalogue, type Entity, type Field, toPlanField } from '../catalogue/entity';
import type { Condition, Scatter } from '../plan';
import { capitalise } from '../words/tokens';
import type { Unjoined } from './reach';
import { describe } from './conditions';

/** Points that can be drawn and told apart. */
const MAX_POINTS = 2000;

/** Each row as a point. */
export function scatterBlock(base: Entity, where: readonly Condition[], catalogue: Catalogue, fields: { x: Field; y: Field; series: Field | null }): Unjoined<Scatter> {
  const { x, y, series } = fields;
  const of = where.length ? ` of ${describe(base.plural, where, catalogue, base)}` : '';
  return {
    type: 'scatter',
    title: `${capitalise(y.label)} and ${x.label}${of}${series ? ` by ${series.label}` : ''}`,
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: [...where],
    x: toPlanField(x),
    y: toPlanField(y),
    series: series && toPlanField(series),
    name: base.title && toPlanField(base.title),
    limit: MAX_POINTS,
  };
}
