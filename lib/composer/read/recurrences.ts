import type { Cycle } from '../plan';
import { capitalise, listed, type Token } from '../words/tokens';
import { MONTH_NAMES } from '../words/words';

/** What comes again and again: Saturdays and Sundays, every December, from six to nine. `parts` are empty where a time of day isn't one by the hour. */
export type Recurrence = { cycle: Cycle; parts: number[]; /** What was taken for granted. */ assumption?: string };
export type RecurrenceMatch = Recurrence & { length: number };

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WORKING = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];
const SEASONS: Readonly<Record<string, number[]>> = { spring: [3, 4, 5], summer: [6, 7, 8], summertime: [6, 7, 8], autumn: [9, 10, 11], fall: [9, 10, 11], winter: [1, 2, 12], wintertime: [1, 2, 12] };
/** From when until when, by the hour. */
const DAY_PARTS: Readonly<Record<string, readonly [number, number]>> = { morning: [6, 12], afternoon: [12, 18], evening: [18, 22], night: [22, 6], nighttime: [22, 6] };
const HOURS_OF_WORK = [9, 17] as const;

/** Behind these a day is one day: "last Monday". */
const OF_ONE = /^(last|next|this|past|previous|coming|since|until|till|before|after)$/;
/** Behind these a word that also means something else is a season. */
const IN_IT = /^(in|during|the|of|every|each|all|only|for|from|except|without|excluding|and|,)$/;

/** What comes again that begins at a token, with its length in tokens; null where nothing does. */
export function readRecurrence(tokens: readonly Token[], at: number): RecurrenceMatch | null {
  const words = tokens.slice(at, at + 14).map((t) => t.lower);
  const before = tokens[at - 1]?.lower ?? '';
  return daysOf(words, before) ?? monthsOf(words, before) ?? hoursOf(words);
}

function daysOf(words: readonly string[], before: string): RecurrenceMatch | null {
  const [first = '', second = ''] = words;
  if (OF_ONE.test(before)) return null;
  if (/^weekends?$/.test(first)) return { cycle: 'weekday', parts: WEEKEND, length: 1 };
  if (/^workdays?$/.test(first)) return { cycle: 'weekday', parts: WORKING, length: 1 };
  if (/^(working|business|work)$/.test(first) && /^days?$/.test(second)) return { cycle: 'weekday', parts: WORKING, length: 2 };
  const from = dayOf(first);
  if (from === 0 || /^\d/.test(second) || MONTH_NAMES.includes(second)) return null;
  const to = /^(to|through|until|till|-)$/.test(second) ? dayOf(words[2] ?? '') : 0;
  return to === 0 ? { cycle: 'weekday', parts: [from], length: 1 } : { cycle: 'weekday', parts: around(from, to, 1, 7), length: 3 };
}

function dayOf(word: string): number {
  return WEEKDAYS.indexOf(word.replace(/s$/, '')) + 1;
}

function monthsOf(words: readonly string[], before: string): RecurrenceMatch | null {
  const [first = '', second = ''] = words;
  // "Decembers"
  const month = first.endsWith('s') ? MONTH_NAMES.indexOf(first.slice(0, -1)) + 1 : 0;
  if (month > 0) return { cycle: 'month-of-year', parts: [month], length: 1 };
  const season = first.replace(/s$/, '');
  const parts = Object.hasOwn(SEASONS, season) ? SEASONS[season] : undefined;
  const isOfMonths = /^months?$/.test(second);
  const isOther = (season === 'fall' || season === 'spring') && !IN_IT.test(before);
  if (!parts || OF_ONE.test(before) || (isOther && !isOfMonths)) return null;
  return { cycle: 'month-of-year', parts, length: isOfMonths ? 2 : 1, assumption: `I took ${season} as ${monthRange(parts)}.` };
}

/** The months of a period that names months and no year; null for any other. */
export function monthsNamed(text: string): number[] | null {
  const words = text.split(' ').filter((word) => !/^(in|during|for|from|of|over|within|between|the)$/.test(word));
  const [first = '', joint, second = '', ...more] = words;
  const [from, to] = [monthOf(first), monthOf(second)];
  if (from === 0 || more.length > 0) return null;
  if (words.length === 1) return [from];
  if (to === 0) return null;
  return joint === 'and' && !text.startsWith('between') ? [from, to].toSorted((a, b) => a - b) : around(from, to, 1, 12);
}

function monthOf(word: string): number {
  return MONTH_NAMES.findIndex((name) => name === word || (word.length >= 3 && name.slice(0, 3) === word) || (word === 'sept' && name === 'september')) + 1;
}

type Clock = { hour: number; isWhole: boolean; half: 'am' | 'pm' | null; /** Whether it can be nothing else. */ isSaid: boolean; length: number };

/** "between 6 and 9 in the morning", "after 18:00", "at night", "during office hours". */
function hoursOf(words: readonly string[]): RecurrenceMatch | null {
  const part = dayPart(words);
  if (part) return { ...hours(part.from, part.to), length: part.length, assumption: `I took the ${part.name} as ${clock(part.from)} to ${clock(part.to)}.` };
  if (/^(office|business|working|opening)$/.test(words[0] ?? '') && words[1] === 'hours') {
    const [from, to] = HOURS_OF_WORK;
    return { ...hours(from, to), length: 2, assumption: `I took ${words[0]} hours as ${clock(from)} to ${clock(to)}.` };
  }
  return hourRange(words) ?? hourBound(words);
}

/** "between 6 and 9 am", "from 9:00 to 17:00" */
function hourRange(words: readonly string[]): RecurrenceMatch | null {
  const lead = /^(between|from)$/.test(words[0] ?? '') ? 1 : 0;
  const from = clockOf(words, lead);
  const joint = from ? words[lead + from.length] : undefined;
  if (!from || !/^(and|to|until|till|through|-)$/.test(joint ?? '') || (joint === 'and' && words[0] !== 'between')) return null;
  const to = clockOf(words, lead + from.length + 1);
  const end = to ? lead + from.length + 1 + to.length : 0;
  const part = inDayPart(words.slice(end));
  if (!to || !(from.isSaid || to.isSaid || part)) return null;
  const last = hourIn(to, part?.name ?? null);
  const first = [hourIn({ ...from, half: from.half ?? to.half }, part?.name ?? null), from.hour].find((hour) => hour < last) ?? hourIn(from, part?.name ?? null);
  return { ...(from.isWhole && to.isWhole ? hours(first, last) : NOT_WHOLE), length: end + (part?.length ?? 0) };
}

/** "after 18:00", "before 9 am", "at 6 in the evening" */
function hourBound(words: readonly string[]): RecurrenceMatch | null {
  const [bound = ''] = words;
  const time = /^(after|since|from|before|until|till|at)$/.test(bound) ? clockOf(words, 1) : null;
  if (!time) return null;
  const end = 1 + time.length;
  const part = inDayPart(words.slice(end));
  const isOn = words[end] === 'on' || words[end] === 'onwards';
  if (!(time.isSaid || part)) return null;
  const hour = hourIn(time, part?.name ?? null);
  const [from, to] = bound === 'at' ? [hour, hour + 1] : /^(before|until|till)$/.test(bound) ? [0, hour] : [hour, 24];
  return { ...(time.isWhole ? hours(from, to) : NOT_WHOLE), length: end + (part?.length ?? (isOn ? 1 : 0)) };
}

const NOT_WHOLE: Recurrence = { cycle: 'hour-of-day', parts: [] };

/** "18:00", "6 pm", "6 o’clock" */
function clockOf(words: readonly string[], at: number): Clock | null {
  const hour = /^\d{1,2}$/.test(words[at] ?? '') ? Number(words[at]) : /^(noon|midday)$/.test(words[at] ?? '') ? 12 : words[at] === 'midnight' ? 0 : null;
  if (hour === null || hour > 24) return null;
  const isNamed = !/^\d/.test(words[at] as string);
  const minutes = words[at + 1] === ':' && /^[0-5]\d$/.test(words[at + 2] ?? '') ? words[at + 2] : undefined;
  const length = minutes === undefined ? 1 : 3;
  const behind = words[at + length] ?? '';
  const half = behind === 'am' || behind === 'pm' ? behind : null;
  const isClock = half !== null || /^o['’]?clock$/.test(behind);
  return { hour, isWhole: minutes === undefined || minutes === '00', half, isSaid: isNamed || minutes !== undefined || isClock, length: length + (isClock ? 1 : 0) };
}

function hourIn({ hour, half }: Pick<Clock, 'hour' | 'half'>, part: string | null): number {
  if (hour > 12 || hour === 0) return hour;
  if (half === 'am' || (half === null && part === 'night' && (hour === 12 || hour < 6))) return hour % 12;
  const isLater = half === 'pm' || (half === null && part !== null && part !== 'morning');
  return isLater ? (hour % 12) + 12 : hour;
}

function dayPart(words: readonly string[]): { name: string; from: number; to: number; length: number } | null {
  const name = (words[0] ?? '').replace(/s$/, '');
  const [from, to] = (Object.hasOwn(DAY_PARTS, name) ? DAY_PARTS[name] : undefined) ?? [];
  return from === undefined || to === undefined ? null : { name: name.replace('nighttime', 'night'), from, to, length: 1 };
}

/** "in the morning", "at night", behind a time. */
function inDayPart(words: readonly string[]): { name: string; length: number } | null {
  const lead = words[0] === 'at' ? 1 : words[0] === 'in' && words[1] === 'the' ? 2 : 0;
  const part = lead > 0 ? dayPart(words.slice(lead)) : null;
  return part && { name: part.name, length: lead + 1 };
}

function hours(from: number, to: number): Recurrence {
  return { cycle: 'hour-of-day', parts: around(from % 24, (to + 23) % 24, 0, 23) };
}

/** From the one to the other, round the end where the other comes first. In their order. */
function around(from: number, to: number, least: number, most: number): number[] {
  const all = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return all.filter((part) => (from <= to ? part >= from && part <= to : part >= from || part <= to));
}

const SIZES: Readonly<Record<Cycle, readonly [number, number]>> = { weekday: [1, 7], 'month-of-year': [1, 12], 'hour-of-day': [0, 23] };

/** Parts that follow each other, each stretch from its first to its last; round the end of the week, the year or the day. */
function stretchesOf(cycle: Cycle, parts: readonly number[]): [number, number][] {
  const [least, most] = SIZES[cycle];
  const stretches: [number, number][] = [];
  for (const part of parts) {
    const last = stretches.at(-1);
    if (last?.[1] === part - 1) last[1] = part;
    else stretches.push([part, part]);
  }
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first && last && first !== last && first[0] === least && last[1] === most) return [...stretches.slice(1, -1), [last[0], first[1]]];
  return stretches;
}

/** What comes again in words, to follow a noun: "on weekdays", "in December", "from 6:00 to 9:00", "except on Mondays". */
export function recurrenceLabel(cycle: Cycle, parts: readonly number[], negated: boolean): string {
  const [work, end] = [isSame(parts, WORKING), isSame(parts, WEEKEND)];
  if (cycle === 'weekday' && (work || end)) return work === negated ? 'on weekends' : 'on weekdays';
  return `${negated ? 'except ' : ''}${{ weekday: dayWords, 'month-of-year': monthWords, 'hour-of-day': hourWords }[cycle](parts)}`;
}

function isSame(parts: readonly number[], others: readonly number[]): boolean {
  return parts.length === others.length && parts.every((part) => others.includes(part));
}

function dayWords(parts: readonly number[]): string {
  const [only, ...others] = stretchesOf('weekday', parts);
  const name = (day: number) => `${capitalise(WEEKDAYS[day - 1] ?? '')}s`;
  return only && others.length === 0 && parts.length > 2 ? `from ${capitalise(WEEKDAYS[only[0] - 1] ?? '')} to ${capitalise(WEEKDAYS[only[1] - 1] ?? '')}` : `on ${listed(parts.map(name), 'and')}`;
}

function monthWords(parts: readonly number[]): string {
  const [, ...others] = stretchesOf('month-of-year', parts);
  return others.length === 0 && parts.length > 2 ? `from ${monthRange(parts)}` : `in ${listed(parts.map((month) => capitalise(MONTH_NAMES[month - 1] ?? '')), 'and')}`;
}

function monthRange(parts: readonly number[]): string {
  const [[from, to]] = stretchesOf('month-of-year', parts) as [[number, number]];
  return `${capitalise(MONTH_NAMES[from - 1] ?? '')} to ${capitalise(MONTH_NAMES[to - 1] ?? '')}`;
}

function hourWords(parts: readonly number[]): string {
  return listed(stretchesOf('hour-of-day', parts).map(([from, to]) => (to === 23 ? `after ${clock(from)}` : from === 0 ? `before ${clock(to + 1)}` : `from ${clock(from)} to ${clock(to + 1)}`)), 'and');
}

function clock(hour: number): string {
  return `${hour}:00`;
}
