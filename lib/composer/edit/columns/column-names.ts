import { type Block, measuresOf, type Plan } from '../../plan';
import { CAN_YOU, leading, LETS, OK } from '../said/around';

const LEAD = leading('please', OK, 'now', 'and', 'also', CAN_YOU, LETS);
const NAME = '["“\'‘]?(.+?)["”\'’.!?]*(?:\\s*,?\\s*please)?[\\s.!?]*$';
const NOUN = '(?:columns?|fields?|headers?|headings?)';
/** "rename the column total to amount", "rename total to amount" */
const COLUMN_TO = new RegExp(`${LEAD}(?:rename|relabel|retitle|call)\\s+(?:the\\s+)?(?:${NOUN}\\s+(?:name\\s+)?)?(?:of\\s+)?(?!(?:it|this|that|them)\\s)["“'‘]?(.+?)["”'’]?(?:\\s+${NOUN})?\\s+(?:to|as|into)\\s+${NAME}`, 'iu');
/** "call the total column amount", "label the total column Amount" */
const CALL_COLUMN = new RegExp(`${LEAD}(?:call|name|label|title|rename)\\s+(?:the\\s+)?(?:${NOUN}\\s+["“'‘](.+?)["”'’]|(.+?)\\s+${NOUN})\\s+${NAME}`, 'iu');
/** "the total column should be called amount" */
const SHOULD_BE = new RegExp(`${LEAD}(?:the\\s+)?(?:${NOUN}\\s+)?(.+?)(?:\\s+${NOUN})?\\s+(?:should|must|has\\s+to|is\\s+to)\\s+be\\s+(?:called|named|labell?ed)\\s+${NAME}`, 'iu');

/** As long as the Plan takes. */
const MAX_LABEL = 200;

/** "rename the column total to amount": what stands above a column of rows, or a number of a chart; null where none is called so. */
export function renamedColumn(plan: Plan, prompt: string): { plan: Plan; done: string } | null {
  const [, one, to] = COLUMN_TO.exec(prompt) ?? SHOULD_BE.exec(prompt) ?? [];
  const [, quoted, plain, called] = CALL_COLUMN.exec(prompt) ?? [];
  const [old, fresh] = one && to ? [one, to] : [quoted ?? plain, called];
  const label = fresh?.trim().slice(0, MAX_LABEL);
  if (!old || !label) return null;
  const wanted = /^(?:last|rightmost)$/i.test(old.trim()) ? lastLabel(plan) : old.trim().toLowerCase();
  const isOld = (each: { label: string }) => each.label.toLowerCase() === wanted;
  const blocks = plan.blocks.map((block) => relabelled(block, isOld, label));
  return blocks.every((b, i) => b === plan.blocks[i]) ? null : { plan: { ...plan, blocks }, done: `“${old.trim()}” is called “${label}” now.` };
}

/** "the last column", of the one table that there is. */
function lastLabel({ blocks }: Plan): string | undefined {
  const [only, ...others] = blocks.filter((b) => b.asked !== false && (b.type === 'table' || (b.type === 'chart' && b.view === 'table')));
  const columns = only?.type === 'table' ? only.columns : only?.type === 'chart' ? measuresOf(only) : [];
  return others.length > 0 ? undefined : columns.at(-1)?.label.toLowerCase();
}

function relabelled(block: Block, isOld: (each: { label: string }) => boolean, label: string): Block {
  const renamed = <T extends { label: string }>(each: T): T => (isOld(each) ? { ...each, label } : each);
  if (block.asked === false) return block;
  if (block.type === 'table' && block.columns.some(isOld)) return { ...block, columns: block.columns.map(renamed) };
  if (block.type === 'chart' && block.view === 'table' && [block.by.field, ...measuresOf(block)].some(isOld)) return { ...block, by: { ...block.by, field: renamed(block.by.field) }, measures: block.measures.map(renamed), ...(block.beside && { beside: block.beside.map((each) => ({ ...each, measures: each.measures.map(renamed) })) }) };
  return block;
}
