import type { Bucket, Cycle, View } from '../plan';
import type { SaidBands } from '../read/bands';

/**
 * Every English word the composer's grammar knows, in one table: another language is another table. Phrases of one
 * meaning are divided by `|`. Names of tables, columns and values are not here: they come from the catalogue.
 */

export type Aggregate = 'sum' | 'avg' | 'median' | 'min' | 'max' | 'count' | 'distinct' | 'share';

/** How the colours of a chart stand, and what else it looks like. */
export type Style = 'stacked' | 'grouped' | 'share' | 'cumulative' | 'lying' | 'upright';

export type Mark =
  | { is: 'filler' }
  | { is: 'chart'; view: View | null }
  | { is: 'table' }
  | { is: 'board' }
  | { is: 'calendar' }
  | { is: 'detail' }
  | { is: 'style'; style: Style }
  | { is: 'axis'; axis: 'x' | 'y' }
  | { is: 'relation' }
  | { is: 'distribution' }
  | { is: 'classes' }
  /** "under 100, 100 to 500, over 500" */
  | ({ is: 'bands' } & SaidBands)
  | { is: 'text'; op: 'contains' | 'starts' | 'ends' }
  | { is: 'ratio' }
  | { is: 'or-more'; more: boolean }
  | { is: 'columns' }
  | { is: 'all' }
  | { is: 'rows' }
  | { is: 'stat' }
  | { is: 'overview' }
  | { is: 'filter' }
  | { is: 'dates' }
  | { is: 'search' }
  /** "find artists by name" searches, "find open orders" only shows. */
  | { is: 'find' }
  /** "how much did each category sell" */
  | { is: 'sold' }
  /** One number in parts of another: "discount as a percentage of total". */
  | { is: 'over' }
  | { is: 'aggregate'; aggregate: Aggregate }
  | { is: 'by' }
  | { is: 'bucket'; unit: Bucket; adverb: boolean }
  /** "Mondays", "in summer": what comes again. */
  | { is: 'recurs'; cycle: Cycle; parts: readonly number[]; assumption?: string }
  | { is: 'trend' }
  /** What is reckoned along the time of a chart. */
  | { is: 'window'; window: 'growth' | 'change' | 'average' }
  | { is: 'versus' }
  | { is: 'top'; descending: boolean }
  | { is: 'best'; descending: boolean }
  | { is: 'sort' }
  | { is: 'direction'; descending: boolean; byName?: boolean }
  | { is: 'latest'; descending: boolean }
  | { is: 'new' }
  | { is: 'not' }
  | { is: 'compare'; op: 'over' | 'at-least' | 'under' | 'at-most' | 'between' | 'equal'; of?: readonly string[] }
  | { is: 'empty' }
  | { is: 'unsold' }
  | { is: 'form' }
  | { is: 'map' }
  /** The second grouping of a chart, as one speaks of it. */
  | { is: 'split' }
  | { is: 'stock'; some: boolean }
  | { is: 'same' }
  /** "cheapest": the first by a column of one of these names. */
  | { is: 'superlative'; of: readonly string[]; descending: boolean }
  /** Against the stretch of time before. */
  | { is: 'before' }
  | { is: 'only' }
  | { is: 'break'; strength: 'hard' | 'soft' | 'with' }
  | { is: 'verb'; verb: Verb }
  | { is: 'title' };

export type Verb = 'add' | 'remove' | 'rename' | 'change' | 'move' | 'undo' | 'instead';

/** What columns that hold how long something takes are called. */
export const DURATIONS = ['duration', 'length', 'runtime', 'running time', 'milliseconds', 'ms', 'minutes', 'seconds', 'latency', 'response time', 'time'] as const;

const GRAMMAR: [phrases: string, mark: Mark][] = [
  ['all in all|how long|gimme|pls|plz|a|an|the|of|in|on|during|at|to|from|for|is|are|was|were|be|been|do|does|did|doing|how|what|which|who|where|whose|i|we|me|us|my|our|you|your|it|its|as|that|there|then|please|can|could|would|should|will|want|like|need|have|has|get|got|give|show|shows|showing|see|view|display|make|build|create|design|draw|plot|visualize|visualise|render|generate|let|just|some|any|well|much|hello|hi|thanks|thank|nice|good|simple|quick|full|page|screen|interface|ui|app|application|website|tool|widget|panel|tell|about|using|based|use|look|looks|going|performing|performed|across|within|into|out|up|their|they|them|his|her|one|also|too|still|currently|current|now|right|everything|data|information|info|happening|with us|live|interactive|beautiful|clean|modern|compact|when|come|comes|came|had|values|value of|made|placed|vitrine|whole|entire|ever|really|sum up|main|various|individual|every single|single|that i type in|i type in|that i enter|that i choose|we ever had|ever had|basis|on the side|underneath|below|beneath|down|at the bottom|at the top|on top|beside|next|alongside|first|inside|here|chosen|selected|me a|there are|it should|should be|able|i can|so that|in order|where i|page with|page for|page of|everyone|user|users|viewer|viewers|visitor|people|someone|team|our team|every one|according|belonging|belong|go|goes|both|only the ones|visual|overall|stand|standing|situation|wise|given|total view|regarding|concerning|relating|respectively|been made|were made|them all|different kinds|kinds|kind|sorts|sort of|kind of|types of|bit|easy|easily|clear|clearly|me see|at a glance|glance|side|side of|same page|ones|over|so|again|another|as well|further|additionally|more of|instantly|break down|break it down|breaking down|break out|anything|something|assigned|linked|attached|performs|perform|laid|put together|recorded|reported|measured|happened|return a|return the|return me|present|provide|produce|shared|common|global|could you|those|for those|through|throughout|dollars|dollar|euros|euro|usd|eur|bucks|let me set|the two of them|two of them|both of them|all of them|drives|drive|produces|produced|producing|i\'d love|love to|give away|gave away|gets|getting|got|giving|completely|sitting|plotted|saw|mix|must|must be|readers|reader|audience|colleagues|says|saying|drawn|controls|control|but', { is: 'filler' }],
  ['dashboard|overview|summary|report|cockpit|summary page|overview page|explore|explorer|analysis|analyse|analyze|insights|profile|breakdown dashboard|summarise|summarize|summing up|give me a picture of|big picture|snapshot of|snapshot', { is: 'overview' }],
  ['chart|graph|diagram|visualization|visualisation|charts|graphs|diagrams|visualizations|visualisations|plots', { is: 'chart', view: null }],
  ['bar|bars|bar chart|bar charts|bar graph|bar graphs|bar diagram|bar diagrams|column chart|column charts|column graph|columns chart|barchart|barcharts|a bar per|each bar', { is: 'chart', view: 'bar' }],
  ['line|lines|curves|line chart|line charts|line graph|line graphs|linechart|linecharts|curve', { is: 'chart', view: 'line' }],
  ['heatmap|colour of the cells|color of the cells|coloured cells|colored cells|colour of each cell|color of each cell|cell colour|cell color|heat map|heatmap of|heat map of|heat table|matrix|heat-map', { is: 'chart', view: 'heatmap' }],
  ['histogram|histograms', { is: 'chart', view: 'histogram' }],
  ['one dot for one|a dot for one|as a dot|as dots|as a point|as points|as a bubble|a dot for every|a dot for each|a dot per|one dot per|one dot for each|one dot for every|each dot a|a point for every|a point for each|a point per|one point per|one point for each|one bubble per|a bubble for each|a bubble per|scatter|scatter plot|scatter chart|scatterplot|scatter graph|scatter diagram|point chart|dot plot|bubble chart|scattering|xy chart|dots|points|dot chart|point cloud', { is: 'chart', view: 'scatter' }],
  ['filled in below the curve|filled below the curve|filled in under the curve|filled under the curve|filled under the line|area chart|area charts|area graph|area graphs|area|areachart|area below the curve|area under the curve|area under the line|area below the line|filled line|filled area|shaded area|area below the curve shaded|area under the curve shaded', { is: 'chart', view: 'area' }],
  ['pie|pies|pie chart|pie charts|pie graph|pie graphs|donut|doughnut|donuts|doughnuts|donut chart|donut charts|doughnut chart|doughnut charts|ring chart|ring charts|piechart|piecharts', { is: 'chart', view: 'pie' }],
  ['table|tables|list|lists|listing|grid|data table|spreadsheet|listed|line by line|all the rows|raw data|raw rows|datatable|directory|register|inventory list', { is: 'table' }],
  ['kpi|kpis|kpi tiles|kpi tile|kpi row|kpi cards|kpi card|tile|tiles|stat|stats|metric|metrics|headline figures|headline figure|headline numbers|headlines|figure|figures|key figures|key numbers|key metrics|cards|card|scorecard|scorecards|big number|number tile|number tiles|big numbers|single number|indicator|indicators', { is: 'stat' }],
  ['i decide which|i choose which|i pick which|decide which|drop-downs|drop downs|dropdowns for|drop-downs for|drag|drag the|can drag|slide the|adjustable|selectable|selectable by|selectable per|choosable by|switchable by|filter|filters|filterable|filtered by|filter by|filterable by|filtering|dropdown|dropdown listing|dropdown with|dropdown of|drop-down listing|drop-down with|drop-down of|drop down|drop-down|select|selector|picker|chooser|switcher|choose|choosing|pick|slider|sliders|range slider|number range|dropdown filter|select box|dropdowns|dropdown for|filters for|filter for|filter on|to filter by|slicer|slicers|narrow down|narrow by|narrow it by|narrow them by|can pick|can choose|can select|can filter by|let me filter by|let me choose|let me pick|let me select|choose from|pick from|select from|switch between|choice|selection|adjust|selects|chooses|picks|between two values|between two numbers|drop-downs|radio buttons', { is: 'filter' }],
  ['a from and a to date|from and a to date|a from and to date|from and to date|from and to dates|start and end date|between two dates|start and an end date|start date and end date|start date and an end date|start and end dates|start and end day|start day and end day|first and last day|first and a last day|first day and last day|first day and a last day|first day to last day|first day to a last day|start date to end date|start date to an end date|between dates|date range|date ranges|date range filter|date filter|date picker|date range picker|period filter|time filter|time range|time range filter|calendar filter|date range filters', { is: 'dates' }],
  ['search|searchable|search box|box to search|field to search|box for searching|search field|search bar|find by|lookup|look up|searching|full text search|text search|search filter|quick search|search bar for|search box for|search for|type to look up|type to search|type to filter|type to narrow|type to find|type a name|type in|typing|type part of a|type part of the|type part of their|type part of|type some of the|type the first letters of|type a few letters of|search input|searchbox|searchfield|search form|search function|search by|search in|search on|search over|search through|search among|searchable by|searched by|text filter|text box|typeahead|type ahead|autocomplete|finder|look up by|look for|lookup of|lookup by|box to type in|box to type|a box to type in|box to look up|lookup for|lookup box|find box|find field|query box|box where i type|type in what|type in a', { is: 'search' }],
  ['find|find me|finding|locate', { is: 'find' }],
  ['sell|sells|selling|sold|bring|brings|brought|bring in|brings in|brought in|earn|earns|earned|take in|took in', { is: 'sold' }],
  ['as a percentage of|as percentage of|as a share of|as share of|as percent of|in percent of|as a percent of|as a fraction of|as a proportion of|in relation to|divided by|as a ratio of|as a part of', { is: 'over' }],
  ['sum|sum of|total|totals|total of|altogether|in total|combined|summed', { is: 'aggregate', aggregate: 'sum' }],
  ['average|averages|avg|mean|average of|mean of|on average|typical', { is: 'aggregate', aggregate: 'avg' }],
  ['median|median of|middle value of', { is: 'aggregate', aggregate: 'median' }],
  ['different|distinct|unique|distinct count of|unique count of|number of different|number of distinct|number of unique|how many different|how many distinct|how many unique|count of distinct|count of different', { is: 'aggregate', aggregate: 'distinct' }],
  ['minimum|min|minimal|smallest|minimum of', { is: 'aggregate', aggregate: 'min' }],
  ['maximum|max|maximal|biggest|maximum of', { is: 'aggregate', aggregate: 'max' }],
  ['count|count of|counts|counts of|number of|numbers of|how many|amount of|no of|nr of|how often|total number of|the number of|quantity of', { is: 'aggregate', aggregate: 'count' }],
  ['%|% of|what %|what % of|the % of|share|share of|rate|percentage|percentage of|percent|percent of|proportion|proportion of|fraction of|what share of|what percentage of|how much of|ratio of the', { is: 'aggregate', aggregate: 'share' }],
  ['ratio|ratio of|over the number of', { is: 'ratio' }],
  ['is in which|are in which|one line per|a line per|one line for each|a line for each|one line for every|a line for every|one bar per|one color per|one colour per|one series per|separate lines per|separate lines for|separate line per|one area per|one area for each|one area for every|an area per|an area for each|by|per|for each|for every|grouped by|group by|broken down by|break down by|breakdown by|breakdown of|split by|split into|split up into|divided into|subdivided by|subdivided into|broken into|broken up by|broken up into|one colour for each|one color for each|a colour per|a color per|a colour for each|a color for each|colour for each|color for each|colour per|color per|colour for every|color for every|a band for every|a band for each|a band per|one band per|one band for each|a layer for each|a layer per|a layer for every|a segment for each|a segment per|a colour for every|a color for every|divided up by|divided by colour into|stacked per|lanes are|lanes are the|one lane per|one lane for each|a lane per|a lane for each|one column per|one column for each|each|every|in each|by each|across all|segmented by|sliced by|distribution by|grouped per|one per|group them by|grouping by|group it by|break it down by|break them down by|break it up by|split it by|split them by|color by|colour by|colored by|coloured by|coloured|colored|split up by|break up by|grouped into|per each|by the|split across|split over|spread across|spread over|divided across|coloured according to|colored according to|coloured after|colored after|according to|colour coded by|color coded by|colour-coded by|color-coded by|lanes by|lanes per|lane per|lanes for each|columns per|a column per|a column for each|column for each|a slice per|a slice for each|one slice per|slice per|slices by|slices per|slices for each|one tile per|one value per|one value for each|a value per|one figure per|one figure for each|one number per|one number for each|for any|/', { is: 'by' }],
  ['distribution|distribution of|spread of|histogram of|frequency of|frequencies of|how are|distributed', { is: 'distribution' }],
  ['correlation|correlation of|correlation between|link between|connection between|association between|relationship|relationship between|relationship of|relation between|relation|correlate|depends on|depend on|relate|relates|go with|goes with|go together with|goes together with|relate to|relates to|related to|against', { is: 'relation' }],
  ['x axis|xaxis|x|horizontal axis|on the x|the x axis|x-axis|on the x axis|on the x-axis|along the x axis|on the horizontal axis|along the top|across the top|along the bottom|left to right|at the bottom axis|on the bottom axis', { is: 'axis', axis: 'x' }],
  ['y axis|yaxis|y|vertical axis|on the y|the y axis|y-axis|on the y axis|on the y-axis|along the y axis|on the vertical axis|down the side|down the left|along the side|top to bottom', { is: 'axis', axis: 'y' }],
  ['bin|bins|binned|bucketed|buckets of|bins of|intervals of|steps of|groups of|ranges of|in bins|in buckets|classes|in classes|range|ranges|brackets|bands|intervals|buckets|binned by|binning|classes of|bands of|chunks of|in steps of|in chunks of|in classes of|in bands of|in groups of|per bucket', { is: 'classes' }],
  ['stacked|stack|stacked by|stack them|stacking|on top of each other|piled', { is: 'style', style: 'stacked' }],
  ['grouped|separate bars|separate columns|as separate bars|side by side|next to each other|clustered|unstacked|unstack|not stacked|beside each other', { is: 'style', style: 'grouped' }],
  ['100%|100 %|as percentages|in percent|as percent|as a percentage|as shares|normalized|normalised|relative shares|percent stacked|100% stacked|as a share|mix|mixture of|composition|make-up of|makeup of', { is: 'style', style: 'share' }],
  ['horizontal|horizontally|lying|sideways', { is: 'style', style: 'lying' }],
  ['vertical|vertically|upright', { is: 'style', style: 'upright' }],
  ['out of stock|sold out', { is: 'stock', some: false }],
  ['in stock|left in stock|left over|remaining|on hand|in the warehouse|left', { is: 'stock', some: true }],
  ['cumulative|running total|running sum|accumulated|cumulated|running total of|cumulatively|adding up', { is: 'style', style: 'cumulative' }],
  ['containing the word|contains the word|contain the word|contains|contain|containing the letter|contains the letter|contain the letter|containing the letters|contains the letters|contain the letters|contains letter|contain letter|have the letter|have the letters|has the letter|has the letters|having the letter|having the letters|with the letter|with the letters|the letter|the letters|include the letter|includes the letter|include letter|whose name contains|name contains|with the word|matching the text|called|named|titled|named like|called like|with the name|by the name of', { is: 'text', op: 'contains' }],
  ['starting with the letter|starts with the letter|start with the letter|starting with letter|starts with letter|start with letter|beginning with the letter|starting with|starts with|start with|beginning with|begins with|begin with', { is: 'text', op: 'starts' }],
  ['ending with the letter|ends with the letter|end with the letter|ending with letter|ends with letter|end with letter|ending with|ends with|end with|ending in|ends in', { is: 'text', op: 'ends' }],
  ['or more|and more|or above|or over|and above|or higher|or later|or longer|and up|or better', { is: 'or-more', more: true }],
  ['or less|or fewer|or below|or under|and below|or lower|or earlier|or shorter|and under', { is: 'or-more', more: false }],
  ['columns|column|fields|field|attribute|attributes', { is: 'columns' }],
  ['kanban|kanban board|board|pipeline|swimlanes|status board|as cards|cards by|task board|kanban view|cards in lanes|lane board|board of cards|agile board|sticky notes|cards in columns', { is: 'board' }],
  ['calendar|calendar view|month view|monthly calendar|on a calendar|as a calendar|in a calendar', { is: 'calendar' }],
  ['details|a click on one|click on one|a click on it|a click on any|a click on a row|a click on any row|click a line|click on a line|tap a line|click any line|if i click a line|when i click a line|click one|click|clicking|clicked|detail drawer|drawer|details on click|details when clicked|click for details|detail view|details panel|detail panel|side panel|row details|with details|details of a row|open a row|opens the details|clicking a row|click on a row|on click|when i click|details of each|details view|click a row|to see details|detail|clickable|when clicked|expand|expandable|expand each|expand a row|unfold|drill down|drill into|drill-down|open each|open one|read more|to read more|see more|more details|full details|all its fields|all their fields|popup|pop-up|modal|inspect|expanded|be expanded|expands|expanding|unfolds|opens|opens it|shows more|show more|click shows more|tap|taps|tapping|tapped|tap one|tap on one|tap a row|on tap|when tapped|when i tap|i tap one|when i tap one|all its data|all of its data|all of its fields|bring up|brings up|bring up the whole record|the whole record|whole record|full record|entire record|all the fields|all of its columns|side panel that opens|panel that opens|opens a panel|opens in a panel|opens up|open up|pop up|tap on|that opens|sidebar with details|side drawer|more about it', { is: 'detail' }],
  ['day|days|date|dates|time', { is: 'bucket', unit: 'day', adverb: false }],
  ['week|weeks', { is: 'bucket', unit: 'week', adverb: false }],
  ['month|months', { is: 'bucket', unit: 'month', adverb: false }],
  ['quarter|quarters', { is: 'bucket', unit: 'quarter', adverb: false }],
  ['year|years', { is: 'bucket', unit: 'year', adverb: false }],
  ['hour|hours|hour of day|hour of the day|time of day|hours of the day', { is: 'bucket', unit: 'hour-of-day', adverb: false }],
  ['hourly', { is: 'bucket', unit: 'hour', adverb: true }],
  ['weekday|weekdays|day of week|day of the week|days of the week|week day', { is: 'bucket', unit: 'weekday', adverb: false }],
  ['month of year|month of the year|calendar month|season|seasonality|months of the year|each calendar month|every calendar month|regardless of the year|all years lumped together|all years together|all years combined|all years added up|years lumped together|years combined|whatever the year|of any year', { is: 'bucket', unit: 'month-of-year', adverb: false }],
  ['daily|day by day|day after day|day over day|day on day', { is: 'bucket', unit: 'day', adverb: true }],
  ['weekly|week after week|week by week|week over week|week on week|wow', { is: 'bucket', unit: 'week', adverb: true }],
  ['monthly|month after month|month by month|month over month|mom|month on month', { is: 'bucket', unit: 'month', adverb: true }],
  ['quarterly|quarter by quarter|quarter after quarter|quarter over quarter|quarter on quarter|qoq', { is: 'bucket', unit: 'quarter', adverb: true }],
  ['yearly|annual|annually|year by year|year after year', { is: 'bucket', unit: 'year', adverb: true }],
  ['develop|developing|evolving|trending|developed|evolve|evolved|trend|trends|trend of|over time|over the time|development|development of|history|history of|timeline|time series|evolution|evolution of|through time|progress of|progression|changed|going up|going down|rising|falling|grown|grew|risen|fluctuate|fluctuated|change over|change through|changes over|changes through|vary over|varies over|vary through|change throughout|change through the year|changes through the year|change over the year|changes over the year|change throughout the year|through the year|throughout the year|over the year', { is: 'trend' }],
  ['growth|growth of|growth in|growths|growth rate|growth rates|growth rate of|growth rates of|rate of growth|rate of growth of|growth percentage|percentage growth|percent growth|relative growth|grow|grows|fastest growing|slowest growing|% growth|percent change|percent change of|percent change in|percentage change|percentage change of|percentage change in|percent changes|percentage changes|% change|% change of|% change in|relative change|relative change of|relative change in|rate of change|rate of change of', { is: 'window', window: 'growth' }],
  ['absolute growth|absolute growth of|absolute change|absolute change of|absolute change in|net change|net change of|net change in|change of|changes of|change in|changes in|increase in|increase of|decrease in|decrease of', { is: 'window', window: 'change' }],
  ['moving average|moving average of|moving averages|moving averages of|moving mean|moving mean of|rolling average|rolling average of|rolling averages|rolling mean|rolling mean of|running average|running average of|running mean|sliding average|sliding average of|trailing average|trailing average of|smooth|smoothed|smoothed out|smoothened|smoothing|smooth out', { is: 'window', window: 'average' }],
  ['year over year|year on year|yoy|year-over-year|vs|versus|compared to|compared with|compare with|compare to|compare|comparison|against last year|compares|compares to|compares with|compared|how that compares|how it compares|how this compares|in comparison to|relative to|comparing', { is: 'versus' }],
  ['top|first few|highest|largest|leading', { is: 'top', descending: true }],
  ['bottom|lowest|least|fewest', { is: 'top', descending: false }],
  ['most frequently|most frequent|most often|most common|most commonly|most numerous|busiest|best|best selling|bestselling|best-selling|most|most valuable|strongest|most popular|biggest spending|top selling|most sold', { is: 'best', descending: true }],
  ['quietest|worst|weakest|worst selling|least popular|slowest selling', { is: 'best', descending: false }],
  ['list by|listed by|list from|list in|show by|show in|show from|display by|rank in|rank from|order from|sort in|sort from|arranged by|arrange by|sort|sort by|sorting|rank|order them by|sort them by|sort them|rank them by|list in order of|in order of|sorted by|sorted|order by|ordered by|ranked by|rank by|ranked|sort the|sortable|sortable by|sort it by', { is: 'sort' }],
  ['order in desc|order in descending|order in descending order|in descending|in desc|descending|desc|highest first|largest first|biggest first|high to low|in descending order|from high to low|from largest to smallest|from highest to lowest|in desc order|descendingly|decreasing|in decreasing order|largest to smallest|highest to lowest|reversed|in reverse order|from the highest to the lowest|from the largest to the smallest|from the biggest to the smallest|from the most to the least|the highest to the lowest|from large to small|from big to small|from biggest to smallest|from most to least|large to small|big to small|biggest to smallest|most to least|from long to short|from longest to shortest|largest at the top|highest at the top|biggest at the top|most first|tallest first|fullest first|longest bar first|best first|largest on top|biggest on top|highest on top', { is: 'direction', descending: true }],
  ['order in asc|order in ascending|order in ascending order|in ascending|in asc|ascending|asc|lowest first|smallest first|low to high|in ascending order|from low to high|from smallest to largest|from lowest to highest|in asc order|ascendingly|increasing|in increasing order|smallest to largest|lowest to highest|from the lowest to the highest|from the smallest to the largest|from the smallest to the biggest|from the least to the most|the lowest to the highest|from small to large|from small to big|from smallest to biggest|from least to most|small to large|small to big|smallest to biggest|least to most|from short to long|from shortest to longest|smallest at the top|lowest at the top|least first|fewest first|emptiest first|emptiest at the top|shortest bar first|smallest on top|lowest on top', { is: 'direction', descending: false }],
  ['alphabetically|alphabetical|a to z|in alphabetical order|by name alphabetically', { is: 'direction', descending: false, byName: true }],
  ['z to a|reverse alphabetical|reverse alphabetically|in reverse alphabetical order', { is: 'direction', descending: true, byName: true }],
  ['latest|newest on top|latest on top|newest|most recent|recent|newest first|latest first|most recent first|last few|newest at the top|latest at the top|oldest last|oldest at the bottom', { is: 'latest', descending: true }],
  ['oldest|longest waiting first|longest waiting at the top|longest waiting on top|longest standing first|longest standing at the top|longest standing on top|longest open first|longest serving first|oldest on top|oldest first|earliest|earliest first|oldest at the top|newest last|newest at the bottom|latest last|latest at the bottom', { is: 'latest', descending: false }],
  ['new', { is: 'new' }],
  ['arent|isnt|wasnt|werent|dont|doesnt|didnt|havent|hasnt|not|no|neither|except|excluding|exclude|without|other than|but not|apart from|non|isn’t|isn\'t|aren\'t|aren’t|ignoring|leave out|leaving out|never|minus|not counting|not including|without counting|skip|skipping|omit|omitting|leave off|leaving off|don\'t|don’t|do not|haven\'t|haven’t|hasn\'t|hasn’t|didn\'t|doesn\'t|who never|that never|with no|have no|has no|not in|is not|are not|does not equal|does not equal to|do not equal|not equal|not equal to|is not equal to|are not equal to|different from|differs from|unequal to|outside|outside of|unassigned to|not assigned to|not linked to|not attached to|not tied to', { is: 'not' }],
  ['never sold|unsold|not sold|haven\'t sold|haven’t sold|have not sold|hasn\'t sold|hasn’t sold|didn\'t sell|didn’t sell|did not sell|don\'t sell|don’t sell|do not sell|not been sold|nobody bought|no one bought|never bought|never purchased|without sales|without any sales|with no sales', { is: 'unsold' }],
  ['above|more than|after the number|of more than|of over|greater|greater than|bigger than|larger than|higher than|exceeding|>|over than', { is: 'compare', op: 'over' }],
  ['at least|minimum of|greater than or equal to|more than or equal to|bigger than or equal to|higher than or equal to|no smaller than|no lower than|>=|from at least|or more than|no less than|not less than|starting at|a minimum of', { is: 'compare', op: 'at-least' }],
  ['longer than|longer then', { is: 'compare', op: 'over', of: DURATIONS }],
  ['shorter than', { is: 'compare', op: 'under', of: DURATIONS }],
  ['colder than|cooler than', { is: 'compare', op: 'under', of: ['temperature', 'temp', 'temp min', 'min temp', 'minimum temperature'] }],
  ['hotter than|warmer than', { is: 'compare', op: 'over', of: ['temperature', 'temp', 'temp max', 'max temp', 'maximum temperature'] }],
  ['windier than', { is: 'compare', op: 'over', of: ['wind', 'wind speed'] }],
  ['taller than', { is: 'compare', op: 'over', of: ['height'] }],
  ['heavier than', { is: 'compare', op: 'over', of: ['weight', 'body mass', 'mass'] }],
  ['lighter than', { is: 'compare', op: 'under', of: ['weight', 'body mass', 'mass'] }],
  ['older than', { is: 'compare', op: 'over', of: ['age'] }],
  ['younger than', { is: 'compare', op: 'under', of: ['age'] }],
  ['pricier than|more expensive than|cost more than|costs more than|costing more than', { is: 'compare', op: 'over', of: ['price', 'unit price', 'cost', 'total'] }],
  ['cheaper than|cost less than|costs less than|costing less than', { is: 'compare', op: 'under', of: ['price', 'unit price', 'cost', 'total'] }],
  ['less than|of less than|lower than|smaller than|fewer than|<|beneath a', { is: 'compare', op: 'under' }],
  ['at most|maximum of|less than or equal to|smaller than or equal to|lower than or equal to|no greater than|no higher than|no bigger than|not higher than|<=|no more than|up to|not more than|a maximum of', { is: 'compare', op: 'at-most' }],
  ['between|from between|ranging from|in the range of|in range of|in the range between|in range between|in the range from|within the range of|ranges from|in between', { is: 'compare', op: 'between' }],
  ['equal to|equals|equal|exactly|=', { is: 'compare', op: 'equal' }],
  ['missing|empty|unknown|blank|null|not set', { is: 'empty' }],
  ['matching|these|same|the same|corresponding|respective|underlying|such', { is: 'same' }],
  ['only|limit|just the|nothing but|restrict to|restricted to|limit to|limited to|limit it to|limited|filter to|narrow to|focus on|keep only|keep|only show|show only|only the|filtered to|filtered on|filtered for|narrowed to', { is: 'only' }],
  ['.|;|?|!|\n', { is: 'break', strength: 'hard' }],
  [',|and|&|+|×|plus|:|or|nor|as well as|and also|and then|and a|followed by|next to', { is: 'break', strength: 'soft' }],
  ['with|w|including|containing|having|showing me|along with|together with|that shows|incl', { is: 'break', strength: 'with' }],
  ['add|add a|append|include|insert|put in|also show|also add|i also want|i also need', { is: 'verb', verb: 'add' }],
  ['hide|remove|delete|drop|take away|take out|get rid of|lose|kill|throw out', { is: 'verb', verb: 'remove' }],
  ['rename|call it|call this|name it|change the title to|change title to|retitle|title it|set the title to|set title to|call the page|rename it to|rename this to|rename to', { is: 'verb', verb: 'rename' }],
  ['change|turn|convert|switch|transform|make it|make the|make that|make this|make them|set|replace|swap|exchange', { is: 'verb', verb: 'change' }],
  ['move|put|place', { is: 'verb', verb: 'move' }],
  ['undo|revert|go back', { is: 'verb', verb: 'undo' }],
  ['instead|instead of|rather than', { is: 'verb', verb: 'instead' }],
  ['rows|entries|records|results|row|entry|record|rows of|records of', { is: 'rows' }],
  ['form|entry form|input form|create form|edit form|update form|form to create|form to add|form for adding|form for creating|form to edit|form to update', { is: 'form' }],
  ['map|choropleth|geo map|world map|choropleth map|on a map', { is: 'map' }],
  ['split|breakdown|series|second grouping|colours|colors|colour|color|colour them|color them|colour it|color it', { is: 'split' }],
  ['title|heading|headline', { is: 'title' }],
  ['previous period|prior period|period before|the period before|vs previous period|vs the previous period|period over period|with comparison|with change|with the change|change from before|with delta|compared to before|than before|against before', { is: 'before' }],
  ['most expensive|priciest|highest priced', { is: 'superlative', of: ['price', 'unit price', 'cost', 'total', 'amount'], descending: true }],
  ['cheapest|least expensive|lowest priced', { is: 'superlative', of: ['price', 'unit price', 'cost', 'total', 'amount'], descending: false }],
  ['longest', { is: 'superlative', of: DURATIONS, descending: true }],
  ['shortest', { is: 'superlative', of: DURATIONS, descending: false }],
  ['heaviest', { is: 'superlative', of: ['weight', 'mass', 'body mass'], descending: true }],
  ['lightest', { is: 'superlative', of: ['weight', 'mass', 'body mass'], descending: false }],
  ['tallest', { is: 'superlative', of: ['height'], descending: true }],
  ['fastest', { is: 'superlative', of: DURATIONS, descending: false }],
  ['slowest', { is: 'superlative', of: DURATIONS, descending: true }],
  ['richest|wealthiest|highest earning', { is: 'superlative', of: ['income', 'gdp', 'gdp per capita', 'wealth', 'salary', 'revenue', 'total'], descending: true }],
  ['poorest|lowest earning', { is: 'superlative', of: ['income', 'gdp', 'gdp per capita', 'wealth', 'salary'], descending: false }],
  ['most populous|most populated|biggest by population', { is: 'superlative', of: ['population', 'inhabitants', 'people'], descending: true }],
  ['least populous|least populated', { is: 'superlative', of: ['population', 'inhabitants', 'people'], descending: false }],
  ['healthiest', { is: 'superlative', of: ['health', 'life expectancy'], descending: true }],
  ['rainiest|wettest', { is: 'superlative', of: ['rain', 'rainfall', 'precipitation'], descending: true }],
  ['driest', { is: 'superlative', of: ['rain', 'rainfall', 'precipitation'], descending: false }],
  ['windiest|stormiest', { is: 'superlative', of: ['wind', 'wind speed'], descending: true }],
  ['costliest|dearest|priciest of all', { is: 'superlative', of: ['cost total', 'total cost', 'cost', 'price', 'unit price', 'total'], descending: true }],
  ['oldest by age|most senior', { is: 'superlative', of: ['age'], descending: true }],
  ['hottest|warmest', { is: 'superlative', of: ['temperature', 'temp', 'temp max', 'max temp', 'maximum temperature'], descending: true }],
  ['coldest|coolest', { is: 'superlative', of: ['temperature', 'temp', 'temp min', 'min temp', 'minimum temperature'], descending: false }],
  ['highest rated|best rated|top rated|happiest', { is: 'superlative', of: ['rating', 'score', 'satisfaction', 'stars'], descending: true }],
  ['lowest rated|worst rated|unhappiest', { is: 'superlative', of: ['rating', 'score', 'satisfaction', 'stars'], descending: false }],
  ['most profitable', { is: 'superlative', of: ['profit'], descending: true }],
  ['least profitable', { is: 'superlative', of: ['profit'], descending: false }],
  ['all', { is: 'all' }],
];

/** Phrase → meaning. The longest phrase in the table is six words. */
export const MARKS: ReadonlyMap<string, Mark> = new Map(
  GRAMMAR.flatMap(([phrases, mark]) => phrases.split('|').map((phrase) => [phrase, mark] as const)),
);
export const LONGEST_PHRASE = 6;

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
  'region|regional|territory|area|zone',
  'state|province',
  'city|town|place',
  'category|type|kind|class|group|genre|department',
  'segment|tier|customer type|customer group',
  'channel|source|sales channel',
  'priority|urgency|severity',
  'topic|subject|reason|theme',
  'status|stage|phase|condition',
  'satisfaction|rating|score|csat|stars|rated|scored',
  'population|people|inhabitant|resident|citizen',
  'quantity|unit|piece|copy|volume|qty',
  'amount|value|total|worth|sum|spend|spending|basket|basket value|basket size|order size|invoice size|deal size|purchase size',
  'price|list price|unit price|cost',
  'cost|expense|spend',
  'revenue|sales|turnover|income|earning|taking|takings|money',
  'profit|margin|gross profit|gross margin',
  'stock|inventory|stock level|piece on hand|unit on hand|piece left|unit left|unit on the shelf|piece on the shelf|unit in stock|piece in stock|item in stock|quantity in stock',
  'discount|rebate|reduction',
  'employee|staff|worker|colleague|sales rep|sale rep|rep|salesperson|sales agent|support rep',
  'company|organization|organisation|firm|employer',
  'name|title|label',
  'created|signup|sign up|registered|joined|registration',
  'precipitation|rain|rainfall|rainfalls',
  'temperature|temp',
  'weight|mass',
  'duration|length|running time|runtime|milliseconds|ms|minutes|seconds|playtime|playing time|play time',
  'latency|response time|load time|ms|duration',
  'bytes|file size|filesize',
  'age|years old',
  'fuel economy|mpg|mileage',
  'horsepower|power|hp',
  'email|mail',
  'movie|film',
  'gender|sex',
  'song|track',
  'birthday|date of birth|birth date|day of birth|dob|birthdate',
] as const;

const NEIGHBOURS = new Map<string, string[]>();
for (const group of SYNONYMS) {
  const words = group.split('|');
  for (const word of words) {
    NEIGHBOURS.set(word, [...(NEIGHBOURS.get(word) ?? []), ...words.filter((w) => w !== word)]);
  }
}

/** Single words that have neighbours, long enough that a slip of the finger can be told. */
export const SYNONYM_WORDS: readonly string[] = [...NEIGHBOURS.keys()].filter((word) => word.length > 5 && !word.includes(' '));

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
  ['american', ['united states', 'usa', 'north america', 'america']],
  ['italian', ['italy']],
  ['spanish', ['spain']],
  ['european', ['europe']],
  ['asian', ['asia', 'asia pacific']],
  ['african', ['africa']],
  ['apac', ['asia pacific', 'asia-pacific']],
  ['holland', ['netherlands']],
  ...[
    ['brazilian', 'brazil'], ['canadian', 'canada'], ['portuguese', 'portugal'], ['dutch', 'netherlands'], ['belgian', 'belgium'], ['austrian', 'austria'], ['swiss', 'switzerland'],
    ['polish', 'poland'], ['czech', 'czech republic'], ['swedish', 'sweden'], ['norwegian', 'norway'], ['danish', 'denmark'], ['finnish', 'finland'], ['irish', 'ireland'], ['mexican', 'mexico'],
    ['chilean', 'chile'], ['argentinian', 'argentina'], ['colombian', 'colombia'], ['peruvian', 'peru'], ['australian', 'australia'], ['indian', 'india'], ['chinese', 'china'], ['japanese', 'japan'],
    ['korean', 'south korea'], ['russian', 'russia'], ['turkish', 'turkey'], ['greek', 'greece'], ['hungarian', 'hungary'], ['romanian', 'romania'], ['ukrainian', 'ukraine'], ['egyptian', 'egypt'],
    ['nigerian', 'nigeria'], ['kenyan', 'kenya'], ['israeli', 'israel'], ['thai', 'thailand'], ['vietnamese', 'vietnam'], ['indonesian', 'indonesia'], ['malaysian', 'malaysia'],
  ].map(([said, place]): [string, string[]] => [said as string, [place as string]]),
]);

export const MONTH_NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Behind a number: "100 million". */
export const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({ thousand: 1e3, million: 1e6, millions: 1e6, mio: 1e6, billion: 1e9, billions: 1e9 }));

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, eighteen: 18, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100,
};
