import { MAX_GROUPS } from '../../plan';
import { emptyWish } from '../../read/wish';
import { changeOf } from '../change';
import type { Editing } from '../editing';
import { howMany } from '../said/how-many';
import { RANK_THE } from '../said/phrases';
import { readClauses } from '../read-clauses';
import { isOnlyGroup } from '../said/replacement';
import { groupedBy } from '../targets';

/** "show twenty", "make it 20 customers": of the ranking or the rows that are there. */
export function count(editing: Editing, prompt: string): boolean {
  const said = howMany(prompt);
  const grouped = said?.of ? editing.exactly(`by ${said.of}`) : null;
  const named = grouped && isOnlyGroup(grouped) ? groupedBy(editing.plan.blocks, grouped, editing.catalogue) : null;
  if (!said || (said.of !== null && !named)) return false;
  const rankings = editing.plan.blocks.filter((b) => b.asked !== false && b.type === 'chart' && b.limit !== null && !b.other);
  const target = named?.block ?? (rankings.length === 1 ? rankings[0] : undefined);
  const now = target?.type === 'chart' ? target.limit : null;
  // "50 rows max", of rows that are listed.
  const isOfRows = rankings.length === 0 && /\b(?:rows?|entries|lines|items)\b/i.test(prompt) && editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false);
  if (said.isLimit && now === null && !isOfRows) return false;
  const count = said.count < 0 ? Math.max(1, (now ?? 1) + said.count) : said.times ? Math.min(MAX_GROUPS, Math.max(1, Math.round(said.count * (now ?? 1)))) : said.count;
  const change = changeOf({ ...emptyWish(), rows: count }, { change: true, instead: false, splits: false });
  // "top 3" makes a ranking of what is none.
  if (!target || !change) {
    if (/\b(?:top|best|first)\b/i.test(prompt)) return false;
    readClauses(editing, `show ${said.count} rows`);
    return true;
  }
  editing.changed(target, change);
  return true;
}

/** "rank the customers by revenue", where they are what is ranked. */
export function ranking(editing: Editing, prompt: string): string {
  const [, , of] = RANK_THE.exec(prompt) ?? [];
  const wish = of === undefined ? null : editing.exactly(`by ${of}`);
  return wish && isOnlyGroup(wish) && groupedBy(editing.plan.blocks, wish, editing.catalogue) ? prompt.replace(RANK_THE, '$1rank them by ') : prompt;
}
