import type { Column, ColumnRole, Table } from '../../binding/binding';
import type { Format } from '../plan';
import { wordsOf } from '../words/tokens';

/** More different values than this and a text column is not offered for grouping by itself. */
const MANY_VALUES = 60;

const has = (words: string[], pattern: RegExp) => words.some((word) => pattern.test(word));

const PLACE = /^(country|countries|nation|city|town|region|state|province|county|continent|location|territory|district|address|zip|postcode|postal)$/;
const STATUS = /^(status|stage|state|phase|priority|severity|condition)$/;
const MONEY = /^(price|total|revenue|amount|cost|sales|profit|margin|salary|income|gross|budget|spend|spending|fee|payment|balance|subtotal|turnover|value|wage|freight|usd|eur|gbp)$/;
const SHARE = /^(ratio|rate|percent|percentage|pct|share)$/;
/** Numbers that are averaged, because their sum over rows means nothing. */
const INTENSIVE =
  /^(price|rate|ratio|percent|percentage|pct|score|rating|satisfaction|temperature|temp|age|weight|height|length|width|depth|speed|mpg|gallon|miles|horsepower|cylinders|displacement|acceleration|latitude|longitude|lat|lon|lng|wind|humidity|pressure|magnitude|gpa|duration|time|milliseconds|ms|seconds|minutes|latency|runtime|year|average|avg|mean|median|rank|per|max|min|index|health|expectancy|literacy|fertility|mortality|density|level|quality|elevation|altitude|depth|percentile)$/;
const COUNTED_TEXT = /^(description|comment|comments|note|notes|message|body|text|email|phone|url|link|address)$/;

/** What a column is for, from its type, its name and its values. */
export function roleOf(column: Column, table: Table): ColumnRole {
  const words = wordsOf(column.name);
  if (column.type === 'date' || column.type === 'timestamp') return 'time';
  if (column.type === 'boolean') return 'flag';
  if (isKey(column, table, words)) return 'id';
  if (column.type === 'number') return words.length === 1 && words[0] === 'year' ? 'category' : 'measure';
  if (column.type !== 'string') return 'text';
  const distinct = column.distinct ?? column.values?.length ?? MANY_VALUES + 1;
  const few = distinct <= MANY_VALUES && distinct < Math.max(2, table.rows);
  if (has(words, PLACE) && !(words.includes('state') && !looksLikePlace(column))) return 'place';
  if (few && has(words, STATUS)) return 'status';
  if (few && !has(words, COUNTED_TEXT)) return 'category';
  return 'text';
}

function isKey(column: Column, table: Table, words: string[]): boolean {
  if (table.primaryKey.includes(column.name)) return true;
  if (table.foreignKeys.some((key) => key.columns.includes(column.name))) return true;
  if (column.type === 'number' && /INT/i.test(column.sqlType) && /^(reports to|parent|manager|supervisor|replied to|reply to|created by|updated by)$/.test(words.join(' '))) return true;
  if (isRunningNumber(column, table, words)) return true;
  const last = words.at(-1);
  return last === 'id' || last === 'uuid' || last === 'guid' || (last === 'code' && column.type === 'number');
}

/** Whole numbers that never repeat, in front or called a number of something, are an invoice's or an order's. */
function isRunningNumber(column: Column, table: Table, words: string[]): boolean {
  if (column.type !== 'number' || !/INT/i.test(column.sqlType) || table.rows < 20 || column.distinct !== table.rows) return false;
  return table.columns[0]?.name === column.name || has(words, /^(order|invoice|ticket|customer|number|no|nr|key|ref|reference|index)$/);
}

/** Two-letter codes and capitalised names are states of a country; `new`, `done` are states of a thing. */
function looksLikePlace(column: Column): boolean {
  const texts = (column.values ?? column.samples).map(String);
  return texts.length > 0 && texts.every((text) => /^\p{Lu}/u.test(text));
}

export function formatOf(column: Column, role: ColumnRole): Format {
  const words = nameWords(column);
  if (role === 'time') return 'date';
  if (role === 'status' || role === 'flag' || role === 'id') return role;
  if (column.type !== 'number' || role === 'category') return 'text';
  if (has(words, SHARE) && typeof column.max === 'number' && Math.abs(column.max) <= 1.5) return 'percent';
  if (has(words, /^(discount|tax|shipping)$/)) return typeof column.max === 'number' && column.max > 1.5 ? 'money' : 'percent';
  return has(words, MONEY) && !words.includes('quantity') ? 'money' : 'number';
}

/** How a number is put together when the prompt doesn't say: amounts are summed, prices and scores averaged. */
export function defaultAggregate(column: Column, format: Format, table: Table): 'sum' | 'avg' {
  const words = wordsOf(column.name);
  // Beside a price, a cost is that of one piece.
  if (words.includes('cost') && table.columns.some((c) => wordsOf(c.name).includes('price'))) return 'avg';
  if (format === 'percent') return 'avg';
  if (words.includes('total') || words.includes('sum')) return 'sum';
  if (has(words, INTENSIVE)) return 'avg';
  return 'sum';
}

/** Units that names of columns end with, as they are written behind a number. */
const UNITS: Readonly<Record<string, string>> = {
  ms: 'ms', milliseconds: 'ms', millis: 'ms', sec: 's', secs: 's', seconds: 's', min: 'min', mins: 'min', minutes: 'min', hours: 'h', hrs: 'h', hr: 'h',
  mm: 'mm', cm: 'cm', m: 'm', km: 'km', mi: 'mi', miles: 'mi', ft: 'ft', inches: 'in', g: 'g', kg: 'kg', lb: 'lb', lbs: 'lb', oz: 'oz', l: 'l', ml: 'ml', kwh: 'kWh', mb: 'MB', gb: 'GB', kb: 'KB', bytes: 'B',
  celsius: '°C', fahrenheit: '°F', kmh: 'km/h', mph: 'mph', hz: 'Hz', px: 'px', days: 'days', c: '°C', f: '°F',
};
/** Units that are also words of their own: only behind another word, or in brackets. */
const SHORT_UNITS = new Set(['m', 'g', 'l', 'c', 'f', 'min', 'mi', 'days', 'miles', 'hours']);

/** "ms" of `duration_ms`, `ms` and `Duration (ms)`; null where the name says none. */
export function unitOf(column: Column): string | null {
  const words = wordsOf(column.name);
  const last = words.at(-1) ?? '';
  const unit = Object.hasOwn(UNITS, last) ? UNITS[last] : undefined;
  if (unit === undefined) return null;
  if (words.length === 1) return SHORT_UNITS.has(last) ? null : unit;
  // "max" of minutes and "min" of the least look the same; a name of two that ends in "min" is the least.
  return last === 'min' && words.length === 2 && !/\(/.test(column.name) && /^(temp|price|value|total|temperature)$/.test(words[0] as string) ? null : unit;
}

/** The words of a column's name without the unit at its end: `Weight_in_lbs` is a weight. */
export function nameWords(column: Column): string[] {
  const words = wordsOf(column.name);
  if (words.length < 2 || unitOf(column) === null) return words;
  const kept = words.slice(0, -1);
  return kept.length > 1 && kept.at(-1) === 'in' ? kept.slice(0, -1) : kept;
}

/** What old tables save letters on. */
const SHORT_NAMES: ReadonlyMap<string, string[]> = new Map(Object.entries({ fname: ['first', 'name'], lname: ['last', 'name'], dept: ['department'], qty: ['quantity'], addr: ['address'], emp: ['employee'], cust: ['customer'], amt: ['amount'], mgr: ['manager'], dob: ['date', 'of', 'birth'] }));

/** `customer_id` is called "customer", `ordered_at` "ordered", `unit_price` "unit price", `IMDB_Rating` "IMDB rating". */
export function labelOf(column: Column, role: ColumnRole): string {
  const words = (role === 'measure' ? nameWords(column) : wordsOf(column.name)).join(' ').replace(/\bf name\b/, 'fname').replace(/\bl name\b/, 'lname').split(' ').flatMap((word) => SHORT_NAMES.get(word) ?? word);
  const last = words.at(-1);
  const drop =
    words.length > 1 && ((role === 'time' && (last === 'at' || last === 'on')) || (role === 'id' && last === 'id'));
  const kept = drop ? words.slice(0, -1) : words;
  const text = kept.map((word) => shout(word, column.name)).join(' ') || column.name;
  return text.toLowerCase() === 'id' ? 'ID' : text;
}

/** Abbreviations stay in capitals, where the rest of the name isn't. */
function shout(word: string, name: string): string {
  const upper = word.toUpperCase();
  return word.length >= 2 && word.length <= 5 && name !== name.toUpperCase() && new RegExp(`(^|[^A-Z])${upper.replace(/[^A-Z0-9]/g, '')}([^A-Za-z]|$)`).test(name) ? upper : word;
}
