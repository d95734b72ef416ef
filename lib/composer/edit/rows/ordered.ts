import { entityOf } from '../../catalogue/entity';
import type { Chart, RowTable } from '../../plan';
import { MARKS } from '../../words/words';
import type { Editing } from '../editing';
import { isOnlyGroup } from '../said/replacement';
import { retitled } from '../retitle';

const MOST = 'biggest|largest|greatest|highest|best|strongest|busiest|top|most\\s+important|longest\\s+bars?|tallest\\s+bars?|biggest\\s+bars?';
const LEAST = 'smallest|lowest|least|weakest|worst|quietest|tiniest|shortest\\s+bars?';
/** Superlatives of some columns: "richest", "cheapest". */
const OF_COLUMNS = new Map([...MARKS].flatMap(([phrase, mark]) => (mark.is === 'superlative' ? [[phrase, mark] as const] : [])));
const ANY = `${MOST}|${LEAST}|${[...OF_COLUMNS.keys()].map((phrase) => phrase.replaceAll(' ', '\\s+')).join('|')}`;
const WHERE = '(?:first|foremost|in\\s+front|up\\s+front|(?:at|on)\\s+(?:the\\s+)?(?:very\\s+)?top|on\\s+the\\s+left|leftmost)';
const NOUN = '((?:\\s+(?!first\\b|in\\b|at\\b|on\\b|up\\b|should\\b)[\\p{L}\\p{N}_-]+){0,3}?)';

/** "richest region first", "with the biggest at the top" */
const FIRST = new RegExp(`[\\s,;]*(?:\\band\\s+)?(?:\\b(?:with|having|put|show|list|sort(?:ed)?|order(?:ed)?)\\s+)?(?:\\bthe\\s+)?\\b(${ANY})${NOUN}\\s+(?:(?:should\\s+)?(?:come|stand|be|go|comes|stands|goes|listed|shown)\\s+)?${WHERE}(?=[\\s,.;!]|$)`, 'iu');
/** "start with the poorest region" */
const STARTING = new RegExp(`[\\s,;]*(?:\\band\\s+)?\\b(?:start(?:ing|s)?|begin(?:ning|s)?)\\s+with\\s+(?:the\\s+)?(${ANY})${NOUN}(?=\\s*(?:[,.;!]|please|$))`, 'iu');
/** "from richest to poorest", "from rich to poor" */
const FROM = /[\s,;]*(?:\b(?:sorted|ordered|ranked|sort|order|rank)\s+(?:it\s+|them\s+)?)?\bfrom\s+(?:the\s+)?(rich|poor)(?:est)?\s+to\s+(?:the\s+)?(?:rich|poor)(?:est)?(?=[\s,.;!]|$)/iu;
const INSTEAD = new RegExp(`^\\s*(?:(?:please|now|and|show|the|me|rather)[\\s,]+)*(${[...OF_COLUMNS.keys()].map((phrase) => phrase.replaceAll(' ', '\\s+')).join('|')}|best|worst|weakest|strongest)(?:\\s+ones?)?\\s+instead(?:\\s*,?\\s*please)?[\\s.!?]*$`, 'iu');

function isLeast(word: string): boolean {
  return OF_COLUMNS.get(word)?.descending === false || new RegExp(`^(?:${LEAST})$`, 'i').test(word);
}

/** "biggest at the bottom" */
const AT_END = new RegExp(`\\b(?:the\\s+)?(${MOST}|${LEAST})${NOUN}\\s+(?:(?:should\\s+)?(?:come|stand|be|go)\\s+)?(?:last|(?:at|on|to)\\s+(?:the\\s+)?(?:very\\s+)?(?:bottom|end|right))(?=[\\s,.;!]|$)`, 'iu');
/** "sort the bars by name": by what they are called, whoever else has a name. */
const BY_NAME = /^\s*(?:please\s+)?(?:sort|order|arrange)(?:ed)?\s+(?:(?:the\s+)?(?:bars?|slices?|rows?|chart)\s+|it\s+|them\s+)?by\s+(?:the\s+|their\s+)?(?:([\p{L} ]+?)\s+)?names?(?=[\s.!]*(?:please)?[\s.!]*$)/iu;

/**
 * "in a table, richest region first": the order of what is there, and not the one that is the richest. It becomes a sentence of its own in the words
 * that the grammar knows; where rows are listed, which have the columns that it is of, only what they are called goes.
 */
export function ordered(editing: Editing, said: string): string {
  const named = BY_NAME.exec(said);
  if (named && isOfWhatIsThere(editing, named[1] ?? '') && editing.plan.blocks.some((b) => b.type === 'chart' && b.asked !== false) && !editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false)) return said.replace(BY_NAME, 'sort alphabetically');
  const prompt = said.replace(FROM, (_, first: string) => `, ${first.toLowerCase()}est first`).replace(AT_END, (_, word: string, noun: string) => `${new RegExp(`^(?:${MOST})$`, 'i').test(word) ? 'lowest' : 'highest'}${noun} first`);
  const turned = INSTEAD.exec(prompt)?.[1]?.toLowerCase();
  // "poorest instead", of the ten richest: as many from the other end.
  if (turned && editing.plan.blocks.some((b) => b.type === 'chart' && b.asked !== false && b.limit !== null)) return isLeast(turned) ? 'lowest first' : 'highest first';
  // The same of as many rows.
  if (turned && OF_COLUMNS.has(turned) && editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false && b.sort !== null && !b.capped)) return `${turned} first`;
  const match = FIRST.exec(prompt) ?? STARTING.exec(prompt);
  const [whole = '', superlative = '', noun = ''] = match ?? [];
  // "highest total on top": a number that is named is for the grammar, which knows it by "first".
  if (match && !isOfWhatIsThere(editing, noun.trim())) return editing.exactly(noun.trim()) ? prompt.replace(whole, `, ${superlative}${noun} first`).replace(/^[\s,]+/, '') : said;
  if (!match) return said;
  const word = superlative.toLowerCase().replace(/\s+/g, ' ');
  const mark = OF_COLUMNS.get(word);
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bucket === null && b.view !== 'heatmap');
  const isOfRows = editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false);
  const before = isOfRows && noun.trim() === '' ? prompt.replace(whole, ' ').trim().replace(/[\s,;]+$/, '') : '';
  // "lighting only, cheapest first": which rows, and then their order.
  if (before !== '') return `${before}. ${superlative} first`;
  if (charts.length === 0 || isOfRows) return noun.trim() === '' ? said : prompt.replace(whole, `, ${superlative} first`).replace(/^[\s,]+/, '');
  const measure = mark && charts.flatMap((b) => b.measures).find(({ label, of }) => mark.of.some((name) => label.includes(name) || (of?.op === 'column' && of.column.toLowerCase() === name)));
  const rest = prompt.replace(whole, ' ').replace(/\b(?:in|as)\s+(?=(?:an?\s+)?table\b)/i, 'as ').trim().replace(/[\s,;]+$/, '');
  if (mark && !measure) {
    editing.problems.push(`Nothing that is drawn says which is the ${word}, so the order stays as it is.`);
    return rest;
  }
  const descending = mark ? mark.descending : new RegExp(`^(?:${MOST})$`, 'i').test(word);
  const isSo = charts.every((b) => b.sort === (descending ? 'value-desc' : 'value-asc') && (!measure || b.measures[0] === measure));
  if (isSo && rest !== '') return rest;
  const order = measure && charts.every((b) => b.measures[0] !== measure) ? `sort by ${measure.label}, ${descending ? 'highest' : 'lowest'} first` : `${descending ? 'highest' : 'lowest'} first`;
  return rest === '' ? order : `${rest}. ${order}`;
}

/** "only the cheapest 5": which rows, and how many of them. */
const FEW = new RegExp(`^\\s*(?:(?:please|show|keep|only|just|me)\\s+)*(?:the\\s+)?(${ANY})\\s+(\\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?:\\s+(?:ones|rows|of\\s+them))?(?:\\s*,?\\s*please)?[\\s.!]*$`, 'iu');

export function fewOfRows(prompt: string): { superlative: string; count: string } | null {
  const [, superlative, count] = FEW.exec(prompt) ?? [];
  return superlative && count && OF_COLUMNS.has(superlative.toLowerCase()) ? { superlative, count } : null;
}

/** "lowest instead", of the ten highest. */
const OTHER_END = new RegExp(`^\\s*(?:(?:please|now|and|show|the|me|rather|no|actually)[\\s,]+)*(${MOST}|${LEAST})(?:\\s+ones?)?\\s+instead(?:\\s*,?\\s*please)?[\\s.!?]*$`, 'iu');

/** "lowest instead", of the ten highest: as many from the other end, and not the lowest of each. False where nothing is ranked. */
export function otherEnd(editing: Editing, prompt: string): boolean {
  const end = OTHER_END.exec(prompt)?.[1];
  const target = end === undefined ? undefined : editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.asked !== false && b.limit !== null && b.by.bucket === null && b.measures[0]?.aggregate !== 'min' && b.measures[0]?.aggregate !== 'max');
  if (end === undefined || !target) return false;
  editing.replace(target, retitled(target, { ...target, sort: isLeast(end.toLowerCase()) ? 'value-asc' : 'value-desc' }, editing.catalogue));
  return true;
}

const REVERSE = /^\s*(?:(?:please|ok(?:ay)?|now|and)[\s,]+)*(?:(?:reverse|flip|invert|turn\s+(?:a)?round)\s+(?:(?:it|that|this|them)|the\s+(?:order|sorting|sort|ranking|bars|rows|list|table))(?:\s+(?:a)?round)?|(?:in\s+)?(?:the\s+)?(?:reverse|opposite)\s+order|(?:sort\s+(?:it|them)\s+)?the\s+other\s+way\s+(?:a)?round|(?:the\s+)?(?:top|best)\s+(?:instead\s+of|rather\s+than|not)\s+(?:the\s+)?(?:bottom|worst)|(?:the\s+)?(?:bottom|worst)\s+(?:instead\s+of|rather\s+than|not)\s+(?:the\s+)?(?:top|best))(?:\s*,?\s*please)?[\s.!]*$/i;

/** "reverse it": the order that there is, from its other end; false where nothing has one. */
export function reversed(editing: Editing, prompt: string): boolean {
  const shown = REVERSE.test(prompt) ? editing.plan.blocks.filter((b) => b.asked !== false) : [];
  const target = shown.find((b): b is Chart | RowTable => (b.type === 'chart' && b.view !== 'heatmap' && b.by.bucket === null) || (b.type === 'table' && b.sort !== null)) ?? shown.find((b): b is Chart => b.type === 'chart' && b.view !== 'heatmap');
  if (!target) return false;
  if (target.type === 'table' && target.perGroup) editing.replace(target, retitled(target, { ...target, sort: target.sort && { ...target.sort, descending: !target.sort.descending } }, editing.catalogue));
  else if (target.type === 'table') editing.replace(target, { ...target, sort: target.sort && { ...target.sort, descending: !target.sort.descending } });
  else editing.replace(target, retitled(target, { ...target, sort: OPPOSITE[target.sort] }, editing.catalogue));
  return true;
}

const OPPOSITE = { 'value-desc': 'value-asc', 'value-asc': 'value-desc', label: 'label-desc', 'label-desc': 'label' } as const;

/** "region", where there are bars for regions or rows of them; a number that is named is for the grammar. */
function isOfWhatIsThere(editing: Editing, noun: string): boolean {
  if (noun === '' || /^(?:ones?|groups?|bars?|slices?|rows?|values?|numbers?)$/i.test(noun)) return true;
  const wish = editing.exactly(`by ${noun}`);
  return (wish !== null && isOnlyGroup(wish) && wish.bucket === null) || editing.plan.blocks.some((b) => [entityOf(editing.catalogue, b.binding, b.table)].some((e) => e?.singular === noun.toLowerCase() || e?.plural === noun.toLowerCase()));
}
