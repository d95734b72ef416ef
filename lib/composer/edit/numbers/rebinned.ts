import type { Chart } from '../../plan';
import { I_WANT, leading, OK } from '../said/around';
import { replacementOf } from '../said/replacement';
import type { Editing } from '../editing';
import { retitled } from '../retitle';

const LEAD = leading('please', OK, 'now', 'and', 'use', 'show', 'make', 'with', 'the', I_WANT, 'a\\s+(?:bit|little)', 'much');
const BINS = '(?:bins?|classes|buckets|intervals|steps|bars|groups)';
/** "smaller bins", "more bins" */
const FINER = new RegExp(`${LEAD}(?:(?:smaller|finer|narrower|thinner|more)\\s+${BINS}|${BINS}\\s+(?:smaller|finer|narrower|thinner))(?:\\s*,?\\s*please)?[\\s.!]*$`, 'iu');
const COARSER = new RegExp(`${LEAD}(?:(?:bigger|larger|wider|coarser|fewer|less)\\s+${BINS}|${BINS}\\s+(?:bigger|larger|wider|coarser))(?:\\s*,?\\s*please)?[\\s.!]*$`, 'iu');

/** "smaller bins", "of health rather than income": other classes of a histogram; false where none is drawn. */
export function rebinned(editing: Editing, prompt: string): boolean {
  const chart = editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bin !== undefined);
  if (!chart?.by.bin) return false;
  if (FINER.test(prompt) || COARSER.test(prompt)) {
    editing.replace(chart, { ...chart, by: { ...chart.by, bin: FINER.test(prompt) ? chart.by.bin / 2 : chart.by.bin * 2 } });
    return true;
  }
  const said = replacementOf(prompt.replace(/^\s*of\s+/i, ''));
  const { wish, items } = editing.wishOf(`histogram of ${said?.fresh ?? ''}`);
  if (!said || items.some((i) => !i.used) || wish.by.length + wish.conditions.length + wish.periods.length > 0 || wish.bucket !== null || wish.entities.length > 0) return false;
  const { blocks: [fresh] } = editing.built(wish);
  if (fresh?.type !== 'chart' || fresh.by.bin === undefined || fresh.table !== chart.table) return false;
  editing.replace(chart, retitled(chart, { ...chart, by: fresh.by, measures: fresh.measures }, editing.catalogue));
  return true;
}
