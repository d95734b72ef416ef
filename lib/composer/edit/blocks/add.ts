import { listed } from '../../build/conditions';
import { sameFilter } from '../../build/filters';
import type { Unjoined } from '../../build/reach';
import { subjectOf } from '../../build/subject';
import { entityOf, fieldOf } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import type { Block, Chart } from '../../plan';
import { isAboutSomething, onlyNarrows } from '../../read/says';
import { basesOf, inPageOrder, unreadOf } from '../../read/read';
import type { Wish } from '../../read/wish';
import { capitalise } from '../../words/tokens';
import { changeOf } from '../change';
import { alikePut } from '../change/measured';
import { type Editing, quoted } from '../editing';
import { includeToo } from '../rows/narrow-edits';
import { isOnlyMeasured, measuresOf } from '../said/replacement';
import { retitled } from '../retitle';
import { sameChartOf, withNumbers } from '../numbers/same-chart';
import { nthBlock, saysKind } from '../targets';

/** Puts what a wish asks for on the page: blocks, filters, or both. */
export function add(editing: Editing, wish: Wish): void {
  if (isAboutSomething(wish)) addBlocks(editing, wish);
  for (const each of wish.filters) {
    const filter = editing.filterFor(each);
    if (!filter) continue;
    if (editing.plan.filters.some((f) => sameFilter(f, filter))) {
      editing.problems.push(`There is a ${filter.label} filter already.`);
      continue;
    }
    editing.setFilters([...editing.plan.filters, filter]);
    editing.done.push(filter.type === 'dates' ? 'Added a range of dates.' : filter.type === 'search' ? 'Added a search.' : `Added a ${filter.label} filter.`);
  }
}

function addBlocks(editing: Editing, said: Wish): void {
  const [base] = basesOf(editing.plan.blocks, editing.catalogue);
  // "a calendar too": of what the page is about.
  const isBare = said.entities.length + said.measures.length + said.by.length + said.loose.length + said.conditions.length === 0 && (said.table || said.board || said.calendar);
  const wish = isBare && base ? { ...said, entities: [base] } : groupedLikeChart(editing, said);
  const { blocks: made, problems, assumptions } = editing.built(wish);
  const isAlike = said.same || said.items.some((i, at) => OF_THOSE.test(i.lower) || (at === 0 && ASKS.test(i.lower))) || (!isBare && wish !== said);
  const blocks = isAlike ? made.map((b) => ofSameRows(editing, b)) : made;
  editing.problems.push(...problems);
  editing.assumptions.push(...assumptions);
  // The rows that stand below a chart anyway give way to the same rows in the order that is asked for.
  const isOther = (p: Block, b: Unjoined) => p.asked === false && p.type === 'table' && b.type === 'table' && JSON.stringify([p.sort, p.limit, p.columns]) !== JSON.stringify([b.sort, b.limit, b.columns]);
  const isSame = (p: Block, b: Unjoined) => p.type === b.type && p.title === b.title;
  const fresh = blocks.filter((b) => !editing.plan.blocks.some((p) => isSame(p, b) && !isOther(p, b)));
  if (fresh.length) {
    editing.set(placed(editing.plan.blocks.filter((p) => !fresh.some((b) => isSame(p, b))), fresh));
    editing.done.push(`Added ${quoted(fresh)}.`);
    editing.assumptions.push(...unlikeTheRest(editing, fresh));
  } else if (blocks.length) editing.problems.push(`${capitalise(quoted(blocks))} is on the page already.`);
}

/** "a table of customers", on a page that is narrowed to Germany: they are all of them, and that is said. */
function unlikeTheRest(editing: Editing, fresh: readonly Unjoined[]): string[] {
  const rest = editing.plan.blocks.filter((b) => b.asked !== false && !fresh.some((f) => f.title === b.title));
  const [first, ...others] = rest.map((b) => b.where.flatMap((c) => (c.op === 'is' ? [c] : [])));
  const isOn = (c: { field: { table: string; column: string } }) => (w: { field: { table: string; column: string } }) => w.field.table === c.field.table && w.field.column === c.field.column;
  const shared = (first ?? []).filter((c) => others.every((where) => where.some(isOn(c))));
  return shared.flatMap((c) => {
    const reaching = fresh.filter((b) => {
      const [base, owner] = [entityOf(editing.catalogue, b.binding, b.table), entityOf(editing.catalogue, b.binding, c.field.table)];
      return base && owner && pathBetween(editing.catalogue, base, owner) !== null && !b.where.some(isOn(c));
    });
    const values = listed(c.values.map(String), 'and');
    return reaching.length > 0 ? [`${capitalise(quoted(reaching))} isn’t narrowed to ${values} as the rest is: say “only ${values}” for that.`] : [];
  });
}

/** "what was the wettest day?", of a page that shows one year: of that. */
const ASKS = /^(?:what|which|who|when)\b/;
/** "a list of those countries", "the ten largest there" */
const OF_THOSE = /^(?:those|these|them|there|ones)$/;

/** "a table of the same countries", "revenue too": narrowed as what is there. */
function ofSameRows(editing: Editing, block: Unjoined): Unjoined {
  const asked = editing.plan.blocks.filter((b) => b.asked !== false && b.type !== 'stat' && b.binding === block.binding);
  const shown = asked.find((b) => b.table === block.table) ?? asked[0];
  const base = entityOf(editing.catalogue, block.binding, block.table);
  const isReached = (table: string) => {
    const owner = entityOf(editing.catalogue, block.binding, table);
    return base !== null && owner !== null && pathBetween(editing.catalogue, base, owner) !== null;
  };
  const where = (shown?.where ?? []).filter((c) => isReached(c.field.table) && !block.where.some((own) => own.field.table === c.field.table && own.field.column === c.field.column));
  return where.length === 0 ? block : retitled(block, { ...block, where: [...where, ...block.where] }, editing.catalogue);
}

/** "show revenue too", beside orders per month: per month as well. */
function groupedLikeChart(editing: Editing, wish: Wish): Wish {
  const isDrawn = wish.charts.length === 1 && wish.charts.every((view) => view === 'line' || view === 'area' || view === 'bar' || view === 'pie') && !wish.table && !wish.stat && !wish.board && !wish.calendar;
  // "the number of orders too" names what is counted.
  const others = wish.entities.filter((e) => !wish.measures.some((m) => m.name.entity === e));
  const isBare = wish.measures.length > 0 && (!saysKind(wish) || isDrawn) && wish.by.length + wish.loose.length + others.length + wish.conditions.length + wish.periods.length === 0 && wish.bucket === null && !wish.top && !wish.versus && !wish.distribution;
  const chart = isBare ? editing.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bin === undefined && (!isDrawn || (b.by.bucket !== null) !== (wish.charts[0] === 'pie') || wish.charts[0] === 'bar')) : undefined;
  const owner = chart && entityOf(editing.catalogue, chart.binding, chart.by.field.table);
  const field = chart && owner && fieldOf(owner, chart.by.field.column);
  if (!chart || !owner || !field) return wish;
  editing.assumptions.push(`It is grouped as “${chart.title}” is.`);
  const measures = wish.measures.map((m) => alikePut(m, chart.measures));
  if (chart.by.bucket) return { ...wish, measures, entities: others, bucket: chart.by.bucket };
  return { ...wish, measures, entities: others, by: [field.column === owner.title?.column ? { kind: 'entity', entity: owner } : { kind: 'field', field, entity: owner }] };
}

/** New figures stand with the others on top; everything else comes last. */
export function placed(blocks: readonly Block[], fresh: readonly Unjoined[]): (Block | Unjoined)[] {
  const figures = fresh.filter((b) => b.type === 'stat');
  const others = inPageOrder(fresh.filter((b) => b.type !== 'stat'));
  const end = blocks.findLastIndex((b, i) => b.type === 'stat' && blocks.slice(0, i).every((before) => before.type === 'stat')) + 1;
  return [...blocks.slice(0, end), ...figures, ...blocks.slice(end), ...others];
}

/** "add profit to that chart": in the one that is there and no other, or in words why not. */
export function addToChart(editing: Editing, prompt: string): boolean {
  const said = besideNumber(editing, prompt) ?? sameChartOf(prompt);
  if (!said || (AS_FIGURE.test(prompt) && editing.plan.blocks.some((b) => b.type === 'stat' && b.asked !== false) && addedFigure(editing, said.what))) return said !== null;
  const { wish, items } = editing.wishOf(said.what);
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.view !== 'table');
  const described = said.chart === null ? charts : editing.named(editing.wishOf(said.chart).wish, charts).filter((b) => b.type === 'chart');
  const nth = said.chart === null ? null : nthBlock(editing.plan.blocks, prompt);
  const possible = nth?.type === 'chart' ? [nth] : described.length ? described : charts;
  const isOfLine = !said.isLine || possible.some((b) => b.view === 'line' || b.view === 'area');
  const numbers = { ...wish, bucket: possible.some((b) => b.by.bucket === wish.bucket) ? null : wish.bucket, conditions: [] };
  if (unreadOf(items).length > 0 || !isOfLine || possible.length === 0 || isOne(wish, said.what)) return false;
  if (said.saysChart && possible.length === 1 && possible[0] && addOther(editing, possible[0], wish)) return true;
  if (wish.conditions.length > 0 || !isOnlyMeasured(numbers)) return false;
  const tries = possible.map((chart) => ({ chart, after: withNumbers(chart, measuresOf(wish), editing.catalogue) }));
  const found = tries.find(({ after }) => typeof after !== 'string') ?? tries[0];
  if (!found) return false;
  if (typeof found.after === 'string') {
    editing.problems.push(found.after);
    return true;
  }
  if (possible.length > 1) editing.assumptions.push(`Several could be meant; I took “${found.chart.title}”.`);
  editing.assumptions.push(...wish.assumptions, ...found.after.assumptions);
  editing.replace(found.chart, retitled(found.chart, found.after.chart, editing.catalogue));
  return true;
}

/** "number of tracks next to revenue", where revenue is drawn. */
const NEXT_TO = /^\s*(?:(?:please|and|also|plus|now|add|show|put|draw|plot)[\s,]+)*(?:the\s+)?(.+?)\s+(?:right\s+)?(?:next\s+to|beside|alongside|besides)\s+(?:the\s+)?([\p{L} _-]+?)(?:\s*,?\s*please)?[\s.!]*$/iu;

function besideNumber(editing: Editing, prompt: string): ReturnType<typeof sameChartOf> {
  const [, what, beside] = NEXT_TO.exec(prompt) ?? [];
  const [fresh, shown] = [what, beside].map((text) => (text === undefined || /^(?:it|that|this|them|these|those)$/i.test(text) ? null : editing.exactly(text)));
  const charts = editing.plan.blocks.filter((b) => b.type === 'chart' && b.asked !== false);
  if (what === undefined || !fresh || !shown || !isOnlyMeasured(fresh) || !isOnlyMeasured(shown) || shown.measures.length === 0 || editing.named(shown, charts).length === 0) return null;
  return { what, chart: null, isLine: false, saysChart: false };
}

/** "as a second number", where figures stand. */
const AS_FIGURE = /\bas\s+(?:an?\s+|the\s+|one\s+)?(?:(?:second|third|fourth|another|additional|extra|further|more)\s+)+(?:number|figure|value|indicator|metric)s?[\s.!]*$/i;

function addedFigure(editing: Editing, what: string): boolean {
  const wish = editing.exactly(what);
  if (!wish || !isOnlyMeasured(wish)) return false;
  add(editing, { ...wish, stat: true });
  return true;
}

/** "the artist" is whose each is, and not how many there are. */
function isOne({ entities, measures }: Wish, what: string): boolean {
  return measures.length === 0 && entities.length > 0 && entities.every((e) => new RegExp(`\\b${e.singular}$`, 'i').test(what.trim()));
}

/** "add Germany to that chart", "add channel to that chart": values that it left out, or a second grouping. */
function addOther(editing: Editing, chart: Chart, wish: Wish): boolean {
  const [only, ...others] = wish.conditions;
  if (onlyNarrows(wish) && only?.kind === 'values' && others.length === 0) {
    if (!includeToo(editing, wish)) editing.problems.push(`Nothing narrows “${chart.title}” by ${only.field.label}, so ${listed(only.values.map(String), 'and')} is in it already.`);
    return true;
  }
  const [loose] = wish.loose;
  if (!loose || loose.field.role === 'measure' || isAboutSomething({ ...wish, loose: [] }) || wish.conditions.length + wish.filters.length > 0) return false;
  if (chart.series) editing.problems.push(`“${chart.title}” is split by ${chart.series.field.label} already.`);
  else {
    const change = changeOf({ ...wish, loose: [], by: [{ kind: 'field', field: loose.field, entity: loose.entity }] }, { change: true, instead: false, splits: true });
    if (change) editing.changed(chart, change);
  }
  return true;
}

/** "show orders too", of revenue by channel: how many of those there are. */
export function countedToo(editing: Editing, wish: Wish): Wish {
  const [entity, ...others] = wish.entities;
  const drawn = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false);
  const isBare = others.length === 0 && !saysKind(wish) && !wish.overview && wish.measures.length + wish.by.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length === 0 && wish.bucket === null && !wish.top && !wish.latest;
  if (!entity || !isBare || drawn.length !== 1 || drawn[0]?.table !== entity.table.name || drawn[0].measures.some((m) => m.aggregate === 'rows')) return wish;
  return { ...wish, entities: [], measures: [{ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }] };
}

/** "add the number of orders", of the top customers by revenue: how many each of those has. */
export function numberOfRanked(editing: Editing, wish: Wish): boolean {
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const [chart] = asked;
  const numbers = { ...wish, entities: wish.entities.filter((e) => !wish.measures.some((m) => m.name.entity === e)) };
  if (asked.length !== 1 || chart?.type !== 'chart' || chart.limit === null || chart.other || wish.measures.length === 0 || numbers.entities.length > 0 || !isOnlyMeasured(numbers)) return false;
  const after = withNumbers(chart, wish.measures, editing.catalogue);
  if (typeof after === 'string') return false;
  editing.assumptions.push(...after.assumptions);
  editing.replace(chart, retitled(chart, after.chart, editing.catalogue));
  return true;
}

/** "also the average minimum": in the chart that is there, where it is of the same rows and unit. */
export function measureToo(editing: Editing, wish: Wish): boolean {
  const said = saysKind(wish) || wish.by.length + wish.loose.length + wish.filters.length + wish.conditions.length > 0 || wish.bucket !== null || wish.overview;
  const target = editing.plan.blocks.find((b) => b.type === 'chart' && b.asked !== false && b.series === null && !b.versus);
  if (said || wish.measures.length === 0 || target?.type !== 'chart') return false;
  const subjects = wish.measures.map((m) => subjectOf(m, [], editing.catalogue)).filter((s) => typeof s !== 'string');
  const fitting = subjects.filter((s) => s.base.table.name === target.table && s.measure.format === target.measures[0]?.format);
  if (fitting.length === 0 || fitting.length < wish.measures.length) return false;
  const fresh = fitting.map((s) => s.measure).filter((m) => target.measures.every((each) => each.label !== m.label));
  if (fresh.length === 0) return false;
  const measures = [...target.measures, ...fresh].slice(0, 6);
  const after = retitled(target, { ...target, measures, other: false, view: target.view === 'area' ? ('line' as const) : target.view === 'pie' ? ('bar' as const) : target.view }, editing.catalogue);
  editing.set(editing.plan.blocks.map((b) => (b === target ? after : b)));
  editing.done.push(`Changed “${after.title}”.`);
  return true;
}
