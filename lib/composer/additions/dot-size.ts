import { withGroupSize, withSize } from '../build/dot-size';
import { connect } from '../build/reach';
import { type Entity, entityOf, type Field } from '../catalogue/entity';
import { nameIndexOf } from '../catalogue/names';
import { I_WANT, leading, trailing } from '../edit/said/around';
import type { Block, Chart, Scatter } from '../plan';
import { linkItems } from '../read/link';
import { readWish } from '../read/read-wish';
import type { MeasureWish } from '../read/wish';
import { tokenize } from '../words/tokens';
import { type Addition, found, putBlocks, type ReadAddition, refuse, type Setting } from './addition';

const JOINT = '(?:\\s*,)?(?:\\s+(?:and|with|where|plus|also|make|let|have|draw|show|set|use|put|do))*';
const DOTS = '(?:bubbles?|dots?|points?|circles?|markers?)';
const THE = '(?:the\\s+|each\\s+|every\\s+|all\\s+(?:the\\s+)?|their\\s+|its\\s+)?';
/** A name of up to five words, which ends where something else is said. */
const NAME = '(?:the\\s+|its\\s+|their\\s+|a\\s+\\p{L}+[’\']s\\s+)?((?:[\\p{L}\\p{N}_-]+\\s+){0,4}?[\\p{L}\\p{N}_-]+)(?=\\s*(?:$|[,.;!?]|(?:and|with|colou?red|colou?rs?|one|a|per|by|for|in|as|please|too|also|instead|now|only|where|against)(?:\\W|$)))';
const BY = '(?:by|after|according\\s+to|with|on|=|:|from|for|to|showing|is|are)';
const SAID = [
  // "bubbles sized by population", "the dots as large as the population"
  `${THE}${DOTS}\\s+(?:(?:that|which|should|must|to|are|is|be)\\s+)*(?:sized?|scaled?|as\\s+(?:big|large)\\s+as)\\s*(?:${BY}\\s+)?${NAME}`,
  // "dot size by cost", "the size of the dots is the cost"
  `${THE}(?:${DOTS}\\s+(?:sizes?|areas?|radius)|(?:size|area|radius)\\s+of\\s+${THE}${DOTS})\\s*(?:(?:should|must|to)\\s+(?:be\\s+)?)?(?:(?:set|scaled|taken|told)\\s+)?${BY}\\s*${NAME}`,
  // "size the dots by population"
  `(?:size|scale|resize)\\s+${THE}(?:${DOTS}|them|it)\\s+${BY}\\s+${NAME}`,
  // "one dot per country, size by population"
  `(?<=,\\s*)size\\s+by\\s+${NAME}`,
  // "sized by population"
  `(?:sized|scaled)\\s+(?:by|after|according\\s+to)\\s+${NAME}`,
  // "size = population"
  `size\\s*(?:=|:)\\s*${NAME}`,
  // "larger dots for more population"
  `(?:bigger|larger)\\s+${DOTS}\\s+(?:for|with|where|mean(?:ing)?)\\s+(?:there\\s+is\\s+)?(?:a\\s+)?(?:more|higher|larger|bigger|greater)\\s+${NAME}`,
].map((each) => new RegExp(`${JOINT}\\s*(?<![\\p{L}-])${each}`, 'iu'));
/** "population as the dot size", "use population for the size" */
const AS_SIZE = new RegExp(`(?:\\s*,)?(?:\\s*\\b(?:and|with|plus|use|take|show|put|have))*\\s*\\b${NAME.replace(/\(\?=.*$/, '')}\\s+(?:as|for|in)\\s+(?:the\\s+|their\\s+)?(?:${DOTS}\\s+sizes?|sizes?(?:\\s+of\\s+${THE}${DOTS})?)(?=\\W|$)`, 'iu');

const LEAD = leading('please', 'ok', 'okay', 'now', 'and', 'also', 'but', 'can\\s+you', 'could\\s+you', I_WANT, 'make', 'let', 'draw', 'show');
const END = trailing('please', 'again', 'now', 'instead');
/** "all dots the same size", "no sizes" */
const SAME = new RegExp(`${LEAD}(?:${THE}${DOTS}\\s+(?:should\\s+|to\\s+|must\\s+)?(?:be\\s+|have\\s+|are\\s+)*(?:all\\s+)?(?:of\\s+)?(?:the\\s+same|equal|one|equally|a\\s+fixed)\\s*(?:sized?|large|big)?|(?:the\\s+same|equal|one)\\s+size(?:\\s+for\\s+(?:all|every|each)(?:\\s+(?:the\\s+)?${DOTS})?)?|(?:equal(?:ly)?|same)[\\s-]sized?\\s+${DOTS}|(?:remove|drop|no|without|undo|forget|lose|hide)\\s+(?:the\\s+|any\\s+|different\\s+)*(?:(?:${DOTS}\\s+)?sizes?|sizing|bubbles)(?:\\s+of\\s+${THE}${DOTS})?)${END}`, 'iu');

/** "bubbles sized by population": how large the dots of a scatter are. */
export const readDotSize: ReadAddition = (said, setting) => {
  const sized = setting.page?.blocks.some((b) => isSized(b)) ?? false;
  const dotted = setting.page ? setting.page.blocks.some((b) => isDotted(b)) : IS_DOTTED.test(said);
  const same = setting.page && dotted ? SAME.exec(said) : null;
  if (same) return found(same, sized ? ofOneSize : (plan) => refuse(plan, 'The dots are all of one size.'));
  const isSpoken = SPEAKS_OF_DOTS.test(said);
  if (!dotted && !isSpoken) return null;
  for (const expression of [...SAID, AS_SIZE]) {
    const match = expression.exec(said);
    const name = match?.slice(1).find(Boolean);
    if (match && name) return found(match, sizeBy(name, setting));
  }
  return null;
};

const IS_DOTTED = /\b(?:scatter|bubbles?|dots?|points?|against|versus|vs|plot|correlat\p{L}*|relation\p{L}*)\b/iu;
const SPEAKS_OF_DOTS = /\b(?:bubbles?|dots?)\b/i;

function isDotted(block: Block): block is Scatter | Chart {
  return block.asked !== false && (block.type === 'scatter' || (block.type === 'chart' && block.view === 'scatter'));
}

function isSized(block: Block): boolean {
  return isDotted(block) && (block.type === 'scatter' ? block.size !== undefined : block.sized === true);
}

function sizeBy(name: string, { catalogue, now }: Setting): Addition['put'] {
  return (plan, isMeant) => {
    const [target] = plan.blocks.filter(isDotted).filter(isMeant);
    if (!target) return refuse(plan, 'Only the dots of a scatter chart have a size that tells something.');
    const base = entityOf(catalogue, target.binding, target.table);
    const read = base && numberOf(name, base, { catalogue, now, page: plan });
    if (!read) return refuse(plan, `I don’t know “${name}” as a number, so the dots are all of one size.`);
    const changed = target.type === 'scatter' ? (read.field ? withSize(target, read.field, catalogue) : `Each dot is a row, which has no ${name} of its own.`) : withGroupSize(target, read.wish, catalogue);
    if (typeof changed === 'string') return refuse(plan, changed);
    const isNullable = target.type === 'scatter' && read.field?.source.nullable === true;
    const after = connect({ ...plan, blocks: plan.blocks.map((b) => (b === target ? changed : b)) }, catalogue);
    return putBlocks(plan, after.blocks, `The dots of “${target.title}” are sized by ${read.field?.label ?? name} now.`, [], [...read.assumptions, ...(isNullable ? [`Rows without ${read.field?.label} aren’t drawn.`] : [])]);
  };
}

/** The one number that words name, of a table or what it belongs to. */
function numberOf(words: string, base: Entity, { catalogue, now }: Setting): { wish: MeasureWish; field: Field | null; assumptions: string[] } | null {
  const items = linkItems(tokenize(words), nameIndexOf(catalogue), now);
  const { measures, loose, entities, assumptions, conditions } = readWish(items, [base], catalogue);
  if (items.some((i) => !i.used && i.mark?.is !== 'filler') || conditions.length > 0) return null;
  const [named, only, counted] = [measures[0], loose[0], entities[0]];
  if (named) return { wish: named, field: named.name.kind === 'field' && named.aggregate === null ? named.name.field : columnOf(named), assumptions };
  if (only) return { wish: { aggregate: null, name: { kind: 'field', field: only.field, entity: only.entity }, where: [] }, field: only.field, assumptions };
  return counted ? { wish: { aggregate: 'count', name: { kind: 'entity', entity: counted }, where: [] }, field: null, assumptions } : null;
}

/** A measure that is a column adds up what each row has. */
function columnOf({ name, aggregate, per }: MeasureWish): Field | null {
  const of = name.kind === 'measure' && aggregate === null && !per ? name.measure.measure.of : null;
  return of?.op === 'column' ? (name.entity.fields.find((f) => f.column === of.column && f.table === of.table) ?? null) : null;
}

const ofOneSize: Addition['put'] = (plan) => putBlocks(plan, plan.blocks.map((b) => (isSized(b) ? unsized(b) : b)), 'The dots are all of one size now.');

function unsized(block: Block): Block {
  if (block.type === 'scatter') {
    const { size: _, ...rest } = block;
    return rest;
  }
  if (block.type !== 'chart') return block;
  const { sized: _, ...rest } = block;
  return { ...rest, measures: rest.measures.slice(0, 2) };
}
