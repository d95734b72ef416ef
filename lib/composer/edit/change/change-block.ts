import { boardBlock } from '../../build/board-block';
import { type Catalogue, entityOf, toPlanField } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import type { Block } from '../../plan';
import type { Change } from '../change';
import { retitled } from '../retitle';
import { changedChart } from './changed-chart';
import { changedStat } from './changed-stat';
import { changedTable, recounted } from './changed-table';

/** The block after the change, or in words why it can't be. */
export function changeBlock(block: Block, change: Change, catalogue: Catalogue, now: Date): Block | string {
  if (block.type === 'table') {
    const after = changedTable(block, change, catalogue);
    return typeof after === 'string' ? after : recounted(block, retitled(block, after, catalogue));
  }
  if (block.type === 'stat') return changedStat(block, change, catalogue);
  if (block.type === 'board' || block.type === 'scatter') return regrouped(block, change, catalogue);
  if (block.type !== 'chart') return block;
  const after = changedChart(block, change, catalogue, now);
  return typeof after === 'string' ? after : retitled(block, after, catalogue);
}

/** A board by another column, a scatter's colours by another. */
function regrouped(block: Extract<Block, { type: 'board' | 'scatter' }>, { by }: Change, catalogue: Catalogue): Block | string {
  const base = entityOf(catalogue, block.binding, block.table);
  const field = by?.kind === 'field' ? by.field : by?.entity.title;
  const owner = field && entityOf(catalogue, field.binding, field.table);
  if (!base || !field || !owner || !pathBetween(catalogue, base, owner)) return 'That can’t be reached from these rows.';
  if (block.type === 'scatter') return { ...block, series: toPlanField(field), title: `${block.series ? block.title.replace(/ by [^“”]{1,80}$/, '') : block.title} by ${field === owner.title && owner !== base ? owner.singular : field.label}` };
  const fresh = boardBlock(base, field, block.where, catalogue);
  return typeof fresh === 'string' ? fresh : { ...fresh, joins: [], filters: [] };
}
