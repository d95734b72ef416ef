import type { Part } from './outline';

/** What stands side by side: all figures that follow each other, charts two by two, of an odd number the first by itself; the rest has the whole width. */
export function rowsOf(parts: readonly Part[]): Part[][] {
  return runsOf(parts).flatMap((run) => {
    const [first] = run as [Part];
    if (first.kind === 'stats') return [run];
    if (!isHalf(first)) return run.map((part) => [part]);
    const alone = run.slice(0, run.length % 2);
    const pairs = run.slice(alone.length);
    return [...alone.map((part) => [part]), ...Array.from({ length: pairs.length / 2 }, (_, i) => pairs.slice(2 * i, 2 * i + 2))];
  });
}

/** Stretches of neighbours that may share rows. */
function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1);
    const joins = last !== undefined && ((last.kind === 'stats' && part.kind === 'stats') || (isHalf(last) && isHalf(part)));
    if (joins) runs.at(-1)?.push(part);
    else runs.push([part]);
  }
  return runs;
}

function isHalf(part: Part): boolean {
  if (part.kind === 'scatter') return part.scatter.width !== 'full';
  if (part.kind === 'table') return part.table.width === 'half';
  if (part.kind !== 'chart') return false;
  if (part.chart.width) return part.chart.width === 'half';
  return part.chart.view !== 'table' && !isWide(part.chart);
}

/** A heatmap of the hours of a day, or of many months, is as wide as the page. */
function isWide({ view, by }: Extract<Part, { kind: 'chart' }>['chart']): boolean {
  return view === 'heatmap' && by.bucket !== null && by.bucket !== 'weekday' && by.bucket !== 'month-of-year';
}
