import type { Unit, View } from '../plan';

/**
 * Every English word the composer's grammar knows, in one table: another language is another table. Phrases of one
 * meaning are divided by `|`. Names of tables, columns and values are not here: they come from the catalogue.
 */

export type Aggregate = 'sum' | 'avg' | 'min' | 'max' | 'count' | 'share';

export type Mark =
  | { is: 'filler' }
  | { is: 'chart'; view: View | null }
  | { is: 'table' }
  | { is: 'stat' }
  | { is: 'overview' }
  | { is: 'filter' }
  | { is: 'dates' }
  | { is: 'search' }
  | { is: 'aggregate'; aggregate: Aggregate }
  | { is: 'by' }
  | { is: 'bucket'; unit: Unit; adverb: boolean }
  | { is: 'trend' }
  | { is: 'versus' }
  | { is: 'top'; descending: boolean }
  | { is: 'best'; descending: boolean }
  | { is: 'sort' }
  | { is: 'direction'; descending: boolean }
  | { is: 'latest'; descending: boolean }
  | { is: 'new' }
  | { is: 'not' }
  | { is: 'compare'; op: 'over' | 'at-least' | 'under' | 'at-most' | 'between' | 'equal' }
  | { is: 'empty' }
  | { is: 'same' }
  | { is: 'only' }
  | { is: 'break'; strength: 'hard' | 'soft' | 'with' }
  | { is: 'verb'; verb: Verb }
  | { is: 'title' };

export type Verb = 'add' | 'remove' | 'rename' | 'change' | 'move' | 'undo' | 'instead';

const GRAMMAR: [phrases: string, mark: Mark][] = [
  ['a|an|the|of|in|on|at|to|from|for|is|are|was|were|be|been|do|does|did|doing|how|what|which|who|where|whose|i|we|me|us|my|our|you|your|it|its|as|that|there|then|please|can|could|would|should|will|want|like|need|have|has|get|got|give|show|shows|showing|see|view|display|make|build|create|design|draw|plot|visualize|visualise|render|generate|let|just|all|each|some|any|so|well|much|hello|hi|thanks|thank|nice|good|simple|quick|big|small one|full|page|screen|interface|ui|app|application|website|tool|widget|panel|tell|about|using|based|use|look|looks|going|performing|performed|across|within|into|out|up|their|they|them|his|her|one|also|too|still|currently|current|now|right|everything|data|information|info|figures for|happening|with us|live|interactive|beautiful|clean|modern|compact|over|when|come|comes|came|most important|values|value of|results|rows of|records of|record|records|row|rows|entry|entries|made|placed|vitrine|whole|entire|ever|really|sum up|main|different|various|individual|every single|basis|on the side|underneath|below|beneath|at the bottom|at the top|on top|beside|next|alongside|first|inside|here|chosen|selected|sell|sells|selling|sold|stacked|ones', { is: 'filler' }],
  ['dashboard|overview|summary|report|cockpit|summary page|overview page|explore|explorer|analysis|analyse|analyze|insights|profile|breakdown dashboard', { is: 'overview' }],
  ['chart|graph|diagram|visualization|visualisation|charts|graphs|diagrams|plots', { is: 'chart', view: null }],
  ['bar|bars|bar chart|bar charts|bar graph|bar diagram|column chart|column graph|columns chart|barchart|a bar per', { is: 'chart', view: 'bar' }],
  ['line|lines|line chart|line charts|line graph|linechart|curve', { is: 'chart', view: 'line' }],
  ['area chart|area charts|area graph|area|areachart', { is: 'chart', view: 'area' }],
  ['pie|pies|pie chart|pie charts|pie graph|donut|doughnut|donut chart|doughnut chart|piechart', { is: 'chart', view: 'pie' }],
  ['table|tables|list|lists|listing|grid|data table|spreadsheet|listed|details|line by line', { is: 'table' }],
  ['kpi|kpis|kpi tiles|kpi tile|kpi row|kpi cards|kpi card|tile|tiles|stat|stats|metric|metrics|headline figures|headline figure|headline numbers|headlines|figure|figures|key figures|key numbers|key metrics|cards|card|scorecard|scorecards|big number|big numbers|single number|indicator|indicators', { is: 'stat' }],
  ['filter|filters|filterable|filtered by|filter by|filterable by|filtering|dropdown|drop down|drop-down|select|selector|picker|chooser|switcher|choose|choosing|pick|slicer|slicers|narrow down', { is: 'filter' }],
  ['date range|date ranges|date range filter|date filter|date picker|date range picker|period filter|time filter|time range|time range filter|calendar filter|date range filters', { is: 'dates' }],
  ['search|searchable|search box|search field|search bar|find by|lookup|look up|searching', { is: 'search' }],
  ['sum|sum of|total|totals|total of|overall|altogether|in total|combined|cumulated', { is: 'aggregate', aggregate: 'sum' }],
  ['average|averages|avg|mean|average of|mean of|on average|typical|median', { is: 'aggregate', aggregate: 'avg' }],
  ['minimum|min|smallest|minimum of', { is: 'aggregate', aggregate: 'min' }],
  ['maximum|max|biggest|maximum of', { is: 'aggregate', aggregate: 'max' }],
  ['count|count of|counts|counts of|number of|numbers of|how many|amount of|no of|total number of|the number of|quantity of', { is: 'aggregate', aggregate: 'count' }],
  ['share|share of|rate|percentage|percentage of|percent|percent of|proportion|proportion of|ratio|ratio of|fraction of', { is: 'aggregate', aggregate: 'share' }],
  ['by|per|for each|for every|grouped by|group by|broken down by|break down by|breakdown by|breakdown of|split by|divided by|each|every|in each|by each|across all|segmented by|sliced by|distribution of|distribution by|against', { is: 'by' }],
  ['day|days|date|dates', { is: 'bucket', unit: 'day', adverb: false }],
  ['week|weeks', { is: 'bucket', unit: 'week', adverb: false }],
  ['month|months', { is: 'bucket', unit: 'month', adverb: false }],
  ['quarter|quarters', { is: 'bucket', unit: 'quarter', adverb: false }],
  ['year|years', { is: 'bucket', unit: 'year', adverb: false }],
  ['daily|day by day', { is: 'bucket', unit: 'day', adverb: true }],
  ['weekly|week by week', { is: 'bucket', unit: 'week', adverb: true }],
  ['monthly|month by month', { is: 'bucket', unit: 'month', adverb: true }],
  ['quarterly', { is: 'bucket', unit: 'quarter', adverb: true }],
  ['yearly|annual|annually|year by year', { is: 'bucket', unit: 'year', adverb: true }],
  ['trend|trends|trend of|over time|over the time|development|development of|history|history of|timeline|time series|evolution|evolution of|through time|growth|growth of|progress|by time', { is: 'trend' }],
  ['vs|versus|compared to|compared with|compare with|compare to|compare|comparison|against last year|in comparison to|relative to|comparing', { is: 'versus' }],
  ['top|first few|highest|largest|leading', { is: 'top', descending: true }],
  ['bottom|lowest|least|fewest', { is: 'top', descending: false }],
  ['best|best selling|bestselling|best-selling|most|most valuable|strongest|most popular|biggest spending|top selling|most sold', { is: 'best', descending: true }],
  ['worst|weakest|worst selling|least popular|slowest selling', { is: 'best', descending: false }],
  ['sort|sort by|sorted by|sorted|order by|ordered by|ranked by|rank by|ranked|sort the|sortable|sortable by|sort it by', { is: 'sort' }],
  ['descending|desc|highest first|largest first|biggest first|high to low|z to a|in descending order|from high to low', { is: 'direction', descending: true }],
  ['ascending|asc|lowest first|smallest first|low to high|alphabetically|a to z|in ascending order|alphabetical|from low to high', { is: 'direction', descending: false }],
  ['latest|newest|most recent|recent|newest first|latest first|most recent first|last few', { is: 'latest', descending: true }],
  ['oldest|oldest first|earliest|earliest first', { is: 'latest', descending: false }],
  ['new', { is: 'new' }],
  ['not|no|except|excluding|exclude|without|other than|but not|apart from|non|isn’t|isn\'t|aren\'t|aren’t|hide|ignoring|minus', { is: 'not' }],
  ['above|more than|greater than|bigger than|larger than|higher than|exceeding|>|over than', { is: 'compare', op: 'over' }],
  ['at least|minimum of|>=|from at least|or more than', { is: 'compare', op: 'at-least' }],
  ['less than|lower than|smaller than|cheaper than|fewer than|<|beneath a', { is: 'compare', op: 'under' }],
  ['at most|maximum of|<=|no more than|up to', { is: 'compare', op: 'at-most' }],
  ['between', { is: 'compare', op: 'between' }],
  ['equal to|equals|=', { is: 'compare', op: 'equal' }],
  ['missing|empty|unknown|blank|null|not set', { is: 'empty' }],
  ['matching|those|these|same|the same|corresponding|respective|underlying|such', { is: 'same' }],
  ['only|just the|restrict to|restricted to|limit to|limited to|limit it to|limited|filter to|narrow to|focus on|keep only|keep|only show|show only|only the', { is: 'only' }],
  ['.|;|?|!|\n', { is: 'break', strength: 'hard' }],
  [',|and|&|+|plus|:|or|as well as|and also|and then|and a|followed by', { is: 'break', strength: 'soft' }],
  ['with|including|containing|having|showing me|along with|together with|that shows|incl', { is: 'break', strength: 'with' }],
  ['add|add a|append|include|insert|put in|also show|also add|i also want|i also need', { is: 'verb', verb: 'add' }],
  ['remove|delete|drop|take away|take out|get rid of|lose|kill|throw out', { is: 'verb', verb: 'remove' }],
  ['rename|call it|call this|name it|change the title to|change title to|retitle|title it|set the title to|set title to|call the page|rename it to|rename this to|rename to', { is: 'verb', verb: 'rename' }],
  ['change|turn|convert|switch|transform|make it|make the|make that|make this|make them|set|replace|swap|exchange', { is: 'verb', verb: 'change' }],
  ['move|put|place', { is: 'verb', verb: 'move' }],
  ['undo|revert|go back', { is: 'verb', verb: 'undo' }],
  ['instead|instead of|rather than', { is: 'verb', verb: 'instead' }],
  ['title|heading|headline', { is: 'title' }],
];

/** Phrase → meaning. The longest phrase in a table is five words. */
export const MARKS: ReadonlyMap<string, Mark> = new Map(
  GRAMMAR.flatMap(([phrases, mark]) => phrases.split('|').map((phrase) => [phrase, mark] as const)),
);
export const LONGEST_PHRASE = 5;

/**
 * Words of one meaning in names of tables and columns. A word of the prompt that links to nothing is tried as each of
 * its neighbours; what was taken is said as an assumption.
 */
const SYNONYMS = [
  'customer|client|buyer|shopper|account|consumer',
  'order|purchase|booking|transaction',
  'product|article|sku|good|merchandise|item',
  'ticket|issue|case|complaint|support request|support ticket|request',
  'country|nation',
  'region|territory|area|zone',
  'state|province',
  'city|town|place',
  'category|type|kind|class|group|genre|department',
  'segment|tier|customer type|customer group',
  'channel|source|sales channel',
  'priority|urgency|severity',
  'topic|subject|reason|theme',
  'status|stage|phase|condition',
  'satisfaction|rating|score|csat|stars',
  'quantity|unit|piece|volume|qty',
  'amount|value|total|worth|sum|spend|spending|basket|basket value|basket size',
  'price|list price|unit price',
  'cost|expense|spend',
  'revenue|sales|turnover|income|earning|takings|money',
  'profit|margin|gross profit|gross margin',
  'stock|inventory|stock level',
  'discount|rebate|reduction',
  'employee|staff|worker|colleague',
  'company|organization|organisation|firm|employer',
  'name|title|label',
  'created|signup|sign up|registered|joined|registration',
  'weight|mass',
  'temperature|temp',
  'age|years old',
  'fuel economy|mpg|mileage',
  'horsepower|power|hp',
  'email|mail',
  'movie|film',
  'song|track',
] as const;

const NEIGHBOURS = new Map<string, string[]>();
for (const group of SYNONYMS) {
  const words = group.split('|');
  for (const word of words) {
    NEIGHBOURS.set(word, [...(NEIGHBOURS.get(word) ?? []), ...words.filter((w) => w !== word)]);
  }
}

/** Other words for a phrase of stems, best first; empty where none is known. */
export function synonymsOf(phrase: string): string[] {
  return NEIGHBOURS.get(phrase) ?? [];
}

/** Names of places as people write them, to how tables do. */
export const PLACE_NAMES: ReadonlyMap<string, string[]> = new Map([
  ['usa', ['united states', 'us', 'united states of america']],
  ['us', ['united states', 'usa']],
  ['america', ['united states', 'usa']],
  ['uk', ['united kingdom', 'great britain']],
  ['britain', ['united kingdom', 'great britain']],
  ['german', ['germany']],
  ['french', ['france']],
  ['british', ['united kingdom']],
  ['american', ['united states', 'usa', 'north america']],
  ['italian', ['italy']],
  ['spanish', ['spain']],
  ['european', ['europe']],
  ['asian', ['asia', 'asia pacific']],
  ['apac', ['asia pacific', 'asia-pacific']],
  ['holland', ['netherlands']],
]);

export const MONTH_NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, fifty: 50, hundred: 100,
};
