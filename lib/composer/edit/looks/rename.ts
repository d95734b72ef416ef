import type { Plan } from '../../plan';
import { renamedColumn } from '../columns/column-names';
import { CAN_YOU, leading, LETS, OK } from '../said/around';
import { nthBlock } from '../targets';

const PAGE = '(?:it|this|the\\s+(?:page|dashboard|title|app|whole\\s+thing)|this\\s+(?:page|dashboard))';
const LEAD = leading('please', OK, 'now', 'and', 'also', CAN_YOU, LETS, '(?:i|we)(?:[’\']d\\s+like|\\s+want)\\s+to');
const RENAME = new RegExp(`${LEAD}(?:rename(?:\\s+${PAGE})?(?:\\s+(?:to|as))?|call\\s+${PAGE}|name\\s+${PAGE}|title\\s+it|retitle\\s+it(?:\\s+(?:to|as))?|(?:change|set)\\s+the\\s+(?:title|name|heading)\\s+to|make\\s+the\\s+(?:title|heading)(?:\\s+(?:be|say|read))?|the\\s+(?:title|heading)\\s+(?:should|must|has\\s+to)\\s+(?:be|say|read)|(?:give\\s+it|add|use|set)\\s+(?:a|the)\\s+title)\\s*:?\\s+["“'‘]?(.+?)["”'’.!]*\\s*$`, 'i');
const RENAME_BLOCK = /^\s*(?:please\s+)?(?:rename|retitle|call)\s+(?!(?:it|this|that|them)\s)(?:the\s+)?["“'‘]?(.+?)["”'’]?\s+(?:to|as)\s+["“'‘]?(.+?)["”'’.!]*\s*$/i;
const CALL_BLOCK = /^\s*(?:please\s+)?(?:call|name|title)\s+the\s+(.+?\s(?:chart|table|pie|graph|board|calendar|tile|figure)|chart|table|pie|graph|board|calendar|tile|figure)\s+["“'‘]?(.+?)["”'’.!]*\s*$/i;

/** "rename the first one Incoming tickets" */
const RENAME_NTH = /^\s*(?:please\s+)?(?:rename|retitle|call|name|title)\s+the\s+((?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\s+(?:one|chart|graph|diagram|table|block|tile|figure|card|panel|thing))\s*:?\s+(?:to\s+|as\s+)?["“'‘]?(.+?)["”'’.!]*\s*$/i;

/** "change the title of the chart to …" */
const TITLE_OF = /^(\s*(?:please\s+)?)(?:change|set|rename|make)\s+the\s+(?:title|name|heading|caption)\s+of\s+(the\s+.+?|it|this)\s+(?:to|into|as)\s+(?:be\s+|read\s+)?/i;

/** As long as the Plan takes. */
const MAX_TITLE = 200;

/** The Plan under a new name, or in words why not; null where the prompt renames nothing. A title can be any words, so it is taken as written before anything else reads it. */
export function rename(plan: Plan, said: string): { plan: Plan; done: string } | string | null {
  const prompt = said.replace(TITLE_OF, '$1rename $2 to ');
  const [, nth, name] = RENAME_NTH.exec(prompt) ?? [];
  if (nth && name) return renamedNth(plan, nth, name.slice(0, MAX_TITLE));
  const [, called, title] = RENAME_BLOCK.exec(prompt) ?? CALL_BLOCK.exec(prompt) ?? [];
  if (called !== undefined && title && !new RegExp(`^${PAGE}$|^title$|^page$|^dashboard$`, 'i').test(called)) {
    const at = blockCalled(plan, called);
    const isTitle = at !== null && plan.blocks[at]?.title.toLowerCase() === called.toLowerCase();
    const column = isTitle ? null : renamedColumn(plan, prompt);
    if (column) return column;
    if (at === null) return `Nothing on the page is called “${called}”.`;
    return { plan: { ...plan, blocks: plan.blocks.map((b, i) => (i === at ? { ...b, title: title.slice(0, MAX_TITLE) } : b)) }, done: `“${plan.blocks[at]?.title}” is called “${title}” now.` };
  }
  const column = renamedColumn(plan, prompt);
  if (column) return column;
  const page = RENAME.exec(prompt)?.[1]?.trim().slice(0, MAX_TITLE);
  return page ? { plan: { ...plan, title: page }, done: page === plan.title ? 'Renamed.' : `It is called “${page}” now.` } : null;
}

/** "the first one" is one that is drawn, where there are such, and none of the figures above them. */
function renamedNth(plan: Plan, nth: string, title: string): { plan: Plan; done: string } | string {
  const drawn = plan.blocks.filter((b) => b.type !== 'stat' && b.asked !== false);
  const target = nthBlock(/\bone$/i.test(nth) && drawn.length > 0 ? drawn : plan.blocks, nth);
  if (!target) return `Nothing on the page is “the ${nth}”.`;
  return { plan: { ...plan, title: plan.title === target.title ? title : plan.title, blocks: plan.blocks.map((b) => (b === target ? { ...b, title } : b)) }, done: `“${target.title}” is called “${title}” now.` };
}

const KINDS: Record<string, (block: Plan['blocks'][number]) => boolean> = {
  chart: (b) => b.type === 'chart' || b.type === 'scatter', graph: (b) => b.type === 'chart', table: (b) => b.type === 'table' || (b.type === 'chart' && b.view === 'table'),
  pie: (b) => b.type === 'chart' && b.view === 'pie', board: (b) => b.type === 'board', calendar: (b) => b.type === 'calendar', tile: (b) => b.type === 'stat', figure: (b) => b.type === 'stat',
};

/** By its title, else the only one of its kind whose title has the other words. */
function blockCalled(plan: Plan, called: string): number | null {
  const wanted = called.toLowerCase();
  const exact = plan.blocks.findIndex((b) => b.title.toLowerCase() === wanted);
  if (exact >= 0) return exact;
  const words = wanted.split(/\s+/).filter((w) => !/^(the|of|by|per|a)$/.test(w));
  const kind = KINDS[words.at(-1) ?? ''];
  const rest = kind ? words.slice(0, -1).filter((w) => !Object.hasOwn(KINDS, w) && w !== 'bar' && w !== 'line' && w !== 'area') : words;
  // "the line chart", beside a pie.
  const view = kind ? words.find((w) => /^(?:bar|line|area|pie|scatter|histogram|heatmap)$/.test(w)) : undefined;
  const isDrawnSo = (b: Plan['blocks'][number]) => view === undefined || (b.type === 'chart' ? b.view === view : b.type === view);
  const found = plan.blocks.flatMap((b, i) => (isDrawnSo(b) && (kind ? kind(b) : true) && rest.every((w) => b.title.toLowerCase().includes(w)) && (kind || rest.length) ? [i] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
