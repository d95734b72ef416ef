/**
 * A request that says of one chart what stands where: “draw a bar chart about the distribution of job_id and the average of salary, list the
 * x-axis in descending order”. Here it is only cut into its parts; what their names mean is decided elsewhere.
 */
import type { View } from '../plan';
import { AGGREGATES, type Aggregated, ACROSS_LET, ACROSS_SAID, AMONG, ASK, ASKED_FIRST, AXIS, AXIS_THEN_ORDER, BIN, CALLED, COLOURS, COUNT_EACH, COUNTED, EACH, EACH_OF, GROUP, GROUPED, HOW_MANY_FIRST, KIND_ALONE, KIND_BEFORE, KIND_BEHIND, KIND_SAID, MANY, OF_EACH, ORDER_ALONE, ORDER_BARE, ORDER_OF, ORDER_PLAIN, ORDER_THEN_AXIS, PROPORTION, PROPORTION_OF, SCOPE, SOME, SPEAKS_OF_PARTS, TAIL, UP_LET, UP_SAID, pattern } from './phrases';

/** A stretch of the prompt. */
export type Span = { text: string; start: number };
/** `of` is null where what is counted has no name. */
export type Amount = { aggregate: Aggregated | null; of: Span | null; /** “total number of”, which of what is a number itself is its sum. */ isTotal?: boolean; /** “amount of grants”, which may have one. */ isAmount?: boolean; /** “amount of transactions”, where a column may be called so. */ whole?: Span };
export type Order = { axis: 'x' | 'y' | null; by: Span | null; /** Null where nothing was said of it. */ descending: boolean | null; /** The words that said so. */ said: Span };
export type Parts = {
  view: View | null;
  stacked: boolean;
  across: Span;
  up: Amount;
  /** “the average and the minimum price”: of a scatter plot with a point for each group. */
  besides?: Amount;
  /** Neither was named as the one that stands across. */
  isLoose: boolean;
  series: Span | null;
  /** By which of their columns those that stand across are called, where it was said apart: “its id”. */
  called: Span | null;
  /** `unit` is `auto` where it was only to be by time. */
  bin: { of: Span | null; unit: string } | null;
  order: Order | null;
  /** Which rows it is about, in words: “who was hired before 2002”. */
  rows: Span[];
};

/** What stands across and what is measured, as a form of words says it. */
type Body = Pick<Parts, 'across' | 'up'> & { besides?: Amount; view?: View | null; isLoose?: boolean; series?: Span };
type At = (group: number) => Span;

/** “the relationship between the average price and the minimum price of the rooms for each decor” */
const TWO = pattern(`^(?:(?:relationship|correlation|relation|association)s? (?:between|of|about) )?(?:the )?(${SOME}) (?:of )?(?:the )?(?:(.+?) )?and (?:the )?(${SOME}) (?:of )?(?:the )?(.+) (?:${AMONG} )(?:the )?(?:each|every|different|all)(?: (?:different|distinct))? (.+)$`);
const FORMS: readonly [RegExp, (at: At, match: RegExpExecArray) => Body][] = [
  [pattern(`^(?:relationship|correlation|relation|association|connection)s? (?:between|of|about) (.+?) (?:and|vs\\.?|versus|with|over) (.+?) (?:for (?:each|every|different)|by|per|colou?red by|grouped by) (.+)$`), (at) => ({ view: 'scatter', across: at(1), up: amountOf(at(2)), series: at(3) })],
  [pattern(`^(.+?) (?:versus|vs\\.?|against) (.+?) (?:for (?:each|every|different)|by|per|colou?red by|grouped by) (.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)), series: at(3) })],
  [pattern(`^(?:relationship|correlation|relation|association|connection)s? (?:between|of|about) (.+?) (?:and|vs\\.?|versus|with|over) (.+)$`), (at) => ({ view: 'scatter', across: at(1), up: amountOf(at(2)) })],
  [pattern(`^(?:general |overall )?(change|trend|development|variation|comparison|tendency|movement)s? (?:about|of|in|on|for|between) (.+?) (?:over|across|along|against|by|and|vs\\.?|versus|for each|for every|per|in each|in every) (?:the )?(.+)$`), (at, m) => ({ view: /compar/i.test(m[1] ?? '') ? 'bar' : 'line', across: at(3), up: amountOf(at(2)) })],
  // “for department_id, hire_date, visualize the trend”
  [pattern(`^for (?!each|every)([\\w ]+), (?:and )?([\\w ]+)$`), (at) => ({ view: 'line', across: at(2), up: amountOf(at(1)) })],
  [pattern(`^(.+?) (?:change|changes|changing|development) (?:over|by|along|across) (.+)$`), (at) => ({ view: 'line', across: at(2), up: amountOf(at(1)) })],
  [pattern(`^x(?:[- ]?axis)? (?:is )?(?:the )?(.+?)(?:,| and)? (?:the )?y[- ]?axis (?:is )?(.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^distributions? (?:of|about|for|on) (.+?) (?:and|by|over|with) (.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^distributions? (?:of|about|for) (.+)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(.+?) (?:as|on) (?:the )?x[- ]?axis,? (?:and )?(.+?) (?:as|on) (?:the )?y[- ]?axis$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^groups? (?:its |the |their |them by |by )?(.+?),? and counts? (?:them|it|each)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(?:(?:group|groups) and counts?|counts? and groups?) (?:the )?(.+?)(?: attribute| column| field)?$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(.+?),? (?:and|then) (?:count|counting) (?:them|it|each|those|the number of them)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(.+?) (?:versus|vs\\.?|against) (.+)$`), (at) => (amountOf(at(1)).aggregate === null ? { across: at(1), up: amountOf(at(2)) } : { across: at(2), up: amountOf(at(1)) })],
  [pattern(`^(?!(?:the )?(?:${MANY}|${SOME})\\b)(.+?),? (?:and|with|along with|together with|as well as) (?:what (?:is|are|was|were) )?(?:the |their |its |how |corresponding |respective )*((?:${SOME}|${MANY})\\b.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  // “the different product names? What is the average price for each of them”
  [pattern(`^(.+?)(?:\\?|,? and) what (?:is|are|was|were) (?:the |their )?(.+?) (?:for|of|in|by) each(?: .+)?$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^${MANY} (?:of )?(.+?) (?:for )?with (?:each|every) (.+?) in (?:each|every) (.+)$`), (at) => ({ across: at(3), up: COUNT, series: at(2) })],
  [pattern(`^${MANY} (?:${AMONG} )(?:${EACH} )+(.+)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(${MANY} (?:of )?.+?)(?<! (?:by|for|in|of|from|at|per|on|to)),? (?:did |do |does )?(?:each|every) (.+?)(?: (?:has|have|had|is|are|was|were|do|does|did)\\b.*| \\w+(?:ed|s|ght|n))$`), (at) => ({ across: at(2), up: { ...amountOf(at(1)), aggregate: 'count' } })],
  // “what is the total credit does each department offer”
  [pattern(`^(.+?)(?:s['’]|['’]s) total (?:numbers?|counts?)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(.+?) (?:does|do|did) (?:each|the|every) (.+?) \\w+$`), (at) => ({ across: at(2), up: amountOf(at(1)) })],
];
const HOW_MANY = pattern(`^${MANY}\\b`);
/** The same, cut where a word stands that may stand in a name too. */
const ANYTHING = /./;
const CUTS: readonly [RegExp, RegExp, (left: Span, right: Span) => Body][] = [
  [pattern(`^${MANY}\\b`), pattern(`,? (?:${AMONG} )(?:${EACH} )*`), (left, right) => ({ across: right, up: { ...amountOf(left), aggregate: 'count' } })],
  [pattern(`^${MANY}\\b`), pattern(` (?:(?:that|which|who) )?(?:have|has|had) (?:each|every) (?:different )?`), (left, right) => ({ across: right, up: { ...amountOf(left), aggregate: 'count' } })],
  [pattern(`^${SOME}\\b`), pattern(`,? (?:${AMONG}) (?:${EACH} )*`), (left, right) => ({ across: right, up: amountOf(left) })],
  [ANYTHING, /,? (?:and|together with|combined with|along with|as well as) (?:the |its |their )?/i, (left, right) => ({ across: left, up: amountOf(right), isLoose: true })],
  [ANYTHING, /,? (?:by|of each|from each|for each|per|of different|from different|for different|in different|in each|across) /i, (left, right) => (amountOf(right).aggregate === null ? { across: right, up: amountOf(left), isLoose: true } : { across: left, up: amountOf(right) })],
];
/** Ways to cut one sentence; whoever writes “and” forty times asks for no single chart. */
const MOST_WAYS = 30;

function* bodiesOf(body: Span, across: Span | null): Generator<Body> {
  const text = body.text;
  if (across && text !== '') yield { across, up: amountOf(body) };
  for (const [form, make] of FORMS) {
    const match = new RegExp(form.source, `${form.flags}d`).exec(text);
    if (match) yield make((group) => trimmed({ text: match[group] ?? '', start: body.start + (match.indices?.[group]?.[0] ?? 0) }), match);
  }
  for (const [lead, cut, make] of CUTS) {
    if (!lead.test(text)) continue;
    for (const match of text.matchAll(new RegExp(cut.source, 'gi'))) {
      const end = match.index + match[0].length;
      const [left, right] = [trimmed({ text: text.slice(0, match.index), start: body.start }), trimmed({ text: text.slice(end), start: body.start + end })];
      yield make(left, right);
      // “for each rank and gender”
      const two = /^(.+?),? and (?:each |the )?(.+)$/i.exec(right.text);
      if (two?.[1] && two[2] && lead !== ANYTHING) yield { ...make(left, { text: two[1], start: right.start }), series: trimmed({ text: two[2], start: right.start + right.text.length - two[2].length }) };
    }
  }
  const counted = COUNTED.exec(text);
  if (counted?.[1] && !OF_EACH.test(counted[1])) yield { across: trimmed({ text: counted[1], start: body.start + text.length - counted[1].length }), up: COUNT };
}

/** What the first is of goes without saying where the second says it. */
function twoOf({ text, start }: Span, view: View | null): Body[] {
  const [, one, of, other, ofOther, group] = TWO.exec(text) ?? [];
  if (view === null && !/^(?:relation|correlation|association)/i.test(text)) return [];
  if (!one || !other || !ofOther || !group) return [];
  const amount = (aggregate: string, what: string) => amountOf({ text: `${aggregate} ${what}`, start });
  return [{ view: 'scatter', across: { text: group, start: start + text.length - group.length }, up: amount(one, of ?? ofOther), besides: amount(other, ofOther) }];
}

const COUNT: Amount = { aggregate: 'count', of: null };

/** “the average of salary”; a column may be called so itself, so the whole is kept where nothing leads. */
export function amountOf(span: Span): Amount {
  // “sum(grant amount)”
  const text = span.text.replace(/^(?:the |their |its |how |corresponding |respective )+/i, '').replace(/^(\w+) ?\((?:distinct )?(.+)\)$/i, '$1 $2');
  if (/^(?:total )?(?:numbers?|counts?|many)$/i.test(text)) return COUNT;
  const start = span.start + span.text.length - text.length;
  for (const [lead, aggregate] of AGGREGATES) {
    const match = lead.exec(text);
    const of = match && trimmed({ text: text.slice(match[0].length).replace(aggregate === 'count' ? OF_EACH : /^$/, ''), start: start + match[0].length });
    // “the average number of points”
    const counted = of && aggregate !== 'count' ? /^(?:number|amount|count)s? of (?:the )?(.+)$/i.exec(of.text)?.[1] : undefined;
    if (of && counted) return { aggregate, whole: of, of: { text: counted, start: of.start + of.text.length - counted.length } };
    if (match) return { aggregate, ...(aggregate === 'count' && /\btotal\b/i.test(match[0]) && { isTotal: true }), ...(aggregate === 'count' && /\bamounts?\b/i.test(match[0]) && { isAmount: true }), of };
  }
  return { aggregate: null, of: trimmed({ text, start }) };
}

export function trimmed({ text, start }: Span): Span {
  const lead = /^[\s.,;:?!]*/.exec(text)?.[0].length ?? 0;
  return { text: text.slice(lead).replace(/[\s.,;:?!]+$/, ''), start: start + lead };
}

/** “by the the total number” */
const TWICE = /\b(and|the|of|by|in) \1\b/gi;
/** “each hire date (bin it into months) of employees” */
const ASIDE = /\((bin [^()]*)\)/gi;
/** “sum count(*)”: how many there are. */
const ALL_ROWS = /\b(?:sum )?count ?\(\*\)/gi;
/** “a scatter plot of price and weight for .” */
const LEFT_OPEN = / (?:for|of|by|in|with|and) ?[.?!\s]*$/i;

/** The parts of a request in each way that its words can be cut, the likeliest first; none where it isn't one. What is cut out leaves its place blank, so that spans stay where they are. */
export function* partsOf(text: string): Generator<Parts> {
  const prompt = text.replace(TWICE, (both, word: string) => word.padEnd(both.length)).replace(ASIDE, ',$1,').replace(ALL_ROWS, (said) => 'count'.padStart(said.length)).replace(LEFT_OPEN, (said) => ' '.repeat(said.length));
  const cutter = new Cutter(prompt);
  const each = cutter.cut(EACH_OF, 1);
  const askedFirst = () => cutter.cut(ASKED_FIRST, 1) ?? (/\?.*\b(?:number|count)\b/i.test(prompt) ? cutter.cut(HOW_MANY_FIRST, 1) : null);
  let scope = each ? null : (cutter.cut(SCOPE, 1) ?? askedFirst());
  const found = { view: null as View | null, stacked: false, order: null as Order | null, across: each, up: null as Span | null, series: null as Span | null, bin: null as Parts['bin'] };
  const said = (kind: string | undefined) => {
    if (!kind || found.view) return;
    [found.view, found.stacked] = [viewOf(kind), /stack/i.test(kind)];
  };
  said(cutter.cut(KIND_ALONE, 1)?.text);
  for (let before = ''; before !== cutter.text; ) {
    before = cutter.text;
    found.order ??= orderOf(cutter);
    said(cutter.cut(KIND_BEHIND, 1)?.text);
    said(cutter.cut(KIND_SAID, 1)?.text);
    if (found.across) found.up ??= cutter.cut(UP_SAID, 1);
    const across = cutter.cut(ACROSS_SAID, 1) ?? cutter.cut(ACROSS_LET, 1);
    found.across ??= across;
  }
  for (const each of BIN) {
    const match = found.bin ? null : cutter.take(each);
    const of = match?.(1) ?? null;
    // “bin the x-axis by year”: whatever stands there.
    if (match) found.bin = { of: of && X_AXIS.test(of.text) ? null : of, unit: unitOf(match(2)?.text ?? '') };
  }
  // “bin the day into years and compute the total amount as the y-axis”
  if (found.bin) found.up ??= cutter.cut(UP_LET, 1);
  const isEach = found.bin !== null && found.up === null && cutter.take(COUNT_EACH) !== null;
  said(cutter.cut(KIND_BEFORE, 1)?.text);
  // “a bar chart on how many engineers did each contact? List …”
  if (!each && !scope) scope = askedFirst();
  const called = /\b(?:each|every)\b/i.test(prompt) ? cutter.cut(CALLED, 1) : null;
  found.series = cutter.cut(GROUP, 1) ?? cutter.cut(COLOURS, 1) ?? cutter.cut(GROUPED, 1);
  found.order ??= orderOf(cutter);
  said(cutter.cut(KIND_BEHIND, 1)?.text);
  const rows = scope ? [scope] : [];
  // “for each classroom with at least 2 classes, …”
  const narrowed = each && /^(.+?) ((?:with|having) .*\d.*)$/i.exec(each.text);
  if (each && narrowed?.[1] && narrowed[2]) {
    found.across = { text: narrowed[1], start: each.start };
    rows.push({ text: narrowed[2], start: each.start + each.text.length - narrowed[2].length });
  }
  for (const tail of TAIL) {
    const cut = cutter.cut(tail, 0);
    if (cut) rows.push(cut);
  }
  const isShare = cutter.cut(PROPORTION, 1);
  said(isShare || (found.view === 'pie' && cutter.cut(PROPORTION_OF, 1)) ? 'proportion' : undefined);
  const isCount = /\bcount\b/i.test(cutter.cut(ASK, 0)?.text ?? '');
  // “orders in each day”, where the days are binned otherwise.
  if (found.bin) cutter.cut(/,?\s*(?:in|for|per|by) (?:each|every|the) (?:year|month|day|week|weekday|quarter|hour)\b/i, 0);
  const common = { stacked: found.stacked, called, bin: found.bin, order: found.order, rows };
  const body = cutter.rest();
  const bodies: Body[] = [...((found.view ?? 'scatter') === 'scatter' && !found.up ? twoOf(body, found.view) : []), ...(found.across && found.up ? [{ across: found.across, up: amountOf(found.up) }] : []), ...bodiesOf(body, found.across)];
  // “show all calendar dates and bin by year”
  if (found.bin && body.text !== '' && !/ and /i.test(body.text)) bodies.push({ across: body, up: COUNT });
  if ((isCount || isShare) && body.text !== '') bodies.push({ across: body, up: COUNT });
  // “list the number of the builders of railways, in ascending order”
  const alone = found.order && /^(?:the )?(?:total )?numbers? of (?:the )?(.+)$/i.exec(body.text)?.[1];
  if (alone) bodies.push({ across: { text: alone, start: body.start + body.text.length - alone.length }, up: COUNT });
  // “the number of dogs that arrived, bin the arrival by weekday”
  if (found.bin?.of && HOW_MANY.test(body.text)) bodies.push({ across: found.bin.of, up: COUNT });
  if (found.bin?.of && (isEach || (found.up && !found.across))) bodies.push({ across: found.bin.of, up: found.up ? amountOf(found.up) : COUNT });
  // “bin the hire date by weekday and count them”
  if (found.bin?.of && /^(?:count|how many|and|counts? (?:them|it|each|the dates?|the number of them)|the)?$/i.test(body.text)) bodies.push({ across: found.bin.of, up: COUNT });
  const ways = bodies.slice(0, MOST_WAYS).map((made): Parts => ({ isLoose: false, ...made, ...common, ...(each && ITS.test(made.across.text) && { across: each, called: made.across }), series: found.series ?? made.series ?? null, view: found.view ?? made.view ?? null }));
  const asked = ways.slice(0, ways.findIndex((parts) => !isRequest(parts, prompt)) >>> 0);
  yield* asked;
  // “the number of invoices, grouped by state”: there is no other group.
  for (const parts of asked) if (parts.series) yield { ...parts, across: parts.series, up: amountOf(body), series: null };
}

/** One look, before anything is cut. */
const SPEAKS_OF_ORDER = /\b(?:[xy][- ]?axis|asc|desc|(?:a|de)scending|(?:low|high)(?:est)? to)\b/i;

/** “rank the bars from low to high”, whatever else was asked for; null where no axis was named. */
export function axisOrderOf(prompt: string): Order | null {
  if (!SPEAKS_OF_ORDER.test(prompt)) return null;
  const [parts] = partsOf(prompt);
  return parts?.order?.axis ? parts.order : null;
}

/** “for each continent, its name”: of what was named in front. */
const ITS = /^(?:its|their) /i;
const X_AXIS = pattern(`^${AXIS}$`);

/** Words that nobody uses who doesn't speak of one chart by its parts. */
function isRequest({ view, order, bin }: Parts, prompt: string): boolean {
  return view !== null || bin !== null || (order !== null && (order.axis !== null || order.by !== null)) || SPEAKS_OF_PARTS.test(prompt);
}

function orderOf(cutter: Cutter): Order | null {
  const [one, other, alone] = [cutter.take(ORDER_THEN_AXIS), cutter.take(AXIS_THEN_ORDER), cutter.take(ORDER_ALONE)];
  if (one) return { ...targetOf(one(3)), descending: one(1) !== null, said: one(0) as Span };
  if (other) return { ...targetOf(other(1)), descending: other(2) !== null, said: other(0) as Span };
  if (alone) return { axis: null, by: null, descending: alone(1) !== null, said: alone(0) as Span };
  const named = cutter.take(ORDER_OF);
  if (named) return { ...targetOf(named(3)), descending: named(1) !== null, said: named(0) as Span };
  const plain = cutter.take(ORDER_PLAIN);
  if (plain) return { axis: null, by: null, descending: plain(1) !== null, said: plain(0) as Span };
  const bare = cutter.take(ORDER_BARE);
  return bare && { ...targetOf(bare(1)), descending: null, said: bare(0) as Span };
}

function targetOf(span: Span | null): Pick<Order, 'axis' | 'by'> {
  const text = span?.text ?? '';
  const axis = pattern(`^${AXIS}$`).exec(text)?.[1]?.toLowerCase();
  if (axis === 'x' || axis === 'y') return { axis, by: null };
  if (/^(?:total |the )*(?:numbers?|counts?|amounts?|total|totals|values?|frequency)$/i.test(text)) return { axis: 'y', by: null };
  return /^(?:the )*(?:bars?|labels?|groups?|names?|categor(?:y|ies))$/i.test(text) ? { axis: 'x', by: null } : { axis: null, by: span };
}

function viewOf(kind: string): View {
  if (/proportion/i.test(kind)) return 'pie';
  if (/trend/i.test(kind)) return 'line';
  if (/correlation|relationship/i.test(kind)) return 'scatter';
  const view = (['pie', 'line', 'scatter', 'area'] as const).find((each) => kind.toLowerCase().includes(each));
  return view ?? (/donut/i.test(kind) ? 'pie' : 'bar');
}

function unitOf(text: string): string {
  const word = text.toLowerCase();
  if (word === 'time') return 'auto';
  return /week/.test(word) && /day/.test(word) ? 'weekday' : word.replace(/s$/, '');
}

/** A prompt that is cut into pieces. */
class Cutter {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** What a group of the form stands for, where the form is found; the whole of it is cut out. */
  cut(form: RegExp, group: number): Span | null {
    return this.take(form)?.(group) ?? null;
  }

  take(form: RegExp): ((group: number) => Span | null) | null {
    const match = new RegExp(form.source, `${form.flags}d`).exec(this.text);
    if (!match || match[0].trim() === '') return null;
    const [from, to] = match.indices?.[0] ?? [0, 0];
    this.text = this.text.slice(0, from) + ' '.repeat(to - from) + this.text.slice(to);
    return (group) => {
      const [start] = match.indices?.[group] ?? [];
      return start === undefined || !match[group] ? null : trimmed({ text: match[group], start });
    };
  }

  rest(): Span {
    return trimmed({ text: this.text, start: 0 });
  }
}
