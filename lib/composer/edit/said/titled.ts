import type { Catalogue } from '../../catalogue/entity';
import { nameIndexOf } from '../../catalogue/names';
import type { Block, Plan } from '../../plan';
import { linkItems } from '../../read/link';
import { tokenize } from '../../words/tokens';

/** A follow-up that also says what is to stand above what it changes. */
export type Titled = { rest: string; title: string };

const GIVES = '(?:with\\s+(?:the\\s+|an?\\s+|this\\s+|as\\s+)?(?:title|heading|headline|caption)|(?:and\\s+)?set\\s+(?:the|its)\\s+(?:title|heading|headline)\\s+to|under\\s+the\\s+(?:title|heading|name)|(?:and\\s+)?(?:give|giving)\\s+(?:it|that|this)\\s+the\\s+(?:title|heading|name)|(?:and\\s+)?(?:(?:the|its|new)\\s+)?(?:title|heading|headline)(?=\\s*[:="“]|\\s+[–—-]\\s|\\s+(?:should|is|to\\s+be)\\b)|entitled|(?<=^\\s*)titled)';
/** What also begins a condition: "customers called Smith". */
const MAYBE = '(?:(?:and\\s+)?(?:titled|called|named|labell?ed|headed)|with\\s+the\\s+name|by\\s+the\\s+name(?:\\s+of)?)';
const BEHIND = '\\s*(?:[:=–—-]|should\\s+(?:be|read|say)\\b|is\\b|to\\s+be\\b|of\\b)?\\s*';
const SURE = new RegExp(`^(.*?)(?:^|[\\s,;.–—-]+)\\b${GIVES}${BEHIND}(\\S.*)$`, 'is');
const UNSURE = new RegExp(`^(.*?)([\\s,;.–—-]+)${MAYBE}\\s*:?\\s*(\\S.*)$`, 'is');

/** "a pie, with “Who buys” as the title" */
const AS_TITLE = /^(.*?)[\s,;]*\b(?:with|and|under|using)?\s*["“]([^"“”]+)["”]\s+as\s+(?:the|its|a)\s+(?:title|heading|headline|name|caption)\b[\s.!]*(.*)$/is;

/** Kinds of word behind which "called" is said of what is drawn, and not of rows. */
const DRAWN = new Set(['chart', 'table', 'board', 'calendar', 'stat', 'style', 'bucket', 'direction', 'title', 'overview']);

/** "a pie please, titled Who buys": what is to be done, and the title as it was written. Null where no title is given. */
export function titledOf(prompt: string, catalogue: Catalogue, now: Date): Titled | null {
  const [, around, quoted, behind = ''] = AS_TITLE.exec(prompt) ?? [];
  if (around !== undefined && quoted) return { rest: `${around} ${behind}`.trim(), title: quoted.trim().slice(0, MAX_TITLE) };
  const [, before, said] = SURE.exec(prompt) ?? [];
  if (before !== undefined && said) return withoutQuotes(before, said);
  const [, head, gap, title] = UNSURE.exec(prompt) ?? [];
  if (!head || !gap || !title || !(/[,;–—-]/.test(gap) || isOfWhatIsDrawn(head, catalogue, now))) return null;
  return withoutQuotes(head, title);
}

function isOfWhatIsDrawn(head: string, catalogue: Catalogue, now: Date): boolean {
  if (/\b(?:it|that|this|please|instead|too|page)$/i.test(head)) return true;
  const items = linkItems(tokenize(head), nameIndexOf(catalogue), now);
  const last = items.at(-1);
  const name = last?.mark ? undefined : last?.links[0]?.name;
  if (last?.mark) return DRAWN.has(last.mark.is);
  // "orders called Backlog": they have no name that it could be; "by country, called Where" is a grouping.
  return (name?.kind === 'entity' && name.entity.title === null) || items.at(-2)?.mark?.is === 'by';
}

function withoutQuotes(before: string, said: string): Titled | null {
  const [, quoted, behind = ''] = /^["“”'‘]([^"“”]+?)["”“'’](?=$|[\s,.;!])(.*)$/s.exec(said) ?? [];
  const title = (quoted ?? said.replace(/^["“'‘]|[\s.!]*(?:,?\s*please)?[\s.!"”]*$/gi, '')).trim().slice(0, MAX_TITLE);
  return title ? { rest: `${before}${behind.replace(/^[\s.!]+$/, '')}`.trim().replace(/[,;]$|\s+(?:and|then)$/i, ''), title } : null;
}

/** As long as the Plan takes. */
const MAX_TITLE = 200;

/** The Plan with a title for the one block that was changed or came; where that were several it is the page's. */
export function withTitle(before: Plan, after: Plan, title: string): Plan {
  const was = new Set(before.blocks.map((b) => JSON.stringify(b)));
  const shown = after.blocks.filter((b) => b.asked !== false);
  const changed = shown.filter((b) => !was.has(JSON.stringify(b)));
  const target: Block | undefined = changed.length === 1 ? changed[0] : shown.length === 1 ? shown[0] : undefined;
  if (!target) return { ...after, title };
  return { ...after, title: after.title === target.title ? title : after.title, blocks: after.blocks.map((b) => (b === target ? { ...b, title } : b)) };
}
