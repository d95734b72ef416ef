/**
 * The English of requests for one chart (`parts.ts` cuts them by it), in one place: another language is another such file. Each says where it
 * stands: behind, in front, or anywhere; what is cut out of a prompt isn't looked at again.
 */
/** How a number is put together; what isn't said is left to the number. */
export type Aggregated = 'count' | 'sum' | 'avg' | 'min' | 'max';

const KIND = String.raw`(?:(?:stacked|stack|grouped|grouping|group|simple|vertical|horizontal|multi-line) )?(?:bar|line|pie|scatter|area|column|histogram|donut)s?(?: ?(?:charts?|graphs?|plots?|diagrams?))?`;
const VERB = String.raw`(?:show|draw|give|return|find|list|display|visuali[sz]e|plot|create|make|present|compare|tell|report|compute|calculate|provide|use|see|get|render|select|describe|reflect|retrieve)`;
export const AXIS = String.raw`(?:the )?(x|y)(?:[- ]?axis)?`;
const DOWN = String.raw`(?:from )?(?:high|highest|large|largest|big|biggest|most|top|z) to (?:low|lowest|small|smallest|least|bottom|a)(?: order)?|(?:(?:in|by|with|as) )?(?:an? |the )?(?:desc|descending|decreasing|reverse)(?: alphabetical)?(?: order)?`;
const UP = String.raw`(?:from )?(?:low|lowest|small|smallest|least|bottom|a) to (?:high|highest|large|largest|big|biggest|most|top|z)(?: order)?|(?:(?:in|by|with|as) )?(?:an? |the )?(?:asc|ascending|increasing|alphabetical|alphabetic)(?: alphabetical)?(?: order)?`;
const LEAD = String.raw`(?:(?:and|then) )*(?:(?:could|can|would|will) you(?: please)? |(?:i|we) (?:want|would like|need|'d like|wish)(?: you)? to |i'd like to |let me |let's |please )?(?:help me )?`;
const SORTS = String.raw`(?:sort|order|rank|list|display|show|arrange|organi[sz]e)(?:ed|ing|s)?`;
export const MANY = String.raw`(?:total )?(?:numbers?|counts?|amount|frequency|frequencies|how many|many|counting)`;
export const SOME = String.raw`(?:average|mean|avg|sum|total|accumulated|overall|combined|minimum|minimal|min|lowest|smallest|least|maximum|maximal|max|highest|largest|greatest|biggest)`;
const PLEASE = String.raw`(?:,? please|,? thanks)?`;
const END = String.raw`[\s.,;?!]*$`;
const SIDE = String.raw`(?:^|[\s.,;?!]+)`;

export const pattern = (source: string) => new RegExp(source, 'i');
export const ORDER_THEN_AXIS = pattern(`${SIDE}${LEAD}${SORTS}(?: (?:it|them|the (?:result|bar|data)s?))?(?: by)? (?:(${DOWN})|(${UP})) (?:by|of|in terms of|according to|with respect to|on|for|based on) (?:the |its |their )?([^,.;?!]+?)${PLEASE}${END}`);
export const AXIS_THEN_ORDER = pattern(`${SIDE}${LEAD}${SORTS}(?: (?:it|them|the (?:result|data)s?))?(?: (?:by|according to|in terms of|based on))? (?:the |its |their )?((?:(?! ?(?:sort|order|rank)(?:ed|s|ing)? by)[^,.;?!])+?) (?:(${DOWN})|(${UP}))${PLEASE}${END}`);
export const ORDER_ALONE = pattern(`${SIDE}${LEAD}${SORTS}(?: (?:it|them|the (?:result|bar|data)s?))? (?:(${DOWN})|(${UP}))${PLEASE}${END}`);
export const ORDER_PLAIN = pattern(`,? (?:in|with) (?:(desc|descending|decreasing|reverse)|(asc|ascending|increasing))(?: alphabetical)? order${PLEASE}${END}`);
export const ORDER_OF = pattern(`,? (?:in|with) (?:the |an? )?(?:(desc|descending|decreasing|reverse)|(asc|ascending|increasing|alphabetical)) order (?:of|by) (?:the |its |their )?([^,.;?!]+?)${PLEASE}${END}`);
export const ORDER_BARE = pattern(`${SIDE}${LEAD}(?:sort|order|rank|arrange)(?:ed)? by (?:the |its |their )?([^,.;?!]+?)${PLEASE}${END}`);
const DRAWN = String.raw`(?:show|draw|give|return|display|visuali[sz]e|plot|present|create|list|render)`;
const ITS = String.raw`(?:them|it|this|that|these|the (?:result|answer|data|information)s?)`;
export const KIND_BEHIND = pattern(`${SIDE}(?:and )?(?:then )?(?:please )?(?:to )?(?:${DRAWN}(?:ing)? (?:me )?(?:${ITS} )?|(?:make|use|report|put) (?:${ITS} ))?(?:(?:with|by|as|in|using|on|via|through|into|for|for visuali[sz]ing|to|use|for showing|in the form of) )?(?:a |an |the )?(${KIND})(?: please)?${END}`);
export const KIND_SAID = pattern(`${SIDE}(?:please )?(?:to )?${VERB} (?:me )?(?:the |its |their |an? )?(proportion|correlation|trend|relationship)s?${END}`);
export const KIND_ALONE = pattern(`^\\s*(?:a |an |the )?(${KIND})\\s*[.:,;]\\s*`);
export const KIND_BEFORE = pattern(`^[\\s.,;?!]*(?:(?:could|can|would) you |you (?:could|can) )?(?:please |just )*(?:${VERB} )?(?:me |us )?(?:a |an |the )?(${KIND}),?\\s+(?:(?:which|that|to|and) )?(?:simply |just |only |comparing |${VERB}(?:s|ing)? |(?:about|for|of|with|on|based on|representing|regarding|in terms of|describing) )*(?:me )?(?:about |for |of )?`);
export const ACROSS_SAID = pattern(`${SIDE}(?:and |where |with |in which |that )?(?:the )?x(?:[- ]?axis)? (?:is|shows|being|represents|should be|as|are) (?:the )?([^,.;?!]+?)(?=${END}|,| (?:the )?y[- ]?axis| and (?:the )?(?:y|group|colou?r|stack))`);
export const PROPORTION = pattern(`\\b(proportion|share|percentage)s? of (?:the )?(?=(?:different|distinct) [\\w ]+[\\s.?!]*$|(?:[\\w-]+ ){1,2}of (?:all )?(?:the )?[\\w-]+(?: [\\w-]+)?[\\s.?!]*$|${MANY}\\b|what (?:is|are) the |each |(?:[\\w-]+ ){1,5}(?:for|by|in|of|per|across) (?:each|every|different) )`);
export const PROPORTION_OF = pattern(`\\b(proportion|percentage)s? of (?:the )?(?=.+ and )`);
export const UP_SAID = pattern(`${SIDE}(?:and |where |with )?(?:the )?y[- ]?axis (?:(?:is|shows|being|represents|should be|as|are) )?(?:the )?([^,.;?!]+?)(?=${END}|,)`);
export const ACROSS_LET = pattern(`${SIDE}(?:let|make|with|put|take|set|use) (?:the )?([^,.;?!]+?) (?:as|be|on|for) (?:the )?x[- ]?axis(?=${END}|,| and )`);
export const UP_LET = pattern(`(?:^|(?<=[\\s.,;?!]))\\s*(?:and )?(?:let|make|with|put|take|set|use|compute|calculate|show|find|display)? ?(?:the )?([^,.;?!]+?) (?:as|be|on|for) (?:the )?y[- ]?axis(?=${END}|,)`);
/** “and compute the total number of each day”, of what is binned. */
export const COUNT_EACH = pattern(`,?\\s*(?:and )?(?:then )?(?:count|compute|calculate|find|show|get)(?: (?:them|it))?(?: (?:the )?(?:total )?(?:numbers?|counts?))?(?:,?\\s*(?:of|in|for|per|by) (?:each|every|the) (?:year|month|day|week|weekday|quarter|hour))?${END}`);
export const BIN = [
  pattern(`${SIDE}(?:and )?${LEAD}(?:that )?(?:bins?|binned|binning|group|bucket) (?!by )(?:all |each )?(?:the |their |its )?([^,.;?!]+?) (?:by|into|in|to) (?:the |each |a |every )?(year|years|month|months|day of (?:the )?week|days? of the week|week ?days?|days?|weeks?|quarters?|hours?|time)(?: intervals?)?(?= |,|\\.|;|\\?|$)`),
  pattern(`${SIDE}(?:and )?${LEAD}bin (?:it |them )?(?:by|into|in|to) (?:the |each |a |every )?()(year|month|day of (?:the )?week|week ?day|day|week|quarter|hour|time)s?(?: intervals?)?(?= |,|\\.|;|\\?|$)`),
];
export const COLOURS = pattern(`${SIDE}(?:and )?(?:use |using |with |in )?(?:a |an )?(?:different |separate |own )?colou?rs? (?:for|per) (?:each |every |different )?([^,.;?!]+?)(?=${END}|,| and | in (?:a|an|the) )`);
export const GROUPED = pattern(`${SIDE}(?:that|which) groups (?:by |the )?([^,.;?!]+?)(?: attribute)?(?=${END}|,)`);
export const GROUP = pattern(`${SIDE}(?:and )?(?:then )?(?:by )?(?:group|grouped|grouping|colou?r|colou?red|stack|stacked|split|segmented|categori[sz](?:e|ing|ed)|classified|based)(?: (?:them|it|the result|that))? (?:by|into|on|the)(?: (?:the|attribute|column|field|each))* ([^,.;?!]+?)(?=${END}|,| and | in (?:a|an|the) )`);
export const SCOPE = pattern(`^\\s*(?:for|among|of|considering|given)(?: all)?(?: of)?(?: (?:those|the|these|all))* ([^.?!]+?),\\s*(?=for [\\w ]+, [\\w ]+, |(?:please |can you |could you )?(?:${VERB}|count|a |an |the |bin|what|how|which|stacked|bar|pie|line|scatter|group) ?)`);
export const ASKED_FIRST = pattern(`^\\s*(?:which|who|what) (?!is |are |was |were )([^?.!]+)\\?(?=\\s*(?:list|show|return|find|give|plot|draw|display|visuali[sz]e|just|please) )`);
export const HOW_MANY_FIRST = pattern(`^\\s*how many ([^?.!]+)\\?(?=\\s*(?:list|show|return|find|give|plot|draw|display|report|count|tell)\\b)`);
/** “… of each organisation? Also list the organisation id”, “… and what is its name?”: what those are called by. */
export const CALLED = pattern(`[.?!,;]?\\s+(?:and )?(?:also,? )?(?:(?:list|show|return|give|include)(?: me)? |what (?:is|are) )(?:the |its |their )((?:\\w+ ){0,2}(?:ids?|names?|codes?|titles?))[\\s.,;?!]*(?= {3,}|$)`);
export const EACH_OF = pattern(`^\\s*(?:for|in|of) (?:each|every) ([^.,?!]+?),\\s*`);
/** What was cut out behind it ends it too: it left its place blank. */
const ROWS_END = String.raw`(?= (?:for|of|in|by|from|per|at) (?:each|different|every|the different|various)\b|,? (?:and|then) group| over (?:the|their|its) | {3,}|[,?]|$)`;
export const TAIL = [
  pattern(`\\b(?:whose|who|where|wherein|(?:in|on|at|for|during) which|having|which (?:have|has|had|are|is|do|did)|that (?:have|has|had|are|is|were|was|do|did|does))\\b(?! (?:each|every)\\b)[^,?]*?${ROWS_END}`),
  pattern(`\\b(?:with|when|if) (?!(?:the |their |its |an? )*(?:(?:number|count|amount)s? of|average|sum|total)\\b)(?=[^,?]*(?:\\d|at least|at most|between|than|equal|not |letters? |["“]))[^,?]*?${ROWS_END}`),
  // “that require more than 300 hours”
  pattern(`\\b(?:that|which|who) \\w+ (?:more|less|fewer|greater|higher|lower) than \\d[^,?]*?${ROWS_END}`),
  // “have a capacity of over 50”
  pattern(`\\b(?:have|has|had) (?:an? )?[^,?]*?\\b(?:over|under|above|below|(?:more|less|fewer|greater|higher|lower|larger|smaller) than|at (?:least|most)) \\d[^,?]*?${ROWS_END}`),
  // “held between 2009 and 2011”, “that happened in 2004”
  pattern(`\\b(?:that |which |who )?(?:were |was )?(?:\\w+ed|held|born|built|made|taught) (?:between|during|in) (?:the year )?(?=(?:1[5-9]|20)\\d\\d\\b)[^,?]*?${ROWS_END}`),
  // “registered after 2015”
  pattern(`(?:\\b(?:that |which )?(?:were |was |are |is )?\\w+ed )?\\b(?:after|before|since|until) (?:the year )?(?=[^,?]*\\d)[^,?]*?${ROWS_END}`),
];
export const ASK = pattern(`^[\\s.,;?!:]*(?:(?:could|can|would) you (?:please )?|i (?:want|would like|'d like|need) (?:to (?:know|see)|you to)? ?|please |let me |just |also |and |then )*(?:${VERB} (?:me |us )?(?:about )?|count (?!and|them|it|those|each|across|by|per|for|of|the dates?\\b)|(?:what|who|when) (?:is|are|was|were) |how (?:is|are) |which |tell me )?(?:(?:an?|the) (?:visuali[sz]ation|chart|graph|plot|diagram) (?:to (?:show|display)|that shows|which shows|showing|of|about|for) )?(?:about )?(?:the )?(?:(?:distribution|comparison) (?:of|about) (?:the )?(?=${MANY}\\b))?`);
export const AMONG = String.raw`(?:(?:falls?|falling|fell) in(?:to)?|by|for|of|in|from|per|across|to|on|over|with|at|grouped by|by grouped by|group by|along|through|that belong to|belonging to|owned by|among)`;
export const EACH = String.raw`(?:each|every|different|the same|all the|all|the|a|their|its|various|grouped by)`;
export const COUNTED = pattern(`^${MANY} (?:of )?(?:the )?(?:different |distinct |each |all )?(.+)$`);

export const AGGREGATES: readonly [RegExp, Aggregated][] = [
  [/^(?:the )?(?:average|mean|avg)(?: of)?(?: the)? /i, 'avg'],
  [/^(?:the )?(?:total )?(?:(?:number|count|frequency|how many(?: total)?|many(?: total)?|counting)s?(?: of)?|amounts? of)(?: the)? /i, 'count'],
  [/^(?:the )?(?:sum|total|accumulated|overall|combined)(?: of)?(?: the)? /i, 'sum'],
  [/^(?:the )?(?:minimum|minimal|min|lowest|smallest|least)(?: of)?(?: the)? /i, 'min'],
  [/^(?:the )?(?:maximum|maximal|max|highest|largest|greatest|biggest)(?: of)?(?: the)? /i, 'max'],
];

/** “orders for each code”: the orders. */
export const OF_EACH = / (?:for|of|by|in|at|per|from|on) (?:each|every|different|that|the same) .*$/i;

/** What nobody says who doesn't speak of one chart by its parts. */
export const SPEAKS_OF_PARTS = /\b[xy][- ]axis\b|\b(?:group|count)s? and (?:group|count)s?\b|\bdistribution of .+ and\b|\bproportion of\b|\btotal number (?:from|of|in|by|for|across) (?:each|different)\b|\bby grouped by\b|\bcomparison (?:about|of|between) .+ (?:over|and|across)\b/i;
