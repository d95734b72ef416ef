import { type LateBundle, takeLateBundle } from './late-bundle';

/** What the charts bundle gives: the kit's frame with recharts' parts, recharts as it is, its switch and its language. */
export type Charts = {
  charts: Readonly<Record<string, unknown>>;
  recharts: Readonly<Record<string, unknown>>;
  setChartAnimation(on: boolean): void;
  /** The bundle has formatting of its own, so it's told the language too. */
  setLocale(tag: string): void;
};

/** Half a megabyte that a program without charts never evaluates. */
export const takeCharts = (): LateBundle<Charts> => takeLateBundle('vitrine-charts');
