import type { Period, Unit } from '../plan';
import type { Token } from '../words/tokens';
import { MONTH_NAMES, NUMBER_WORDS } from '../words/words';

const UNITS: Readonly<Record<string, Unit>> = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year', mo: 'month', yr: 'year', wk: 'week', qtr: 'quarter' };
const LEAD = new Set(['in', 'during', 'for', 'from', 'of', 'over', 'within']);

/** "revenue 2025", "2025 orders": a number of four that is likelier a year than an amount. */
function isBareYear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower;
  return /^(19[5-9]\d|20[0-4]\d)$/.test(tokens[at]?.lower ?? '') && (before === undefined || !AMOUNT_LEADS.has(before));
}

/** Behind these a number is an amount. */
const AMOUNT_LEADS = new Set(['top', 'bottom', 'first', 'last', 'latest', 'over', 'above', 'under', 'below', 'than', 'least', 'most', 'between', 'equals', 'equal', 'exactly', 'is', 'to', 'and', 'of', 'by', '=', '>', '<', '>=', '<=', 'exceeding', 'bins', 'costing', 'worth']);

/** "2025 vs 2026": a number behind a year and one of these is a year too. */
const PAIRED = new Set(['vs', 'versus', 'and', 'or', 'against', 'to', 'with', ',']);

/** "except May": behind these it is the month. */
const MONTH_LEADS = new Set(['except', 'excluding', 'exclude', 'without', 'every', 'each']);

export type PeriodMatch = { period: Period; length: number };

/** The period that begins at a token, with its length in tokens; null where none does. `now` turns names of months into dates. */
export function readPeriod(tokens: readonly Token[], at: number, now: Date): PeriodMatch | null {
  const before = tokens[at - 1]?.lower;
  const paired = before !== undefined && PAIRED.has(before) && tokens.slice(0, at).some((t) => yearOf(t.lower) !== null) && tokens.slice(Math.max(0, at - 4), at).some((t) => COMPARED.test(t.lower));
  const alone = at === 1 && (before === 'and' || before === 'also' || before === 'plus') && yearOf(tokens[at]?.lower) !== null;
  const second = paired || alone || (at > 1 && before !== undefined && PAIRED.has(before) && yearOf(tokens[at - 2]?.lower) !== null) || isBareYear(tokens, at);
  const words = tokens.slice(at, at + 9).map((t) => t.lower);
  const lead = words[0] !== undefined && LEAD.has(words[0]) ? 1 : 0;
  const inner = lead ? words.slice(1) : words;
  const isMonth = before !== undefined && MONTH_LEADS.has(before) && (words[0] === 'march' || words[0] === 'may');
  const onwards = words[0] === 'from' ? fromOn(words, at, now) : null;
  if (onwards) return onwards;
  const running = wholeYear(words) ?? partOfYear(words, now) ?? upToToday(words, before);
  if (running) return running;
  const isCompared = tokens.slice(Math.max(0, at - 4), at).some((t) => COMPARED.test(t.lower));
  const found = relative(inner) ?? bounded(inner, now) ?? (isCompared ? null : neighbours(inner, now)) ?? named(inner, lead > 0 || second || isMonth, now);
  return found ? { period: found.period, length: found.length + lead } : null;
}

const COMPARED = /^(compared|compare|comparison|versus|vs|relative)$/;

/** "January and February 2014": two months that follow each other are one stretch. */
function neighbours(words: readonly string[], now: Date): PeriodMatch | null {
  const [first = '', joint, second = ''] = words;
  if (joint !== 'and' || monthOf(first) < 0 || monthOf(second) !== monthOf(first) + 1) return null;
  const to = calendar(words.slice(2), true, now);
  const from = to && calendar([first, to.from.slice(0, 4)], true, now);
  return from && from.to === to.from ? range(from.from, to.to, 2 + to.length, `${from.label.slice(0, -5)} and ${to.label}`) : null;
}

/** "from January 2026 on"; at the very beginning ("from January 2026") it has no end either. */
function fromOn(words: readonly string[], at: number, now: Date): PeriodMatch | null {
  const date = calendar(words.slice(1), true, now);
  if (!date) return null;
  const next = words[date.length + 1];
  const isOn = next === 'on' || next === 'onwards' || next === 'onward';
  if (!isOn && (at > 0 || next !== undefined)) return null;
  return range(date.from, null, date.length + 1 + (isOn ? 1 : 0), `since ${date.label}`);
}

/** How many of a unit a year has. */
export const IN_YEAR: Partial<Record<Unit, number>> = { month: 12, quarter: 4 };

/** "the same quarter last year" */
function yearBefore(words: readonly string[]): PeriodMatch | null {
  const [, the = '', unit = '', rest = ''] = /^(the )?same (\w+) ((?:of |in )?(?:the )?(?:last|previous|prior) year|(?:a|one) year (?:ago|before|earlier)|the year before)\b/.exec(words.join(' ')) ?? [];
  const back = IN_YEAR[unit as Unit];
  return back ? { period: { kind: 'unit', unit: unit as Unit, back }, length: `${the}same ${unit} ${rest}`.split(' ').length } : null;
}

function relative(words: readonly string[]): PeriodMatch | null {
  const [first, second, third] = words;
  if (first === 'same' || (first === 'the' && second === 'same')) return yearBefore(words);
  if (first === 'today') return { period: { kind: 'unit', unit: 'day', back: 0 }, length: 1 };
  if (first === 'yesterday') return { period: { kind: 'unit', unit: 'day', back: 1 }, length: 1 };
  if (first === 'ytd') return { period: { kind: 'to-date', unit: 'year' }, length: 1 };
  if (first === 'mtd') return { period: { kind: 'to-date', unit: 'month' }, length: 1 };
  if (second === 'to' && third === 'date' && unitOf(first)) return { period: { kind: 'to-date', unit: unitOf(first) as Unit }, length: 3 };
  if (first === 'so' && second === 'far' && third === 'this' && unitOf(words[3])) return { period: { kind: 'to-date', unit: unitOf(words[3]) as Unit }, length: 4 };
  const begun = /^(?:since )?(?:the )?(?:very )?(?:beginning|start) of (?:this|the(?: current)?) (\w+)\b(?: (?:until|till|to) (?:now|today))?/.exec(words.join(' '));
  if (begun && unitOf(begun[1])) return { period: { kind: 'to-date', unit: unitOf(begun[1]) as Unit }, length: begun[0].split(' ').length };
  if (first === 'tomorrow') return { period: { kind: 'unit', unit: 'day', back: -1 }, length: 1 };
  if (first === 'the' && second && unitOf(second) && third === 'before' && !words[3]?.match(/^\d|^(last|january|february)/)) return { period: { kind: 'unit', unit: unitOf(second) as Unit, back: 2 }, length: 3 };
  if (first === 'the') {
    const rest = relative(words.slice(1));
    return rest ? { period: rest.period, length: rest.length + 1 } : null;
  }
  const unit = unitOf(second);
  if (unit && (first === 'this' || first === 'current')) return { period: { kind: 'unit', unit, back: 0 }, length: 2 };
  if (unit && isLast(first)) return { period: { kind: 'unit', unit, back: 1 }, length: 2 };
  if (unit && first === 'next') return { period: { kind: 'unit', unit, back: -1 }, length: 2 };
  return lastCount(words) ?? countBefore(words) ?? older(words);
}

/** "older than 30 days", "more than 30 days ago", "over 30 days old" */
function older(words: readonly string[]): PeriodMatch | null {
  const start = words[0] === 'older' || words[0] === 'more' || words[0] === 'longer' ? (words[1] === 'than' ? 2 : -1) : words[0] === 'over' ? 1 : -1;
  const count = start < 0 ? null : numberOf(words[start]);
  const unit = start < 0 ? null : unitOf(words[start + 1]);
  const ends = words[start + 2] === 'ago' || words[start + 2] === 'old';
  if (count === null || !unit || count < 1 || (words[0] !== 'older' && !ends)) return null;
  return { period: { kind: 'older', unit, count }, length: start + 2 + (ends ? 1 : 0) };
}

/** "last 30 days", "past six months". */
function lastCount(words: readonly string[]): PeriodMatch | null {
  const count = numberOf(words[1]);
  const unit = unitOf(words[2]);
  if (!isLast(words[0]) || count === null || !unit || count < 1 || count > 10_000) return null;
  return { period: { kind: 'recent', unit, count }, length: 3 };
}

/** "the 90 days before": as many as there are in the period that they are set against. */
function countBefore(words: readonly string[]): PeriodMatch | null {
  const count = numberOf(words[0]);
  const unit = unitOf(words[1]);
  if (count === null || !unit || count < 1 || count > 10_000 || !/^(before|earlier|prior)$/.test(words[2] ?? '') || /^(\d|last|this|the)/.test(words[3] ?? '')) return null;
  return { period: { kind: 'recent', unit, count }, length: words[3] === 'that' || words[3] === 'those' ? 4 : 3 };
}

/** "for the year 2024" */
function wholeYear(words: readonly string[]): PeriodMatch | null {
  const [said, year] = /^(?:(?:in|during|for|from|of|over|within) )?(?:the )?(?:calendar )?year (?:of )?((?:19|20)\d\d)\b/.exec(words.join(' ')) ?? [];
  if (said === undefined || year === undefined) return null;
  const { from, to } = months(Number(year), 1, 12, 0, '', false);
  return range(from, to, said.split(' ').length, year);
}

const ORDINALS: readonly RegExp[] = [/^(?:first|1st)$/, /^(?:second|2nd)$/, /^(?:third|3rd)$/, /^(?:fourth|4th)$/];

/** "in the third quarter of 2026", "the last quarter of 2025", "the first half of this year": parts that are counted, and not the ones before this. */
function partOfYear(words: readonly string[], now: Date): PeriodMatch | null {
  const [said, nth = '', unit, , year, relative] = /^(?:(?:in|during|for|from|of|over|within) )?(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last|final) (quarter|half) (of|in) (?:(?:the year )?((?:19|20)\d\d)|(this|last|the current|the previous) year)\b/.exec(words.join(' ')) ?? [];
  if (said === undefined) return null;
  const count = unit === 'half' ? 2 : 4;
  const at = /^(?:last|final)$/.test(nth) ? count - 1 : ORDINALS.findIndex((ordinal) => ordinal.test(nth));
  const of = year === undefined ? now.getUTCFullYear() - (/last|previous/.test(relative ?? '') ? 1 : 0) : Number(year);
  if (at >= count) return null;
  const { from, to } = months(of, (12 / count) * at + 1, 12 / count, 0, '', false);
  return range(from, to, said.split(' ').length, `${unit === 'half' ? 'H' : 'Q'}${at + 1} ${of}`);
}

/** What a year, a month and a week are where they end today. */
const UP_TO_TODAY: Partial<Record<Unit, Period>> = { year: { kind: 'recent', unit: 'month', count: 12 }, month: { kind: 'recent', unit: 'day', count: 30 }, week: { kind: 'recent', unit: 'day', count: 7 } };

/** "over the last year", "in the past month": up to today, while "last year" is the calendar's. */
function upToToday(words: readonly string[], before: string | undefined): PeriodMatch | null {
  const [said, lead, last, name] = /^(?:(over|in|within|during) )?(?:the )?(last|past|trailing) (\w+)\b/.exec(words.join(' ')) ?? [];
  const period = UP_TO_TODAY[unitOf(name) as Unit];
  const isLed = said !== undefined && /\bthe /.test(said) && (lead !== undefined || before === 'over');
  return said && period && name && !name.endsWith('s') && (isLed || last === 'past' || last === 'trailing') ? { period, length: said.split(' ').length } : null;
}

function isLast(word: string | undefined): boolean {
  return word === 'last' || word === 'past' || word === 'previous' || word === 'preceding' || word === 'prior' || word === 'trailing';
}

/** "since March", "before 2025", "between January and March 2025", "from 2024-01-01 to 2024-06-30". */
function bounded(words: readonly string[], now: Date): PeriodMatch | null {
  // "up to June"
  if (words[0] === 'up' && (words[1] === 'to' || words[1] === 'until')) {
    const until = bounded(['until', ...words.slice(2)], now);
    return until && { ...until, length: until.length + 1 };
  }
  // "since the beginning of 2024"
  const [begun] = /^(?:since|from) (?:the )?(?:very )?(?:beginning|start) of (?=\S)/.exec(words.join(' ')) ?? [];
  const since = begun === undefined ? null : bounded(['since', ...words.slice(begun.trim().split(' ').length)], now);
  if (begun !== undefined && since) return { ...since, length: since.length - 1 + begun.trim().split(' ').length };
  const [first, ...later] = words;
  const started = first === 'starting' || first === 'beginning' || ((first === 'start' || first === 'begin') && /^(at|from|in|with|on)$/.test(later[0] ?? '')) ? calendar(later[0] === 'from' || later[0] === 'at' || later[0] === 'in' || later[0] === 'with' || later[0] === 'on' ? later.slice(1) : later, true, now) : null;
  if (started) return range(started.from, null, started.length + (/^(from|at|in|with|on)$/.test(later[0] ?? '') ? 2 : 1), `since ${started.label}`);
  if (first === 'since' || first === 'after' || first === 'before' || first === 'until' || first === 'till') {
    const date = calendar(words.slice(1), true, now);
    if (!date) return null;
    const length = date.length + 1;
    if (first === 'since') return range(date.from, null, length, `since ${date.label}`);
    if (first === 'after') return range(date.to, null, length, `after ${date.label}`);
    if (first === 'before') return range(null, date.from, length, `before ${date.label}`);
    return range(null, date.to, length, `until ${date.label}`);
  }
  const start = first === 'between' ? 1 : 0;
  const from = calendar(words.slice(start), start === 1, now);
  const joint = from ? words[start + from.length] : undefined;
  if (!from || !(joint === 'to' || joint === 'until' || joint === 'and' || joint === '-') || (joint === 'and' && start === 0)) return null;
  const to = calendar(words.slice(start + from.length + 1), true, now);
  if (!to) return null;
  const begin = from.yearless && !to.yearless ? `${to.from.slice(0, 4)}${from.from.slice(4)}` : from.from;
  return range(begin, to.to, start + from.length + 1 + to.length, `${from.label} to ${to.label}`);
}

function range(from: string | null, to: string | null, length: number, label: string): PeriodMatch {
  return { period: { kind: 'range', from, to, label }, length };
}

/** "Q3 2025", "March 2025", "in March", "2025", "2025-03". A bare number only counts as a year behind "in" and its like. */
function named(words: readonly string[], led: boolean, now: Date): PeriodMatch | null {
  const found = calendar(words, led, now);
  if (!found) return null;
  const [joint, bound] = words.slice(found.length);
  // "2023 or later", "2020 and before", "2015 onwards"
  const isOn = joint === 'onwards' || joint === 'onward';
  const isOpen = joint === 'or' || joint === 'and';
  if (isOn || (isOpen && /^(later|after|newer|onwards|onward|since|up)$/.test(bound ?? ''))) return range(found.from, null, found.length + (isOn ? 1 : 2), `since ${found.label}`);
  if (isOpen && /^(earlier|before|older)$/.test(bound ?? '')) return range(null, found.to, found.length + 2, `until ${found.label}`);
  return range(found.from, found.to, found.length, found.label);
}

type Span = { from: string; to: string; length: number; label: string; yearless: boolean };

function calendar(words: readonly string[], led: boolean, now: Date): Span | null {
  const [first = '', second] = words;
  if (/^\d{4}-\d{2}-\d{2}$/.test(first) && isDate(first)) return { from: first, to: shiftDay(first, 1), length: 1, label: first, yearless: false };
  const day = dayOf(words, now);
  if (day) return day;
  const monthText = /^(\d{4})-(\d{2})$/.exec(first);
  if (monthText && Number(monthText[2]) >= 1 && Number(monthText[2]) <= 12) return months(Number(monthText[1]), Number(monthText[2]), 1, 1, first, false);
  const quarter = /^q([1-4])$/.exec(first);
  if (quarter) return inYear(words, 1, now, (year, length, yearless) => months(year, Number(quarter[1]) * 3 - 2, 3, length, `Q${quarter[1]} ${year}`, yearless));
  const month = first === 'mar' ? -1 : monthOf(first);
  if (month >= 0 && (led || yearOf(second) !== null || (first !== 'may' && first !== 'march'))) {
    return inYear(words, 1, now, (year, length, yearless) => months(year, month + 1, 1, length, `${MONTH_NAMES[month]?.replace(/^./, (c) => c.toUpperCase())} ${year}`, yearless), month + 1);
  }
  const year = yearOf(first);
  return year !== null && led ? months(year, 1, 12, 1, String(year), false) : null;
}

/** "1 March 2026", "March 1st, 2026", "1 March" */
function dayOf(words: readonly string[], now: Date): Span | null {
  const [first = '', second = ''] = words;
  const isDayFirst = dayNumber(first) !== null && monthOf(second) >= 0;
  const [day, month] = isDayFirst ? [dayNumber(first), monthOf(second)] : [dayNumber(second), monthOf(first)];
  if (day === null || month < 0) return null;
  const at = words[2] === ',' ? 3 : 2;
  const year = yearOf(words[at]);
  const of = (value: number) => isoOf(new Date(Date.UTC(value, month, day)));
  const guessed = of(now.getUTCFullYear()) > isoOf(now) ? now.getUTCFullYear() - 1 : now.getUTCFullYear();
  const from = of(year ?? guessed);
  return { from, to: shiftDay(from, 1), length: year === null ? 2 : at + 1, label: from, yearless: year === null };
}

function dayNumber(word: string): number | null {
  const match = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word);
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

function monthOf(word: string): number {
  return MONTH_NAMES.findIndex((name) => word === name || (word.length >= 3 && name.slice(0, 3) === word) || (word === 'sept' && name === 'september'));
}

/** Without a year, the latest month or quarter of that name that has begun is meant. */
function inYear(words: readonly string[], at: number, now: Date, make: (year: number, length: number, yearless: boolean) => Span, month?: number): Span {
  const of = words[at] === 'of' ? 1 : 0;
  const year = yearOf(words[at + of]);
  if (year !== null) return make(year, at + of + 1, false);
  const begun = make(now.getUTCFullYear(), at, true);
  const future = month === undefined ? begun.from > isoOf(now) : month > now.getUTCMonth() + 1;
  return future ? make(now.getUTCFullYear() - 1, at, true) : begun;
}

function months(year: number, month: number, count: number, length: number, label: string, yearless: boolean): Span {
  return { from: isoOf(new Date(Date.UTC(year, month - 1, 1))), to: isoOf(new Date(Date.UTC(year, month - 1 + count, 1))), length, label, yearless };
}

function yearOf(word: string | undefined): number | null {
  return word !== undefined && /^(19|20)\d{2}$/.test(word) ? Number(word) : null;
}

function unitOf(word: string | undefined): Unit | null {
  if (word === undefined) return null;
  const singular = word.replace(/s$/, '');
  return Object.hasOwn(UNITS, singular) ? (UNITS[singular] ?? null) : null;
}

/** `1,200`, `$5k`, `ten`; null where it is no number. */
export function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (Object.hasOwn(NUMBER_WORDS, word)) return NUMBER_WORDS[word] ?? null;
  const match = /^[$€£]?(\d[\d,]*(?:\.\d+)?)([km])?(%)?$/.exec(word);
  if (!match) return null;
  const scale = match[2] === 'k' ? 1000 : match[2] === 'm' ? 1_000_000 : 1;
  return (Number((match[1] as string).replaceAll(',', '')) * scale) / (match[3] ? 100 : 1);
}

function isDate(text: string): boolean {
  return Number.isFinite(Date.parse(`${text}T00:00:00Z`));
}

function shiftDay(iso: string, days: number): string {
  return isoOf(new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000));
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The period in words, to follow a noun: "this month", "in Q3 2025", "since March 2026". */
export function periodLabel(period: Period): string {
  if (period.kind === 'range') return /^(since|after|before|until)/.test(period.label) ? period.label : / to /.test(period.label) ? `from ${period.label}` : /^\d{4}-\d{2}-\d{2}$/.test(period.label) ? `on ${period.label}` : `in ${period.label}`;
  if (period.kind === 'recent') return `in the last ${period.count} ${period.unit}${period.count === 1 ? '' : 's'}`;
  if (period.kind === 'older') return `older than ${period.count} ${period.unit}${period.count === 1 ? '' : 's'}`;
  if (period.kind === 'to-date') return `this ${period.unit} to date`;
  if (period.unit === 'day') return period.back === 0 ? 'today' : period.back < 0 ? 'tomorrow' : period.back === 1 ? 'yesterday' : `${period.back} days ago`;
  if (period.back === IN_YEAR[period.unit]) return `in the same ${period.unit} last year`;
  if (period.back > 1) return `${period.back} ${period.unit}s ago`;
  return `${period.back === 0 ? 'this' : period.back < 0 ? 'next' : 'last'} ${period.unit}`;
}
