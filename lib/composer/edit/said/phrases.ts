/** What a follow-up says around what it names, before its words are linked. */

/** "replace the pie with bars" is one wish, though "with" begins one elsewhere. */
const REPLACE = /\b((?:replace|swap|exchange)\b[^.;\n]*?)\s+(?:with|by|for)\s+/i;
/** "split by channel" adds a grouping. */
export const SPLIT = /\b(split|break|broken|breakdown|colou?r|colou?red|series|stack|stacked|segment|segmented|divide)\b[^.;\n]*\bby\b|\bper (colou?r|series)\b|\bfor each\b|\b(?:one|a|an?other|separate) (?:colou?r|line|bar|area|series)s? (?:per|by|for every)\b|\bas (?:the )?(?:colou?rs?|series)\b/i;
export const INSTEAD = /\b(instead|rather than|in place of|replace|swap|exchange)\b/i;
/** "median instead of average": the one that is wanted. */
export const OTHERWISE = /^(\s*(?:(?:use|show|take)\s+)?(?:the\s+)?(?:median|average|mean|sum|total|minimum|maximum)(?:\s+[\p{L}\p{N}_]+){0,4}?)\s+(?:instead|rather than)(?:\s+of)?\s+(?:the\s+)?(?:median|average|mean|sum|total|minimum|maximum)\b/iu;
export const WIDEN = /^\s*(?:please\s+)?(?:show|include|use|with|back to|reset to)?\s*(?:everything|all(?: of)?(?: the)?(?: .+)?|(?:remove|clear|reset|drop)\s+(?:all\s+)?(?:the\s+)?(?:conditions?|restrictions?|narrowing|limits?)|no\s+limits?|without\s+(?:a\s+|the\s+)?limits?|unlimited)(?:\s*,?\s*please)?[\s.!]*$/i;
/** "without the city" hides a column that stands there; "without company" asks for those that have none. */
export const WITHOUT_THE = /\b(?:without|no|not|don['’]t (?:show|need)|skip|omit)\s+(?:show\s+)?the\b/i;
/** What is named comes to what is there. */
export const ALSO = /^\s*(?:and\s+)?(?:also|plus|additionally)\b|\b(?:too|as well)(?:\s*,?\s*please)?[\s.!?]*$/i;
export const WIDTH = /\b(full|whole|entire|half)[\s-]+(?:the\s+)?width\b|\b(wider|narrower)\b/i;

/** "no, Florida", "actually a pie": what follows is meant in its stead. */
const CORRECTION = /^\s*(?:(?:oh|ah|no|nope|sorry|actually|wait|wrong|hm+|oops)\s*[,.:–—-]?\s+)*(?:(?:no|nope|nah|sorry|actually|wait|wrong|hm+|oops)\s*[,.:–—-]\s+|actually\s+(?=\p{L}))/iu;
/** "no, New York": a name alone is what it is narrowed to. */
const NAME_INSTEAD = /^\s*(?:[Nn]o|[Nn]ope|[Ss]orry|[Aa]ctually|[Ww]ait|[Hh]m+|[Oo]ops)\s*[,.–—-]\s+(?=(?:\p{Lu}[\p{L}’'-]*)(?:\s+\p{Lu}[\p{L}’'-]*)*[\s.!]*$)/u;
/** "quarters would be better": praise of what is wanted. */
export const PRAISE = /\s+(?:(?:would|might|could|will)\s+(?:be|look|work|fit|read|suit\s+(?:me|us)|do)|is|are|looks?|works?)\s+(?:a\s+(?:bit|little|lot)\s+|much\s+|even\s+|so\s+much\s+)?(?:better|nicer|clearer|fairer|simpler|easier|cleaner|prettier|neater|tidier|safer|wiser|smarter|preferable|great|good|best|more\s+(?:interesting|useful|helpful|telling|readable))(?:\s+(?:here|there|for\s+(?:this|that|me|us)))?(?=[\s.!]*$)/i;
/** "limit it to 2013": a year, and no number of rows. */
const TO_YEAR = /\b(?:limit|restrict|narrow|keep|filter|cut)(?:ed)?(?:\s+(?:it|this|that|them|everything|the\s+(?:page|chart|table|data)))?(?:\s+down)?\s+to\s+(?:the\s+year\s+)?((?:19|20)\d\d)(?=[\s.!]*$)/i;
/** "beside it the number of …": one more of its own. */
const BESIDE_IT = /^\s*(?:and\s+)?(?:right\s+)?(?:beside|besides|next\s+to|alongside)\s+(?:it|that|this|them|these)\b\s*[,:]?\s*/i;
/** "turn this into a pie" */
const THIS = /\b(turn|have|show|make|draw|change|convert|switch|see|get|want|put|present|display)\s+this\b(?!\s+(?:day|week|weekend|month|quarter|half|year|morning)\b)(?=\s+(?:as|in|into|to|by|per|a|an)\b|[\s.!?]*$)/gi;
/** "I’d rather have that as a table" */
const RATHER = /^\s*(?:i|we)(?:['’]d|\s+would)\s+(?:rather|prefer\s+to|sooner)\s+(?:have|see|get|look\s+at)\s+(?:it|that|this|them|these|those)\s+(?=(?:as|in|by|per)\b)/i;
/** "order the bars by …" sorts, though orders may be a table. */
const ORDER_THE = /^(\s*(?:please\s+|and\s+)?)order\s+(the|them|it|this|ascending|descending|asc|desc|alphabetically|highest|lowest|largest|smallest)\b/i;
/** "rank by the average discount" */
const BY_THE = /\b((?:rank|order|sort)(?:ed)?(?:\s+(?:it|them|this|that))?\s+by)\s+the\s+/i;
/** "use revenue for the ranking" */
const FOR_RANKING = /^(\s*(?:please\s+)?)(?:use|take)\s+(.+?)\s+(?:for|in)\s+(?:the\s+|that\s+|this\s+)?(?:ranking|order(?:ing)?|sorting)\b/i;

/** "the year 2015" */
const THE_YEAR = /\b(?:the\s+)?year\s+(?=(?:19|20)\d\d\b)/gi;

/** "a pie next to it" */
const NEXT_TO_IT = /^(.+?)\s+(?:right\s+)?(?:beside|next\s+to|alongside)\s+(?:it|that|this|them|these)(?=[\s.!]*$)/i;

/** "only the table", and not "only the top five". */
export const ONLY_THE = /^\s*(?:please\s+)?(?:show\s+|keep\s+)?(?:only|just)\s+the\b/i;

const ALL_BUT = '(?:but|except(?:\\s+for)?|other\\s+than|apart\\s+from|besides|beyond|save\\s+for)';
/** "nothing but open orders", "hide all but the open ones", "remove everything that isn’t open": what is named is what stays. */
const NOTHING_BUT = new RegExp(`\\b(?:nothing|no\\s+others?|none)(?:\\s+else)?\\s+${ALL_BUT}\\s+|\\b(?:hide|remove|drop|exclude|delete|skip|ignore|omit|discard|dismiss|strip|kill|forget(?:\\s+about)?|throw\\s+(?:out|away)|filter\\s+out|leave\\s+out|take\\s+(?:out|away)|cut\\s+(?:out)?|get\\s+rid\\s+of|lose|(?:don|do)[’']?\\s*(?:t|not)\\s+(?:show|need|want))\\s+(?:me\\s+)?(?:everything|anything|all)(?:\\s+else)?\\s+(?:${ALL_BUT}|(?:that|which)(?:[’']s|\\s+is|\\s+are)\\s+not|(?:that|which)\\s+(?:isn|aren)[’']t)\\s+`, 'i');
/** "everything but open orders should go" */
const ALL_GOES = new RegExp(`^\\s*(?:everything|anything|all)(?:\\s+else)?\\s+${ALL_BUT}\\s+(.+?)\\s+(?:should|can|must|may|has\\s+to|have\\s+to|needs\\s+to|is\\s+to)\\s+(?:go|disappear|vanish|leave|be\\s+(?:removed|hidden|dropped|left\\s+out|gone))(?=[\\s.!]*$)`, 'i');
/** "leave just the open ones", "restrict it to …", "I only care about …" */
const LEAVE = /\bonly\s+(?:leave|keep|retain)\s+|\b(?:leave|retain|stick\s+(?:to|with))\s+(?:us\s+with\s+|me\s+with\s+|in\s+)?(?:only|just|nothing\s+but)\s+|\b(?:restrict|limit|narrow|confine|reduce|cut|trim)\s+(?:it|this|that|them|everything|the\s+(?:page|chart|table|data|view))(?:\s+down)?\s+to\s+(?=[^\d])(?:only\s+|just\s+)?|\b(?:solely|exclusively|purely|strictly)\s+|\b(?:i|we)(?:['’]m|\s+am|['’]re|\s+are)?\s+(?:only|just)\s+(?:care\s+about|(?:want|need|like)(?:\s+to\s+(?:see|have|look\s+at))?|interested\s+in)\s+/i;
/** "just open orders": and not "just make it a pie". */
const JUST = /^(\s*(?:please\s+)?(?:show\s+(?:me\s+)?|keep\s+)?)just\s+(?!(?:the|a|an|as|in|by|per|with|make|change|turn|add|use|put|call|name|show|do|remove|hide|drop|sort|order|group|split|keep|give|one|two)\b)/i;
/** "open orders alone" */
const ALONE = /^\s*(?:(?:please|show|just)\s+)*(.+?)\s+(?:alone|and\s+(?:nothing|no(?:body|thing|\s+one)?)\s+else|exclusively)(?=[\s.!]*(?:please)?[\s.!]*$)/i;

/** "keep 2015, drop the rest" */
const THE_REST = /^\s*(?:please\s+)?(?:(?:keep|leave|show|take)\s+)?(?:only\s+)?(.+?)\s*[,;]?\s+(?:(?:and|but)\s+)?(?:(?:drop|remove|hide|lose|skip|omit|forget|delete|ignore|leave\s+out|cut)\s+(?:the\s+(?:rest|others?)|everything\s+else|all\s+(?:the\s+)?others?|anything\s+else)|the\s+(?:rest|others)\s+(?:can|should|may)\s+(?:go|be\s+(?:dropped|hidden|removed)))(?=[\s.!]*$)/i;
/** "nothing before 2014", "drop everything after 2015": what is left. */
const OUTSIDE = /\b(?:nothing|no\s+(?:data|rows|years?|months?)|(?:without|exclude|excluding|remove|drop|hide|leave\s+out|cut(?:\s+off)?|skip|ignore|forget)\s+(?:everything|anything|all|the\s+(?:years|rows|data|time|months|part))(?:\s+(?:from|of|that\s+is|that\s+was))?)\s+(before|prior\s+to|after)\s+(?:the\s+year\s+)?((?:19|20)\d\d)\b(?![-/.]\d)/i;
/** "2014 only" */
const YEAR_ONLY = /\b((?:19|20)\d\d)\s+only\b/gi;
/** "leave everything but consumers out" */
const ALL_OUT = new RegExp(`\\b(?:leave|keep|take|cut)\\s+(?:everything|anything|all)(?:\\s+else)?\\s+${ALL_BUT}\\s+(.+?)\\s+out(?=[\\s.!]*$)`, 'i');
/** "leave consumers out" */
const LEAVE_OUT = /\b(?:(?:leave|keep|take|cut|kick|throw|filter)\s+(?!(?:it|that|this|them|out)\b)(.+?)\s+out|take\s+(?!(?:it|that|this|them)\b)(.+?)\s+(?:away|off))(?=\s+again)?(?:\s+again)?(?=[\s.!,;]*$)/i;

/** "limit the period to this year" */
const PERIOD_TO = /\b(?:limit|restrict|narrow|set|change|reduce|cut|confine|shorten)\s+(?:the\s+|its\s+)?(?:time\s+)?(?:period|range|frame|span|window|time|dates?|timeframe|timespan|timeline|date\s+range)\s+(?:down\s+)?to\s+(?:only\s+|just\s+)?/i;

/** "group them instead of stacking", "stack them rather than side by side" */
const GROUPED = /^\s*(?:please\s+)?(?:group|put|show|set)(?:ed)?\s+(?:(?:them|it|these|those|the\s+\p{L}+)\s+)?(?:side\s+by\s+side\s+)?(?:instead\s+of|rather\s+than|not)\s+(?:stack(?:ing|ed)?(?:\s+(?:them|it))?)(?=[\s.!]*$)/iu;
/** "each category its own line" */
const ITS_OWN = /\beach\s+(\p{L}+)\s+(?:as\s+|gets?\s+|in\s+|on\s+|has\s+)?(?:its|their)\s+own\s+(?:line|bar|colou?r|area|curve|series)\b/giu;
/** "the biggest five": of what is ranked. */
const BIGGEST = /^\s*(?:(?:please|show|keep|only|just|me)\s+)*(?:the\s+)?(biggest|largest|highest|best|greatest|smallest|lowest|worst|weakest)\s+(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?=(?:\s+(?:ones|of\s+them))?(?:\s*,?\s*please)?[\s.!]*$)/i;
const ALPHABETICAL = /\b(?:in\s+)?alphabetical(?:ly)?\s+order\b/i;
/** "add a search above the list", "a region filter that applies to everything": where filters stand anyway, and what they are for. */
const FILTER_PLACE = /(\b(?:search(?:\s+(?:box|field|bar))?|filters?|sliders?|date\s+range|range\s+of\s+dates|pickers?|dropdown|select)\b[^.;\n]{0,60}?)\s+(?:(?:right\s+)?(?:above|over|below|on\s+top\s+of)\s+(?:the\s+)?(?:list|table|charts?|bars|page|it|that|them|everything)|(?:that|which)\s+(?:appl(?:y|ies)|works?|counts?|holds?)\s+(?:to|for|on)\s+(?:everything|all(?:\s+(?:of\s+them|charts|blocks))?|both|the\s+(?:whole\s+)?page))(?=[\s.!,]*$)/i;
/** "sort by most stock" */
const BY_MOST = /\b(sort|order|rank)(?:ed)?\s+(?:(?:it|them|this|that)\s+)?by\s+(?:the\s+)?(most|highest|largest|biggest|greatest|least|lowest|smallest|fewest)\s+((?!first\b)\p{L}+(?:\s+\p{L}+)?)(?=[\s.!]*$)/iu;
/** "sort by revenue, smallest first": one order, and not two. */
const BY_FIRST = /\b((?:sort|order|rank)(?:ed)?\s+(?:(?:it|them|this|that)\s+)?by\s+(?:the\s+)?\p{L}[\p{L}\p{N} _-]*?)\s*,?\s+(?:with\s+the\s+)?(smallest|lowest|least|fewest|biggest|largest|highest|most|greatest)\s+(?:ones?\s+)?(?:first|on\s+top|at\s+the\s+top)(?=[\s.!]*$)/iu;
/** "the ten with the lowest profit" */
const TEN_WITH = /^\s*(?:(?:please|show|keep|only|just|me|us|and|now|give|i|we|want|need|list)\s+)*(?:the\s+)?(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+(?:ones\s+|\p{L}+\s+)?with\s+(?:the\s+)?(highest|most|largest|biggest|greatest|lowest|least|fewest|smallest)\s+(.+?)(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "remove that column with the date" */
const COLUMN_WITH = /\b((?:remove|drop|hide|delete|omit|skip|lose|kill|get\s+rid\s+of|take\s+(?:out|away)|without)\s+)(?:the|that|this)\s+columns?\s+(?:with|of|for|showing|that\s+(?:has|shows))\s+(?:the\s+|their\s+|its\s+)?([\p{L}\p{N} _-]+?)(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "average price per category above" */
const PER_ABOVE = /^\s*(?:(?:and|also|plus|with|please)[\s,]+)*(?!(?:move|put|place|show|add|sort|order|take)\b)(\p{L}[^,;.]*?\s(?:per|by)\s[\p{L} _-]+?)\s+(?:right\s+)?(?:above|below|underneath|beneath)(?:\s+(?:it|that|this))?(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "60 days" and nothing else. */
const SO_LONG_NOW = /^\s*(?=(?:\d+|two|three|four|five|six|ten|twelve)\s+(?:days|weeks|months|quarters|years)[\s.!]*$)/i;
/** "rank them by cost instead of the count" */
const RANK_NOT = /\b(?:rank|sort|order)(?:ed)?\s+(?:(?:it|them|this|that|these|those)\s+)?by\s+(?:the\s+)?([^,;.]+?)\s*,?\s+(?:instead\s+of|rather\s+than|(?:and\s+|but\s+)?not)\s+(?:by\s+)?(?:the\s+)?[\p{L} _-]+?(?=[\s.!]*$)/iu;
/** "below them put customers as a pie": one that isn’t there yet, since no "the" is said. */
const BELOW_PUT = /^\s*(?:(?:and|also|then|please)[\s,]+)*(?:right\s+)?(?:underneath|below|beneath|under|next\s+to|beside)(?:\s+(?:it|that|this|them|these|those|the\s+\p{L}+))?\s*[,:]?\s+(?:put|show|add|place|list|draw)\s+(?:me\s+)?(?!(?:the|it|them|this|that)\b)(?=\p{L})/iu;
/** "break that down by channel" */
const BREAK_DOWN = /\bbreak\s+(?:that|this|them|these|those)\s+down\b/gi;
/** "and a table underneath" */
const UNDERNEATH = /^\s*(?:(?:and|also|plus|with|please)\s+)*(an?\s+(?:\p{L}+\s+){0,3}?(?:table|list|chart|pie|bars?|line|calendar|board|figure|number))\s+(?:right\s+)?(?:underneath|below|beneath|under\s+(?:it|that|this))(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "the last 30 days are enough" */
const ENOUGH = /\s+(?:is|are|would\s+be|will\s+be|should\s+be)\s+(?:good\s+)?(?:enough|sufficient|plenty)(?=[\s.!]*$)/i;
/** "as a number on top" */
const AS_FIGURE = /\bas\s+an?\s+(?:(?:single|big|large|plain)\s+)?(?:number|value)\b(?:\s+(?:(?:at|on)\s+(?:the\s+)?top|above(?:\s+(?:it|that|this|everything))?|over\s+(?:it|that|this)))?/i;
/** "old first" */
const OLD_FIRST = /\b(old|new|big|small|high|low|cheap|long|short)\s+(?:ones?\s+)?first\b/gi;

/** "put last year next to it for comparison", "vs last year" */
const LAST_YEAR_TOO = /^\s*(?:(?:please|and|also|now|ok(?:ay)?)[\s,]+)*(?:(?:put|show|add|have|plot|draw|overlay|include|lay|see)\s+(?:me\s+)?(?:the\s+)?(?:last|previous|prior)\s+year(?:[’']s?(?:\s+\p{L}+)?)?\s+(?:(?:right\s+)?(?:next\s+to|beside|alongside|on\s+top\s+of|over|under|behind|against|with)\s+(?:it|this|that|them)(?:\s+(?:for|in|as\s+an?|by\s+way\s+of)\s+comparison|\s+to\s+compare(?:\s+with)?)?|(?:for|in|as\s+an?|by\s+way\s+of)\s+comparison|to\s+compare(?:\s+with)?|as\s+(?:an?\s+)?(?:second|other|another|grey|gray|dashed|separate|extra)\s+(?:line|series|bar)s?)|(?:vs\.?|versus|against)\s+(?:the\s+)?(?:last|previous|prior)\s+year)(?=[\s.!?]*(?:please)?[\s.!?]*$)/iu;
/** "as columns": how it is drawn, and no columns of a table. */
const AS_COLUMNS = /\b(?:as|in(?:to)?)\s+(?:(?:vertical|upright|standing)\s+)?columns(?=[\s.!]*(?:instead|please)?[\s.!]*$)/i;
/** "I don’t need the pie any more" */
const NOT_NEEDED = /^\s*(?:(?:please|and|also|but|ok(?:ay)?)[\s,]+)*(?:(?:i|we)\s+)?(?:really\s+)?(?:do\s+not|don[’']t|no\s+longer)\s+(?:really\s+|actually\s+)?(?:need|want|care\s+(?:for|about))\s+(?:to\s+see\s+)?(.+?)(?:\s+any\s?(?:more|longer))?(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "the numbers on top" */
const FIGURES = /\b(?:the|those|these)\s+(?:(?:big|key|single|four|three|two|little|small)\s+)*(?:numbers?|figures|kpis?|tiles?|cards?|boxes|stats?)\s+(?:(?:at|on)\s+(?:the\s+)?top|above(?:\s+(?:it|that|this|the\s+\p{L}+))?|up\s+(?:there|top))(?=[\s.!,]*$)/iu;
/** "make it smaller" */
const SMALLER = /^\s*(?:please\s+)?(?:make|have|get)\s+(it|this|that|(?:the|this|that)\s+(?:chart|graph|pie|table|line|plot|bars?))\s+(?:(?:a\s+(?:bit|little|lot)|much|way|even)\s+)*(smaller|bigger|larger|shorter|wider|narrower|tinier)(?=[\s.!]*(?:please)?[\s.!]*$)/i;

/** "put a table of … at the bottom": one that isn't there yet. */
const PUT_NEW = /^(\s*(?:(?:please|and|also|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*)(?:put|place|stick|throw|drop|pop|place)\s+(?:in\s+)?(?=(?:an?|another|one\s+more)\s)/i;
/** "underneath I would like a table …" */
const PLACE_AHEAD = /^\s*(?:(?:and|also|then|please)[\s,]+)*(?:right\s+)?(?:underneath|below|beneath|under|at\s+the\s+(?:bottom|end)|next\s+to|beside|on\s+the\s+side)(?:\s+(?:it|that|this|them|the\s+(?:chart|table|bars|pie|line|graph)))?\s*[,:]?\s+(?:(?:(?:i|we)(?:[’']d|\s+would)?\s+(?:like|want|need)(?:\s+to\s+(?:see|have))?|show|put|give|add|there\s+should\s+be|please)\s+)*(?:me\s+|us\s+)?(?=(?:an?|another|the)\s)/i;
/** "…, keep the rest" */
const REST_STAYS = /\s*[,;.–—-]?\s+(?:(?:and|but)\s+)?(?:(?:please\s+)?(?:keep|leave)\s+(?:the\s+)?(?:rest|others?|everything\s+else)(?:\s+(?:as\s+(?:it|they)\s+(?:is|are|was|were)|as\s+is|alone|the\s+same))?|(?:the\s+)?(?:rest|others?|everything\s+else)\s+(?:stays?|can\s+stay|should\s+stay|is\s+(?:fine|ok(?:ay)?|good)|remains?)(?:\s+(?:as\s+(?:it\s+)?is|the\s+same))?)(?=[\s.!]*$)/i;
/** "no line, bars" */
const NO_KIND = /^\s*no\s+(?:more\s+)?(?:lines?|bars?|pies?|areas?|tables?|charts?|columns|donuts?)\s*[,;]\s*(?:but\s+|just\s+|rather\s+)?(?=(?:an?\s+)?(?:lines?|bars?|pie|area|table|columns|donut)\b)/i;

/** "latest year first" */
const LATEST_FIRST = /\b(latest|newest|oldest|earliest|most\s+recent)\s+(?:years?|months?|weeks?|days?|dates?|quarters?|ones?)\s+(?=first|on\s+top|at\s+the\s+top)/gi;
/** "a column diagram" */
const COLUMN_CHART = /\bcolumn\s+(?:diagram|plot|bars?)\b/gi;
/** "extend it to 24 months" */
const SO_LONG = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:(?:extend|shorten|cut|limit|reduce|expand|change|widen|stretch|set|go\s+back)\s+(?:(?:it|this|that|the\s+(?:period|range|chart|line|time))\s+)?(?:back\s+)?(?:to\s+)?|(?:show|give|take|make\s+it|only|just)\s+(?:me\s+)?)(?:the\s+)?(?:last\s+|past\s+)?(?=(?:\d+|two|three|four|five|six|ten|twelve)\s+(?:days|weeks|months|quarters|years)[\s.!]*(?:please|instead)?[\s.!]*$)/i;
/** "where’s the city?" */
const WHERE_IS = /^\s*(?:(?:and|but|hm+|ok(?:ay)?)[\s,]+)*where(?:[’']s|\s+is|\s+are|\s+did)\s+(?:the\s+)?([\p{L}\p{N}_ -]+?)(?:\s+columns?)?(?:\s+go(?:ne)?)?(?=[\s.!?]*$)/iu;
/** "which category is the smallest? put it first" */
const WHICH_IS = /^\s*(?:(?:and|so)[\s,]+)*(?:which|what)\s+\p{L}+(?:\s+\p{L}+)?\s+(?:is|are|has|have|was|were|had|does|did)\s+(?:the\s+)?(?:(smallest|lowest|least|fewest|worst|weakest)|(?:biggest|largest|highest|most|best|strongest))\b(?:\s+(\p{L}+(?:\s+\p{L}+)?))?[^.;!]*?\b(?:put|show|list|move|have)\s+(?:it|that|this|them)\s+(?:first|on\s+top|at\s+the\s+top)(?=[\s.!?]*$)/iu;
/** "can I get that as numbers" */
const AS_NUMBERS = /\b(?:as|in)\s+(?:plain\s+|raw\s+)?(?:numbers|figures)(?=[\s.!?]*(?:please|instead)?[\s.!?]*$)/i;
/** "remove the 2nd" */
const THE_NTH = /\b(the\s+(?:first|second|third|fourth|1st|2nd|3rd|4th))(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "bigger donut" */
const BIGGER = /^\s*(?:(?:please|an?)\s+)?(smaller|bigger|larger|wider|narrower)\s+(donut|pie|chart|graph|table|line|bars?)(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "the most people at the top" */
const MOST_ON_TOP = /\b(?:the\s+)?(most|fewest|least)\s+(\p{L}+)\s+(?:at|on)\s+(?:the\s+)?(?:very\s+)?top\b/iu;
/** "a column with the channel and one with the reason" */
const AND_ONE_WITH = /(\bcolumns?\s+(?:with|for)\s+[^,;.]+?)\s+and\s+(?:one|another(?:\s+one)?)\s+(?:with|for)\s+/i;
/** "ditch the pie" */
const DITCH = /^(\s*(?:(?:please|and|also|now|ok(?:ay)?)[\s,]+)*)(?:ditch|scrap|axe|nix|dump|trash|bin|chuck|toss|strip|erase|eliminate|discard)\s+(?:out\s+)?(?=\p{L})/iu;
/** "measured in revenue" */
const MEASURED_IN = /^\s*(?:(?:please|and|now)[\s,]+)*(?:measured|counted|expressed|in\s+terms)\s+(?:in|by|as|of)\s+(?:the\s+)?(.+?)(?=[\s.!]*(?:please|instead)?[\s.!]*$)/i;
/** "split in regions" */
const SPLIT_INTO = /\bsplit\s+(?:(?:it|this|that|them)\s+)?(?:up\s+)?(?:in|into|between|among|along|on|per|for|over)\s+(?:the\s+)?(?=\p{L})/giu;
/** "flop 10" */
const FLOP = /\bflop\s+(?=\d|ten|five|three)/gi;
/** "start 2005", "stop at 2010" */
const START_YEAR = /^\s*(?:(?:please|and|now|let[’']?s)[\s,]+)*(?:start|begin)(?:ing|s)?\s+(?:(?:it|this)\s+)?(?:in\s+|from\s+|at\s+|with\s+)?(?=(?:19|20)\d\d[\s.!]*$)/i;
const END_YEAR = /^\s*(?:(?:please|and|now|let[’']?s)[\s,]+)*(?:stop|end)(?:ing|s)?\s+(?:(?:it|this)\s+)?(?:in\s+|at\s+|with\s+)?(?=(?:19|20)\d\d[\s.!]*$)/i;
/** "smooth it by quarter" */
const SMOOTH = /^\s*(?:please\s+)?smooth(?:en)?\s+(?:(?:it|this|that|the\s+(?:line|chart|curve))\s+)?(?:out\s+)?(?=(?:by|per|to)\b)/i;
/** "bring nuclear back in" */
const BRING_BACK = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:bring|put|add|get|have|take)\s+(?:the\s+)?(.+?)\s+back(?:\s+in(?:to\s+it)?)?(?=[\s.!]*(?:please|again|too)?[\s.!]*$)/i;
/** "sort a-z" */
const A_TO_Z = /\b(?:from\s+)?a\s*(?:-|–|to|→|\.\.|through)\s*z\b/i;
const Z_TO_A = /\b(?:from\s+)?z\s*(?:-|–|to|→|\.\.|through)\s*a\b/i;
/** "price highest to lowest", "sort by price, high to low" */
const HIGH_TO_LOW = /^\s*(?:(?:please|and|now)[\s,]+)*(?:(?:sort|order|rank)(?:ed)?\s+(?:(?:it|them|this)\s+)?(?:by\s+)?)?(?:the\s+)?(\p{L}[\p{L}\p{N} _-]*?)\s*,?\s+(?:from\s+)?(?:the\s+)?(highest|lowest|high|low|biggest|smallest|largest|most|least|greatest|big|small|large|best|worst|top)\s+to\s+(?:the\s+)?(?:highest|lowest|high|low|biggest|smallest|largest|most|least|greatest|big|small|large|best|worst|bottom)(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "zoom in on 2013", "focus on Germany" */
const FOCUS = /^\s*(?:(?:please|now|ok(?:ay)?|and|(?:can|could)\s+(?:you|we)|let[’']?s)[\s,]+)*(?:zoom\s+in(?:\s+(?:on|to))?|focus\s+on|concentrate\s+on|drill\s+(?:down\s+)?(?:in)?to|narrow\s+(?:it\s+)?(?:down\s+)?to)\s+(?:just\s+|only\s+)?/i;
/** "get rid of the tickets part" */
const PART = /\b((?:remove|drop|hide|delete|lose|kill|get\s+rid\s+of|take\s+(?:out|away)|throw\s+out|without|scrap)\s+the\s+(?:\p{L}+\s+){1,3}?)(?:part|section|bit|block|element|widget|thing|box)(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "the figures for enterprise customers only" */
const DATA_FOR = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we|i)|i(?:[’']d|\s+would)?\s+(?:want|need|like))[\s,]+)*(?:(?:to\s+)?(?:show|give|see|have|get|display)\s+)?(?:me\s+|us\s+)?(?:(?:only|just)\s+)?(?:the\s+|all\s+the\s+)?(?:figures|numbers|data|values|results|stats|picture|same(?:\s+thing)?)\s+(?:for|from|of)\s+(?:(?:only|just)\s+)?(?:the\s+)?(.+?)\s+only(?=[\s.!?]*(?:please)?[\s.!?]*$)/i;

const BIG = '(?:largest|biggest|highest|greatest|longest|most|best|newest|latest)';
const SMALL = '(?:smallest|lowest|least|fewest|shortest|worst|oldest|earliest)';
/** "sort the table by stock, with the largest stock first" */
const SORT_WITH = new RegExp(`\\b(?:sort|order|rank)(?:ed|ing)?(?:\\s+(?:it|them|this|everything|the\\s+\\p{L}+))?\\s+by\\s+(?:the\\s+)?(\\p{L}[\\p{L} ]*?)\\s*,?\\s+(?:with|and\\s+put|starting\\s+with|beginning\\s+with)\\s+the\\s+(?:(${SMALL})|${BIG})(?:\\s+\\p{L}+){0,3}?(?:\\s+(?:first|(?:at\\s+the|on)\\s+top))?(?=[\\s.!]*$)`, 'iu');
/** "sort the bars from the lowest income to the highest" */
const SORT_FROM = new RegExp(`\\b(?:sort|order|rank|arrange)(?:ed)?(?:\\s+(?:it|them|this|these|the\\s+\\p{L}+))?\\s+from\\s+(?:the\\s+)?(?:(${SMALL})|${BIG})(?:\\s+(\\p{L}+(?:\\s+\\p{L}+)?))?\\s+to\\s+(?:the\\s+)?(?:${SMALL}|${BIG})(?:\\s+(?:one|\\2))?(?=[\\s.!]*$)`, 'iu');

/** What is said in other words, in the order in which it's exchanged, and the words that the grammar knows for it. */
const PLAINER: readonly (readonly [RegExp, string | ((said: string, ...groups: string[]) => string)])[] = [
  [SORT_WITH, (_, what: string, least: string | undefined) => `sort by ${what} ${least === undefined ? 'descending' : 'ascending'}`],
  [SORT_FROM, (_, least: string | undefined, what: string | undefined) => `sort ${what === undefined ? '' : `by ${what} `}${least === undefined ? 'descending' : 'ascending'}`],
  [RATHER, 'show it '],
  [BIGGER, 'make the $2 $1'],
  [THE_NTH, '$1 one'],
  [MOST_ON_TOP, '$1 $2 first'],
  [AND_ONE_WITH, '$1 and '],
  [DITCH, '$1remove '],
  [MEASURED_IN, '$1 instead'],
  [SO_LONG_NOW, 'only the last '],
  [SO_LONG, 'only the last '],
  [WHERE_IS, 'show the $1 too'],
  [WHICH_IS, (_, least: string | undefined, of: string | undefined) => (of === undefined ? `${least === undefined ? 'highest' : 'lowest'} first` : `sort by ${of} ${least === undefined ? 'descending' : 'ascending'}`)],
  [AS_NUMBERS, 'as a table'],
  [COLUMN_CHART, 'column chart'],
  [SPLIT_INTO, 'split by '],
  [FLOP, 'bottom '],
  [START_YEAR, 'since '],
  [END_YEAR, 'until '],
  [SMOOTH, ''],
  [BRING_BACK, 'include $1 too'],
  [DATA_FOR, 'only $1'],
  [FOCUS, 'only '],
  [PART, '$1'],
  [Z_TO_A, 'alphabetically descending'],
  [A_TO_Z, 'alphabetically'],
  [HIGH_TO_LOW, (_, what: string, how: string) => `sort by ${what} ${/^(?:low|small|least|worst)/i.test(how) ? 'ascending' : 'descending'}`],
  [LATEST_FIRST, '$1 '],
  [PUT_NEW, '$1add '],
  [PLACE_AHEAD, 'add '],
  [REST_STAYS, ''],
  [NO_KIND, 'make it '],
  [ENOUGH, ''],
  [BREAK_DOWN, 'break it down'],
  [PER_ABOVE, 'add $1'],
  [TEN_WITH, (_, count: string, how: string, of: string) => `${/^(?:low|least|few|small)/i.test(how) ? 'bottom' : 'top'} ${count} by ${of}`],
  [COLUMN_WITH, '$1the $2 column'],
  [RANK_NOT, 'rank by $1'],
  [BELOW_PUT, 'add '],
  [BY_FIRST, (_, by: string, how: string) => `${by} ${/^(?:least|lowest|smallest|fewest)$/i.test(how) ? 'ascending' : 'descending'}`],
  [BY_MOST, (_, verb: string, how: string, what: string) => `${verb} by ${what} ${/^(?:least|lowest|smallest|fewest)$/i.test(how) ? 'ascending' : 'descending'}`],
  [FILTER_PLACE, '$1'],
  [UNDERNEATH, 'add $1'],
  [GROUPED, 'make it grouped'],
  [ITS_OWN, 'split by $1'],
  [BIGGEST, (_, how: string, count: string) => `${/^(?:small|low|wor|weak)/i.test(how) ? 'bottom' : 'top'} ${count}`],
  [ALPHABETICAL, 'alphabetically'],
  [AS_FIGURE, 'as a figure'],
  [OLD_FIRST, (_, how: string) => `${how}est first`.replace('bigest', 'biggest')],
  [PERIOD_TO, 'only '],
  [THE_YEAR, ''],
  [THE_REST, 'only $1'],
  [OUTSIDE, (_, side: string, year: string) => (side.toLowerCase() === 'after' ? `only before ${Number(year) + 1}` : `only since ${year}`)],
  [YEAR_ONLY, 'only $1'],
  [THIS, '$1 it'],
  [ALL_GOES, 'only $1'],
  [NOTHING_BUT, 'only '],
  [ALL_OUT, 'only $1'],
  [LEAVE_OUT, (_, out: string | undefined, away: string | undefined) => `without ${out ?? away}`],
  [LAST_YEAR_TOO, 'compare with last year'],
  [AS_COLUMNS, 'as vertical bars'],
  [NOT_NEEDED, 'remove $1'],
  [FIGURES, 'the figures'],
  [SMALLER, (_, what: string, how: string) => `make ${what} ${/^(?:small|short|tin|narrow)/i.test(how) ? 'narrower' : 'wider'}`],
  [LEAVE, 'only '],
  [ALONE, 'only $1'],
  [JUST, '$1only '],
  [NAME_INSTEAD, 'only '],
  [CORRECTION, ''],
  [PRAISE, ' instead'],
  [TO_YEAR, 'only in $1'],
  [BESIDE_IT, 'add '],
  [NEXT_TO_IT, 'add $1'],
  [ORDER_THE, '$1sort $2'],
  [FOR_RANKING, '$1rank by $2'],
  [BY_THE, '$1 '],
];

/** The follow-up in the words that the grammar knows. */
export function plainly(prompt: string): string {
  // `replace` takes either kind, and its types ask which.
  return PLAINER.reduce((text, [said, plain]) => (typeof plain === 'string' ? text.replace(said, plain) : text.replace(said, plain)), prompt);
}

/** What is exchanged as one wish. */
export function exchanged(prompt: string): string {
  return prompt.replace(REPLACE, '$1 to ').replace(OTHERWISE, '$1');
}

/** "rank the customers by revenue", "order them by …": what is ranked, and the rest. */
export const RANK_THE = /^(\s*(?:please\s+|and\s+|now\s+)?)(?:rank|order|sort)\s+(?:the\s+)?((?!by\b|it\b|them\b|this\b|that\b)\p{L}+)\s+(?:by|on)\s+/iu;
