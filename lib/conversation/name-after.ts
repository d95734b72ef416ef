import { titleFrom } from '../model/title';

/** UTF-16 units: two lines of a card, as long as a person may call it. */
const MAX_NAME = 120;
/** A page's heading that is longer is no better name than a prompt that was cut off. */
const MAX_FIRST = 60;

type Named = {
  /** The program's name, and the prompt it was made by. */
  title: string;
  firstPrompt: string;
  /** The Plans of the version before and of this one; undefined where there is none. */
  before: unknown;
  after: unknown;
};

/**
 * What a program is called after a reply: as its page is, where that got another heading or the first prompt is too long for a name.
 * Null where it keeps its name, as it does when a person gave it one.
 */
export function nameAfter({ title, firstPrompt, before, after }: Named): string | null {
  const [was, is] = [headingOf(before), headingOf(after)];
  const first = titleFrom(firstPrompt);
  if (is === null || is === title || (title !== was && uncut(title) !== uncut(first))) return null;
  if (was !== null) return is === was ? null : is.slice(0, MAX_NAME);
  return first.endsWith('…') && is.length <= MAX_FIRST ? is : null;
}

/** A Plan's title; a Plan is the composer's own, and came back from the store. */
function headingOf(plan: unknown): string | null {
  const title = (plan as { title?: unknown } | null | undefined)?.title;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}

/** Names of earlier releases were cut without a mark. */
function uncut(title: string): string {
  return title.replace(/…$/, '');
}
