import { groupingsOf } from '../catalogue/catalogue';
import type { Catalogue, Entity } from '../catalogue/entity';
import { columnMeasure, rowsMeasure, worthOf } from '../catalogue/measures';
import { capitalise } from '../words/tokens';
import { figuresOf } from './figures';
import { chartBlock, fieldGrouping, timeGrouping } from './chart-block';
import { listed } from './conditions';
import type { Block, Condition, Measure } from '../plan';
import type { Unjoined } from './reach';
import { tableBlock } from './table-block';

/** What anybody wants to know first about a table: figures, how it went over time, what it is made of, its rows. */
export function overviewOf(base: Entity, where: readonly Condition[], catalogue: Catalogue, now: Date): Unjoined[] {
  const measure = mainMeasure(base, catalogue);
  const time = base.time ? timeGrouping('auto', base, catalogue) : null;
  const groupings = groupingsOf(catalogue, base).slice(0, time ? 3 : 4);
  const charts = [...(time && typeof time !== 'string' ? [time] : []), ...groupings.map((field) => fieldGrouping(field, base, catalogue))];
  return [
    ...figuresOf(base, where, catalogue, now),
    ...charts.map((by, i) => chartBlock(base, where, catalogue, { measures: [i === 1 ? rowsMeasure(base) : measure], by, now })),
    tableBlock(base, where, catalogue),
  ];
}

function mainMeasure(base: Entity, catalogue: Catalogue): Measure {
  const revenue = catalogue.measures.find((m) => m.entity === base && m.measure.label === 'revenue');
  const worth = worthOf(base);
  return revenue?.measure ?? (worth ? columnMeasure(worth) : rowsMeasure(base));
}

/** The table that a page without a subject is about: rows with a date and an amount, the most of them. */
export function mainEntity(catalogue: Catalogue): Entity | null {
  const rank = (e: Entity) => (e.time ? 2 : 0) + (worthOf(e) ? 1 : 0);
  return [...catalogue.entities].sort((a, b) => rank(b) - rank(a) || b.table.rows - a.table.rows)[0] ?? null;
}

/** What a page of several blocks is called, unless it is told. */
export function pageTitle(blocks: readonly Unjoined[], subject: string | null): string {
  if (subject !== null) return `${capitalise(subject)} overview`;
  const shown = blocks.filter((b) => b.type !== 'stat');
  if (shown.length === 0 && blocks.length > 2) return 'Key figures';
  const titles = [...new Set((shown.length ? shown : blocks).map((b: Pick<Block, 'title'>) => b.title))];
  const [first = 'Overview', ...others] = titles;
  const all = listed([first, ...others.map((t) => t.charAt(0).toLowerCase() + t.slice(1))], 'and');
  return all.length <= MAX_TITLE ? all : `${first} and more`;
}

/** UTF-16 units of a title that is made of a prompt: one line of a page. */
const MAX_TITLE = 70;
