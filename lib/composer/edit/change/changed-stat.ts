import { subjectOf } from '../../build/subject';
import { type Catalogue, entityOf } from '../../catalogue/entity';
import type { Block } from '../../plan';
import { capitalise } from '../../words/tokens';
import type { Change } from '../change';
import { retitled } from '../retitle';
import { withAggregate } from './aggregates';
import { ownersOf, ownWhere } from './own-rows';

/** The figure of another number, or put together another way. */
export function changedStat(block: Extract<Block, { type: 'stat' }>, { measures, aggregate }: Change, catalogue: Catalogue): Block | string {
  if (aggregate) {
    const measure = withAggregate(block.measure, aggregate);
    // A figure beside others goes by what it measures.
    const isOwn = block.title === capitalise(block.measure.label);
    return typeof measure === 'string' ? measure : isOwn ? { ...block, measure, title: capitalise(measure.label) } : retitled(block, { ...block, measure }, catalogue);
  }
  const [wish] = measures;
  const { where } = ownWhere(wish ? [wish] : [], [], block.where, entityOf(catalogue, block.binding, block.table), catalogue);
  const subject = wish && subjectOf(wish, ownersOf(where, block.binding, catalogue), catalogue);
  if (typeof subject === 'string') return subject;
  return subject ? retitled(block, { ...block, where, table: subject.base.table.name, measure: subject.measure, title: capitalise(subject.measure.label) }, catalogue) : block;
}
