import { type Catalogue, type Entity, fieldOf, toPlanField } from '../catalogue/entity';
import { columnMeasure, rowsMeasure, worthOf } from '../catalogue/measures';
import { capitalise } from '../words/tokens';
import { periodCondition } from './conditions';
import type { Condition, Measure, Stat } from '../plan';
import type { Unjoined } from './reach';
import { statBlock } from './stat-block';

/** Figures in one row of a page. */
const MAX_FIGURES = 4;

/** The figures that say how a table stands: how many rows, what they are worth together and on average. */
export function figuresOf(base: Entity, where: readonly Condition[], catalogue: Catalogue, now: Date): Unjoined<Stat>[] {
  const [first, ...others] = (isLink(base) ? linkMeasures(base, catalogue) : ownMeasures(base, catalogue)).slice(0, MAX_FIGURES);
  if (!first) return [];
  const figures = [statBlock(base, first, where, catalogue), ...others.map((m) => ({ ...statBlock(base, m, where, catalogue), title: capitalise(m.label) }))];
  const fresh = figures.length < 2 ? freshFigure(base, where, catalogue, now) : null;
  return fresh ? [...figures, fresh] : figures;
}

function ownMeasures(base: Entity, catalogue: Catalogue): Measure[] {
  const worth = worthOf(base);
  const named = catalogue.measures.filter((m) => m.entity === base).map((m) => m.measure);
  const revenue = named.find((m) => m.label === 'revenue');
  const total = revenue ?? (worth ? columnMeasure(worth) : null);
  const average = worth && total?.aggregate === 'sum' ? [columnMeasure(worth, 'avg')] : [];
  const others = base.fields.filter((f) => f.role === 'measure' && f !== worth).map((f) => columnMeasure(f));
  return [rowsMeasure(base), ...(total ? [total] : []), ...average, ...named.filter((m) => m.format === 'days'), ...others];
}

/** Lines between two tables have neither name nor date of their own: nobody counts order items. */
function isLink(base: Entity): boolean {
  return base.title === null && base.time === null && base.table.foreignKeys.length > 1;
}

function linkMeasures(base: Entity, catalogue: Catalogue): Measure[] {
  const named = catalogue.measures.filter((m) => m.entity === base).map((m) => m.measure);
  const amounts = base.fields.filter((f) => f.role === 'measure' && f.aggregate === 'sum').map((f) => columnMeasure(f));
  const [key] = base.table.foreignKeys;
  const parent = key && catalogue.entities.find((e) => e.binding === base.binding && e.table.name === key.references.table);
  const column = key?.columns.length === 1 ? fieldOf(base, key.columns[0] as string) : null;
  const parents: Measure[] = parent && column ? [{ label: parent.plural, aggregate: 'distinct', of: { op: 'column', table: column.table, column: column.column }, where: [], format: 'number' }] : [];
  const measures = [...named, ...parents, ...amounts];
  return measures.length ? measures : [rowsMeasure(base)];
}

/** A table of things without amounts: how many of them are new. */
function freshFigure(base: Entity, where: readonly Condition[], catalogue: Catalogue, now: Date): Unjoined<Stat> | null {
  if (!base.time || where.some((c) => c.op === 'period')) return null;
  const recent = periodCondition({ kind: 'recent', unit: 'day', count: 30 }, base, catalogue, now);
  if (typeof recent === 'string') return null;
  return { ...statBlock(base, rowsMeasure(base), [...where, { ...recent, field: toPlanField(base.time) } as Condition], catalogue), title: 'New in the last 30 days' };
}
