import type { Exchange } from './exchange';

/** What a second sentence says of what the first asks for, as a part of that. */
export const SENTENCES: readonly Exchange[] = [
  // "Returned orders should be left out.", "Only count web orders.", "…, and only tickets of 2026 should count"
  [/[.;,] *(?:and |but )?((?:the |all )?(?:\p{L}+ ){1,3})(?:should|must|shall|are to|have to|need to|can|may|is to) (?:not be (?:counted|included|shown|considered|part of it|in it)(?: in it)?|be (?:left out|excluded|ignored|omitted|skipped|disregarded|taken out|dropped))(?=\s*(?:[,.;!]|$))/giu, ', without $1'],
  [/\b(?:and |please |but )*only (?:include|count|consider|use|take|look at) (?=the |\p{L})/giu, 'only '],
  [/\b(?:and |please |but )*(?:include|count|consider|use|take) only (?=the |\p{L})/giu, 'only '],
  [/\b(only [^.;,]{3,60}?) (?:should|must|are to|shall) (?:count|be (?:counted|included|shown|considered|listed|in it))(?=\s*(?:[,.;]|$))/gi, '$1'],
  // "…, and put the biggest region first", "sorted from the highest to the lowest", "with the oldest ticket at the top"
  [/[,;]? *(?:and )?(?:please )?(?:put|place|list|show|rank|start with|starting with) (?:them with )?the (?:most expensive|costliest|dearest|priciest|highest|largest|biggest|best|top|greatest|busiest)(?: \p{L}+){0,3}? (?:first|at the top|on top)(?=\s*(?:[,.;!]|$))/giu, ', highest first'],
  [/[,;]? *(?:and )?(?:please )?(?:put|place|list|show|rank|start with|starting with) (?:them with )?the (?:cheapest|lowest|smallest|least|worst|fewest|quietest)(?: \p{L}+){0,3}? (?:first|at the top|on top)(?=\s*(?:[,.;!]|$))/giu, ', lowest first'],
  [/,?(?: (?:sorted|ranked|ordered|listed|going))? from (?:the )?(?:highest|largest|biggest|most)(?: \p{L}+){0,2} (?:down(?:wards?)?|to (?:the )?(?:lowest|smallest|least|fewest))(?=\s*(?:[,.;!]|$))/giu, ', highest first'],
  [/,?(?: (?:sorted|ranked|ordered|listed|going))? from (?:the )?(?:lowest|smallest|least|fewest)(?: \p{L}+){0,2} (?:up(?:wards?)?|to (?:the )?(?:highest|largest|biggest|most))(?=\s*(?:[,.;!]|$))/giu, ', lowest first'],
  [/,? (?:and )?(?:with )?the (oldest|newest|latest|earliest|most recent)(?: (?:one|\p{L}+))? (?:at the (?:very )?top|first|on top)(?=\s*(?:[,.;!]|$))/giu, ', $1 first'],
  // "Every bar should be stacked by channel.", "Please colour the dots by region.", "A table would be best."
  [/\bwith (?:the |its |their )?(?!(?:bars?|columns|charts?|lines?|areas?|years?|months?|two|both)\b)(\p{L}+(?: \p{L}+)?) (?:side by side|next to each other|beside each other|as separate bars)\b/giu, 'side by side by $1'],
  [/[.;] *(?:every|each|the|all) (bars?|columns?|areas?) (?:should|must|is to|are to|has to|have to|can) be (stacked|grouped) (?:up )?(?:by|per|for|into|according to) /gi, ' as $2 $1 by '],
  [/[.;] *(?:(?:every|each|the|all) (?:bars?|columns?|lines?|areas?|dots?|points?|slices?)|they|it) (?:should|must|is to|are to|has to|have to|can) be (stacked|split|colou?red|grouped|divided) (?:up )?(?:by|per|for|into|according to) /gi, ', $1 by '],
  [/[.;] *(?:please )?colou?r (?:(?:the|each|every|all) )?(?:dots?|points?|bars?|lines?|them|it|areas?) (?:by|after|per|according to) /gi, ', coloured by '],
  [/[.;,] *(?:and )?(?:the )?(?:bars|columns) (?:should|must|can|are to) (?:stand|be|be placed|be shown|be put) (?:next to each other|side by side|beside each other)\b/gi, ', side by side'],
  [/[.;] *an? (table|list|pie|bar chart|line chart) (?:would|will|should|might) (?:be (?:best|fine|good|enough|nice|great|ideal|okay)|do|suffice|help)(?=\s*(?:[,.;!]|$))/gi, ', as a $1'],
  [/[.;?] *(?:please )?(stack|group) (?:(?:the|each|every|all) )?(bars?|columns?|areas?) (?:up )?(?:by|per|into|for each) /gi, ' as $1ed $2 by '],
  [/[.;?] *(?:please )?(stack|split|group) (?:them|it|(?:the )?lines?) (?:up )?(?:by|per|into|for each) /gi, ', $1 by '],
];
