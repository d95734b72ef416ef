import type { BenchRow } from '../row.ts';

/** The value below which the fraction `at` of them lies. */
export function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))]!;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** With at most three decimals. */
export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** A row whose value may be at most `goal`. */
export function atMost(metric: string, value: number, unit: string, goal: number): BenchRow {
  return { metric, value: rounded(value), unit, goal, ok: value <= goal };
}

/** A row whose value must be at least `goal`. */
export function atLeast(metric: string, value: number, unit: string, goal: number): BenchRow {
  return { metric, value: rounded(value), unit, goal, ok: value >= goal };
}

export function plain(metric: string, value: number, unit: string, peer?: string): BenchRow {
  return { metric, value: rounded(value), unit, ...(peer && { peer }) };
}
