/** What people ask of a chart that there isn't, with what there is in its stead. */
const CANNOT: [asked: RegExp, said: string][] = [
  [/\b(?:forecast|predict|extrapolate|projection)(?:s|ed|ing|ions?)?\b/i, 'I show what is in the data, and no forecast.'],
  [/\b(?:log(?:arithmic)?|double[\s-]log|linear)\s+(?:scale|axis|axes)\b|\b(?:axis|axes|scale)\s+(?:to\s+|be\s+)?log(?:arithmic)?\b/i, 'The axes of a chart are linear, and can’t be logarithmic.'],
  [/\b(?:trend|regression|best[\s-]fit)\s?lines?\b/i, 'I can’t draw a trend line; “as a moving average” or a longer stretch (“by quarter”) smooths a line.'],
  [/\b(?:red|green|blue|yellow|orange|purple|pink|grey|gray|black|white|brown|teal|pastel|brand)\s+(?:bars?|lines?|slices?|columns?|colou?rs?|background|areas?|dots?)\b|\b(?:bars?|lines?|slices?|columns?|chart|colou?rs?)\s+(?:in\s+|to\s+)?(?:red|green|blue|yellow|orange|purple|pink|grey|gray|brown|teal)\b/i, 'The colours come from the theme, so that all pages look alike.'],
  [/\b(?:axis|axes|data|bar|slice|value)\s+(?:labels?|titles?)\b|\blabel\s+(?:(?:the|each|every|all)\s+)*(?:bars?|slices?|points?|lines?|dots?)\b|\bgrid\s?lines?\b|\btick\s?marks?\b/i, 'What is written on axes, bars and slices is up to the chart, so I can’t change it.'],
  [/\b(?:thicker|thinner|bolder|dashed|dotted|rounded|transparent|opacity|3-?d)\b/i, 'How lines and bars look comes from the theme, so that all pages look alike.'],
  [/\blegends?\b/i, 'A legend is there wherever there are several colours, and only there.'],
  [/\b(?:fonts?|font\s+size|typeface)\b/i, 'The lettering comes from the theme, so that all pages look alike.'],
];

/** Why a follow-up that nothing came of couldn't be done; null where it isn't known. */
export function cannot(prompt: string): string | null {
  return CANNOT.find(([asked]) => asked.test(prompt))?.[1] ?? null;
}
