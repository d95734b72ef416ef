import { readReply, replyNames } from '../../e2e/fakes/replies.ts';

/** A recorded reply with its number. `drawsCharts` where recharts has to be loaded for it. */
export type Recording = { name: string; text: string; drawsCharts: boolean };

const CHART = /<(?:\w+Chart|ChartContainer|ResponsiveContainer)\b/;

/** All recorded replies of a language model. */
export function recordings(): Recording[] {
  return replyNames().map((name) => {
    const text = readReply(name);
    return { name, text, drawsCharts: CHART.test(text) };
  });
}

/** The middle one; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @throws where there are no values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;
