import { groupingOf } from '../build/chart-block';
import { type Catalogue, type Entity, entityOf, type Field } from '../catalogue/entity';
import type { Block, Dimension } from '../plan';
import type { Wish } from '../read/wish';

/** The blocks that a wish is talking about: of its kind, and about what it names. */
export function targetsOf(blocks: readonly Block[], wish: Wish): Block[] {
  const found = blocks.filter((block) => isKind(block, wish) && isAbout(block, wish));
  const own = found.filter((block) => wish.entities.some((e) => isOf(block, e)));
  // "the orders": those that are counted or listed, rather than what they are worth.
  const counted = wish.measures.length > 0 ? [] : own.filter((block) => block.type === 'table' || labelsOf(block).some((label) => wish.entities.some((e) => label === e.plural)));
  return counted.length ? counted : own.length ? own : found;
}

/** A table of customers rather than one of orders that shows whose they are. */
function isOf(block: Block, entity: Entity): boolean {
  return block.table === entity.table.name || (block.type === 'chart' && block.by.field.table === entity.table.name && block.by.field.column === entity.title?.column);
}

/** Whether a wish says what kind of block it is about. */
export function saysKind(wish: Wish): boolean {
  return wish.charts.length > 0 || wish.table || wish.stat || wish.board || wish.calendar;
}

const ORDINALS: Readonly<Record<string, number>> = { first: 0, '1st': 0, second: 1, '2nd': 1, third: 2, '3rd': 2, fourth: 3, '4th': 3, last: -1 };
const NTH = /\b(first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s+(one|chart|graph|diagram|table|block|tile|figure|card|panel|thing)\b/i;

/** "the second chart": counted from the top among those that were asked for; null where none is named so, or there aren't as many. */
export function nthBlock(blocks: readonly Block[], prompt: string): Block | null {
  const [, ordinal, noun] = NTH.exec(prompt) ?? [];
  const at = ORDINALS[ordinal?.toLowerCase() ?? ''];
  if (at === undefined || !noun) return null;
  const asked = blocks.filter((b) => b.asked !== false);
  const isTable = (b: Block) => b.type === 'table' || (b.type === 'chart' && b.view === 'table');
  const fitting = asked.filter((b) => (/^(chart|graph|diagram)$/i.test(noun) ? (b.type === 'chart' || b.type === 'scatter') && !isTable(b) : /^table$/i.test(noun) ? isTable(b) : /^(tile|figure|card)$/i.test(noun) ? b.type === 'stat' : true));
  return fitting.at(at) ?? null;
}

/** "the second chart", where there is one: what isn't there can't be meant. */
export function missingNth(blocks: readonly Block[], prompt: string): string | null {
  const [whole, , noun] = NTH.exec(prompt) ?? [];
  return whole && noun && !/^(?:one|thing)$/i.test(noun) && nthBlock(blocks, prompt) === null ? whole : null;
}

/** The ordinal that a block is called by, in small letters. */
export function saidOrdinal(prompt: string): string | null {
  return NTH.exec(prompt)?.[1]?.toLowerCase() ?? null;
}

/** The chart that is grouped so, or is split so. */
export function groupedBy(blocks: readonly Block[], { by: [by], bucket }: Wish, catalogue: Catalogue): { block: Block; isSplit: boolean } | null {
  for (const block of blocks) {
    if (block.type !== 'chart' || block.asked === false) continue;
    const base = entityOf(catalogue, block.binding, block.table);
    const grouping = base && by && groupingOf(by, base, catalogue);
    const is = ({ field, bucket: own }: Dimension) => (bucket ? own === bucket : typeof grouping === 'object' && grouping?.dimension.field.table === field.table && grouping.dimension.field.column === field.column);
    if (is(block.by)) return { block, isSplit: false };
    if (block.series && is(block.series)) return { block, isSplit: true };
  }
  return null;
}

/** The columns that a wish names without saying how to put them together. */
export function namedColumns(wish: Wish): Field[] {
  return [...wish.loose.map((l) => l.field), ...wish.measures.flatMap((m) => (m.name.kind === 'field' && m.aggregate === null && !m.per ? [m.name.field] : []))];
}

function isKind(block: Block, wish: Wish): boolean {
  if (!saysKind(wish)) return true;
  if (block.type === 'stat') return wish.stat;
  if (block.type === 'table') return wish.table;
  if (block.type === 'board') return wish.board;
  if (block.type === 'calendar') return wish.calendar;
  const view = block.type === 'scatter' ? 'scatter' : block.view;
  return (wish.table && view === 'table') || wish.charts.some((each) => (each === null && view !== 'table') || each === view);
}

function isAbout(block: Block, wish: Wish): boolean {
  const columns = columnsOf(block);
  const has = (table: string, column: string) => columns.some((c) => c.table === table && c.column === column);
  const fields = [...wish.loose.map((l) => l.field), ...wish.by.flatMap((d) => (d.kind === 'field' ? [d.field] : []))];
  return (
    fields.every((f) => has(f.table, f.column)) &&
    (wish.bucket === null || wish.bucket === 'auto' || (block.type === 'chart' && block.by.bucket === wish.bucket)) &&
    wish.entities.every((e) => block.table === e.table.name || columns.some((c) => c.table === e.table.name)) &&
    wish.by.every((d) => d.kind === 'field' || columns.some((c) => c.table === d.entity.table.name)) &&
    wish.conditions.every((c) => c.kind !== 'values' || block.where.some((w) => w.field.column === c.field.column && w.op === 'is' && c.values.every((v) => w.values.includes(v)))) &&
    wish.measures.every(({ name }) => measures(block, name))
  );
}

function measures(block: Block, name: Wish['measures'][number]['name']): boolean {
  const labels = labelsOf(block);
  if (name.kind === 'measure') return labels.some((l) => l.includes(name.measure.measure.label));
  return name.kind !== 'field' || labels.some((l) => l.includes(name.field.label)) || (name.field.label === 'total' && labels.includes('revenue'));
}

export function columnsOf(block: Block): { table: string; column: string }[] {
  switch (block.type) {
    case 'stat':
      return block.measure.of?.op === 'column' ? [block.measure.of] : [];
    case 'chart':
      return [block.by.field, ...(block.series ? [block.series.field] : [])];
    case 'table':
      return block.columns;
    case 'scatter':
      return [block.x, block.y, ...(block.series ? [block.series] : [])];
    case 'board':
      return [block.by, block.name, ...block.columns];
    case 'calendar':
      return [block.time, block.name, ...block.columns];
  }
}

function labelsOf(block: Block): string[] {
  if (block.type === 'stat') return [block.measure.label];
  if (block.type === 'chart') return block.measures.map((m) => m.label);
  return block.type === 'scatter' ? [block.x.label, block.y.label] : block.columns.map((c) => c.label);
}
