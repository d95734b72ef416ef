import type { ReactNode } from 'react';
import { toNumber } from './amount';
import { WITHOUT_CENTS_FROM, fmt, fractionIn } from './fmt';
import { type FormatName, formatValue } from './format';

export type Writer = (value: unknown) => ReactNode;

/** Without its cents a price below this is wrong, whatever stands beside it. */
const CENTS_COUNT_BELOW = 10;

/**
 * Writes values that stand under or beside each other, all with the same number of decimals: what is in them decides how many. `format` is a
 * name, or a function that is left to itself.
 */
export function evenWriter(values: readonly unknown[], format: unknown, currency?: string): Writer {
  if (typeof format === 'function') return (value) => formatValue(format(value));
  const amounts = values.map(toNumber).filter((amount) => amount !== null);
  if (format === 'money') {
    const maximumFractionDigits = isWithoutCents(amounts) ? 0 : undefined;
    return (value) => fmt.money(value as number, { ...(currency && { currency }), maximumFractionDigits });
  }
  if (format === 'percent') return withDigits(fmt.percent, digitsOf(amounts.map((share) => share * 100), 1));
  if (format === 'number') return withDigits(fmt.number, decimalsOf(values));
  return (value) => formatValue(value, format as FormatName | undefined, currency);
}

/** Decimals that a column of numbers shares. A database's text says its own scale. */
export function decimalsOf(values: readonly unknown[]): number {
  const most = Math.max(0, ...values.map((value) => (/^-?\d+\.(\d+)$/.exec(String(value))?.[1] ?? '').length));
  return Math.min(most, values.every((value) => Math.abs(toNumber(value) ?? 0) < 1) ? 3 : 2);
}

function isWithoutCents(amounts: readonly number[]): boolean {
  const sizes = amounts.map(Math.abs).filter((size) => size > 0);
  return Math.max(0, ...sizes) >= WITHOUT_CENTS_FROM && Math.min(...sizes) >= CENTS_COUNT_BELOW;
}

/** Of so many digits at most, those that say something in at least one of the numbers. */
function digitsOf(amounts: readonly number[], most: number): number {
  const says = (digits: number) => amounts.every((amount) => Math.abs(Number(amount.toFixed(most)) - Number(amount.toFixed(digits))) < 1e-9);
  return Array.from({ length: most }, (_, digits) => digits).find(says) ?? most;
}

function withDigits(write: (value: number, digits: number) => string, digits: number): Writer {
  return (value) => write(value as number, digits);
}

/** Ticks have two decimals at most: steps of a quarter need them. */
const TICK_DIGITS = 2;
/** A thousand is written 1K. */
const SHORT_FROM = 1_000;

/** How the ticks of an axis are written: short, and those of thousands, of millions, … each with the same decimals. The 0 has none. */
export function tickWriter(ticks: readonly number[], format: unknown): (value: unknown) => string {
  const write = shortly(format);
  const digits = new Map<number, number>();
  for (const tick of ticks) digits.set(thousandsOf(tick), Math.max(digits.get(thousandsOf(tick)) ?? 0, fractionIn(write(tick, 0, TICK_DIGITS))));
  return (value) => {
    const least = value === 0 ? 0 : (digits.get(thousandsOf(value)) ?? 0);
    return write(value as number, least, Math.max(least, digits.size === 0 ? TICK_DIGITS : 0));
  };
}

/** 1 for what is written 2K, 2 for 2M. */
function thousandsOf(value: unknown): number {
  const size = Math.abs(toNumber(value) ?? 0);
  return size < SHORT_FROM ? 0 : Math.floor(Math.log10(size) / 3 + 1e-9);
}

function shortly(format: unknown): (value: number, least: number, most: number) => string {
  return (value, minimumFractionDigits, maximumFractionDigits) => {
    const digits = { minimumFractionDigits, maximumFractionDigits };
    if (format === 'percent') return fmt.percent(value, digits);
    return format === 'money' ? fmt.money(value, { notation: 'compact', ...digits }) : fmt.compact(value, digits);
  };
}
