/** What people say around what they want: courtesy, why they want it, and turns of speech that hold for the whole follow-up. */

/** "for the bars use total cost" */
const FOR_USE = /^\s*(?:please\s+)?(?:for|in|on)\s+the\s+(bars?|lines?|slices?|cells?)\s*,?\s+(?:use|take|have|put)\s+(.+?)(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "stack ’em" */
const EM = /\b(make|stack|turn|show|sort|split|put|group|order|colou?r|give|get|draw|have)\s+['’]?em\b/gi;
/** "flip it sideways" */
const SIDEWAYS = /\b(?:flip|turn|lay|tip|rotate|put)\s+(?:it|them|that|this|the\s+(?:bars|chart|columns))\s+(?:on\s+(?:its|their)\s+sides?|sideways|over\s+sideways)\b/i;
/** "can you please …" */
const POLITE = /^\s*(?:(?:hi|hey|hello|ok(?:ay)?|so|and|please)[\s,!]+)*(?:can|could|would|will)\s+(?:you|we)\s+(?:(?:please|maybe|perhaps|possibly|also|just)\s+)*(?=\p{L}{3})/iu;
/** "by country rather" */
const RATHER_THAT = /\s+rather(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "I’d prefer a list" */
const PREFER = /^\s*(?:(?:no|hm+|ok(?:ay)?|well)[\s,]+)*(?:i|we)(?:[’']d|\s+would)?\s+(?:rather\s+)?(?:prefer|like|love)\s+(?:to\s+(?:see|have)\s+)?(?=an?\s+(?:\p{L}+\s+)?(?:list|table|pie|donut|line|bar|area|chart|heatmap|board|calendar)\b(?:\s+(?:chart|graph))?[\s.!]*(?:for\s+(?:this|that|it)(?:\s+one)?)?[\s,.!]*(?:please)?[\s.!]*$)/iu;
/** "swap in profit for revenue" */
const SWAP_IN = /^\s*(?:please\s+)?(?:swap|switch|sub)\s+in\s+(.+?)\s+for\s+(.+?)(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "the bars by region should be a pie" */
const SHOULD_BE = /^\s*(?:please\s+)?(?:the\s+)?((?:[\p{L}]+\s+){0,3}?(?:bars?|pie|line|chart|graph|area|table)(?:\s+(?:by|of|per)\s+\p{L}+)?)\s+should\s+(?:rather\s+|better\s+)?be\s+(an?\s+.+?)(?=[\s.!]*$)/iu;
/** "moving to months please" */
const MOVE_TO = /^\s*(?:please\s+)?(?:moving|going|switching|changing|move|go|switch|change)\s+(?:over\s+)?to\s+(?=(?:days|weeks|months|quarters|years|daily|weekly|monthly|quarterly|yearly)\b)/i;
/** "last 6 months in both charts": everything is narrowed anyway. */
const IN_BOTH = /\s+(?:in|on|for)\s+(?:both|all)(?:\s+of\s+(?:them|these))?(?:\s+(?:charts?|graphs?|plots?))?(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "the big ones, over 1000": how much that is. */
const BIG_ONES = /\b(?:the\s+)?(?:really\s+|very\s+)?(?:big|large|bigger|larger|high|expensive|small|smaller|tiny|cheap|long|short|important)\s+ones?\s*[,:–—-]\s*(?=(?:over|above|more|at\s+least|under|below|less|at\s+most|from|with|i\.e|>|<)\b)/gi;
/** "hm, too jumpy, …", "ten is too many, …": why, in front of what is wanted. */
const COMPLAINT = /^\s*(?:(?:hm+|oh|ok(?:ay)?|well|no|nope|sorry|actually|but)[\s,.–—-]+)*(?:(?:(?:the|this|that|these|those)\s+)?[\p{L}\d]+(?:[’']s|\s+(?:is|are|was|looks?|seems?))\s+)?(?:(?:still|just|a\s+bit|a\s+little|way|far|much|rather)\s+)*too\s+(?:(?:many|much|few)(?:\s+\p{L}+)?|[\p{L}-]+)(?:\s+(?:for\s+[^,;.]{1,30}|now|like\s+(?:this|that)))?\s*[,.;:–—-]+\s*(?=\S)/iu;
/** "this is hard to read, …": why, in front of what is wanted. */
const HARD = /^\s*(?:(?:hm+|oh|ok(?:ay)?|well|no|sorry|but)[\s,.–—-]+)*(?:this|that|it|the\s+\p{L}+)(?:[’']s|\s+(?:is|are|looks?|seems?|gets?))\s+(?:(?:still|just|all|a\s+bit|a\s+little|way|far|much|rather|really|very|so|quite|kind\s+of|kinda)\s+)*(?:hard|difficult|impossible|confusing|unreadable|cluttered|messy|busy|noisy|jumpy|ugly|boring|unclear|crowded|wrong)\b[^,;.]{0,40}[,;.–—-]+\s*(?=\S)/iu;
/** "on second thought, …", "better: …" */
const AFTERTHOUGHT = /^\s*(?:on\s+second\s+thoughts?|come\s+to\s+think\s+of\s+it|(?:better|rather|maybe|perhaps)(?=\s*[,:]|\s+(?:in|by|per|as|make|show|use|an?|the)\b))[\s,:–—-]+/i;
/** "oh and …", "uh, …" */
const NOISE = /^\s*(?:(?:oh|uh+|um+|er+m?|ah|hm+|ok(?:ay)?|well|so|alright|actually|and)[\s,.…–—-]+)*(?:oh|uh+|um+|er+m?|ah|hm+|well|alright|actually|nah|yeah|yep|ok(?:ay)?(?=\s+then))[\s,.…–—-]+(?:(?:and|also|then)\s+)?(?=\p{L}{2})/iu;
/** "…, it’s too jumpy" */
const BECAUSE = /\s*[,;.?!–—-]\s+(?:(?:because|since|as|cause|cuz)\s+)?(?:it|that|this|they|there|these|the\s+\p{L}+|\p{L}+ly|days|weeks|months|quarters|years)(?:['’](?:s|re)|\s+(?:is|are|looks?|seems?|feels?|gets?))\s+(?:(?:still|just|all|a\s+bit|a\s+little|way|far|much|rather|really|kind\s+of|kinda)\s+)*(?:too|so|very|hard|difficult|impossible|confusing|unreadable|cluttered|messy|busy|noisy|jumpy)\b[^,;.]{0,60}[\s.!]*$/iu;
/** "…, it hides the rest" */
const OUTWEIGHS = /\s*[,;.–—-]\s+(?:(?:because|since|as|cause|cuz)\s+)?(?:it|that|this|they|there|these|the\s+\p{L}+(?:\s+\p{L}+)?)(?:\s+(?:just|only|really|simply|kind\s+of))?\s+(?:hides?|dominates?|dwarfs?|skews?|distorts?|squash(?:es)?|crush(?:es)?|squeez(?:es?)|swamps?|drowns?|overshadows?|outweighs?|clutters?|spoils?|ruins?|confus(?:es?)|bothers?|(?:makes?|leaves?)\s+(?:it|everything|the\s+\p{L}+)\s+(?:hard|difficult|impossible|unreadable|tiny|look))\b[^,;.]{0,60}[\s.!]*$/iu;
/** "…, it’s incomplete": what is said of what was named, and nothing that is wanted. */
const THAT_IS = /\s*[,;–—-]\s+(?:(?:because|since|as|cause|cuz)\s+)?(?:it|that|this|they|these)(?:['’](?:s|re)|\s+(?:is|are|was|were))\s+(?!(?:[^,;.]*\b(?:by|per|as|only|first|instead|split|in)\b))[^,;.\d]{1,40}[\s.!]*$/iu;
/** "take the dropdown away" */
const TAKE_AWAY = /\btake\s+(the\s+(?:\p{L}+\s+){0,2}?(?:drop-?down|filter|slider|search(?:\s+(?:box|field))?|date\s+range|(?:month\s+)?picker|selector))\s+(?:away|out|off)(?:\s+again)?\b/iu;
/** "the dropdown is no longer needed, so please remove it" */
const NEEDLESS = /^\s*(?:please\s+)?(the\s+.{3,60}?)\s+(?:is|are)\s+(?:no\s+longer|not)\s+(?:needed|necessary|required|useful|wanted)(?:\s+any\s?more)?(?:\s*[,;.]?\s*(?:so|and|then)?\s*(?:please\s+)?(?:you\s+can\s+)?(?:remove|drop|delete|hide|take)\s+(?:it|them)(?:\s+(?:away|out|off))?)?(?:\s*,?\s*please)?[\s.!]*$/i;
/** "two thousand five", "twenty fifteen" */
const SPOKEN_YEAR = /\b(?:two\s+thousand(?:\s+and)?(?:[\s-]+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))?|twenty[\s-]+(ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))\b(?![\s-]+(?:one|two|three|four|five|six|seven|eight|nine)\b)/gi;
const SPOKEN = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];
/** What a year stands behind, and no amount. */
const OF_TIME = /\b(?:from|since|in|only|after|before|until|till|to|start(?:ing)?(?:\s+(?:in|from|with|at))?|year|and|just)\s+$/i;

/** "2013 and after", "2013 and earlier" */
const AND_AFTER = /\b(?:from\s+|since\s+|in\s+)?((?:19|20)\d\d)\s+(?:and|or|&)\s+(?:after(?:wards)?|later|on(?:wards?)?|up|beyond|newer|(?:the\s+)?following|everything\s+(?:after|since))\b(?:\s+(?:it|that|years?))?/gi;
const AND_BEFORE = /\b(?:until\s+|in\s+)?((?:19|20)\d\d)\s+(?:and|or|&)\s+(?:before|earlier|older|prior|everything\s+before)\b(?:\s+(?:it|that))?/gi;
/** "2025 onwards" */
const ONWARDS = /\b(?:from\s+|since\s+|starting\s+(?:in\s+|from\s+)?)?((?:19|20)\d\d)\s+(?:onwards?|upwards?|forwards?|(?:up\s+)?(?:to|till|until)\s+(?:now|today|date|the\s+present))(?=[\s.!,;]|$)/gi;
/** "how much stock is left of each?" */
const LEFT_OF_EACH = /^\s*(?:(?:and|so|but)[\s,]+)*(?:show\s+(?:me\s+)?)?how\s+much\s+([\p{L} -]+?)\s+(?:is|are)\s+(?:(?:still|left|there|available)\s+)*(?:(?:of|for|in|with)\s+)?(?:each(?:\s+(?:one|of\s+them))?|them|these|those)(?=[\s.!?]*$)/iu;
/** "for each channel separately" */
const SEPARATELY = /\b((?:for\s+each|for\s+every|per|by)\s+\p{L}+(?:\s+\p{L}+)?)\s+(?:separately|individually|on\s+its\s+own|apart)(?=[\s.!?]*$)/iu;
/** "…, otherwise it’s meaningless" */
const OTHERWISE = /\s*,?\s+(?:otherwise|or\s+else)\s+(?:it|that|this|they|one|you|i|we|nobody|no\s+one|the\s+\p{L}+)(?:[’']\p{L}+)?\b[^,;.]{0,60}(?=[\s.!]*$)/iu;
/** "that makes no sense, …" */
const NO_SENSE = /^\s*(?:(?:hm+|oh|ok(?:ay)?|well|no|sorry|but)[\s,.–—-]+)*(?:that|this|it)(?:\s+(?:makes\s+no\s+sense|does\s?n[’']?t\s+(?:make\s+(?:any\s+)?sense|help|work|tell\s+me\s+(?:much|anything))|is\s?n[’']?t\s+(?:\p{L}+\s+)?(?:useful|helpful|right|good|clear|telling|it))|[’']s\s+(?:not\s+)?(?:useless|misleading|pointless|useful|helpful|right|it))(?:\s+(?:to|for)\s+me)?\s*[,.;:–—-]+\s*(?=\S)/iu;
/** "separate by year" */
const SEPARATE_BY = /\b(?:separate|separated|distinguish|differentiate)\s+(?:(?:it|them|these|those|that)\s+)?(?=by\b)/gi;
/** "…, please" */
const PLEASE_BEHIND = /(?<=\S)\s*,?\s+please(?=[\s.!?]*$)/i;
/** "…, sorry" */
const SORRY = /\s*,\s*(?:sorry|my\s+(?:bad|mistake|fault)|oops|apologies)(?=[\s.!]*$)/i;
/** "compare to 2013" */
const COMPARE_TO = /\b(compare(?:d)?(?:\s+(?:it|this|that|them))?)\s+(?:to|against)\s+(?=(?:19|20)\d\d\b)/gi;
/** "how many tickets are behind that?" */
const BEHIND = /^\s*(?:(?:and|so|but)[\s,]+)*(?:show\s+(?:me\s+)?)?how\s+many\s+([\p{L} -]+?)\s+(?:(?:is|are|was|were|stand|lie)\s+(?:behind|in|underlying|there\s+in|there\s+behind)|(?:that|this|it)\s+(?:is|are|was)\s+(?:based\s+on|from)|went\s+into)(?:\s+(?:it|that|this|them|these|each(?:\s+(?:one|of\s+(?:them|these)))?|every\s+\p{L}+))?(?=[\s.!?]*$)/iu;
/** "since 2012 only" */
const STRETCH_ONLY = /\b((?:since|from|until|till|after|before)\s+(?:19|20)\d\d)\s+only\b/gi;
/** "break each one down by size" */
const EACH_DOWN = /\bbreak\s+(?:each|every)(?:\s+(?:one|of\s+them|bar|line|group))?\s+down\b/gi;
/** "count just those with …", "take only the …" */
const COUNT_ONLY = /^(\s*(?:(?:please|and|now|ok(?:ay)?)[\s,]+)*)(?:count|take|use|consider|include|have|pick|list)\s+(?:only|just)\s+(?=\p{L})/iu;
/** "stock ascending" */
const IN_ORDER = /^\s*(?!(?:sort|order|rank|show|in|make|put|list|from|and|the\s+other)\b)(?:the\s+)?(\p{L}[\p{L} ]{1,40}?)\s+(ascending|descending|asc|desc)(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "sorry, I meant 2015, not 2014" */
const I_MEANT = /^\s*(?:(?:sorry|no|nope|oh|oops|hm+|ah)[\s,.–—-]+)*(?:i|we)\s+(?:actually\s+|really\s+)?meant\s+(?!to\b|that\b)(.+?)(?:\s*,\s*(?:and\s+)?not\s+[^,]+)?(?=[\s.!]*$)/i;
/** "and just for the web channel" */
const AND_ONLY = /^\s*(?:and|but)\s+(?:(?:then|now|please)\s+)?(?=(?:just|only)\s+(?:for|the|in|from|with)\b)/i;
/** "hide the topic, I don’t need it" */
const UNNEEDED = /\s*[,;.–—-]\s+(?:(?:because|since|as|cause|cuz)\s+)?(?:i|we|nobody|no\s+one)\s+(?:really\s+)?(?:do\s+not|don[’']t|doesn[’']t|never|no\s+longer|can[’']t)?\s*(?:really\s+)?(?:needs?|wants?|uses?|looks?\s+at|cares?(?:\s+(?:for|about))?|reads?|understands?)\s+(?:it|that|this|them|those)(?:\s+any\s?(?:more|longer))?(?=[\s.!]*$)/iu;
/** "top 15, the rest is noise": what isn’t named doesn’t matter. */
const REST_IS = /\s*[,;.–—-]\s+(?:(?:because|since|as)\s+)?(?:the\s+)?(?:rest|others?|everything\s+else|all\s+else)\s+(?:is|are|isn[’']t|aren[’']t|does|do|doesn[’']t|don[’']t)\s+(?:(?:just|only|all|not|really|so)\s+)*(?:noise|clutter|irrelevant|unimportant|uninteresting|negligible|tiny|matter|count|interest(?:ing)?|important|relevant|needed|of\s+(?:no\s+)?interest)(?:\s+(?:to\s+)?(?:me|us))?(?=[\s.!]*$)/iu;
/** "3 biggest only" */
const FEW_BIGGEST = /^(\s*(?:(?:please|show|keep|only|just|me|the)\s+)*)(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+(biggest|largest|highest|best|greatest|smallest|lowest|worst|weakest)(?:\s+(?:ones|of\s+them))?(?:\s+only)?(?=[\s.!]*(?:please)?[\s.!]*$)/i;
/** "leave desks out of it" */
const OUT_OF_IT = /\b((?:leave|keep|take|cut)\s+[^,;.]+?\s+out)\s+of\s+(?:it|this|that|there|the\s+(?:chart|table|picture|page))(?=[\s.!,;]*$)/i;
/** "which country are they from? add that", "how many tickets did they open? add that" */
const WHICH_ADD = /^\s*(?:(?:and|so)[\s,]+)*(?:which|what)\s+([\p{L} -]+?)\s+(?:is|are|was|were|do|does|did)\s+(?:they|it|each(?:\s+(?:one|of\s+them))?|these|those)(?:\s+(?:of|from|in|about|by|belong\s+to|come\s+from|live\s+in))?\s*[?,.;–—-]+\s*(?:(?:please|and)\s+)*(?:add|show|include|put)\s+(?:that|it|this|those)(?:\s+(?:in|too|as\s+well|please))*(?=[\s.!]*$)/iu;
const MANY_ADD = /^\s*(?:(?:and|so)[\s,]+)*how\s+many\s+([\p{L} -]+?)\s+(?:do|does|did|have|has|are|were)\s+(?:they|it|there|each(?:\s+(?:one|of\s+them))?|these|those)(?:\s+\p{L}+)?(?:\s+each)?\s*[?,.;–—-]+\s*(?:(?:please|and)\s+)*(?:add|show|include|put)\s+(?:that|it|this|those)(?:\s+(?:in|too|as\s+well|please))*(?=[\s.!]*$)/iu;
/** "I’d also like to see …" */
const ALSO_SEE = /^\s*(?:(?:and|ok(?:ay)?|please)[\s,]+)*(?:i|we)(?:[’']d|\s+would)?\s+also\s+(?:like|want|need)\s+(?:to\s+(?:see|have|know)\s+)?(?=\p{L})/iu;

/** "the shipped ones swamp everything, leave them out" */
const LEAVE_THEM = /^\s*(?:but\s+)?(?:the\s+|all\s+)?([\p{L}][\p{L} -]{1,30}?)(?:\s+ones?)?\s+(?:just\s+|only\s+|really\s+)?(?:hides?|dominates?|dwarfs?|skews?|distorts?|squash(?:es)?|crush(?:es)?|swamps?|drowns?|overshadows?|outweighs?|clutters?|spoils?|ruins?|(?:is|are)\s+(?:too|so|way|far|much|not|no)\b)[^,;.]{0,40}[,;.–—-]+\s*(?:so\s+|please\s+|and\s+)*(?:leave|take|drop|hide|remove|kick|throw|cut|keep)\s+(?:them|it|those|these|that)(?:\s+(?:out|off|away))?(?=[\s.!]*(?:please)?[\s.!]*$)/iu;
/** "show the priorities side by side within each topic" */
const SIDE_BY_SIDE = /^\s*(?:(?:please|and|now)[\s,]+)*(?:show|put|have|draw)\s+(?:me\s+)?(?:the\s+)?(\p{L}[\p{L} ]{1,30}?)\s+(?:side\s+by\s+side|next\s+to\s+each\s+other)\s+(?:with)?in\s+(?:each|every)\s+\p{L}+[\s.!]*$/iu;
/** "months would be more telling than years, could you switch?" */
const WOULD_BE = /^\s*(?:(?:hm+|ok(?:ay)?|well|maybe|perhaps|actually)[\s,]+)*((?:calendar\s+)?(?:days|weeks|months|quarters|years))\s+(?:would|might|could)\s+be\s+[^,.?]{2,40}(?:,?\s*(?:and\s+)?(?:so\s+)?(?:could|can|would)\s+(?:you|we)\s+(?:please\s+)?(?:switch|change|do)(?:\s+(?:it|that|to\s+\p{L}+))?)?[\s?.!]*$/iu;
/** "what I'm really after is …" */
const AFTER_IS = /^\s*(?:(?:actually|but|so|well|hm+|no)[\s,]+)*(?:what|all)\s+(?:i|we)(?:['’](?:m|re|d)|\s+(?:am|are|would))?\s+(?:(?:really|actually|just)\s+)*(?:after|want(?:ed)?(?:\s+to\s+(?:see|know))?|need|meant|mean|looking\s+for|interested\s+in|care\s+about|like(?:\s+to\s+(?:see|know))?)(?:\s+here)?\s+(?:is|are|was)\s+(?:the\s+)?(?=\p{L})/iu;
/** "the money each genre made" */
const MONEY_MADE = /\b(?:the\s+)?money\s+(?:that\s+)?(?:each|every|the|an?|our|they|it)\s*(?:\p{L}+\s+)?(?:made|makes|earned|earns|brought\s+in|brings\s+in|took|takes)(?:\s+in)?\b/giu;
/** "not how many tracks there are" */
const MANY_THERE = /\bhow\s+many\s+(\p{L}+(?:\s+\p{L}+)?)\s+(?:there\s+(?:are|were)|it\s+has|they\s+have)\b/giu;
/** "one line for each of the two" */
const EACH_OF_TWO = /^\s*(?:(?:please|and|with|now|i\s+want|give\s+me)[\s,]+)*(?:one|a|its\s+own|an?\s+own)\s+(?:separate\s+|own\s+)?(line|bar|colou?r|area|series|curve)\s+(?:for\s+)?(?:each|every(?:\s+one)?)(?:\s+of\s+(?:the\s+)?(?:two|three|four|both|them|these|those))?(?=[\s.!]*$)/iu;

/** What is said in other words or goes, in the order in which it’s exchanged: everything that reads a follow-up sees what is left. */
const ASIDES: readonly (readonly [RegExp, string])[] = [
  [NEEDLESS, 'remove $1'],
  [TAKE_AWAY, 'remove $1'],
  [LEAVE_THEM, 'without $1'],
  [SIDE_BY_SIDE, 'split by $1, grouped bars'],
  [WOULD_BE, 'by $1'],
  [AFTER_IS, ''],
  [MONEY_MADE, 'revenue'],
  [MANY_THERE, 'number of $1'],
  [EACH_OF_TWO, 'split them apart'],
  [AND_AFTER, 'since $1'],
  [AND_BEFORE, 'until $1'],
  [ONWARDS, 'since $1'],
  [LEFT_OF_EACH, 'show the $1 too'],
  [SEPARATELY, '$1'],
  [OTHERWISE, ''],
  [NO_SENSE, ''],
  [SEPARATE_BY, 'split '],
  [PLEASE_BEHIND, ''],
  [SORRY, ''],
  [COMPARE_TO, '$1 with '],
  [BEHIND, 'show the number of $1 too'],
  [STRETCH_ONLY, 'only $1'],
  [EACH_DOWN, 'break it down'],
  [COUNT_ONLY, '$1only '],
  [AND_ONLY, ''],
  [IN_ORDER, 'sort by $1 $2'],
  [I_MEANT, '$1 instead'],
  [UNNEEDED, ''],
  [REST_IS, ''],
  [FEW_BIGGEST, '$1$3 $2'],
  [OUT_OF_IT, '$1'],
  [WHICH_ADD, 'add the $1'],
  [MANY_ADD, 'add the number of $1'],
  [ALSO_SEE, 'also show '],
  [FOR_USE, 'use $2 for the $1'],
  [EM, '$1 them'],
  [SIDEWAYS, 'make it horizontal'],
  [POLITE, ''],
  [RATHER_THAT, ' instead'],
  [PREFER, 'make it '],
  [SWAP_IN, 'replace $2 with $1'],
  [SHOULD_BE, 'change the $1 to $2'],
  [MOVE_TO, 'by '],
  [IN_BOTH, ''],
  [BIG_ONES, 'those '],
  [COMPLAINT, ''],
  [HARD, ''],
  [AFTERTHOUGHT, ''],
  [NOISE, ''],
  [BECAUSE, ''],
  [OUTWEIGHS, ''],
  [THAT_IS, ''],
];

/** The follow-up without why it is asked, and with its years in digits. */
export function withoutReason(prompt: string): string {
  const said = ASIDES.reduce((text, [aside, plain]) => text.replace(aside, plain), prompt);
  return said.replace(SPOKEN_YEAR, (year, hundreds: string | undefined, teens: string | undefined, at: number, whole: string) => (OF_TIME.test(whole.slice(Math.max(0, at - 20), at)) ? String(2000 + SPOKEN.indexOf((hundreds ?? teens ?? '').toLowerCase())) : year));
}
