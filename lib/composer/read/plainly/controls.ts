import type { Exchange } from './exchange';

/** What the person who looks chooses, narrows and searches with. */
export const CONTROLS: readonly Exchange[] = [
  [/\b(?:choose|pick|select|set|change|enter) (?:the |a |an )?(?:start|first|from|begin(?:ning)?)(?: date| day)? (?:and|to|until) (?:the |an |a )?(?:end|last|to|until)(?:ing)? (?:date|day)\b/gi, 'date range'],
  [/\b(?:i|we|they|people) (?:want|would like|need|should be able) to (?:limit|restrict|set|choose|filter|narrow|change) (?:by )?the (\p{L}+(?: \p{L}+)?) with an? (?:range )?slider\b/giu, 'slider for $1'],
  [/(?= between )(?<=\b(?:slider|range)\b.*) between (?:a |the )?(?:lowest|minimum|smallest|min)(?: \p{L}+)? and (?:a |an |the )?(?:highest|maximum|largest|max)(?: (?:value|one|price|amount|number|\p{L}+))?(?=\s*(?:[,.;]|$))/giu, ''],
  [/\b(month (?:picker|filter|selector|dropdown|chooser)) for (?:the |an? )?(?!clos|end|due|ship)(?:\p{L}+ )?(?:date|month)\b/giu, '$1'],
  [/\b(search (?:box|field|bar)|search)(?: (?:above|over|below|on top of) (?:it|them|the \p{L}+))? (?:so (?:that )?|where |with which )?(?:i|we|people|they|you) can (?:look up|find|search for|search) (?:an? |the )?\p{L}+ by (?:its |their |the )?/giu, '$1 by '],
  [/\b(?:put|place) (?=an? (?:search|drop-?down|slider|filter|date|month|picker))/gi, 'add '],
  [/\b(?:text )?search on (?:the |their )?/gi, 'search by '],
];
