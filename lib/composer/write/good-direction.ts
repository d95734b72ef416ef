import { type Stat, conditionsIn, eachOf } from '../plan';

/** Of these less is better. */
const LESS =
  /\b(return|returns|returned|cancel\w*|refund\w*|churn\w*|bounce\w*|fail\w*|error\w*|complain\w*|defect\w*|incidents?|bugs?|late|overdue|lost|unpaid|costs?|expenses?|spend|spending|debt|latency|duration|time to|tickets?|backlog|absences?)\b/i;

/** Of these nobody can say it: a discount costs and sells, what is open is work or income. */
const EITHER = /\b(discounts?|tax|taxes|vat|freight|shipping|prices?|stock|inventory|open|pending|waiting|draft|without|no|inactive|age|weight|budget)\b/i;

/** Of these more is plainly better. */
const MORE =
  /\b(revenue|sales|turnover|profit|margin|income|earnings|gross|net|total|value|orders?|customers?|clients?|subscribers?|users?|members?|visitors?|visits?|sign-?ups?|leads?|deals?|won|bookings?|purchases?|units?|quantity|conversions?|satisfaction|rating|score|nps|retention|uptime|growth|mrr|arr|paid|delivered|shipped|completed|resolved|closed|solved)\b/i;

/** Which change of a figure is good, where that is plain. */
export function goodDirection({ title, measure, table, where }: Stat): 'up' | 'down' | 'neither' {
  if (measure.format === 'days') return 'down';
  // How many rows there are is about what a row is; any other number is about what it is called.
  const about = `${title} ${measure.label}${measure.aggregate === 'rows' ? ` ${table.replaceAll('_', ' ')}` : ''}`;
  if (LESS.test(about)) return 'down';
  const lacks = eachOf([...where, ...conditionsIn(measure)]).some(({ op }) => op === 'has-no' || op === 'empty');
  return !lacks && !EITHER.test(about) && MORE.test(about) ? 'up' : 'neither';
}
