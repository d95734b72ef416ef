/**
 * A request that says of one chart what stands where: “draw a bar chart about the distribution of job_id and the average of salary, list the
 * x-axis in descending order”. Here it is only cut into its parts; what their names mean is decided elsewhere.
 */
import type { View } from '../plan';

/** A stretch of the prompt. */
export type Span = { text: string; start: number };
/** `of` is null where what is counted has no name. */
export type Amount = { aggregate: 'count' | 'sum' | 'avg' | 'min' | 'max' | null; of: Span | null; /** “total number of”, which of what is a number itself is its sum. */ isTotal?: boolean };
export type Order = { axis: 'x' | 'y' | null; by: Span | null; /** Null where nothing was said of it. */ descending: boolean | null };
export type Parts = {
  view: View | null;
  stacked: boolean;
  across: Span;
  up: Amount;
  /** What was said to be a group is the only one. */
  isOnlyGroup?: boolean;
  /** Neither was named as the one that stands across. */
  isLoose: boolean;
  series: Span | null;
  /** `unit` is `auto` where it was only to be by time. */
  bin: { of: Span | null; unit: string } | null;
  order: Order | null;
  /** Which rows it is about, in words: “who was hired before 2002”. */
  rows: Span[];
};

const KIND = String.raw`(?:(?:stacked|stack|grouped|grouping|group|simple|vertical|horizontal|multi-line) )?(?:bar|line|pie|scatter|area|column|histogram|donut)s?(?: ?(?:charts?|graphs?|plots?|diagrams?))?`;
const VERB = String.raw`(?:show|draw|give|return|find|list|display|visuali[sz]e|plot|create|make|present|compare|tell|report|compute|calculate|provide|use|see|get|render|select|describe)`;
const AXIS = String.raw`(?:the )?(x|y)(?:[- ]?axis)?`;
const DOWN = String.raw`(?:from )?(?:high|highest|large|largest|big|biggest|most|top|z) to (?:low|lowest|small|smallest|least|bottom|a)(?: order)?|(?:(?:in|by|with|as) )?(?:an? |the )?(?:desc|descending|decreasing|reverse)(?: order)?`;
const UP = String.raw`(?:from )?(?:low|lowest|small|smallest|least|bottom|a) to (?:high|highest|large|largest|big|biggest|most|top|z)(?: order)?|(?:(?:in|by|with|as) )?(?:an? |the )?(?:asc|ascending|increasing|alphabetical|alphabetic)(?: order)?`;
const LEAD = String.raw`(?:(?:and|then) )*(?:(?:could|can|would|will) you(?: please)? |(?:i|we) (?:want|would like|need|'d like|wish)(?: you)? to |i'd like to |let me |let's |please )?(?:help me )?`;
const SORTS = String.raw`(?:sort|order|rank|list|display|show|arrange|organi[sz]e)(?:ed|ing|s)?`;
const MANY = String.raw`(?:total )?(?:numbers?|counts?|amount|frequency|frequencies|how many|many|counting)`;
const SOME = String.raw`(?:average|mean|avg|sum|total|accumulated|overall|combined|minimum|minimal|min|lowest|smallest|least|maximum|maximal|max|highest|largest|greatest|biggest)`;
const PLEASE = String.raw`(?:,? please|,? thanks)?`;
const END = String.raw`[\s.,;?!]*$`;
const SIDE = String.raw`(?:^|[\s.,;?!]+)`;

const pattern = (source: string) => new RegExp(source, 'i');
const ORDER_THEN_AXIS = pattern(`${SIDE}${LEAD}${SORTS}(?: (?:it|them|the (?:result|bar|data)s?))?(?: by)? (?:(${DOWN})|(${UP})) (?:by|of|in terms of|according to|with respect to|on|for|based on) (?:the |its |their )?([^,.;?!]+?)${PLEASE}${END}`);
const AXIS_THEN_ORDER = pattern(`${SIDE}${LEAD}${SORTS}(?: (?:it|them|the (?:result|data)s?))?(?: (?:by|according to|in terms of|based on))? (?:the |its |their )?([^,.;?!]+?) (?:(${DOWN})|(${UP}))${PLEASE}${END}`);
const ORDER_ALONE = pattern(`${SIDE}${LEAD}${SORTS}(?: (?:it|them|the (?:result|bar|data)s?))? (?:(${DOWN})|(${UP}))${PLEASE}${END}`);
const ORDER_BARE = pattern(`${SIDE}${LEAD}(?:sort|order|rank|arrange)(?:ed)? by (?:the |its |their )?([^,.;?!]+?)${PLEASE}${END}`);
const DRAWN = String.raw`(?:show|draw|give|return|display|visuali[sz]e|plot|present|create|list|render)`;
const ITS = String.raw`(?:them|it|this|that|these|the (?:result|answer|data|information)s?)`;
const KIND_BEHIND = pattern(`${SIDE}(?:and )?(?:then )?(?:please )?(?:${DRAWN}(?:ing)? (?:me )?(?:${ITS} )?|(?:make|use|report|put) (?:${ITS} ))?(?:(?:with|by|as|in|using|on|via|through|into|for|for visuali[sz]ing|to|use|for showing|in the form of) )?(?:a |an |the )?(${KIND})(?: please)?${END}`);
const KIND_SAID = pattern(`${SIDE}(?:please )?${VERB} (?:me )?(?:the |its |their )?(proportion|correlation|trend|relationship)s?${END}`);
const KIND_ALONE = pattern(`^\\s*(?:a |an |the )?(${KIND})\\s*[.:,;]\\s*`);
const KIND_BEFORE = pattern(`^[\\s.,;?!]*(?:(?:could|can|would) you )?(?:please |just )*(?:${VERB} )?(?:me |us )?(?:a |an |the )?(${KIND}),?\\s+(?:(?:which|that|to|and) )?(?:simply |just |only )?(?:${VERB}(?:s|ing)? |(?:about|for|of|with|on|based on|representing|regarding|in terms of|describing) )*(?:me )?(?:about |for |of )?`);
const ACROSS_SAID = pattern(`${SIDE}(?:and |where |with |in which )?(?:the )?x[- ]?axis (?:is|shows|being|represents|should be|as|are) (?:the )?([^,.;?!]+?)(?=${END}|,| and (?:the )?(?:y|group|colou?r|stack))`);
const PROPORTION = pattern(`\\b(proportion|share|percentage)s? of (?:the )?(?=${MANY}\\b)`);
const UP_SAID = pattern(`${SIDE}(?:and |where |with )?(?:the )?y[- ]?axis (?:is|shows|being|represents|should be|as|are) (?:the )?([^,.;?!]+?)(?=${END}|,)`);
const ACROSS_LET = pattern(`${SIDE}(?:let|make|with|put|take|set|use) (?:the )?([^,.;?!]+?) (?:as|be|on|for) (?:the )?x[- ]?axis(?=${END}|,| and )`);
const BIN = [
  pattern(`${SIDE}(?:and )?(?:that )?(?:bins?|binned|binning|group|bucket) (?!by )(?:all |each )?(?:the |their |its )?([^,.;?!]+?) (?:by|into|in|to) (?:the |each |a |every )?(year|years|month|months|day of (?:the )?week|days? of the week|weekdays?|days?|weeks?|quarters?|hours?|time)(?: intervals?)?(?= |,|\\.|;|\\?|$)`),
  pattern(`${SIDE}(?:and )?bin (?:it |them )?(?:by|into|in|to) (?:the |each |a |every )?()(year|month|day of (?:the )?week|weekday|day|week|quarter|hour|time)s?(?: intervals?)?(?= |,|\\.|;|\\?|$)`),
];
const GROUP = pattern(`${SIDE}(?:and )?(?:then )?(?:by )?(?:group|grouped|grouping|colou?r|colou?red|stack|stacked|split|segmented|categori[sz](?:e|ing|ed)|classified|based)(?: (?:them|it|the result|that))? (?:by|into|on|the)(?: (?:the|attribute|column|field|each))* ([^,.;?!]+?)(?=${END}|,| and | in (?:a|an|the) )`);
const SCOPE = pattern(`^\\s*(?:for|among|of|considering|given)(?: all)?(?: of)?(?: (?:those|the|these|all))* ([^.?!]+?),\\s*(?=(?:please |can you |could you )?(?:${VERB}|a |an |the |bin|what|how|which|stacked|bar|pie|line|scatter|group) ?)`);
const ASKED_FIRST = pattern(`^\\s*(?:which|who|what) (?!is |are |was |were )([^?.!]+)\\?(?=\\s*(?:list|show|return|find|give|plot|draw|display|visuali[sz]e|just|please) )`);
const HOW_MANY_FIRST = pattern(`^\\s*how many ([^?.!]+)\\?(?=\\s*(?:list|show|return|find|give|plot|draw|display|report|count|tell)\\b)`);
const EACH_OF = pattern(`^\\s*(?:for|in|of) (?:each|every) ([^.,?!]+?),\\s*`);
const ROWS_END = String.raw`(?= (?:for|of|in|by|from|per|at) (?:each|different|every|the different|various)\b|,? (?:and|then) group| over (?:the|their|its) |[,?]|$)`;
const TAIL = [
  pattern(`\\b(?:whose|who|where|wherein|having|which (?:have|has|had|are|is|do|did)|that (?:have|has|had|are|is|were|was|do|did|does))\\b[^,?]*?${ROWS_END}`),
  pattern(`\\b(?:with|when|if) (?=[^,?]*(?:\\d|between|than|equal|not |["“]))[^,?]*?${ROWS_END}`),
];
const ASK = pattern(`^[\\s.,;?!:]*(?:(?:could|can|would) you (?:please )?|i (?:want|would like|'d like|need) (?:to (?:know|see)|you to)? ?|please |let me |just |also |and |then )*(?:${VERB} (?:me |us )?(?:about )?|count (?!and|them|it|those|each|the dates?\\b)|(?:what|who) (?:is|are|was|were) |how (?:is|are) |which |tell me )?(?:about )?(?:the )?(?:distribution of (?:the )?(?=${MANY}\\b))?`);
const AMONG = String.raw`(?:by|for|of|in|from|per|across|to|on|over|with|at|grouped by|by grouped by|group by|along|through|that belong to|belonging to|owned by|among)`;
const EACH = String.raw`(?:each|every|different|the same|all the|all|the|a|their|its|various|grouped by)`;

/** What stands across and what is measured, as a form of words says it. */
type Body = Pick<Parts, 'across' | 'up'> & { view?: View | null; isLoose?: boolean; series?: Span };
type At = (group: number) => Span;

const FORMS: readonly [RegExp, (at: At, match: RegExpExecArray) => Body][] = [
  [pattern(`^(?:relationship|correlation|relation|association|connection)s? (?:between|of|about) (.+?) (?:and|vs\\.?|versus|with|over) (.+?) (?:for (?:each|every|different)|by|per|colou?red by|grouped by) (.+)$`), (at) => ({ view: 'scatter', across: at(1), up: amountOf(at(2)), series: at(3) })],
  [pattern(`^(.+?) (?:versus|vs\\.?|against) (.+?) (?:for (?:each|every|different)|by|per|colou?red by|grouped by) (.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)), series: at(3) })],
  [pattern(`^(?:relationship|correlation|relation|association|connection)s? (?:between|of|about) (.+?) (?:and|vs\\.?|versus|with|over) (.+)$`), (at) => ({ view: 'scatter', across: at(1), up: amountOf(at(2)) })],
  [pattern(`^(?:general |overall )?(change|trend|development|variation|comparison|tendency|movement)s? (?:about|of|in|on|for|between) (.+?) (?:over|across|along|against|by|and|vs\\.?|versus) (?:the )?(.+)$`), (at, m) => ({ view: /compar/i.test(m[1] ?? '') ? 'bar' : 'line', across: at(3), up: amountOf(at(2)) })],
  [pattern(`^(.+?) (?:change|changes|changing|development) (?:over|by|along|across) (.+)$`), (at) => ({ view: 'line', across: at(2), up: amountOf(at(1)) })],
  [pattern(`^x(?:[- ]?axis)? (?:is )?(?:the )?(.+?)(?:,| and)? (?:the )?y[- ]?axis (?:is )?(.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^distributions? (?:of|about|for|on) (.+?) (?:and|by|over|with) (.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^distributions? (?:of|about|for) (.+)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(.+?) (?:as|on) (?:the )?x[- ]?axis,? (?:and )?(.+?) (?:as|on) (?:the )?y[- ]?axis$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^groups? (?:its |the |their |them by |by )?(.+?),? and counts? (?:them|it|each)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(?:(?:group|groups) and counts?|counts? and groups?) (?:the )?(.+?)(?: attribute| column| field)?$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(.+?),? (?:and|then) (?:count|counting) (?:them|it|each|those|the number of them)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(.+?) (?:versus|vs\\.?|against) (.+)$`), (at) => (amountOf(at(1)).aggregate === null ? { across: at(1), up: amountOf(at(2)) } : { across: at(2), up: amountOf(at(1)) })],
  [pattern(`^(?!(?:the )?(?:${MANY}|${SOME})\\b)(.+?),? and (?:the |their |its |how )?((?:${SOME}|${MANY})\\b.+)$`), (at) => ({ across: at(1), up: amountOf(at(2)) })],
  [pattern(`^${MANY} (?:of )?(.+?) (?:for )?with (?:each|every) (.+?) in (?:each|every) (.+)$`), (at) => ({ across: at(3), up: COUNT, series: at(2) })],
  [pattern(`^${MANY} (?:${AMONG} )(?:${EACH} )+(.+)$`), (at) => ({ across: at(1), up: COUNT })],
  [pattern(`^(${MANY} (?:of )?.+?),? (?:did |do |does )?(?:each|every) (.+?)(?: (?:has|have|had|is|are|was|were|do|does|did)\\b.*| \\w+(?:ed|s|ght|n))$`), (at) => ({ across: at(2), up: { ...amountOf(at(1)), aggregate: 'count' } })],
  // “what is the total credit does each department offer”
  [pattern(`^(.+?) (?:does|do|did) (?:each|the|every) (.+?) \\w+$`), (at) => ({ across: at(2), up: amountOf(at(1)) })],
];
/** The same, cut where a word stands that may stand in a name too. */
const ANYTHING = /./;
const CUTS: readonly [RegExp, RegExp, (left: Span, right: Span) => Body][] = [
  [pattern(`^${MANY}\\b`), pattern(`,? (?:${AMONG} )(?:${EACH} )*`), (left, right) => ({ across: right, up: { ...amountOf(left), aggregate: 'count' } })],
  [pattern(`^${SOME}\\b`), pattern(`,? (?:${AMONG}) (?:${EACH} )*`), (left, right) => ({ across: right, up: amountOf(left) })],
  [ANYTHING, /,? (?:and|together with|combined with|along with|as well as) (?:the |its |their )?/i, (left, right) => ({ across: left, up: amountOf(right), isLoose: true })],
  [ANYTHING, /,? (?:by|of each|from each|for each|per|of different|from different|for different|in different|in each|across) /i, (left, right) => (amountOf(right).aggregate === null ? { across: right, up: amountOf(left), isLoose: true } : { across: left, up: amountOf(right) })],
];
const COUNTED = pattern(`^${MANY} (?:of )?(?:the )?(?:different |distinct |each |all )?(.+)$`);

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
  if (counted?.[1]) yield { across: trimmed({ text: counted[1], start: body.start + text.length - counted[1].length }), up: COUNT };
}

const COUNT: Amount = { aggregate: 'count', of: null };
const AGGREGATES: readonly [RegExp, Exclude<Amount['aggregate'], null>][] = [
  [/^(?:the )?(?:average|mean|avg)(?: of)?(?: the)? /i, 'avg'],
  [/^(?:the )?(?:total )?(?:(?:number|count|frequency|how many|many|counting)s?(?: of)?|amounts? of)(?: the)? /i, 'count'],
  [/^(?:the )?(?:sum|total|accumulated|overall|combined)(?: of)?(?: the)? /i, 'sum'],
  [/^(?:the )?(?:minimum|minimal|min|lowest|smallest|least)(?: of)?(?: the)? /i, 'min'],
  [/^(?:the )?(?:maximum|maximal|max|highest|largest|greatest|biggest)(?: of)?(?: the)? /i, 'max'],
];

/** “orders for each code”: the orders. */
const OF_EACH = / (?:for|of|by|in|at|per|from|on) (?:each|every|different) .*$/i;

/** “the average of salary”; a column may be called so itself, so the whole is kept where nothing leads. */
export function amountOf(span: Span): Amount {
  const text = span.text.replace(/^(?:the |their |its |how )+/i, '');
  if (/^(?:total )?(?:numbers?|counts?|many)$/i.test(text)) return COUNT;
  const start = span.start + span.text.length - text.length;
  for (const [lead, aggregate] of AGGREGATES) {
    const match = lead.exec(text);
    if (match) return { aggregate, ...(aggregate === 'count' && /\btotal\b/i.test(match[0]) && { isTotal: true }), of: trimmed({ text: text.slice(match[0].length).replace(aggregate === 'count' ? OF_EACH : /^$/, ''), start: start + match[0].length }) };
  }
  return { aggregate: null, of: trimmed({ text, start }) };
}

export function trimmed({ text, start }: Span): Span {
  const lead = /^[\s.,;:?!]*/.exec(text)?.[0].length ?? 0;
  return { text: text.slice(lead).replace(/[\s.,;:?!]+$/, ''), start: start + lead };
}

/** The parts of a request in each way that its words can be cut, the likeliest first; none where it isn't one. What is cut out leaves its place blank, so that spans stay where they are. */
export function* partsOf(prompt: string): Generator<Parts> {
  const cutter = new Cutter(prompt);
  const each = cutter.cut(EACH_OF, 1);
  const scope = each ? null : (cutter.cut(SCOPE, 1) ?? cutter.cut(ASKED_FIRST, 1) ?? (/\?.*\b(?:number|count)\b/i.test(prompt) ? cutter.cut(HOW_MANY_FIRST, 1) : null));
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
    if (match) found.bin = { of: match(1), unit: unitOf(match(2)?.text ?? '') };
  }
  said(cutter.cut(KIND_BEFORE, 1)?.text);
  found.series = cutter.cut(GROUP, 1);
  found.order ??= orderOf(cutter);
  said(cutter.cut(KIND_BEHIND, 1)?.text);
  const rows = scope ? [scope] : [];
  for (const tail of TAIL) {
    const cut = cutter.cut(tail, 0);
    if (cut) rows.push(cut);
  }
  said(cutter.cut(PROPORTION, 1) ? 'proportion' : undefined);
  cutter.cut(ASK, 0);
  if (found.bin) cutter.cut(/,?\s*(?:in|for|per|by) (?:each|every|the) (?:year|month|day|week|weekday|quarter|hour)\s*$/i, 0);
  const common = { stacked: found.stacked, bin: found.bin, order: found.order, rows };
  const body = cutter.rest();
  const bodies: Body[] = [...(found.across && found.up ? [{ across: found.across, up: amountOf(found.up) }] : []), ...bodiesOf(body, found.across)];
  // “show all calendar dates and bin by year”
  if (found.bin && body.text !== '' && !/ and /i.test(body.text)) bodies.push({ across: body, up: COUNT });
  // “bin the hire date by weekday and count them”
  if (found.bin?.of && /^(?:count|how many|and|counts? (?:them|it|each|the dates?|the number of them)|the)?$/i.test(body.text)) bodies.push({ across: found.bin.of, up: COUNT });
  for (const made of bodies) {
    const parts: Parts = { isLoose: false, ...made, ...common, series: found.series ?? made.series ?? null, view: found.view ?? made.view ?? null };
    if (!isRequest(parts, prompt)) return;
    yield parts;
    // “the number of invoices, grouped by state”: there is no other group.
    if (parts.series) yield { ...parts, across: parts.series, up: amountOf(body), series: null, isOnlyGroup: true };
  }
}

/** Words that nobody uses who doesn't speak of one chart by its parts. */
function isRequest({ view, order, bin }: Parts, prompt: string): boolean {
  return view !== null || bin !== null || (order !== null && (order.axis !== null || order.by !== null)) || /\b[xy][- ]axis\b|\b(?:group|count)s? and (?:group|count)s?\b|\bdistribution of .+ and\b|\bproportion of\b|\btotal number (?:from|of|in|by|for|across) (?:each|different)\b|\bby grouped by\b|\bcomparison (?:about|of|between) .+ (?:over|and|across)\b/i.test(prompt);
}

function orderOf(cutter: Cutter): Order | null {
  const [one, other, alone] = [cutter.take(ORDER_THEN_AXIS), cutter.take(AXIS_THEN_ORDER), cutter.take(ORDER_ALONE)];
  if (one) return { ...targetOf(one(3)), descending: one(1) !== null };
  if (other) return { ...targetOf(other(1)), descending: other(2) !== null };
  if (alone) return { axis: null, by: null, descending: alone(1) !== null };
  const bare = cutter.take(ORDER_BARE);
  return bare && { ...targetOf(bare(1)), descending: null };
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
