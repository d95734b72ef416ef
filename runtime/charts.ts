/** What the charts bundle gives: the kit's frame with recharts' parts, recharts as it is, and its switch. */
export type Charts = {
  charts: Readonly<Record<string, unknown>>;
  recharts: Readonly<Record<string, unknown>>;
  setChartAnimation(on: boolean): void;
};
