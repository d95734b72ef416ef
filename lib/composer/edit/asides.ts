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
const COMPLAINT = /^\s*(?:(?:hm+|oh|ok(?:ay)?|well|no|nope|sorry|actually|but)[\s,.–—-]+)*(?:(?:(?:the|this|that|these|those)\s+)?[\p{L}\d]+(?:[’']s|\s+(?:is|are|was|looks?|seems?))\s+)?(?:(?:still|just|a\s+bit|a\s+little|way|far|much|rather)\s+)*too\s+(?:(?:many|much|few)(?:\s+\p{L}+)?|[\p{L}-]+)(?:\s+(?:for\s+(?:me|us)|now|like\s+(?:this|that)))?\s*[,.;:–—-]+\s*(?=\S)/iu;
/** "this is hard to read, …": why, in front of what is wanted. */
const HARD = /^\s*(?:(?:hm+|oh|ok(?:ay)?|well|no|sorry|but)[\s,.–—-]+)*(?:this|that|it|the\s+\p{L}+)(?:[’']s|\s+(?:is|are|looks?|seems?|gets?))\s+(?:(?:still|just|all|a\s+bit|a\s+little|way|far|much|rather|really|very|so|quite|kind\s+of|kinda)\s+)*(?:hard|difficult|impossible|confusing|unreadable|cluttered|messy|busy|noisy|jumpy|ugly|boring|unclear|crowded|wrong)\b[^,;.]{0,40}[,;.–—-]+\s*(?=\S)/iu;
/** "on second thought, …", "better: …" */
const AFTERTHOUGHT = /^\s*(?:on\s+second\s+thoughts?|come\s+to\s+think\s+of\s+it|(?:better|rather|maybe|perhaps)(?=\s*[,:]|\s+(?:in|by|per|as|make|show|use|an?|the)\b))[\s,:–—-]+/i;
/** "oh and …", "uh, …" */
const NOISE = /^\s*(?:(?:oh|uh+|um+|er+m?|ah|hm+|ok(?:ay)?|well|so|alright|actually|and)[\s,.…–—-]+)*(?:oh|uh+|um+|er+m?|ah|hm+|well|alright|actually|nah|yeah|yep|ok(?:ay)?(?=\s+then))[\s,.…–—-]+(?:(?:and|also|then)\s+)?(?=\p{L}{2})/iu;
/** "…, it’s too jumpy" */
const BECAUSE = /\s*[,;.?!–—-]\s+(?:(?:because|since|as|cause|cuz)\s+)?(?:it|that|this|they|there|these|the\s+\p{L}+|\p{L}+ly|days|weeks|months|quarters|years)(?:['’](?:s|re)|\s+(?:is|are|looks?|seems?|feels?|gets?))\s+(?:(?:still|just|all|a\s+bit|a\s+little|way|far|much|rather|really|kind\s+of|kinda)\s+)*(?:too|so|very|hard|difficult|impossible|confusing|unreadable|cluttered|messy|busy|noisy|jumpy)\b[^,;.]{0,60}[\s.!]*$/iu;
/** "…, it hides the rest" */
const OUTWEIGHS = /\s*[,;.–—-]\s+(?:(?:because|since|as|cause|cuz)\s+)?(?:it|that|this|they|there|these|the\s+\p{L}+)(?:\s+(?:just|only|really|simply|kind\s+of))?\s+(?:hides?|dominates?|dwarfs?|skews?|distorts?|squash(?:es)?|crush(?:es)?|squeez(?:es?)|swamps?|drowns?|overshadows?|outweighs?|clutters?|spoils?|ruins?|confus(?:es?)|bothers?|(?:makes?|leaves?)\s+(?:it|everything|the\s+\p{L}+)\s+(?:hard|difficult|impossible|unreadable|tiny|look))\b[^,;.]{0,60}[\s.!]*$/iu;
/** "…, it’s incomplete": what is said of what was named, and nothing that is wanted. */
const THAT_IS = /\s*[,;–—-]\s+(?:(?:because|since|as|cause|cuz)\s+)?(?:it|that|this|they|these)(?:['’](?:s|re)|\s+(?:is|are|was|were))\s+(?!(?:[^,;.]*\b(?:by|per|as|only|first|instead|split|in)\b))[^,;.\d]{1,40}[\s.!]*$/iu;
/** "two thousand five", "twenty fifteen" */
const SPOKEN_YEAR = /\b(?:two\s+thousand(?:\s+and)?(?:[\s-]+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))?|twenty[\s-]+(ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))\b(?![\s-]+(?:one|two|three|four|five|six|seven|eight|nine)\b)/gi;
const SPOKEN = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];
/** What a year stands behind, and no amount. */
const OF_TIME = /\b(?:from|since|in|only|after|before|until|till|to|start(?:ing)?(?:\s+(?:in|from|with|at))?|year|and|just)\s+$/i;

/** What is said in other words or goes, in the order in which it’s exchanged: everything that reads a follow-up sees what is left. */
const ASIDES: readonly (readonly [RegExp, string])[] = [
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
