import { groupingOf, timeGrouping, type Grouping } from '../../build/chart-block';
import { firstOfEach, groupCount } from '../../build/first-of-each';
import { dimensionName, rowsTitle } from '../../build/titles';
import { type Catalogue, type Entity, entityOf, type Field, fieldOf } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { numberCalled, worthOf } from '../../catalogue/measures';
import type { Chart, Dimension, RowTable } from '../../plan';
import { capitalise, uncapitalise } from '../../words/tokens';
import { MARKS, NUMBER_WORDS } from '../../words/words';
import type { Editing } from '../editing';
import { CAN_YOU, I_WANT, leading, OK, trailing } from '../said/around';
import { isOnlyGroup } from '../said/replacement';
import { retitled } from '../retitle';

const NUMBER = `\\d{1,3}|${Object.keys(NUMBER_WORDS).join('|')}`;
/** Which end of its group: superlatives of some columns among them. */
const SUPERLATIVES = [...MARKS].flatMap(([phrase, mark]) => (mark.is === 'superlative' ? [[phrase, mark] as const] : []));
const ENDS = [...SUPERLATIVES.map(([phrase]) => phrase), 'most recent', 'best selling', 'last', 'latest', 'newest', 'oldest', 'earliest', 'first', 'top', 'best', 'biggest', 'largest', 'highest', 'leading', 'strongest', 'bottom', 'worst', 'lowest', 'smallest', 'weakest'];
const LEAD = leading('please', OK, 'now', 'and', 'but', 'no', 'actually', 'rather', 'only', 'just', 'show', 'keep', 'give', 'list', 'make', 'take', 'it', 'me', 'us', I_WANT, 'i\\s+need', CAN_YOU, 'to\\s+see');
const FEW = `(?:(${NUMBER})\\s+)?`;
const TAIL = trailing('instead', 'only', 'please', 'rather', 'then', 'now');
/** "only the best one of each", "top 3 of each category instead", "the last three per customer" */
const EACH = new RegExp(`${LEAD}(?:the\\s+)?${FEW}(${ENDS.map((end) => end.replaceAll(' ', '\\s+')).join('|')})(?:\\s+(${NUMBER}))?(?:\\s+(?:ones?|rows?|(?!of\\b|per\\b|in\\b|for\\b|within\\b|instead\\b|on\\b|by\\b|first\\b)([\\p{L}]+)))?\\s+(?:(?:of|in|for|within|from)\\s+(?:each|every)(?:\\s+one)?|per)(?:\\s+(?!one\\b|instead\\b|only\\b|please\\b)([\\p{L}\\p{N} _-]+?))?${TAIL}`, 'iu');
/** "over all instead", "not per category", "overall please" */
const OVER_ALL = new RegExp(`${LEAD}(?:(?:rank|first|top|best|ranked)\\s+(?:(?:them|those|ones?)\\s+)?)?(?:over\\s+all(?:\\s+of\\s+them)?|overall|of\\s+all(?:\\s+of\\s+them)?|across\\s+(?:all|everything)|not\\s+(?:per|within|by|for|of|in)\\s+(?:each\\s+)?[\\p{L} _-]+?)${TAIL}`, 'iu');

/** "per country instead", "oldest instead": of rows that are the first of each already. */
const OTHER_GROUP = new RegExp(`${LEAD}(?:per|by|of\\s+each|for\\s+each|in\\s+each|within\\s+each|of\\s+every|for\\s+every)\\s+([\\p{L}\\p{N} _-]+?)${TAIL}`, 'iu');
const OTHER_END = new RegExp(`${LEAD}(?:the\\s+)?(${ENDS.map((end) => end.replaceAll(' ', '\\s+')).join('|')})(?:\\s+ones?)?\\s+instead${TAIL}`, 'iu');

type Asked = { /** Null where it stays what it is. */ end: string | null; count: number | null; thing: string | null; group: string | null };

/** "top 3 of each category instead": of what is ranked or listed, the first within each group; "over all instead" takes that back. False where neither is said. */
export function firstsOfEach(editing: Editing, prompt: string): boolean {
  const blocks = editing.plan.blocks.filter((b): b is Chart | RowTable => b.asked !== false && (b.type === 'chart' || b.type === 'table'));
  const ranked = OVER_ALL.test(prompt) ? blocks.filter((b) => b.perGroup !== undefined) : [];
  for (const block of ranked) editing.replace(block, overAll(block, editing.catalogue));
  if (ranked.length > 0) return true;
  const [target] = blocks;
  const asked = askedOf(prompt) ?? (target?.type === 'table' && target.perGroup ? otherwise(prompt) : null);
  if (!asked || !target) return false;
  const changed = target.type === 'chart' ? firstGroupsOf(editing, target, asked) : firstRowsOf(editing, target, asked);
  if (changed === null) return false;
  if (target.type === 'chart' && typeof changed !== 'string' && changed.type === 'chart' && changed.view !== target.view) editing.assumptions.push('The first of each group are a table.');
  editing.replace(target, changed);
  return true;
}

function askedOf(prompt: string): Asked | null {
  const [, before, end, behind, thing, group] = EACH.exec(prompt) ?? [];
  const number = before ?? behind;
  if (end === undefined) return null;
  return { end: end.toLowerCase().replace(/\s+/g, ' '), count: number === undefined ? 1 : (NUMBER_WORDS[number.toLowerCase()] ?? Number(number)), thing: thing ?? null, group: group ?? null };
}

function otherwise(prompt: string): Asked | null {
  const [, group] = OTHER_GROUP.exec(prompt) ?? [];
  const [, end] = OTHER_END.exec(prompt) ?? [];
  return group === undefined && end === undefined ? null : { end: end?.toLowerCase().replace(/\s+/g, ' ') ?? null, count: null, thing: null, group: group ?? null };
}

/** The group that was named; null where it is no one group, or none of these rows. */
function groupOf(editing: Editing, text: string, base: Entity): Grouping | string | null {
  const wish = editing.exactly(`by ${text}`);
  if (!wish || !isOnlyGroup(wish)) return null;
  const [by] = wish.by;
  if (by && pathBetween(editing.catalogue, base, by.entity) === null) return `${capitalise(base.plural)} don’t say which ${text} they belong to, so there is no first of each.`;
  return by ? groupingOf(by, base, editing.catalogue) : timeGrouping(wish.bucket ?? 'month', base, editing.catalogue);
}

const LAST_ENDS = /^(?:bottom|worst|lowest|smallest|weakest)$/;

function firstGroupsOf(editing: Editing, chart: Chart, asked: Asked): Chart | string | null {
  const base = entityOf(editing.catalogue, chart.binding, chart.table);
  if (!base || chart.by.bin !== undefined || chart.beside || chart.versus || chart.cumulative || asked.end === null || SUPERLATIVES.some(([phrase]) => phrase === asked.end)) return null;
  const named = asked.group === null ? null : groupOf(editing, asked.group, base);
  if (typeof named === 'string' || (asked.group !== null && named === null)) return named;
  const by = named?.dimension ?? (chart.series && (chart.perGroup === undefined && isOwn(chart, editing.catalogue) ? chart.series : chart.by));
  const thing = asked.thing === null ? null : groupOf(editing, asked.thing, base);
  if (typeof thing === 'string' || !by) return typeof thing === 'string' ? thing : null;
  const series = thing?.dimension ?? [chart.series, chart.by].find((d) => d && !isSame(d, by));
  if (!series || isSame(by, series)) return null;
  const { stack: _, direction: __, ...rest } = chart;
  const isDrawn = chart.view === 'bar' && chart.perGroup !== undefined;
  return retitled(chart, { ...rest, view: isDrawn ? 'bar' : 'table', by, series, perGroup: asked.count ?? 1, sort: LAST_ENDS.test(asked.end) ? 'value-asc' : 'value-desc', limit: null, other: false }, editing.catalogue);
}

/** Whether each of what a chart is by has one of its second grouping: a product its category. */
function isOwn({ binding, by, series }: Chart, catalogue: Catalogue): boolean {
  const [each, owner] = [by, series].map((d) => d && entityOf(catalogue, binding, d.field.table));
  return Boolean(each && owner && each.title?.column === by.field.column && series?.bucket === null && pathBetween(catalogue, each, owner) !== null);
}

function isSame(a: Dimension, b: Dimension): boolean {
  return a.field.table === b.field.table && a.field.column === b.field.column && a.bucket === b.bucket;
}

function firstRowsOf(editing: Editing, table: RowTable, asked: Asked): RowTable | string | null {
  const base = entityOf(editing.catalogue, table.binding, table.table);
  const order = base && orderOf(asked.end, table, base);
  if (!base || !order) return null;
  const was = table.perGroup && { dimension: table.perGroup.by, name: dimensionName(table.perGroup.by, base, editing.catalogue), distinct: groupCount(table.perGroup.by, base, editing.catalogue) };
  const by = asked.group === null ? (was ?? null) : groupOf(editing, asked.group, base);
  if (by === null || typeof by === 'string') return by;
  const { title, ...changed } = firstOfEach({ ...table, detail: table.detail }, base, editing.catalogue, { by, order, count: asked.count ?? table.perGroup?.count ?? 1 });
  return isPlainlyTitled(table, base, editing.catalogue) ? { ...changed, title } : retitled(table, { ...changed, title: table.title }, editing.catalogue);
}

/** "Latest 20 orders": it is called by which rows it shows, and by no name of somebody's own. */
function isPlainlyTitled({ title, where }: RowTable, base: Entity, catalogue: Catalogue): boolean {
  return title.toLowerCase().includes(rowsTitle(base, where, catalogue).toLowerCase());
}

/** By when they were, by the column that a word stands for, else by the number they are in order of, or what they are worth. */
function orderOf(end: string | null, table: RowTable, base: Entity): { field: Field; descending: boolean } | null {
  const sorted = table.sort && fieldOf(base, table.sort.field.column);
  if (end === null) return sorted && table.sort && { field: sorted, descending: table.sort.descending };
  const mark = SUPERLATIVES.find(([phrase]) => phrase === end)?.[1];
  const named = mark ? numberCalled(base, mark.of) : null;
  if (mark) return named ? { field: named, descending: mark.descending } : null;
  const dated = /^(?:last|latest|newest|most recent)$/.test(end) ? true : /^(?:first|oldest|earliest)$/.test(end) ? false : null;
  if (dated !== null) return base.time ? { field: base.time, descending: dated } : null;
  const worth = sorted?.role === 'measure' ? sorted : (worthOf(base) ?? base.fields.find((f) => f.role === 'measure'));
  return worth ? { field: worth, descending: !LAST_ENDS.test(end) } : null;
}

/** The first of all in place of the first of each. */
function overAll<T extends Chart | RowTable>(block: T, catalogue: Catalogue): T {
  const base = entityOf(catalogue, block.binding, block.table);
  if (block.type === 'chart') {
    const { perGroup, ...rest } = block;
    const { series } = block;
    return base && series ? retitled(block, { ...rest, view: 'bar', by: series, series: null, limit: perGroup === 1 ? 10 : (perGroup ?? 10), measures: block.measures } as T, catalogue) : block;
  }
  const { perGroup, ...rest } = block;
  if (!perGroup || !base || !block.sort) return block;
  const limit = perGroup.count === 1 ? 10 : perGroup.count;
  const rows = uncapitalise(rowsTitle(base, block.where, catalogue));
  const { field, descending } = block.sort;
  const isDated = field.column === base.time?.column && field.table === base.table.name;
  const title = isDated ? `${descending ? 'Latest' : 'Oldest'} ${limit} ${rows}` : `${limit} ${rows} with the ${descending ? 'highest' : 'lowest'} ${field.label}`;
  return { ...rest, limit, capped: false, title } as T;
}
