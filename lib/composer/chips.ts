import { groupingsOf } from './catalogue/catalogue';
import { type Catalogue, entityOf } from './catalogue/entity';
import { columnMeasure } from './catalogue/measures';
import { editPlan } from './edit/edit';
import type { Block, Chart, Period, Plan } from './plan';
import { periodLabel } from './read/periods';
import { capitalise } from './words/tokens';

/** Something that was decided for a page, with what it may be instead: each choice is a follow-up that works. `of` is whose it is, where there are several blocks. */
export type Chip = { label: string; choices: { label: string; prompt: string }[]; of?: string };

/** A follow-up costs some milliseconds to try; more than this nobody reads through either. */
const MAX_TRIED = 40;
const MAX_CHOICES = 6;

/**
 * What can be changed in a page with a click: of the block that the last change was about, where `before` is the page before it, else of the
 * first. Every choice is tried before it is offered: it is understood to the last word, changes the block it is about and no other, and shows something else.
 */
export function chipsOf(plan: Plan, catalogue: Catalogue, now: Date, before: Plan | null = null): Chip[] {
  const asked = plan.blocks.filter((block) => block.asked !== false);
  const charts = asked.filter((block): block is Chart => block.type === 'chart');
  const block = latestOf(charts, before) ?? charts[0] ?? latestOf(asked, before) ?? asked[0];
  if (!block) return [];
  const at = plan.blocks.indexOf(block);
  const isOneOfSeveral = asked.length > 1;
  let left = MAX_TRIED;
  const after = (prompt: string): Block | null => {
    if (left-- <= 0) return null;
    const { plan: next, done, unread, problems } = editPlan(plan, prompt, catalogue, now);
    if (done.length === 0 || unread.length + problems.length > 0 || !onlyChanges(plan, next, at, charts.length > 1)) return null;
    const changed = next.blocks[at] ?? null;
    return changed && numbersOf(changed) === numbersOf(block) ? changed : null;
  };
  return candidatesOf(block, catalogue).flatMap(({ label, choices }) => {
    const seen = new Set([shownIn(block)]);
    const good = choices.flatMap(({ label: choice, prompt }) => {
      for (const said of sayingsOf(prompt, charts, block)) {
        const changed = after(said);
        if (!changed) continue;
        if (seen.has(shownIn(changed))) return [];
        seen.add(shownIn(changed));
        return [{ label: choice, prompt: said }];
      }
      return [];
    });
    return good.length > 0 ? [{ label, choices: good.slice(0, MAX_CHOICES), ...(isOneOfSeveral && { of: block.title }) }] : [];
  });
}

/** The last of the blocks that wasn't so before. */
function latestOf<B extends Block>(blocks: readonly B[], before: Plan | null): B | null {
  const were = new Set(before?.blocks.map((block) => textOf(block)));
  return (before && blocks.findLast((block) => !were.has(textOf(block)))) || null;
}

const NTH = ['first', 'second', 'third', 'fourth'];

/** A choice in words: of one chart of several by its place, which is what a bare one would leave open. */
function sayingsOf(prompt: string, charts: readonly Chart[], block: Block): string[] {
  const nth = NTH[charts.filter(({ view }) => view !== 'table').findIndex((chart) => chart === block)];
  if (charts.length < 2 || nth === undefined) return [prompt];
  const other = /^use (.+) instead$/.exec(prompt)?.[1];
  const now = block.type === 'chart' ? block.measures[0] : undefined;
  const named = other && now ? `show ${other} in the ${nth} chart instead of ${now.label}` : `${prompt} in the ${nth} chart`;
  return block === charts[0] ? [prompt, named] : [named, prompt];
}

/** A choice takes the place of what was decided: nothing comes beside it. */
function numbersOf(block: Block): number {
  return block.type === 'chart' ? block.measures.length : 0;
}

/** What a block shows, whatever it is called: “revenue” and “total” are one number where the one is reckoned of the other. */
function shownIn(block: Block): string {
  return textOf(block, ['title', 'label']);
}

/** A block to compare by: a Plan that came back from the store has its keys in another order than one that was just built. */
function textOf(block: Block, without: readonly string[] = []): string {
  const sorted = (value: object) => Object.fromEntries(Object.entries(value).filter(([key]) => !without.includes(key)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(block, (_, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value) : value));
}

/** Figures and rows that nobody asked for may follow their chart; another chart may not. */
function onlyChanges(before: Plan, after: Plan, at: number, strictly: boolean): boolean {
  const isChanged = (block: Block, i: number) => JSON.stringify(block) !== JSON.stringify(after.blocks[i]);
  return before.blocks.length === after.blocks.length && before.blocks.every((block, i) => (i === at ? isChanged(block, i) : (block.asked === false && !strictly) || !isChanged(block, i)));
}

const KINDS = { bar: 'Bars', line: 'Line', area: 'Area', pie: 'Pie', table: 'Table' } as const;
const SAID = { bar: 'as bars', line: 'as a line', area: 'as an area chart', pie: 'as a pie', table: 'as a table' } as const;
const BUCKETS = ['day', 'week', 'month', 'quarter', 'year'] as const;
const PERIODS = ['this month', 'last month', 'last 30 days', 'last 90 days', 'this year', 'last year'] as const;
const TOPS = [3, 5, 10, 20] as const;

function candidatesOf(block: Block, catalogue: Catalogue): Chip[] {
  const chips: Chip[] = [];
  const period = block.where.find((condition) => condition.op === 'period');
  if (block.type === 'chart') chips.push(...ofChart(block, catalogue));
  if (period?.op === 'period') chips.push({ label: capitalise(shortPeriod(period.period)), choices: PERIODS.filter((each) => each !== shortPeriod(period.period)).map((each) => ({ label: capitalise(each), prompt: `${each} only` })) });
  return chips;
}

function ofChart(chart: Chart, catalogue: Catalogue): Chip[] {
  const base = entityOf(catalogue, chart.binding, chart.table);
  const chips: Chip[] = [];
  const owner = /^(name|title)$/.test(chart.by.field.label) ? entityOf(catalogue, chart.binding, chart.by.field.table) : null;
  const [measure] = chart.measures;
  if (chart.view in KINDS) {
    const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((kind) => kind !== chart.view && (kind !== 'pie' || (chart.series === null && chart.by.bucket === null)) && (chart.by.bucket !== null || (kind !== 'line' && kind !== 'area')));
    chips.push({ label: KINDS[chart.view as keyof typeof KINDS], choices: kinds.map((kind) => ({ label: KINDS[kind], prompt: SAID[kind] })) });
  }
  if (measure && base && chart.measures.length === 1) {
    const own = catalogue.measures.filter((m) => m.entity === base).map((m) => m.measure.label);
    const numbers = base.fields.filter((f) => f.role === 'measure').flatMap((f) => [columnMeasure(f).label, columnMeasure(f, 'avg').label]);
    const labels = [...new Set([`number of ${base.plural}`, ...own, ...numbers])].filter((label) => label !== measure.label && !(measure.aggregate === 'rows' && label.startsWith('number of')));
    chips.push({ label: measure.aggregate === 'rows' ? `Number of ${measure.label}` : capitalise(measure.label), choices: labels.map((label) => ({ label: capitalise(label), prompt: `use ${label} instead` })) });
  }
  if (chart.by.bucket && (BUCKETS as readonly string[]).includes(chart.by.bucket)) {
    chips.push({ label: `By ${chart.by.bucket}`, choices: BUCKETS.filter((bucket) => bucket !== chart.by.bucket).map((bucket) => ({ label: `By ${bucket}`, prompt: `by ${bucket}` })) });
  } else if (chart.by.bucket === null && chart.by.bin === undefined && base) {
    const others = groupingsOf(catalogue, base).filter((f) => f.column !== chart.by.field.column || f.table !== chart.by.field.table);
    chips.push({ label: `By ${owner?.singular ?? chart.by.field.label}`, choices: others.map((field) => ({ label: `By ${field.label}`, prompt: `by ${field.label} instead` })) });
  }
  if (chart.limit !== null && !chart.other && chart.by.bucket === null && chart.sort.startsWith('value')) {
    chips.push({ label: `Top ${chart.limit}`, choices: TOPS.filter((top) => top !== chart.limit).map((top) => ({ label: `Top ${top}`, prompt: `top ${top}` })) });
  }
  return chips;
}

function shortPeriod(period: Period): string {
  return periodLabel(period).replace(/^in (the )?/, '');
}
