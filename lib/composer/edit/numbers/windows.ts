import { chartBlock, type Grouping } from '../../build/chart-block';
import type { Unjoined } from '../../build/reach';
import { drawnAs, windowFor, withoutWindow } from '../../build/windows';
import { type Catalogue, entityOf } from '../../catalogue/entity';
import { type Block, type Chart, unitSchema } from '../../plan';
import { saidPlainly } from '../../read/said-plainly';
import type { Wish } from '../../read/wish';
import { type Editing, IS_SO } from '../editing';
import { retitled } from '../retitle';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, LETS, OK, trailing } from '../said/around';

const LEAD = leading('please', 'no', OK, 'now', 'and', 'but', 'actually', 'rather', I_WANT, I_WOULD_LIKE, CAN_I, LETS);
const END = trailing('instead', 'please', 'now', 'then', 'rather', 'again');
const WINDOW = '(?:growth(?:\\s+rates?)?|(?:percent(?:age)?\\s+)?changes?|(?:(?:\\d+|two|three|four|six|seven|twelve)[\\s-](?:day|week|month|quarter|year)s?\\s+)?(?:moving|rolling|running|sliding|trailing)\\s+(?:average|mean)s?|smoothing)(?:\\s+(?:chart|line|bars?|column|graph))?';
/** "without the moving average", "remove the growth", "unsmooth it" */
const WITHOUT = new RegExp(`${LEAD}(?:(?:(?:show|make|have|draw)\\s+)?(?:it\\s+)?(?:without|no)|(?:remove|drop|hide|delete|lose|undo|stop|take\\s+(?:out|away|off)|get\\s+rid\\s+of|leave\\s+out))\\s+(?:the\\s+|any\\s+|that\\s+)?${WINDOW}${END}|${LEAD}(?:un-?smooth(?:ed)?|not\\s+smoothed|don[’']t\\s+smooth)(?:\\s+(?:it|that|the\\s+\\p{L}+))?${END}`, 'iu');
/** "back to the plain values", "the values themselves again" */
const PLAIN = new RegExp(`${LEAD}(?:(?:go\\s+|change\\s+it\\s+)?back\\s+to|show|give\\s+me|display|as|with|use|make\\s+it)\\s+(?:me\\s+)?(?:just\\s+|only\\s+)?(?:the\\s+)?(?:(?:plain|raw|actual|real|original|absolute|unsmoothed|monthly|weekly|daily|quarterly|yearly)\\s+)*(?:values|numbers|figures|amounts|totals|data)(?:\\s+themselves)?${END}`, 'iu');
/** "in absolute numbers", of a change. */
const ABSOLUTE = new RegExp(`${LEAD}(?:(?:show|make|have|give)\\s+(?:me\\s+)?)?(?:it\\s+|that\\s+|the\\s+(?:growth|change)\\s+)?(?:(?:as|in)\\s+)?(?:the\\s+)?absolute(?:ly)?(?:\\s+(?:numbers?|values?|terms|figures?|amounts?|changes?|growth))?${END}`, 'iu');
const PERCENT = new RegExp(`${LEAD}(?:(?:show|make|have|give)\\s+(?:me\\s+)?)?(?:it\\s+|that\\s+|the\\s+(?:growth|change)\\s+)?(?:as|in)\\s+(?:an?\\s+)?(?:percent(?:age)?s?|per\\s+cent|%|relative\\s+terms)${END}`, 'iu');
const TOO = /\b(?:also|too|as\s+well|add|additionally|plus|with|include|overlay|besides?|below|underneath|alongside|next\s+to|on\s+top)\b/i;

/** "show the growth instead", "as a 3 month moving average", "back to the plain values": what is reckoned along a chart; false where nothing of the kind is said. */
export function windows(editing: Editing, prompt: string): boolean {
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false);
  const reckoned = charts.find((c) => c.window !== undefined);
  if (WITHOUT.test(prompt) && (reckoned || /growth|average|smooth/i.test(prompt))) return plainAgain(editing, reckoned);
  if (reckoned?.window?.is === 'change' && (ABSOLUTE.test(prompt) || PERCENT.test(prompt))) return rewindowed(editing, reckoned, { is: 'change', as: PERCENT.test(prompt) ? 'percent' : 'amount', than: reckoned.window.than, values: false });
  if (reckoned && PLAIN.test(prompt)) return plainAgain(editing, reckoned);
  // "smooth it by quarter": by longer stretches.
  const wish = /\bsmooth\w*\b.*\b(?:by|per|to)\s/i.test(prompt) ? null : windowSaid(editing, prompt);
  if (!wish?.window) return false;
  editing.assumptions.push(...wish.assumptions);
  const [target, ...others] = targets(charts, wish);
  if (!target) {
    editing.problems.push('Only a chart over time has something to reckon along it: ask for one “per month” first.');
    return true;
  }
  if (others.length > 0) editing.assumptions.push(`Several could be meant; I took “${target.title}”.`);
  return TOO.test(prompt) && target.view !== 'table' ? added(editing, target, wish) : rewindowed(editing, withStretch(editing, target, wish), wish.window, target, wish.charts.at(-1) ?? null);
}

/** A wish for that, and for nothing of its own beside it. */
function windowSaid(editing: Editing, prompt: string): Wish | null {
  const wish = editing.exactly(saidPlainly(prompt));
  const own = wish ? wish.entities.length + wish.measures.length + wish.by.length + wish.loose.length + wish.filters.length + wish.conditions.length + wish.periods.length : 1;
  return wish?.window && own === 0 && !wish.table && !wish.stat && !wish.board && !wish.calendar ? wish : null;
}

/** Those over time first that are reckoned so already, then those that go by the stretches that are named. */
function targets(charts: readonly Chart[], { window, bucket }: Wish): Chart[] {
  const along = charts.filter((c) => unitSchema.safeParse(c.by.bucket).success && !c.versus);
  const same = along.filter((c) => c.window?.is === window?.is);
  if (same.length > 0) return same.slice(0, 1);
  const named = along.filter((c) => c.by.bucket === bucket);
  return named.length > 0 ? named : along;
}

/** By the stretches that were named with it: weeks, where the chart goes by months. */
function withStretch(editing: Editing, chart: Chart, { bucket, window }: Wish): Chart {
  const asked = unitSchema.safeParse(bucket).data;
  // "year over year" says what it is set against, and a length of months is one of quarters too.
  const isSaid = asked !== undefined && asked !== chart.by.bucket && !(window?.is === 'change' && window.than === 'year') && !(window?.is === 'moving-average' && isFiner(chart, asked));
  return isSaid ? { ...chart, by: { ...chart.by, bucket: asked } } : chart;
}

const ORDER = ['day', 'week', 'month', 'quarter', 'year'];

function isFiner(chart: Chart, unit: string): boolean {
  return ORDER.indexOf(chart.by.bucket ?? '') <= ORDER.indexOf(unit);
}

/** In place of what the chart shows. */
function rewindowed(editing: Editing, chart: Chart, wish: NonNullable<Wish['window']>, target: Chart = chart, view: Chart['view'] | null = null): boolean {
  const plain = withoutWindow(chart);
  const made = windowFor(plain, { ...wish, values: false }, editing.catalogue, editing.now);
  if (typeof made === 'string') {
    editing.problems.push(made);
    return true;
  }
  const { stack: _, cumulative: __, ...rest } = plain;
  const after = { ...rest, view: view === 'bar' || view === 'line' ? view : drawnAs(target.window ? target.view : plain.view, plain.by, plain.series !== null, made.window), window: made.window, sort: plain.sort === 'label-desc' ? ('label-desc' as const) : ('label' as const) };
  editing.assumptions.push(...made.assumptions);
  editing.replace(target, retitled(target, after, editing.catalogue));
  return true;
}

/** Beside what the chart shows: in it where that is one line more, else below it. */
function added(editing: Editing, target: Chart, wish: Wish): boolean {
  const { window } = wish;
  const chart = withStretch(editing, withoutWindow(target), wish);
  const made = window ? windowFor(chart, { ...window, values: true }, editing.catalogue, editing.now) : '';
  if (typeof made === 'string') {
    editing.problems.push(made);
    return true;
  }
  const { stack: _, cumulative: __, ...rest } = chart;
  const fresh = retitled(target, { ...rest, view: drawnAs(chart.view, chart.by, chart.series !== null, made.window), window: made.window, width: 'full' as const }, editing.catalogue);
  editing.assumptions.push(...made.assumptions);
  if (!made.isApart) {
    editing.replace(target, { ...fresh, ...(target.width ? { width: target.width } : { width: undefined }) });
    return true;
  }
  if (editing.plan.blocks.some((b) => b.title === fresh.title)) {
    editing.problems.push(`“${fresh.title}” ${IS_SO}`);
    return true;
  }
  const shown = { ...target, width: 'full' as const };
  editing.set(editing.plan.blocks.flatMap((b): (Block | Unjoined)[] => (b === target ? [shown, fresh] : [b])));
  editing.done.push(`Added “${fresh.title}”.`);
  return true;
}

/** The values as they are: of a chart that stands beside them it is gone. */
function plainAgain(editing: Editing, chart: Chart | undefined): boolean {
  if (!chart) {
    editing.problems.push('Nothing is reckoned along the charts, so they show the values already.');
    return true;
  }
  const isBeside = (b: Chart) => b !== chart && !b.window && b.table === chart.table && JSON.stringify([b.measures, b.by]) === JSON.stringify([chart.measures, chart.by]);
  if (editing.plan.blocks.some((b) => b.type === 'chart' && isBeside(b))) {
    editing.set(editing.plan.blocks.filter((b) => b !== chart));
    editing.done.push(`Removed “${chart.title}”.`);
    return true;
  }
  const plain = withoutWindow(chart);
  editing.replace(chart, retitled(chart, { ...plain, view: plainView(plain, editing.catalogue, editing.now) }, editing.catalogue));
  return true;
}

/** As it would have been drawn without a word of it. */
function plainView(chart: Chart, catalogue: Catalogue, now: Date): Chart['view'] {
  const base = entityOf(catalogue, chart.binding, chart.table);
  if (!base || chart.view === 'table') return chart.view;
  const grouping = (dimension: Chart['by']): Grouping => ({ dimension, name: { singular: dimension.field.label, plural: dimension.field.label }, distinct: dimension.groups ?? null });
  return chartBlock(base, chart.where, catalogue, { measures: chart.measures, by: grouping(chart.by), series: chart.series && grouping(chart.series), now }).view;
}
