import type { Block, Measure } from '../../plan';
import { type Change, namesNumber } from '../change';
import { columnIn } from './changed-table';

/** The blocks that a change can be about, the likeliest first: a table for a sort, a chart over time for a bucket. */
export function changeable(all: readonly Block[], change: Change): Block[] {
  const possible = all.filter((b) => isChangeable(b, change));
  // "sort ascending", "limit to 3": what was asked for, and not the rows beside it.
  const asked = possible.filter((b) => b.asked !== false);
  const isBare = change.measures.length > 0 || (change.latest === null && (change.rows !== null || (change.sort !== null && change.sort.name === null)));
  const fitting = isBare && asked.length > 0 ? asked : possible;
  const best = Math.min(...fitting.map((b) => rankOf(b, change)));
  return fitting.filter((b) => rankOf(b, change) === best);
}

function isChangeable(block: Block, change: Change): boolean {
  if (block.type === 'board' || block.type === 'scatter') return change.by !== null && (change.view === null || change.view === block.type);
  if (change.classes) return block.type === 'chart' && (block.by.bin !== undefined || block.by.bands !== undefined);
  if (change.aggregate) return (block.type === 'chart' || block.type === 'stat') && reckoned(block).some((m) => m.of !== null && m.aggregate !== 'distinct');
  if (change.measures.length) return block.type === 'chart' || block.type === 'stat';
  if (change.detail) return block.type === 'table';
  // The rows below a chart that nobody asked for aren't what is ranked by revenue.
  if (block.type === 'table' && change.sort?.name && change.sort.name.kind !== 'field' && (block.asked === false || (change.sort.name.kind === 'measure' && !columnIn(block, change.sort.name.measure.measure)))) return false;
  if (block.type === 'table') return (change.sort !== null || change.top !== null || change.latest !== null || change.rows !== null) && change.view === null && change.bucket === null && change.by === null && change.style === null;
  if (block.type !== 'chart') return false;
  if (change.versus) return block.by.bucket !== null ? change.versusUnit === null || change.versusUnit === 'year' : block.by.bin === undefined && block.view !== 'scatter' && block.view !== 'heatmap';
  return (change.top === null && change.rows === null) || block.by.bucket === null;
}

function reckoned(block: Extract<Block, { type: 'chart' | 'stat' }>): readonly Measure[] {
  return block.type === 'chart' ? block.measures : [block.measure];
}

function rankOf(block: Block, change: Change): number {
  if (change.versus) return block.type === 'chart' && block.by.bucket !== null ? 0 : 1;
  if (change.sort?.axis === 'x') return block.type === 'chart' ? 0 : 1;
  if (namesNumber(change.sort)) return placeInRanking(block, change.ranks);
  if (change.sort !== null || change.latest !== null || change.rows !== null) return block.type === 'table' ? 0 : 1;
  if (change.bucket !== null) return block.type === 'chart' && block.by.bucket !== null ? 0 : 1;
  if (change.style === 'stacked' || change.style === 'grouped' || change.style === 'share') return block.type === 'chart' && block.series ? 0 : 1;
  if (change.style === 'cumulative') return block.type === 'chart' && block.by.bucket !== null ? 0 : 1;
  return block.type === 'chart' && block.view !== 'table' ? 0 : 1;
}

/** "rank by revenue" is of charts; "sort by total" of the table that was asked for, then of a chart's first ones, then of the rows beside it. */
function placeInRanking(block: Block, ranks: boolean): number {
  if (block.type === 'chart') return block.limit !== null ? (ranks ? 0 : 2) : ranks ? 1 : 4;
  return block.asked === false ? 3 : 1;
}
