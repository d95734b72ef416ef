import { isValidElement, type ReactNode } from 'react';
import { NOTHING, fmt } from './fmt';
import { hasTime, looksLikeMoment } from './moment';

/** How a value is written, by name. */
const FORMATS = {
  number: fmt.number,
  compact: fmt.compact,
  percent: fmt.percent,
  date: fmt.date,
  dateTime: fmt.dateTime,
  time: fmt.time,
  month: fmt.month,
  ago: fmt.ago,
  duration: fmt.duration,
  bytes: fmt.bytes,
} as const;

export type FormatName = keyof typeof FORMATS | 'money' | 'text';

/**
 * A value as something React can show, whatever it is: with a format by its name, without by what it looks like.
 * Never throws and never returns a plain object.
 */
export function formatValue(value: unknown, format?: unknown, currency?: string): ReactNode {
  if (value === null || value === undefined || value === '' || Number.isNaN(value)) return NOTHING;
  if (format === 'money') return fmt.money(value as number, currency);
  if (typeof format === 'string' && Object.hasOwn(FORMATS, format)) return FORMATS[format as keyof typeof FORMATS](value as never);
  return format === 'text' ? asText(value) : guess(value);
}

function guess(value: unknown): ReactNode {
  if (typeof value === 'number' || typeof value === 'bigint') return fmt.number(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value instanceof Date) return fmt.dateTime(value);
  if (looksLikeMoment(value)) return hasTime(value) ? fmt.dateTime(value) : fmt.date(value);
  return shown(value);
}

/** A node as it is; of anything else its text. */
export function shown(value: unknown): ReactNode {
  if (isValidElement(value)) return value;
  if (Array.isArray(value) && value.some((each) => isValidElement(each))) return value.map((each) => shown(each));
  return asText(value);
}

/** The text of a value, for showing and for searching. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? NOTHING : value.toISOString();
  if (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol') return String(value);
  try {
    return JSON.stringify(value) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}
