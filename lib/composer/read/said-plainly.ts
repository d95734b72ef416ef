/**
 * Other words for what the passes know, and marks of writing that would end a clause. What takes a stretch's place is no longer than it, and is
 * filled up with blanks, so that words stay where they were written.
 */
const PLAINER: readonly (readonly [RegExp, string])[] = [
  // How it is drawn shows that by itself.
  [/,? so (?:that )?(?:the total (?:shows|is shown|is seen|is visible|can be seen)|(?:i|we|you) (?:can )?(?:also )?see the total)(?: too| as well)?(?=\s*(?:[,.;]|$))/gi, ''],
  [/\b(?:the |all )?(?:matches|hits|matching ones|results) with (?:the |their )?(?=\p{L})/giu, 'a list with '],
  [/\bi mean(?: the)?\b,?/gi, ''],
  [/\b(?:percentage|percent|100 ?%|hundred percent)[- ]stacked\b/gi, '100% stacked'],
  [/\bstacked (?:percentage|percent)s?\b/gi, '100% stacked'],
  [/\b(?:low|short|running low) (?:in|on) (?=\p{L})/giu, 'low '],
  [/\b(?:(?:almost|nearly) )?(?:running|run|going) (?:out of|low on) (?=\p{L})/giu, 'with low '],
  [/\b(?:choose|pick|select) ((?:the |a |one )?\p{L}+) from (?:a|the) (?:drop-?down|list|menu|select)(?: box| list| menu)?(?=\s*(?:[,.;]|$))/giu, 'dropdown for $1'],
  [/\b(?:from which|which) (?:day|date|month) (?:to|until|till) which (?:day|date|month)\b/gi, 'date range'],
  [/,? the more \p{L}+,? the darker(?: the)?(?: \p{L}+)?(?=\s*(?:[,.;]|$))/giu, ', as a heatmap'],
  [/\b(average|mean|typical) daily (?=[^.;]{3,60}?(?:\bmonth by month|\bmonthly|\b(?:per|by|each|every) (?:month|week|quarter|year)))/gi, '$1 '],
  [/\b(?:piled|heaped|stacked) up by\b/gi, 'stacked by'],
  [/\bround (?:chart|diagram|graph)\b/gi, 'pie'],
  [/,? (?:since|from) the (?:very )?(?:beginning|start)(?=\s*(?:[,.;]|$))/gi, ''],
  [/\bwhat (?:came|comes) in (?=(?:each|every|per|this|last|in)\b)/gi, 'revenue '],
  [/\b(?:who|which) (?:has|have) earned (?:the )?most\b/gi, 'by most revenue'],
  [/\b(?:a |an |the )?(?:box|field) (?:where|in which|into which|that) (?:i|we|you|people|one) can (?:type|enter|write)(?: in)?(?: (?:part|a piece|some) of)?/gi, 'search by'],
  [/\b(average|mean|median|highest|lowest|total) (?:amount|value|size|worth) of (?:an?|the|our|all|each|every) (\p{L}+?)s?(?= (?:per|by|for|in|of|over|this|last)\b|\s*(?:[,.;]|$))/giu, '$1 $2 value'],
  [/\bwhat (?:the |our |these |those )?(\p{L}+) (?:were|are|was) about\b/giu, '$1 by topic'],
  [/\b(?:i want to |i['’]d like to |let me |so (?:that )?i can |to )?(?:flip|page|leaf|step|go|click|browse) through (?:it|them|these|those|the \p{L}+) ?(?:month by month|by month|one month at a time|monthly)/giu, 'month filter'],
  [/\b(?:i want to |i['’]d like to |let me )?(?:be able to )?(?:zoom in(?:to| on)?|look at|focus on) (?:on )?any (?:stretch|range|span|period)(?: of (?:dates|time|days))?(?: (?:i|we|you) (?:like|want|choose|pick))?/gi, 'date range'],
  [/\b(?:the )?money (?:that )?(?:each|every|the|our) (\p{L}+) (?:made|makes|earned|brought in|brings in)\b/giu, 'revenue per $1'],
  [/[,.?;]? (?:just |only )(?:the|a|one) (?:count|number|figure)(?=\s*[.!?]*$)/gi, ' as a KPI'],
  [/, (?:as )?(?:one|a single) (?:number|figure)(?=\s*[.!?]*$)/gi, ' as a KPI'],
  [/\bwhat did (?:we|they|our \p{L}+) (?:invoice|bill|charge|earn|take|make)(?: in)?(?= (?:in|this|last|since|on|during)\b|[ .?]*$)/giu, 'revenue'],
  [/, (?:the )?(?:number|count) of (?:them|those|these)(?=\s*(?:,|$))/gi, ''],
  [/\bfrom ?\/ ?to[- ](?:dates?|days?)\b/gi, 'date range'],
  [/\b(\p{L}+?s) fall into each (\d+)[- ]\p{L}+ (?:band|class|bin|bucket|range|step) of (?:the )?(\p{L}+(?: \p{L}+)?)/giu, '$1 by $3 in bins of $2'],
  [/\b(?:total )?(?:invoiced|billed) (?:total|amount|value|sum)s?\b/gi, 'revenue'],
  [/\?\s+(?=(?:\p{L}+(?: \p{L}+)?, ){1,8}\p{L}+(?: \p{L}+)? and \p{L}+)/giu, ': '],
  [/\bhow satisfied (?:\p{L}+ ){0,3}?(?:were|are|was|is)(?: on average)?/giu, 'average satisfaction'],
  [/\bthat (?:tells|shows|gives|lists) (?:me |us )?(?=the (?:number|count|average|mean|total)\b)/gi, 'with '],
  [/ (?:beside|next to|alongside|together with) (?=an? (?:stacked |grouped )?(?:pie|donut|doughnut|bar|line|area|table|chart|heat ?map|scatter|histogram|list)\b)/gi, ' and '],
  [/\b(?:pick|choose|set|select) (?:the |a |any )?(?:span|range|stretch|window) of (?:\p{L}+ )?(?:dates|days|time)\b/giu, 'date range'],
  [/\bcompare (\p{L}+) (?:with|to|and) (\p{L}+)(?=[:,;] (?:one|a) (?:dot|point) (?:per|for)\b)/giu, '$1 vs $2'],
  [/\bincoming (?=\p{L}+s\b)/giu, ''],
  [/\bhow many (\p{L}+) (?:cost|costs|are priced at|are priced|sell for) (?=[$€£]?\d)/giu, 'count $1 price = '],
  [/\blongest (?=(?:length|duration|time|runtime|running time)\b)/gi, 'max '],
  [/\bshortest (?=(?:length|duration|time|runtime|running time)\b)/gi, 'min '],
  [/\bhow long (?:do|does|did) (?:the |our |an? )?(\p{L}+?)s? (?:stay|remain|are kept|lie) open\b/giu, 'average days to close $1s'],
  [/,? (?:(?:in|as|with) )?(?:an? |one )?(?:separate |own |single |individual )?(?:chart|graph|plot|diagram) (?:for )?each(?: of (?:them|these|those))?(?=\s*(?:[,.;]|$))/gi, ' as charts'],
  [/,? each (?:in|as|with|on) (?:its|their|an?) (?:own|separate) (?:chart|graph|plot|diagram)\b/gi, ' as charts'],
  [/,? (?:in|as) (?:separate|individual|different|single) (?:charts|graphs|plots|diagrams)\b/gi, ' as charts'],
  [/\bthe (bars|lines|columns|slices|areas) (?:of|for|per) (?=each\b|every\b)/gi, '$1 for '],
  [/\b(?:a )?different (colou?r)s? (?=for|per\b)/gi, '$1 '],
  [/\b(colou?r) (?:for|per) (each|every)\b/gi, '$1 for $2'],
  [/(?<!\b(?:by|per|each|every)\b.*), (?:the )?(?:count|number)(?: only)?(?=\s*[.!?]*$)/gi, ' as KPI'],
  [/(?<=\b(?:this year|so far|to date|ytd|of (?:this|the) year)\b[^.;]*)(?<!\b(?:by|per|each|every|monthly|weekly|lines?|bars?|charts?)\b.*)\b(?:the )?same (?:period|time|days|span|stretch|dates)(?: (?:of|in|from))? (?:the )?(?:last|previous|prior) year\b/gi, 'prior period as KPI'],
  [/(?<=\b(?:board|kanban)\b.*)(?:,|;| and|\.)? (?:(?:each|every|the|all) )?cards? (?:(?:should|must|to) )?(?:shows?|showing|has|have|having|with|displays?|contains?|lists?) (?:the |its |their )?/gi, ' with '],
  [/\bhow many (\p{L}+) (?:each(?: (?:one|of them))?|every one|they|it) (?:has|have|had|holds?|contains?)\b/giu, 'number of $1'],
  [/\b(?:choose|pick|select|set|change|enter) (?:the |a |an )?(?:start|first|from|begin(?:ning)?)(?: date| day)? (?:and|to|until) (?:the |an |a )?(?:end|last|to|until)(?:ing)? (?:date|day)\b/gi, 'date range'],
  [/[.;,] *(?:and |but )?((?:the |all )?(?:\p{L}+ ){1,3})(?:should|must|shall|are to|have to|need to|can|may|is to) (?:not be (?:counted|included|shown|considered|part of it|in it)(?: in it)?|be (?:left out|excluded|ignored|omitted|skipped|disregarded|taken out|dropped))(?=\s*(?:[,.;!]|$))/giu, ', without $1'],
  [/\b(an?|one) (?:separate|own|different|distinct) (line|bar|area|colou?r|series) (?=for|per\b)/gi, '$1 $2 '],
  [/\bhow many (\p{L}+) (?:does|do|did|has|have) (?:each|every|the|our) (\p{L}+?)s? (?:place|have|had|make|made|get|got|open|opened|file|raise|buy|hold|contain|own|count|send)d?(?= (?:per|by|for each|in each|each|every|a)\b|\s*(?:[,.;?]|$))/giu, 'count of $1 by $2'],
  [/\b(?:and |please |but )*only (?:include|count|consider|use|take|look at) (?=the |\p{L})/giu, 'only '],
  [/\b(?:and |please |but )*(?:include|count|consider|use|take) only (?=the |\p{L})/giu, 'only '],
  [/\bwith (?:the |its |their )?(?!(?:bars?|columns|charts?|lines?|areas?|years?|months?|two|both)\b)(\p{L}+(?: \p{L}+)?) (?:side by side|next to each other|beside each other|as separate bars)\b/giu, 'side by side by $1'],
  [/[,;]? *(?:and )?(?:please )?(?:put|place|list|show|rank|start with|starting with) (?:them with )?the (?:most expensive|costliest|dearest|priciest|highest|largest|biggest|best|top|greatest|busiest)(?: \p{L}+){0,3}? (?:first|at the top|on top)(?=\s*(?:[,.;!]|$))/giu, ', highest first'],
  [/[,;]? *(?:and )?(?:please )?(?:put|place|list|show|rank|start with|starting with) (?:them with )?the (?:cheapest|lowest|smallest|least|worst|fewest|quietest)(?: \p{L}+){0,3}? (?:first|at the top|on top)(?=\s*(?:[,.;!]|$))/giu, ', lowest first'],
  [/,?(?: (?:sorted|ranked|ordered|listed|going))? from (?:the )?(?:highest|largest|biggest|most)(?: \p{L}+){0,2} (?:down(?:wards?)?|to (?:the )?(?:lowest|smallest|least|fewest))(?=\s*(?:[,.;!]|$))/giu, ', highest first'],
  [/,?(?: (?:sorted|ranked|ordered|listed|going))? from (?:the )?(?:lowest|smallest|least|fewest)(?: \p{L}+){0,2} (?:up(?:wards?)?|to (?:the )?(?:highest|largest|biggest|most))(?=\s*(?:[,.;!]|$))/giu, ', lowest first'],
  [/,? (?:together|along) with (?:their |its |the )/gi, ' with '],
  [/\bwhat do(?:es)? (?:they|it|these|those) (?:all )?(?:add up|come|amount|sum up) to(?: in total)?\b/gi, 'their total'],
  [/\b(?:the )?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (\p{L}+s|people) (?:with|that have|who have|having|that had|who had) the (?:highest|most|largest|biggest) (?!expensive|popular|valuable|recent|common|frequent)((?:\p{L}*[^\W\ds] ){0,2}?(?:\p{L}*[^\W\ds]|sales))(?=(?:,? (?:in|during|this|last|with|for|from|of|since|on)\b|\s*[,;]) )/giu, 'top $1 $2 by $3'],
  [/\b(?:the )?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (\p{L}+s|people) (?:with|that have|who have|having|that had|who had) the (?:lowest|least|fewest|smallest) (?!expensive|popular|valuable|recent|common|frequent)((?:\p{L}*[^\W\ds] ){0,2}?(?:\p{L}*[^\W\ds]|sales))(?=(?:,? (?:in|during|this|last|with|for|from|of|since|on)\b|\s*[,;]) )/giu, 'bottom $1 $2 by $3'],
  [/,? (?:and )?(?:with )?the (oldest|newest|latest|earliest|most recent)(?: (?:one|\p{L}+))? (?:at the (?:very )?top|first|on top)(?=\s*(?:[,.;!]|$))/giu, ', $1 first'],
  [/\b(?:opening (?:date|day|time)|(?:date|day) (?:of opening|(?:it|they) (?:was|were) opened))\b/gi, 'date'],
  [/, (show|list|display)(?: me)?(?: the| their)? (?=\p{L}+(?:,? \p{L}+){0,6},? and \p{L}+\s*[.!]*$)(?!.*\b(?:by|per|each|every|chart|bars?|lines?|pie|filter|slider|search)\b)/giu, '; $1 '],
  [/\bwith the (names?)(?=\s*(?:,|;|\.|and\b|$))/gi, 'with $1'],
  [/\b(?:i|we|they|people) (?:want|would like|need|should be able) to (?:limit|restrict|set|choose|filter|narrow|change) (?:by )?the (\p{L}+(?: \p{L}+)?) with an? (?:range )?slider\b/giu, 'slider for $1'],
  [/(?<=\b(?:slider|range)\b.*) between (?:a |the )?(?:lowest|minimum|smallest|min)(?: \p{L}+)? and (?:a |an |the )?(?:highest|maximum|largest|max)(?: (?:value|one|price|amount|number|\p{L}+))?(?=\s*(?:[,.;]|$))/giu, ''],
  [/\b(month (?:picker|filter|selector|dropdown|chooser)) for (?:the |an? )?(?!clos|end|due|ship)(?:\p{L}+ )?(?:date|month)\b/giu, '$1'],
  [/\bas (?:two|three|four|five|\d) (?:single )?(?:figures|numbers|tiles|kpis|cards|values)\b/gi, 'as KPIs'],
  [/[.;] *(?:every|each|the|all) (bars?|columns?|areas?) (?:should|must|is to|are to|has to|have to|can) be (stacked|grouped) (?:up )?(?:by|per|for|into|according to) /gi, ' as $2 $1 by '],
  [/[.;] *(?:(?:every|each|the|all) (?:bars?|columns?|lines?|areas?|dots?|points?|slices?)|they|it) (?:should|must|is to|are to|has to|have to|can) be (stacked|split|colou?red|grouped|divided) (?:up )?(?:by|per|for|into|according to) /gi, ', $1 by '],
  [/[.;] *(?:please )?colou?r (?:(?:the|each|every|all) )?(?:dots?|points?|bars?|lines?|them|it|areas?) (?:by|after|per|according to) /gi, ', coloured by '],
  [/[.;,] *(?:and )?(?:the )?(?:bars|columns) (?:should|must|can|are to) (?:stand|be|be placed|be shown|be put) (?:next to each other|side by side|beside each other)\b/gi, ', side by side'],
  [/\b(only [^.;,]{3,60}?) (?:should|must|are to|shall) (?:count|be (?:counted|included|shown|considered|listed|in it))(?=\s*(?:[,.;]|$))/gi, '$1'],
  [/[.;] *an? (table|list|pie|bar chart|line chart) (?:would|will|should|might) (?:be (?:best|fine|good|enough|nice|great|ideal|okay)|do|suffice|help)(?=\s*(?:[,.;!]|$))/gi, ', as a $1'],
  [/^which (\p{L}+) do (?:we|you|they) (?:have|sell|carry|offer|stock|own),? and (?:by|at|in|from|for|with|of) (?:which|what) (\p{L}+)/giu, 'list of $1 with $2'],
  [/\b(search (?:box|field|bar)|search)(?: (?:above|over|below|on top of) (?:it|them|the \p{L}+))? (?:so (?:that )?|where |with which )?(?:i|we|people|they|you) can (?:look up|find|search for|search) (?:an? |the )?\p{L}+ by (?:its |their |the )?/giu, '$1 by '],
  [/\b(?:put|place) (?=an? (?:search|drop-?down|slider|filter|date|month|picker))/gi, 'add '],
  [/\bthere of (?=each\b|every\b)/gi, ''],
  [/\b(?:each|every) (\p{L}+)['’]s (\p{L}{3,}s)\b/giu, '$2 by $1'],
  [/ \((?=[^()]*\/)[^()]{3,60}\)/g, ''],
  [/[.;?] *(?:please )?(stack|group) (?:(?:the|each|every|all) )?(bars?|columns?|areas?) (?:up )?(?:by|per|into|for each) /gi, ' as $1ed $2 by '],
  [/[.;?] *(?:please )?(stack|split|group) (?:them|it|(?:the )?lines?) (?:up )?(?:by|per|into|for each) /gi, ', $1 by '],
  [/\b(each|every|per|by) (?:type|kind|sort) of (?=\p{L})/giu, '$1 '],
  [/(?<=\b(?:board|kanban)\b.*)\b(columns?|lanes?) ?= ?/gi, '$1 '],
  [/(?<=\b(?:board|kanban)\b.*)[,;] *(?:on (?:the |each )?)?cards?: ?/gi, ' with '],
  [/\b(?:text )?search on (?:the |their )?/gi, 'search by '],
  // Spoken, or written by somebody who thinks in cells.
  [/ comma(?= )/g, ','],
  [/\bhist\b(?= of\b|[: ])/gi, 'histogram of'],
  [/\bhist\b/gi, 'bins'],
  [/\bstacked areas\b/gi, 'stacked area'],
  [/\bthe first of (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b)/giu, '1 '],
  [/\b(?:the )?(\d{1,2})(?:st|nd|rd|th)? of (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b)/giu, '$1 '],
  [/\bwhat (?:each|every) (\p{L}+(?: \p{L}+)?) (?:has )?(?:earned|made|brought|took|brings|makes|earns)(?: us)?(?: in)?(?=\s*(?:[,.;]|$))/giu, 'revenue per $1'],
  [/\border volume\b/gi, 'order count'],
  [/\b(?:starting|beginning) with the (?:worst|lowest|smallest|least|weakest)(?: off)?\b(?=\s*(?:[,.;]|$))/gi, 'lowest first'],
  [/\b(?:starting|beginning) with the (?:best|highest|largest|biggest|most|strongest)(?: off)?\b(?=\s*(?:[,.;]|$))/gi, 'highest first'],
  [/\b(?:starting|beginning) with the (newest|latest|oldest|earliest)\b/gi, '$1 first'],
  [/\b(slider|drop-?down|filter|selector|picker) (?:above|below|on top of|over|under|next to) (?:it|them|that|this|the \p{L}+) (?=for\b)/giu, '$1 '],
  [/\b(?:slider|range) so (?:that )?(?:i|we|you|they|people) can (?:set|choose|pick|limit|change) (?:the )?(?:lowest and (?:the )?highest|min(?:imum)? and (?:the )?max(?:imum)?|smallest and largest)\b/gi, 'slider for'],
  [/\bfrom (?:…|\.{2,3}) (?:to|until|up to)(?: (?:…|\.{2,3}))?/gi, ''],
  [/\bwith an? (?!(?:minimum|maximum|total|sum|number|count|share|size|width|limit|bin|rate|step|value|choice|list|line|bar|table|chart|search|filter|min|max|median|mean|average|radius)\b)(\p{L}+) of (?=\d[\d.,]*%?(?![\d.,%])(?! (?:or|to|and|plus)\b))/giu, 'with $1 = '],
  [/\bhow (?:many|much) (\p{L}+) (?:they|it|those|these) (?:take|takes|took|use|uses|used|need|needs|weigh|have)(?: up)?(?: altogether| in total| together| overall)?/giu, 'total $1'],
  [/\bwhat (?:they|these|those|it|that) (?:came|come|comes|amount(?:ed|s)?|add(?:ed|s)?(?: up)?) to(?: together| in total| altogether)?(?! on\b)/gi, 'such total'],
  [/\bin (?:the|each|every) cells?\b/gi, ''],
  [/\b(?:limit|restrict|narrow|pick|choose|set|select|change) (?:down )?the dates\b/gi, 'date range'],
  [/\b(pick|choose|select) (an?|one|the) (\p{L}+) once\b/giu, '$1 $2 $3'],
  [/,? for (?:that|the (?:chosen|selected|picked)) \p{L}+(?=\s*(?:[,.;]|$))/giu, ''],
  [/\b(?:ends?|ended|gets?|got) up (?=\p{L}+ed\b)/giu, ''],
  // "the latest invoices (date, country, total)": what is listed of each.
  [/ ?\(([^()]{2,100}?,[^()]{2,100}?)\)(?!\s+(?:by|per|each|for each|over|as)\b)/g, ': $1,'],
  // "list every track"
  [/(?:(?<=^)|(?<=[:.;?!] ))every (?=\p{L}+ (?:at|in|from|with|that|which|over|above|below|under|where|and|together)\b)/giu, 'all '],
  [/\bshow (?:me )?every (?=\p{L}+ (?:together|along|with its|with their|and its)\b)/giu, 'show all '],
  [/\blook (?:up )?(?:the |our )?(\p{L}+) up\b/giu, 'look up $1'],
  [/(?<=(?:\band|,) )the (?:date|day|time) (?:when |on which |that )?(?:they|it|he|she) (?:were |was )?(?=\p{L}+ed\b)/giu, 'date '],
  [/\b(list|find) (?:every(?: single)?|each) (?=\p{L}+ (?!with\b))/giu, '$1 all '],
  [/\bbreak (?:the |our |all )?(\p{L}+(?: \p{L}+)?) down (?=by\b)/giu, '$1 broken down '],
  [/\b(?:on|along|down|across) (?:one|the other)(?: side| axis| edge)?(?=\s*(?:,|\.|and\b|$))/gi, ''],
  [/\brestrict (?:the )?(\p{L}+) (?:with|by|to) (?:a |the )?(?:min ?\/ ?max|min and max|minimum and maximum|range)/giu, 'slider for $1'],
  [/(?:\bon average,? )?\bhow many (\p{L}+) (?:does|do|did) (?:an?|each|the average|the typical|every) (\p{L}+) (?:have|place|get|make|contain|order|buy|open)(?: on average)?/giu, 'average $1 per $2'],
  [/\b(?:what )?(?:share|percentage|part|proportion) of each (year|month|quarter|week)['’]s (\p{L}+(?: \p{L}+)?) (?:came|comes|is|was|comes) from (?:the )?(\p{L}+)/giu, 'share of $3 $2 per $1'],
  [/\bsized? by (?:the |its |their )?(?=\p{L}+)/giu, 'size '],
  [/,? showing (?!me\b)/gi, ' with '],
  [/(?<=[.!?;]\s)(?:an? )?(table|list),? please\b/gi, 'as $1'],
  [/\bso (?:that )?(?:i|we|you|they|people|one) can (?:find|see|look for|spot|check|tell) (?:something|it|them|things|at a glance|what [^.,;]{3,30}?|where [^.,;]{3,30}?)(?: for [^.,;]{3,24})?(?=\s*(?:[.,;]|$))/gi, ''],
  [/(?<=\b(\p{L}+)) as an? (?:percentage|share|proportion|part) of (?:all|total|the total|overall)(?= (?!(?:per|by|in|for|each|over)\b)\p{L})/giu, ' share of'],
  [/,? and the (?:dots|points|bubbles|bars|lines|slices) (?=colou?red by\b)/gi, ' '],
  [/^for (?:class|work|school|fun)(?: \p{L}+)?:/iu, ''],
  [/\bthe darker,? the more (\p{L}+)/giu, 'heatmap of $1'],
  [/\bwhat (?:we|it|they) pays? for (?:it|them)\b/gi, 'cost'],
  [/\bwhat (?:each|an?|the|every) \p{L}+ costs? us\b/giu, 'cost'],
  [/\bwhat (?:we|they) sell (?:it|them) for\b/gi, 'price'],
  [/\bfastest[- ]mov(?:ers|ing)\b/gi, 'top products'],
  [/,? measured (?:in|by)\b/gi, ' by'],
  // What is said of one thing after another.
  [/\bnext to what (?:it|that|they) (?:was|were) in (?=\d{4})/gi, 'vs '],
  [/,? and (?:was|is) (?:that|it|this) (?:more or less|higher or lower|better or worse|up or down) than (?:in )?(?=\d{4}|last|the)/gi, ' vs '],
  [/\b(?:for )?january, february,? (?:and )?so on(?: (?:through|to|until) december)?/gi, 'per month of the year'],
  [/(?<!(?:add|adding|sum|summing|put|putting)(?: up)? )\ball (?:of )?the years\b/gi, 'all years'],
  [/\b(?:that|which) costs? (?:something|anything|money)\b/gi, 'with cost over 0'],
  [/\bwhat (?:are|is) (?:they|these|those) (?:all )?worth(?: together| in total| altogether)?/gi, 'such total worth'],
  [/\beach (month|week|year|quarter|day)['’]s (\p{L}+)/giu, '$2 per $1'],
  [/\bwho (?:bought|ordered|placed|purchased)(?: (?:it|them|that))?(?=\s*[,.;]|$)/gi, 'customer'],
  [/,? when, for how much\b/gi, ', date, total'],
  [/\b(?:comes?|came|coming|(?:gets?|are|is|was|were) sent) back\b/gi, 'returned'],
  [/\bhow long (?:until|till|before|does it take(?: us)? (?:to|until)) (?:we )?(?:get |have )?(?:an? |the )?(\p{L}+?)s? (?:gets? |is |are )?(?:closed|resolved|solved)\b/giu, 'average days to close $1s'],
  [/\bhow long (?:is|are) (?:the |an )?average (\p{L}+?)s?(?= (?:of|in|per|by|for)\b)/giu, 'average length of $1s'],
  [/\bwhat (?:each|each of them|they|it|the \p{L}+) (?:took|takes|made|makes|earned|brought)(?: in)?\b/giu, 'revenue'],
  [/\bwhat (?:we|they|our \p{L}+) (?:have )?(?:invoiced|billed|charged|earned|took in|made)\b/giu, 'revenue'],
  [/\bnarrow (?:it|them|this) (?:down )?to (?:one|a single|an?) (\p{L}+)(?: with (?:an?|the) (?:drop-?down|filter|picker|selector))?/giu, 'dropdown for $1'],
  [/\bfilter (?:the lot|everything|all of (?:it|this|them)|the whole (?:page|thing)|it all) by\b/gi, 'filter by'],
  [/\b(?!days?\b|weeks?\b|months?\b|years?\b|quarters?\b|hours?\b|lines?\b|steps?\b|side\b)(\p{L}{4,}) by \1\b/giu, 'per $1'],
  [/,? where (?:i|we|you|people|one|they|users) can (?=set|choose|pick|filter|search|narrow|restrict|limit|select)/gi, ', let me '],
  [/\bwere there more (.{3,30}?) in (\d{4}) (?:or|than)(?: in)? (\d{4})/gi, 'number of $1 $2 vs $3'],
  // What it's for says nothing of what it is: "for my class presentation", "for the Monday meeting".
  [/\bfor (?:my|our|the|a|an|his|her|their|this|next|tomorrow['’]s|today['’]s) (?:\p{L}+ ){0,2}(?:presentation|meeting|review|boss|article|newsletter|homework|thesis|talk|stand-?up|briefing|slides?|deck|blog|newspaper|board meeting|seminar|workshop|board pack|class|lesson|course|auditors?|(?:month|year|quarter)[- ]end(?: close| closing| report)?|close)\b/giu, ''],
  [/\bfor the board(?=\s*[:,.])/gi, ''],
  // A span that can be picked from is no dash in a sentence: "(from – to)".
  [/\bfrom [–—-] to\b/gi, 'date range'],
  // The full stop of "avg." ends no sentence.
  [/\b(?:i\.e\.|e\.g\.)/gi, 'that'],
  [/\bno\. of\b/gi, 'count of'],
  [/\b(avg|nr|qty|incl|excl|approx|vs|max|min|resp)\.(?=\s)/gi, '$1'],
  [/ [|/](?= )/g, ' ,'],
  [/ ->(?= )/g, ' ,'],
  [/\s[–—-](?=\s)/g, ' :'],
  [/\bw\/o\b/gi, 'no'],
  [/\be-mail/gi, 'email'],
  // "lanes: status", "color = region", "x = price"
  [/\blanes?(?::| =)/gi, 'by'],
  [/\bcolou?r = /gi, 'by '],
  [/\b([xy]) = /gi, '$1'],
  [/\((?:as )?(?:the )?(?:rows?|columns?|across|down|x|y|left|top|axis)\)/gi, ''],
  [/\bwith (the names?) of\b/gi, 'incl names of'],
  [/\b(?:an? )?(?:plain |simple |small )?table (?:will do|would do|is fine|is enough|is ok|suffices)\b/gi, 'as a table'],
  [/\band (?:then )?show me\b/gi, '; show me'],
  [/\btotal (?:billed|charged|invoiced|earned|taken in)\b/gi, 'revenue'],
  // "in one small table": how large it is depends on what's in it.
  [/\b(?:small|little|big|large|tiny|short|neat|plain) (?=(?:table|chart|list|graph|pie|tile|tiles|heat ?map|histogram|figures|numbers)s?\b)/gi, ''],
  // "one line in a table", "three things in a table: …": how many they are is seen.
  [/\b(?:one|a|each on a) (?:line|row)(?: each)? (?=in (?:a|one|the same) (?:\w+ )?table\b)/gi, ''],
  [/\b(?:two|three|four|five|six|\d) (?:things|columns|numbers|figures)(?: each)?(?=(?: in (?:a|one) table)?(?: please)? ?:)/gi, ''],
  [/\bwhat (?:does|do|did|is) the average (\p{L}+) (?:come to|amount to|worth|cost)\b/giu, 'average $1'],
  [/\bhow much (?:did|do|does|have|has) (?:we|our \w+|the \w+) (?:take|make|earn|taken|made|earned)(?: in)?(?= (?:this|last|in|so|per|each|every|on|during|since)\b)/gi, 'revenue'],
  // "what those invoices add up to"
  [/\bwhat (?:all )?(?:the|those|these|their|our) (\w+?)s (?:add|come|amount|sum) (?:up )?to\b/gi, '$1 total'],
  // "…, and below that revenue by month"
  [/\band (?=(?:below|above) (?:that|them|it|those|these|this)\b)/gi, ','],
  // "with returned ones left out", "leave Germany out": what is not shown.
  [/\b(?:leave|leaving|take|keep) (?!out\b)((?:\p{L}+ ){1,3}?)(?:out|off)\b/giu, 'not $1'],
  [/(?<=, )(?:the )?(\p{L}+)(?: ones)?,? (?:are |being )?left out\b/giu, 'not $1'],
  // "should open it": what a click does, and no state that is called open.
  [/\b(should|must|can|could|will|would|to|lets? me) open(?: (?:it|them|that|this|one))?(?: up)?(?= |$|[.,;])/gi, '$1 show'],
  [/\bopens? (?:up )?(?=(?:the|its|a|an|his|her|their) (?:whole|full|complete|entire|record))/gi, 'show'],
  [/(?<=\bclick(?: on)? (?:one|it|a \p{L}+|any),? )open (?:it|them|that)?(?: up)?\b/giu, 'show'],
  [/\bso that (?:the|its|a) (?:whole|full|complete|entire) records? opens?(?: up)?/gi, 'details'],
  [/\b(do|did|does) ((?:our |the )?\p{L}+) open\b/giu, '$1 $2 make'],
  [/\b(click(?:ing|s|ed)?(?: on)?) (?:a|any|one|the|each|every) (?:line|row|item|entry|record|card)\b/gi, '$1'],
  [/\b(?:shows?|brings? up|pulls? up|gives?) (?:me )?(?:the|its|their|all) (?:whole |full |complete |entire )?records?\b/gi, 'details'],
  // The whole year, each by itself: "months Jan to Dec".
  [/(?<=\bmonths )\(?(?:from )?jan(?:uary)? (?:to|through|until|-|–) dec(?:ember)?\)?/gi, ''],
  // "and how it compares to 2016"
  [/\band how (?:it|that|this|they|those) compares? (?:to|with)\b/gi, 'vs'],
  [/\b(\d{4}) next to (\d{4})\b/g, '$1 vs $2'],
  [/\b(?:and )?is (?:that|this|it) (?:up or down|more or less|better or worse|higher or lower)(?: on| than| compared (?:to|with)| vs)? the (?:\d+ )?(?:days? |weeks? |months? |years? )?before\b/gi, 'vs previous period'],
  [/\b(?:add|adding|sum|summing|put|putting) (?:up )?all (?:of )?(?:the )?years(?: up| together)?/gi, 'all years together'],
  [/\bhow much did it rain\b/gi, 'how much rain'],
  // "genre x year", of a heat map.
  [/\bheat ?map(?: of|,|:)? (\p{L}+) x (\p{L}+)/giu, 'heatmap by $1, $2'],
  [/\bcells? = /gi, ', '],
  // Periods.
  [/\b(?:from )?the \d+ (?:days|weeks|months|quarters|years) before\b/gi, 'previous period'],
  [/\b(last|past) half(?:[- ]a)?[- ]year\b/gi, '$1 6 months'],
  [/\btime of the day\b/gi, 'time of day'],
  [/\bdays? (?:in|of) (?:the |a )?week\b/gi, 'weekday'],
  [/\b(?:and|with|to|than|vs\.?|versus) (?:the )?(?:day|week|month|quarter|year) before\b/gi, 'previous period'],
  // Classes of numbers: "bin width of 2", "bucket size 500".
  [/\b(?:bin|bucket|class|step|interval)s?[- ](?:width|size)s? (?:of |is |= )?(?=\d)/gi, 'bins of '],
  [/\b(bracket|band|bin|class|bucket|range|step|interval)(?= of \d)/gi, 'bins'],
  // What the person who looks is to choose.
  [/\bnarrow (?:it|them|this|that|things|the \w+) down by\b/gi, 'filter by'],
  [/\b(filter(?:ed|able|s)?\b[^.;?!]{0,60}? by [^.;?!,]{1,30}) and by (?=\w)/gi, '$1 and '],
  [/\b(filter(?:ed|able|s)? by) (date range|dates?|time) and ((?:the )?\w+(?: name)?)(?=[.,;?!]|$)/gi, '$1 $3 and $2'],
  [/\b(search (?:field|box|bar)) (?:above|below|over|under|on top of) (?:it|them|that|this|the \w+)\b/gi, '$1'],
  // "open a drawer with …": what a click on a row does.
  [/\bopens? (?=(?:an? |the )?(?:drawer|side panel|panel|popup|pop-up|modal|details?)\b)/gi, 'show'],
  [/\b(?:on|in|onto|to) (?:each|every|the|a|its|their|those) cards?\b/gi, ''],
  [/\bnarrow (?:the )?(?!(?:it|them|this|that|things|down)\b)(\p{L}+(?: \p{L}+)?) down(?: to (?:a|some|any) range)?/giu, 'slider for $1'],
  [/\b(?:that|which) (?:I|we|one|you|people|they|users|everyone) can (?:narrow|filter|restrict|cut|slice) (?:down )?by\b/gi, ', filter by'],
  [/\b(?:that|which) (?:I|we|one|you|people|they|users|everyone) can (?:search|look up) by\b/gi, ', search by'],
  [/\b(?:limit|restrict|narrow|cut) (?:it|this|them|that|everything) (?:down )?to (?:any|a|some|the) (?:period|date range|dates|time span|time frame|timeframe)(?: (?:I|we|you|they) (?:choose|pick|want|like|need))?/gi, 'date range'],
  [/\bslide (?:a |the )?range (?:over|for|on|of) (?:the )?/gi, 'slider for '],
  [/\b(?:a |the )?min[-/ ]+(?:and )?max (?:control|filter|slider|selector|range)s? (?:on|for|over) (?:the )?/gi, 'slider for '],
  [/\b(?:pick|choose|set|select|change) (?:the|a|any|my own|your own|their own) (?:period|time frame|timeframe|time span|dates)(?: (?:myself|yourself|themselves))?/gi, 'date range'],
  // Where it stands: nothing "is left" there.
  [/\b(?:on|at|to) the (?:left|right)(?:[- ]hand)?(?: side)?\b/gi, ''],
  // Shares of each stretch: "share of each channel in monthly revenue".
  [/\b(?:shares?|percentages?|parts?|proportions?) of (?:each|every|the|all|the different) (\p{L}+) (?:in|of) (?:the |our )?(week|month|quarter|year)ly (\p{L}+(?: \p{L}+)?)(?=\s*(?:[,.;?!]|$))/giu, 'share of $3 by $1 per $2'],
  [/\b(?:shares?|percentages?|parts?|proportions?) of (?:each|every|the|all|the different) (\p{L}+) (?:in|of) (?:the |our )?daily (\p{L}+(?: \p{L}+)?)(?=\s*(?:[,.;?!]|$))/giu, 'share of $2 by $1 per day'],
  [/\b(?:shares?|percentages?|proportions?) of (?:each|every|all|the different) (?=\p{L}+ (?:chang|develop|evolv|over)\p{L}*\b)/giu, 'mix of '],
  // "rolling 30 day average", "smoothed over 3 months"
  [/\b(moving|rolling|running|trailing|sliding) (\d+)[- ](day|week|month|quarter|year)s? (average|mean)\b/gi, '$2 $3 $1 $4'],
  [/\b((?:moving|rolling|running|trailing|sliding) (?:average|mean)|smooth(?:en)?(?:ed)?(?: out)?)((?: of)?(?: \p{L}+){0,4}?) (?:over|across|with a window of|using) (?:(?:the|an?) )?(?:(?:last|past|previous) )?(\d+|two|three|four|five|six|seven|twelve)[- ](day|week|month|quarter|year)s?(?: window| at a time)?\b/giu, '$3 $4 $1$2'],
  // "each region's share of the total population".
  [/\beach (\w+)['’]s (?:share|percentage|part|proportion) of (?:the )?(?:total |overall |whole |all )?(\w+(?: \w+)?)(?=[.,;?!]|$)/gi, 'share of $2 per $1'],
  [/\b(?:percent|percentage|share|part) (?:of|for) (?:each|every) (\w+) (?:in|of) (?:all |the |total |all the )*(\w+)(?=[.,;?!]|$)/gi, 'share of $2 per $1'],
  // "the products table", of which an overview is asked for.
  [/\b(overview of (?:the |our |my |all )*\w+) (?:table|list|data)\b/gi, '$1'],
  // "the pieces being the media types": what a bar is made of.
  [/\bthe (?:pieces|parts|segments|slices|layers|bands|stacks|colou?rs) (?:being|are|show|showing|stand for|standing for)(?: the)?\b/gi, 'one colour per'],
  [/\bhow much (?:does|do|did|has) (?:one|a|each|an average|the average|the typical) (\p{L}+) (?:spend|spent|pay|paid|bring in|buy)(?: on average)?(?! on\b)/giu, 'average revenue per $1'],
  // "what do those orders amount to on average"
  [/\bwhat (?:do|does|did|are) (?:those|these|such) (\p{L}+?)s? (?:amount to|come to|add up to|worth|cost) on average\b/giu, 'such average $1'],
  // A margin that is said to be an amount is the profit.
  [/\bmargin(?=[^]{0,80}\bminus\b[^]{0,60}\b(?:times|multiplied by)\b)/gi, 'profit'],
  [/\(?(?:\bby (?:profit|margin) (?:i|we) mean )?(?:the )?(?:selling |sales |unit )?price(?: \w+ at)? minus (?:our |the |its )?cost,? (?:times|multiplied by) (?:the |its )?(?:quantity|pieces|units|amount|number sold)\)?/gi, ''],
  // "group our products into …": how they are shown, and no column of theirs.
  [/\bgroup (?=(?:our|the|all|my|these|those|them) )/gi, 'show'],
  [/\band count how many (?:are|there are|fall|\w+ are)? ?(?:in|into) each(?: one| of them)?\b/gi, ''],
];

const STRETCH = '(day|week|month|quarter|year)';
/** "from month to month", "from the previous month", "on the month before": beside a change, by which stretches it goes. */
const STRETCH_BY_STRETCH = new RegExp(`(?:\\bfrom )?\\b(?:one )?${STRETCH}[ -](?:to|after)[ -](?:the next|the|\\1)(?: \\1)?\\b`, 'giu');
/** "change from month to month": no verb that something is to be done by. */
const CHANGE_BY_STRETCH = new RegExp(`\\bchanges? from (?:one )?${STRETCH} to (?:the next|\\1)(?: \\1)?\\b`, 'giu');
const FROM_BEFORE = new RegExp(`\\b(?:(?:as )?compared (?:to|with)|relative to|from|to|on|over|against|vs\\.?|versus|than|since) (?:(?:the|its|each|one) )?(?:(?:previous|prior|preceding|last) ${STRETCH}|${STRETCH} before)\\b(?! last| that)`, 'giu');
/** "on the same month of the year before" */
const SAME_YEAR_BEFORE = new RegExp(`\\b(?:(?:as )?compared (?:to|with)|relative to|from|to|on|over|against|vs\\.?|versus|than|since) (?:the |its )?(?:same ${STRETCH}|that of|one)(?: (?:of|in))?(?: (?:the|a))? (?:(?:previous|prior|last) year|year (?:before|earlier|ago))\\b`, 'giu');
/** "how did revenue change from month to month?": its course, and not by how much. */
const HOW_IT_WENT = new RegExp(`\\bhow (?:did|has|have|does|do) (.{3,60}?) (?:change|changed|develop|developed|evolve|evolved|vary|varied) (?:from (?:one )?${STRETCH} to (?:the next|\\2)(?: \\2)?|(?:by|per|each|every|with each) ${STRETCH})\\b`, 'giu');
const CHANGES = /\b(?:growth|grow|grows|changes?|increase|difference)\b/i;
const BY_STRETCH = /\b(?:(?:per|by|each|every) (?:day|week|month|quarter|year)|daily|weekly|monthly|quarterly|yearly|annual)\b/i;

/** A change that goes from stretch to stretch, in the words of the grammar; of a figure it is against the stretch before it. */
function changesPlainly(said: string): string {
  const prompt = said.replace(HOW_IT_WENT, (...match) => filled(match, `$1 per ${match[2] ?? match[3]}`));
  if (!CHANGES.test(prompt)) return prompt;
  const plain = prompt.replace(SAME_YEAR_BEFORE, (said) => 'yoy'.padEnd(said.length)).replace(CHANGE_BY_STRETCH, (said, unit: string) => `change of per ${unit}`.padEnd(said.length)).replace(STRETCH_BY_STRETCH, (said, unit: string) => `per ${unit}`.padEnd(said.length));
  const [by] = BY_STRETCH.exec(plain) ?? [];
  // "per month, against last year": the same month of it.
  const against = (unit: string) => (unit === 'year' && !/year|annual/i.test(by ?? '') ? 'yoy' : `per ${unit}`);
  return by ? plain.replace(FROM_BEFORE, (said, last: string | undefined, before: string | undefined) => against((last ?? before ?? '').toLowerCase()).padEnd(said.length)) : plain;
}

/** "20 wide bins", "5 degree steps": as "bins of 20". Two words in the middle at most, and none that says how many. */
const WIDE_CLASSES = /\b(\d+(?:\.\d+)?)(?:[- ](?!equal|even|class|bin|bar|bucket)\p{L}+){1,2}[- ](bins|buckets|classes|steps|intervals|bands)\b/giu;

/** "X: month. Y: revenue.", "Slices: topic. Size: number of tickets.": a chart by its parts. */
const BY_PARTS = [
  /\b(?:x(?:[- ]axis)?|horizontal(?: axis)?|across): ?(.+?)[.,;] *(?:and )?(?:y(?:[- ]axis)?|vertical(?: axis)?|up|value|values): ?(.+?)(?=\s*(?:[.,;]|$))/giu,
  /\b(?:slices?|segments?|bars?|groups?|categories|rows|one bar|wedges?): ?(.+?)[.,;] *(?:and )?(?:sizes?|values?|lengths?|heights?|measures?|numbers?): ?(.+?)(?=\s*(?:[.,;]|$))/giu,
];
/** "One line per source", in a sentence of its own. */
const THEN_SPLIT = /[.;] *((?:one|an?) (?:line|bar|area|colou?r|series) (?:per|for each|for every) )/giu;

function partsPlainly(prompt: string): string {
  if (/\b(?:scatter|bubble|dots?)\b/i.test(prompt)) return prompt;
  const plain = BY_PARTS.reduce((text, said) => text.replace(said, (...match) => filled(match, '$2 by $1')), prompt);
  return plain === prompt ? prompt : plain.replace(THEN_SPLIT, (...match) => filled(match, ' $1'));
}

/** The prompt in words that the passes know, as long as it was. */
export function saidPlainly(prompt: string): string {
  const plainer = PLAINER.reduce((text, [said, plain]) => text.replace(said, (...match) => filled(match, plain)), changesPlainly(partsPlainly(prompt)));
  return /\b(histogram|distribution|distributed|spread)\b/i.test(plainer) ? plainer.replace(WIDE_CLASSES, (...match) => filled(match, 'bins of $1')) : plainer;
}

/** With its groups, and blanks up to the length of what was said; what would be longer stays as it was. */
function filled([said, ...groups]: (string | number)[], plain: string): string {
  const text = plain.replace(/\$(\d)/g, (_, group: string) => String(groups[Number(group) - 1] ?? ''));
  return text.length <= String(said).length ? text.padEnd(String(said).length) : String(said);
}
