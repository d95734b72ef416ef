/** One measured figure. `ok` is absent where there is no goal; `peer` names whose figure it is, where not ours. */
export type BenchRow = { metric: string; value: number; unit: string; goal?: number; ok?: boolean; peer?: string };
