import { isAboutSomething, onlyNarrows } from '../../read/says';
import { basesOf } from '../../read/read';
import { emptyWish, type Wish } from '../../read/wish';
import { plural, stem, wordsOf } from '../../words/tokens';
import { listed } from '../../build/conditions';
import { entityOf, fieldOf } from '../../catalogue/entity';
import type { Period } from '../../plan';
import type { Editing } from '../editing';
import { excludeValues, includeToo, narrow } from './narrow-edits';
import { CAN_YOU, leading, LETS, OK, trailing } from '../said/around';
import { isOnlyMeasured } from '../said/replacement';
import { timesOut } from '../said/times-named';
import { columnsOf, saysKind } from '../targets';

const LEAD = leading('please', OK, 'and', 'now', 'also', 'but', 'then', 'so', LETS, CAN_YOU);
const END = trailing('please', 'then', 'now', 'too', 'as\\s+well', 'again', 'altogether', 'entirely', 'completely', 'here', 'for\\s+(?:now|me|us)');
const GO = '(?:(?:can|could|should|may|must|might|has\\s+to|have\\s+to|needs?\\s+to|ought\\s+to|is\\s+to|are\\s+to)\\s+(?:please\\s+|all\\s+|both\\s+)?(?:go(?:\\s+away)?|leave|disappear|vanish|be\\s+(?:gone|out|dropped|removed|hidden|excluded|omitted|skipped|ignored|left\\s+(?:out|off|aside)|taken\\s+out|thrown\\s+out|filtered\\s+out))|goes?(?:\\s+(?:away|out))?|out|off|aside|excluded|left\\s+out)';
const UNNEEDED = '(?:(?:is|are)\\s+(?:not|no\\s+longer)|(?:is|are)n[’\']t)\\s+(?:needed|wanted|necessary|required|relevant|interesting|of\\s+(?:any\\s+)?interest|important|to\\s+be\\s+(?:shown|seen|counted|included))|(?:do(?:es)?|should|need)(?:\\s+not|n[’\']t)\\s+(?:matter|count|belong(?:\\s+(?:here|there|in\\s+(?:it|there)))?|interest\\s+(?:me|us)|be\\s+(?:there|in\\s+(?:it|there|here)|shown|included|counted|on\\s+it))';
/** "fossil fuels out", "USA and Canada can go", "consumers are not needed" */
const GOES = new RegExp(`${LEAD}(?:the\\s+)?(.+?)\\s*,?\\s+(?:${GO}|${UNNEEDED})${END}`, 'iu');
/** "forget consumers", "minus the returned ones", "leave out consumers" */
const WITHOUT = new RegExp(`${LEAD}(?:forget(?:\\s+about)?|never\\s+mind|minus|except(?:\\s+for)?|excluding|exclude|without|no(?!\\s+(?:more|fewer|less)\\b)|drop|omit|skip|ignore|hide|remove|scrap|ditch|lose|disregard|discard|eliminate|get\\s+rid\\s+of|leave\\s+(?:out|off|aside)|take\\s+(?:out|away)|throw\\s+(?:out|away)|filter\\s+out|cut\\s+out|kick\\s+out|(?:i|we)\\s+(?:do\\s+not|don[’']t)\\s+(?:need|want|care\\s+about)(?:\\s+to\\s+see)?|(?:do\\s+not|don[’']t|not)\\s+(?:show|include|count|display|list))\\s+(?:the\\s+|any\\s+|all\\s+the\\s+)?(.+?)${END}`, 'iu');
/** "the dry days, precipitation 0": in other words. */
const EXPLAINED = /^(.+?)\s*(?:[,:(]|\s[–—-]\s)\s*(?:i\.?e\.?,?\s+|that\s+is,?\s+|meaning\s+|so\s+|those\s+with\s+|with\s+)?(.+?)\)?$/iu;

const HAVING = '^(?:.{0,80}\\s)?(?:with|having|that\\s+(?:have|has|had)|which\\s+(?:have|has|had)|where(?:\\s+the)?|whose)\\s+(?:an?\\s+|the\\s+)?';
const OF_ZERO = new RegExp(`${HAVING}(.+?)\\s+(?:of|is|are|was|=|at)\\s+(?:zero|0|nothing|nil)$`, 'iu');
const ZERO_OF = new RegExp(`${HAVING}(?:zero|0)\\s+(.+)$`, 'iu');

const NUMBER_GOES = new RegExp(`${LEAD}(?:without|no|omit|skip)\\s+(?:the\\s+)?(.+?)${END}`, 'iu');

/** "take the minimum line out" */
const TAKEN_OUT = new RegExp(`${LEAD}(?:take|leave|cut|kick|throw)\\s+(?:the\\s+)?(.+?)(?:\\s+(?:line|bar|curve|series|number)s?)?\\s+(?:out|away|off)${END}`, 'iu');

/** "all but consumers" names what stays. */
const KEEPS = /^(?:only|just|keep|everything|anything|nothing|all)\b/i;

/** "fossil fuels out": values that are named are left out, whatever the words say that they go by; false where none are named. */
export function leaveOut(editing: Editing, prompt: string): boolean {
  const goes = GOES.exec(prompt)?.[1];
  const what = goes ?? WITHOUT.exec(prompt)?.[1];
  if (what === undefined || KEEPS.test(what)) return false;
  const [whole, ...parts] = [what, ...(EXPLAINED.exec(what) ?? []).slice(1)];
  const wish = withNone(editing, whole) ?? rowsOf(editing, whole) ?? calledSo(editing, whole) ?? calledAs(editing, whole);
  if (wish) return excluded(editing, wish);
  if (isStretch(editing, whole)) return true;
  const [called, meant] = parts;
  const explained = called && meant && !rowsOf(editing, called) ? rowsOf(editing, meant) : null;
  if (!explained?.conditions.every((c) => c.kind === 'compare' || isNumber(c))) return false;
  editing.assumptions.push(`I took “${called}” as those with ${meant}.`);
  return excluded(editing, explained);
}

function excluded(editing: Editing, wish: Wish): boolean {
  editing.assumptions.push(...wish.assumptions);
  excludeValues(editing, wish);
  return true;
}

/** "without the table": a block, and no rows of anything. */
const WITHOUT_BLOCK = /^\s*(?:(?:please|and|but|now|then|ok(?:ay)?)[\s,]+)*(?:without|no(?:\s+more)?|minus|lose|skip|ditch|hide)\s+(?:the\s+|that\s+|this\s+)?(?!(?:everything|all|nothing|anything)\b)(.+?)(?:\s+(?:again|please|now|any\s?more))*[\s.!]*$/i;

/** "take the table away again" */
const TAKE_BLOCK = /^\s*(?:(?:please|and|but|now|then|ok(?:ay)?)[\s,]+)*(?:take|put|throw|kick)\s+(?:the\s+|that\s+|this\s+)?(.+?)\s+(?:away|off|out)(?:\s+(?:again|please|now))*[\s.!]*$/i;

/** "the table can go", "the city column is not needed": what is shown is removed by its verb. */
export function goneByVerb(editing: Editing, prompt: string): string {
  const number = NUMBER_GOES.exec(prompt)?.[1] ?? TAKEN_OUT.exec(prompt)?.[1];
  const numbers = number === undefined ? null : editing.exactly(number);
  // "without revenue", of a chart with several numbers.
  if (numbers && isOnlyMeasured(numbers) && numbers.measures.length > 0) return `remove the ${number}`;
  const block = WITHOUT_BLOCK.exec(prompt)?.[1] ?? TAKE_BLOCK.exec(prompt)?.[1];
  // "take the open orders out again", of a tile that is called so.
  const isTitle = (title: string) => title.toLowerCase() === block?.toLowerCase();
  if (editing.plan.blocks.filter((b) => b.asked !== false).length > 1 && editing.plan.blocks.some((b) => b.asked !== false && isTitle(b.title))) return `remove the ${block}`;
  const kind = block === undefined ? null : editing.exactly(block);
  if (kind && (saysKind(kind) || kind.filters.length > 0) && kind.conditions.length + kind.periods.length === 0) return `remove the ${block}`;
  const what = GOES.exec(prompt)?.[1];
  const wish = what === undefined || KEEPS.test(what) ? null : editing.exactly(what);
  return wish && (isAboutSomething(wish) || saysKind(wish) || wish.filters.length > 0) && wish.periods.length === 0 ? `remove the ${what}` : prompt;
}

/** "the models with a cost of zero": those that have none of it. */
function withNone(editing: Editing, words: string): Wish | null {
  const [, of] = OF_ZERO.exec(words) ?? ZERO_OF.exec(words) ?? [];
  const wish = of === undefined ? null : editing.exactly(`${of} at most 0`);
  const [only, ...others] = wish?.conditions ?? [];
  return wish && only?.kind === 'compare' && only.field !== null && others.length === 0 && onlyNarrows(wish) ? wish : null;
}

/** "the video files": values of what is shown that have all of the words in their names. */
function calledSo(editing: Editing, words: string, isOfRows = false): Wish | null {
  const stems = wordsOf(words.toLowerCase().replace(/\s+ones$/, '')).map(stem);
  if (stems.length === 0 || stems.some((each) => each.length < MIN_STEM) || editing.exactly(words)) return null;
  const rows = isOfRows ? basesOf(editing.plan.blocks, editing.catalogue).slice(0, 1).flatMap((e) => e.fields) : [];
  for (const column of [...editing.plan.blocks.filter((b) => b.asked !== false).flatMap(columnsOf), ...rows]) {
    const entity = editing.catalogue.entities.find((e) => e.table.name === column.table && e.binding === editing.plan.blocks[0]?.binding);
    const field = entity && fieldOf(entity, column.column);
    const values = (field?.source.values ?? []).filter((value) => stems.every((each) => wordsOf(value.toLowerCase()).map(stem).includes(each)));
    if (!entity || !field || values.length === 0 || values.length === field.source.values?.length) continue;
    return { ...emptyWish(), conditions: [{ kind: 'values', field, entity, values, negated: false }], assumptions: [`I took “${words}” as ${listed(values, 'and')}.`] };
  }
  return null;
}

const PROPER = /^(?:\p{Lu}[\p{L}\p{N}.’'&-]*)(?:\s+(?:\p{Lu}[\p{L}\p{N}.’'&-]*|of|the|and|de|la|du|von|van))*$/u;

/** "without Qatar", of countries: a name of one of the groups or rows, where there are too many to be known; null where it means something by itself. */
function calledAs(editing: Editing, words: string): Wish | null {
  const name = words.trim();
  if (!PROPER.test(name) || editing.exactly(name)) return null;
  for (const block of editing.plan.blocks) {
    if (block.asked === false || (block.type === 'chart' ? block.by.bucket !== null || block.by.bin !== undefined : block.type !== 'table')) continue;
    const base = entityOf(editing.catalogue, block.binding, block.table);
    const owner = block.type === 'chart' ? entityOf(editing.catalogue, block.binding, block.by.field.table) : base;
    const field = block.type === 'chart' ? owner && fieldOf(owner, block.by.field.column) : base?.title;
    if (!owner || !field || field.source.values !== undefined || field.source.type !== 'string' || field.and) continue;
    return { ...emptyWish(), conditions: [{ kind: 'values', field, entity: owner, values: [name], negated: false }], assumptions: [`I took “${name}” as one of the ${plural(field.label === 'name' || field.label === 'title' ? owner.singular : field.label)}.`] };
  }
  return null;
}

/** "only africa": values that have the word in their names; false where it means something by itself, or is in none. */
export function onlyCalled(editing: Editing, prompt: string): boolean {
  const [, what] = ONLY.exec(prompt) ?? AND_ONLY.exec(prompt) ?? [];
  const wish = what === undefined ? null : (calledSo(editing, what, true) ?? calledAs(editing, what));
  if (!wish) return false;
  editing.assumptions.push(...wish.assumptions);
  narrow(editing, wish);
  return true;
}

/** "include europe", "add Europe", "europe too" */
const INCLUDED = new RegExp(`${LEAD}(?:(?:include|add|show)\\s+(?:also\\s+)?(?:the\\s+)?([\\p{L} -]+?)|([\\p{L} -]+?)\\s+(?:too|as\\s+well))${END}`, 'iu');

/** "include europe", of a page that shows america only: values that have the word in their names; false where it isn’t narrowed by such, or the word means something by itself. */
export function includeCalled(editing: Editing, prompt: string): boolean {
  const [, what = '', other = ''] = INCLUDED.exec(prompt) ?? [];
  const wish = what + other === '' ? null : calledSo(editing, what || other, true);
  if (!wish || !includeToo(editing, wish)) return false;
  editing.assumptions.push(...wish.assumptions);
  return true;
}

/** "Africa only" */
const AND_ONLY = new RegExp(`${LEAD}(?:show\\s+|keep\\s+)?(?:me\\s+)?(?:the\\s+)?([\\p{L} -]+?)\\s+only${END}`, 'iu');
/** "just africa please" */
const ONLY = new RegExp(`${LEAD}(?:show\\s+|keep\\s+)?(?:me\\s+)?(?:only|just)\\s+(?:the\\s+)?([\\p{L} -]+?)${END}`, 'iu');

/** Shorter words are in too many names. */
const MIN_STEM = 4;

/** "leave out this month", "without 2012": at an edge of what there is one stretch is left; null where there would be two, or a stretch is shown already. */
function restOf(editing: Editing, period: Period): Period | null {
  const shown = editing.plan.blocks.find((b) => b.asked !== false && b.type !== 'stat') ?? editing.plan.blocks[0];
  const base = shown && entityOf(editing.catalogue, shown.binding, shown.table);
  const owner = shown?.type === 'chart' && shown.by.bucket ? entityOf(editing.catalogue, shown.binding, shown.by.field.table) : base;
  const time = shown?.type === 'chart' && shown.by.bucket && owner ? fieldOf(owner, shown.by.field.column) : base?.time;
  const { min, max } = time?.source ?? {};
  if (!time || editing.plan.blocks.some((b) => b.asked !== false && b.where.some((c) => c.op === 'period'))) return null;
  if (period.kind === 'unit' && period.back === 0 && (period.unit === 'month' || period.unit === 'year')) {
    const start = editing.now.toISOString().slice(0, period.unit === 'month' ? 7 : 4);
    const name = period.unit === 'year' ? start : `${editing.now.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })} ${start.slice(0, 4)}`;
    return { kind: 'range', from: null, to: `${start}${period.unit === 'month' ? '-01' : '-01-01'}`, label: `before ${name}` };
  }
  if (period.kind !== 'range' || !/^\d{4}$/.test(period.label) || typeof min !== 'string' || typeof max !== 'string') return null;
  const year = Number(period.label);
  if (min.startsWith(period.label)) return { kind: 'range', from: `${year + 1}-01-01`, to: null, label: `since ${year + 1}` };
  return max.startsWith(period.label) ? { kind: 'range', from: null, to: `${year}-01-01`, label: `before ${year}` } : null;
}

/** "2024 out", "without December", "no weekends" */
function isStretch(editing: Editing, words: string): boolean {
  const times = timesOut(editing, words);
  if (!times) return false;
  editing.assumptions.push(...times.assumptions);
  const [only, ...others] = times.conditions;
  const rest = only?.kind === 'period' && others.length === 0 ? restOf(editing, only.period) : null;
  narrow(editing, rest ? { ...emptyWish(), periods: [rest] } : { ...emptyWish(), conditions: times.conditions });
  return true;
}

function isNumber(condition: Wish['conditions'][number]): boolean {
  return condition.kind === 'values' && condition.values.every((value) => typeof value === 'number');
}

/** The rows that words name by their values, and nothing else. */
function rowsOf(editing: Editing, words: string): Wish | null {
  const wish = editing.exactly(words);
  const isOfValues = wish && wish.conditions.length > 0 && wish.periods.length === 0 && wish.conditions.every((c) => (c.kind === 'values' && !c.negated) || (c.kind === 'compare' && c.field !== null && !c.negated));
  // "the orders that were returned", where orders are shown.
  const isShown = wish?.entities.every((e) => editing.plan.blocks.some((b) => b.table === e.table.name));
  return isOfValues && isShown && onlyNarrows({ ...wish, entities: [] }) ? wish : null;
}
