import { WHOLE } from '../../catalogue/names';
import type { Item } from '../link';
import { has, isContent, isLedBy } from './items';

/** "by genre and media type": another table that things belong to, and that has no time of its own. */
export function goesOnListing(before: readonly Item[], items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const name = content[0]?.mark ? undefined : content[0]?.links[0]?.name;
  // "by year and weather", of a table and its column of one name.
  const isColumn = content[0]?.links.some((l) => l.score >= WHOLE && l.name.kind === 'field' && l.name.entity === name?.entity && l.name.field.role !== 'measure') ?? false;
  return has(before, ['by']) && content.length === 1 && name?.kind === 'entity' && (isColumn || name.entity.time === null || before.some((i) => i.mark?.is === 'chart' && i.mark.view === 'heatmap'));
}

/** "by genre and year as stacked bars": another group, then how it is all drawn. */
export function goesOnGrouping(before: readonly Item[], items: readonly Item[]): boolean {
  const [first, ...rest] = items.filter(isContent);
  const isGroup = first?.mark?.is === 'bucket' || (first && !first.mark && ((first.links[0]?.name.kind === 'field' && first.links[0].name.field.role !== 'measure') || (first.links[0]?.name.kind === 'entity' && first.links[0].name.entity.time === null)));
  return Boolean(isGroup) && has(before, ['by']) && rest.length > 0 && rest.every((i) => i.mark?.is === 'chart' || i.mark?.is === 'style' || (i.mark?.is === 'table' && isLedBy(items, i, /^(in|as|in a|as a)$/)));
}

/** "what share of tracks is longer than 300, per genre", "orders per month, one colour per channel" */
export function saysOnlyGroup(before: readonly Item[], items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const isOfBar = content[0]?.lower === 'each bar';
  const [first, ...rest] = isOfBar ? content.slice(1) : content;
  if (first?.mark?.is === 'by' && (isOfBar || SECOND_GROUP.test(first.lower))) return rest.length > 0 && rest.length <= 2 && !has(rest, ['chart', 'table', 'filter']);
  return first?.mark?.is === 'by' && /^(by|per|for each|for every|grouped by|in each|each)$/.test(first.lower) && !has(before, ['by', 'bucket']) && rest.length > 0 && rest.length <= 2 && !has(rest, ['chart', 'table', 'filter']);
}

/** What a second grouping begins with, and hardly ever a first one. */
const SECOND_GROUP = /^(one|a|each|separate) (colou?r|line|bar|area|series|lane|column|band|layer|segment)|^colou?r|^(sub)?divided|^lanes are|^stacked per/;
