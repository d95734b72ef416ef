import type { SimpleType } from './preview';
import { literal } from './sql-text';

/**
 * One way of writing values of a type. `value` makes SQL from the SQL of a trimmed text: the value, or null where the
 * text is not written this way. `strict` also holds when a type is guessed; without it, only when a person chose it.
 */
export type Format = {
  id: string;
  type: Exclude<SimpleType, 'text' | 'json'>;
  value(text: string): string;
  strict: boolean;
  /** Written so, a number could be read both ways: `1.234`. */
  separators?: 'point' | 'comma';
  /** Written so, a date could be read both ways: `03/04/2026`. */
  first?: 'day' | 'month';
  /** Said under the column where another reading fits as well. */
  note?: string;
};

/** Read as empty where a column is not text. */
export const EMPTY_WORDS = ['', 'null', 'n/a', 'na', '#n/a', 'nan', '-', '–', '—'];

const CURRENCY = '[$€£¥]';
// Plain, no-break and narrow no-break spaces, and the apostrophes of Swiss numbers.
const SPACES = " \u00a0\u202f'’";
const POINT = `^-?${CURRENCY}?\\s?-?([1-9]\\d{0,2}([,${SPACES}]\\d{3})+|\\d+)(\\.\\d+)?([eE][-+]?\\d+)?\\s?${CURRENCY}?$`;
const COMMA = `^-?${CURRENCY}?\\s?-?([1-9]\\d{0,2}([.${SPACES}]\\d{3})+|\\d+)(,\\d+)?\\s?${CURRENCY}?$`;

const when = (text: string, pattern: string, value: string) => `case when regexp_matches(${text}, ${literal(pattern)}) then ${value} end`;
const stripped = (text: string, characters: string) => `regexp_replace(${text}, ${literal(`[${characters}$€£¥\\s]`)}, '', 'g')`;

/** Numbers stay text until their digits are known; `convert.ts` makes them whole or decimal. */
export function numberText(separators: 'point' | 'comma', text: string): string {
  // Most numbers are plain, and plain ones are told quickly.
  const other = separators === 'point' ? when(text, POINT, stripped(text, `,${SPACES}`)) : when(text, COMMA, `replace(${stripped(text, `.${SPACES}`)}, ',', '.')`);
  return `case when regexp_matches(${text}, ${literal(separators === 'point' ? '^-?\\d+(\\.\\d+)?$' : '^-?\\d+$')}) then ${text} else ${other} end`;
}

const number = (separators: 'point' | 'comma'): Format => ({
  id: separators,
  type: 'decimal',
  strict: true,
  separators,
  note: separators === 'point' ? 'Read with a decimal point, as 1,234.5.' : 'Read with a decimal comma, as 1.234,5.',
  value: (text) => `try_cast(${numberText(separators, text)} as double)`,
});

const YES = ['true', 'yes', 'y', 't', 'ja', 'j', 'wahr', 'oui', 'vrai', 'sí', 'si', 'x', '1', 'on'];
const NO = ['false', 'no', 'n', 'f', 'nein', 'falsch', 'non', 'faux', '0', 'off'];
const CLEAR_YES = ['true', 'yes', 'ja', 'wahr', 'oui', 'vrai'];
const CLEAR_NO = ['false', 'no', 'nein', 'falsch', 'non', 'faux'];

const yesNo = (id: string, yes: string[], no: string[], strict: boolean): Format => ({
  id,
  type: 'yes-no',
  strict,
  value: (text) => `case when lower(${text}) in (${yes.map(literal).join()}) then true when lower(${text}) in (${no.map(literal).join()}) then false end`,
});

const ISO_TIME = '^\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?( ?(Z|UTC|[-+]\\d\\d(:?\\d\\d)?))?)?$';
const PLAIN_ISO_TIME = '^\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?)?Z?$';

/** DuckDB wants seconds, and a colon in the offset; what has an offset becomes UTC. The plain form is read more quickly. */
function isoTimestamp(text: string): string {
  const seconds = `regexp_replace(replace(${text}, ',', '.'), '^(.{10}[T ]\\d\\d:\\d\\d)( ?(?:Z|UTC|[-+].*)?)$', '\\1:00\\2')`;
  const offset = `regexp_replace(regexp_replace(${seconds}, ' ?UTC$', 'Z'), ' ?([-+]\\d\\d):?(\\d\\d)$', '\\1:\\2')`;
  const other = when(text, ISO_TIME, `try_cast(${offset} as timestamptz) at time zone 'UTC'`);
  return `case when regexp_matches(${text}, ${literal(PLAIN_ISO_TIME)}) then try_cast(${text} as timestamp) else ${other} end`;
}

type DateWay = { id: string; shape: string; parts: string[]; first?: 'day' | 'month' };
const ORDER_NOTES = { day: 'Read as day/month/year.', month: 'Read as month/day/year.' };

const DATE_WAYS: DateWay[] = [
  { id: 'iso', shape: '\\d{4}-\\d{1,2}-\\d{1,2}', parts: ['%Y-%m-%d'] },
  { id: 'ymd', shape: '\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}', parts: ['%Y/%m/%d', '%Y.%m.%d'] },
  { id: 'dotted', shape: '\\d{1,2}\\.\\d{1,2}\\.\\d{4}', parts: ['%d.%m.%Y'] },
  { id: 'dotted-short', shape: '\\d{1,2}\\.\\d{1,2}\\.\\d{2}', parts: ['%d.%m.%y'] },
  { id: 'mdy', shape: '\\d{1,2}/\\d{1,2}/\\d{4}', parts: ['%m/%d/%Y'], first: 'month' },
  { id: 'dmy', shape: '\\d{1,2}/\\d{1,2}/\\d{4}', parts: ['%d/%m/%Y'], first: 'day' },
  { id: 'mdy-short', shape: '\\d{1,2}/\\d{1,2}/\\d{2}', parts: ['%m/%d/%y'], first: 'month' },
  { id: 'dmy-short', shape: '\\d{1,2}/\\d{1,2}/\\d{2}', parts: ['%d/%m/%y'], first: 'day' },
  { id: 'dashed', shape: '\\d{1,2}-\\d{1,2}-\\d{4}', parts: ['%d-%m-%Y'] },
  { id: 'named', shape: '\\d{1,2}[ -][A-Za-z]{3,9}[ -]\\d{4}', parts: ['%d %b %Y', '%d %B %Y', '%d-%b-%Y', '%d-%B-%Y'] },
  { id: 'named-first', shape: '[A-Za-z]{3,9} \\d{1,2}, \\d{4}', parts: ['%b %d, %Y', '%B %d, %Y'] },
];
const CLOCK = ',?[ T]\\d{1,2}:\\d\\d(:\\d\\d)?( ?[AaPp][Mm])?';
const CLOCKS = ['', ...[' ', ', ', 'T'].flatMap((gap) => ['%H:%M', '%H:%M:%S', '%I:%M %p', '%I:%M:%S %p', '%I:%M%p'].map((clock) => gap + clock))];

const parsed = (text: string, patterns: string[]) => `try_strptime(${text}, [${patterns.map(literal).join()}])`;

const dates = DATE_WAYS.map(
  ({ id, shape, parts, first }): Format => ({
    id: `date-${id}`,
    type: 'date',
    strict: true,
    first,
    note: first && ORDER_NOTES[first],
    value: (text) => when(text, `^${shape}$`, `${parsed(text, parts)}::date`),
  }),
);

const timestamps = DATE_WAYS.map(
  ({ id, shape, parts, first }): Format => ({
    id: `timestamp-${id}`,
    type: 'timestamp',
    strict: true,
    first,
    note: first && ORDER_NOTES[first],
    value: (text) => when(text, `^${shape}(${CLOCK})?$`, parsed(text, parts.flatMap((part) => CLOCKS.map((clock) => part + clock)))),
  }),
);

const isoTimestamps: Format = { id: 'timestamp-iso-8601', type: 'timestamp', strict: true, value: isoTimestamp };

/** A person who says that timestamps are dates wants the day; its hour is dropped. */
const daysOf = (format: Format): Format => ({ ...format, id: `day-of-${format.id}`, type: 'date', strict: false, value: (text) => `(${format.value(text)})::date` });

const times: Format = {
  id: 'time',
  type: 'time',
  strict: true,
  value: (text) => when(text, '^\\d{1,2}:\\d\\d(:\\d\\d)?( ?[AaPp][Mm])?$', `${parsed(text, CLOCKS.filter((clock) => clock.startsWith(' %')).map((clock) => clock.trim()))}::time`),
};

/** Every format, the likelier first: of several that fit a whole column the first is taken. */
export const FORMATS: Format[] = [
  yesNo('yes-no', CLEAR_YES, CLEAR_NO, true),
  number('point'),
  number('comma'),
  ...dates,
  isoTimestamps,
  ...timestamps,
  times,
  yesNo('yes-no-short', YES, NO, false),
  ...[isoTimestamps, ...timestamps].map(daysOf),
];
