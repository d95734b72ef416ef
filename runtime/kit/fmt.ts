import { type Amount, toNumber } from './amount';
import { type Moment, toDate, toDay } from './moment';
import { asWord, inWords } from './words';

/** Stands where there is nothing to write. */
export const NOTHING = '–';

/** Without a word of which currency; the second argument of `fmt.money` says another. */
const DEFAULT_CURRENCY = 'USD';

/** From here on an amount is written without cents: nobody reads them. */
export const WITHOUT_CENTS_FROM = 100_000;

type NumberOptions = number | Intl.NumberFormatOptions;

/** The viewer's, as the host says; undefined is the browser's. */
let locale: string | undefined;

/** Makes everything written from now on read as in this language. A tag that Intl doesn't know changes nothing. */
export function setLocale(tag: string): void {
  try {
    locale = Intl.getCanonicalLocales(tag)[0];
    formatters.clear();
  } catch {
    // The browser's own language is a good answer.
  }
}

/** Making a formatter costs 50 times as much as using it, and a table uses the same one for every row. */
const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Formatting as the viewer's browser does it. Whatever can't be formatted is written "–"; nothing here throws. */
export const fmt = {
  number: (value: Amount, options?: NumberOptions) => number(value, { maximumFractionDigits: 2 }, options),
  compact: (value: Amount, options?: NumberOptions) =>
    number(value, { notation: 'compact', maximumFractionDigits: 1 }, options),
  money,
  percent: (share: Amount, options?: NumberOptions) =>
    number(share, { style: 'percent', maximumFractionDigits: 1 }, options),
  change: (share: Amount, options?: NumberOptions) =>
    number(share, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }, options),
  date: (when: Moment, options?: Intl.DateTimeFormatOptions) =>
    date(toDay(when), options, { year: 'numeric', month: 'short', day: 'numeric' }),
  time: (when: Moment, options?: Intl.DateTimeFormatOptions) =>
    date(toDate(when), options, { hour: '2-digit', minute: '2-digit' }),
  dateTime: (when: Moment, options?: Intl.DateTimeFormatOptions) =>
    date(toDate(when), options, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
  month: (when: Moment, options?: Intl.DateTimeFormatOptions) =>
    date(toDay(when), options, { year: 'numeric', month: 'short' }),
  ago,
  relative: ago,
  duration,
  bytes,
  word,
  label: (key: string | null | undefined) => (typeof key === 'string' && key !== '' ? inWords(key) : NOTHING),
};

function number(value: unknown, defaults: Intl.NumberFormatOptions, options: unknown): string {
  const amount = toNumber(value);
  if (amount === null) return NOTHING;
  const given = typeof options === 'number' ? { minimumFractionDigits: options, maximumFractionDigits: options } : known(options);
  return numberFormat({ ...defaults, ...given }, defaults).format(amount);
}

function money(value: Amount, options?: string | Intl.NumberFormatOptions): string {
  const amount = toNumber(value);
  if (amount === null) return NOTHING;
  const given = typeof options === 'string' ? { currency: options } : known(options);
  const defaults: Intl.NumberFormatOptions = { style: 'currency', currency: DEFAULT_CURRENCY };
  if (Math.abs(amount) >= WITHOUT_CENTS_FROM) defaults.maximumFractionDigits = 0;
  return numberFormat({ ...defaults, ...given }, defaults).format(amount);
}

function date(when: Date | null, options: unknown, defaults: Intl.DateTimeFormatOptions): string {
  if (!when) return NOTHING;
  const given = known(options) as Intl.DateTimeFormatOptions;
  return dateFormat(Object.keys(given).length > 0 ? given : defaults, defaults).format(when);
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1],
];

/** "3 days ago", "in 2 hours", "yesterday". */
function ago(when: Moment): string {
  const then = toDate(when);
  if (!then) return NOTHING;
  const seconds = (then.getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** Two units at most: "1 d 4 h", "5 min", "12 s". */
function duration(value: Amount): string {
  const seconds = toNumber(value);
  if (seconds === null) return NOTHING;
  const sign = seconds < 0 ? '−' : '';
  const total = Math.round(Math.abs(seconds));
  const parts = [['d', Math.floor(total / 86_400)], ['h', Math.floor(total / 3_600) % 24], ['min', Math.floor(total / 60) % 60], ['s', total % 60]] as const;
  const first = parts.findIndex(([, count]) => count > 0);
  if (first === -1) return '0 s';
  const shown = parts.slice(first, first + 2).filter(([, count]) => count > 0);
  return sign + shown.map(([unit, count]) => `${count} ${unit}`).join(' ');
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];

function bytes(value: Amount): string {
  const amount = toNumber(value);
  if (amount === null) return NOTHING;
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, Math.abs(amount))) / 3));
  return number(amount / 1000 ** power, { style: 'unit', unit: BYTE_UNITS[power], unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: 1 }, undefined);
}

/** How many decimals a number has that was written here. */
export function fractionIn(text: string): number {
  const point = numberFormat({ minimumFractionDigits: 1 }, {}).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const at = text.lastIndexOf(point);
  return at < 0 ? 0 : (/^\p{Nd}+/u.exec(text.slice(at + point.length))?.[0].length ?? 0);
}

/** A text that nobody gave a spelling begins with a capital; a list is written with commas. */
function word(value: unknown): string {
  if (Array.isArray(value)) return value.map(word).join(', ');
  if (typeof value === 'string') return value === '' ? NOTHING : asWord(value);
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : NOTHING;
}

function known(options: unknown): Record<string, unknown> {
  return typeof options === 'object' && options !== null ? { ...options } : {};
}

/** With the defaults where Intl refuses the options: a wrong currency code shall not blank a dashboard. */
function numberFormat(options: Intl.NumberFormatOptions, defaults: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached('number', options, () => {
    try {
      return new Intl.NumberFormat(locale, options);
    } catch {
      return new Intl.NumberFormat(locale, defaults);
    }
  });
}

function dateFormat(options: Intl.DateTimeFormatOptions, defaults: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached('date', options, () => {
    try {
      return new Intl.DateTimeFormat(locale, options);
    } catch {
      return new Intl.DateTimeFormat(locale, defaults);
    }
  });
}

function cached<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(kind: string, options: object, make: () => Format): Format {
  const key = kind + JSON.stringify(options);
  const formatter = (formatters.get(key) as Format | undefined) ?? make();
  formatters.set(key, formatter);
  return formatter;
}
