import type { BenchRow } from '../../row.ts';
import type { Measured } from './measure-one.ts';

type Metric = { metric: string; unit: string; digits: number; of(measured: Measured): number; column: string; show(value: number, characters: number): string };

const percent = (value: number) => `${Math.round(value * 100)} %`;
const place = (value: number, characters: number) => `${percent(value)} (${Math.round(value * characters)})`;

const LENGTH = 'length of the text';

const METRICS: readonly Metric[] = [
  { metric: LENGTH, unit: 'characters', digits: 0, of: ({ characters }) => characters, column: 'text, characters', show: String },
  { metric: 'first text on the screen', unit: 'of the text', digits: 3, of: ({ firstText }) => firstText, column: 'first text', show: place },
  { metric: 'first table row on the screen', unit: 'of the text', digits: 3, of: ({ firstRow }) => firstRow, column: 'first row', show: place },
  { metric: 'states of the document', unit: 'chunks', digits: 0, of: ({ states }) => states, column: 'states', show: String },
  { metric: 'elements removed', unit: 'elements', digits: 0, of: ({ removed }) => removed, column: 'removed', show: String },
  { metric: 'typed text, node and focus kept to the end', unit: '1 or 0', digits: 0, of: ({ kept }) => Number(kept), column: 'typing kept', show: (value) => (value === 1 ? 'yes' : 'no') },
  { metric: 'kept through', unit: 'of the later chunks', digits: 3, of: ({ keptFor }) => keptFor, column: 'for', show: percent },
  { metric: 'tasks of the main threads', unit: 'ms', digits: 0, of: ({ tasks }) => tasks, column: 'main threads, ms', show: String },
  { metric: 'scripts in them', unit: 'ms', digits: 0, of: ({ script }) => script, column: 'of it scripts', show: String },
  { metric: 'processor time of all threads', unit: 'ms', digits: 0, of: ({ processor }) => processor, column: 'all threads, ms', show: String },
];

/** The medians of a peer's runs. */
export function rowsOf(peer: string, runs: readonly Measured[]): BenchRow[] {
  return METRICS.map(({ metric, unit, of, digits }) => ({ metric, value: Number(median(runs.map(of)).toFixed(digits)), unit, peer }));
}

/** The same as a table in Markdown, a line a peer. */
export function peersTable(rows: readonly BenchRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const peers = [...Map.groupBy(rows, ({ peer }) => peer ?? '')].map(([peer, values]) => {
    const valueOf = (metric: string) => values.find((row) => row.metric === metric)!.value;
    return line([peer, ...METRICS.map(({ metric, show }) => show(valueOf(metric), valueOf(LENGTH)))]);
  });
  return [line(['', ...METRICS.map(({ column }) => column)]), line(['---', ...METRICS.map(() => '--:')]), ...peers].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
