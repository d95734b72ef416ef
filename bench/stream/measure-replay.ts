/** Every recorded reply piece by piece through the real frame: what is shown of it, from when on, and what stays. */
import type { Page } from '@playwright/test';
import type { BenchRow } from '../row.ts';
import type { HeardSwap, HostPage, Piece } from './host-page.ts';
import { type Sample, installProbe } from './probe.ts';
import { layOut } from './lay-out.ts';
import { type Recording, median, recordings, round } from './recordings.ts';
import { type Stand, guestOf } from './stand.ts';

const SIZE = 4;
const GOAL_RENDERED = 99.5;
const GOAL_FIRST_PAINT = 0.05;
const GOAL_FIRST_ROW = 0.6;

type Replay = { pieces: Piece[]; swaps: HeardSwap[]; reported: HostPage['reported']; calls: HostPage['calls']; samples: Sample[] };

/** What came of one recording. Fractions are of the reply's characters. */
type Shown = {
  name: string;
  /** Pieces from the first on with which the program's root was there, and how many of them rendered without an error or a blank. */
  withRoot: number;
  good: number;
  /** The first thing drawn, which may be a skeleton; the first word. */
  firstPaint: number | null;
  firstText: number | null;
  firstRow: number | null;
  /** Where the first data function that gave rows was whole: no row can be earlier. */
  firstCall: number | null;
  /** Swaps since something was typed, and those over which field, focus, text and selection stayed. */
  typedOver: number;
  kept: number;
};

export async function measureReplay(stand: Stand): Promise<BenchRow[]> {
  const shown: Shown[] = [];
  const laidOut: number[] = [];
  for (const recording of recordings()) {
    const one = await shownOf(stand, recording);
    shown.push(one);
    const asAsked = one.firstRow === null ? null : await shownOf(stand, { ...recording, text: layOut(recording.text) });
    if (asAsked?.firstRow) laidOut.push(asAsked.firstRow);
  }
  const sum = (read: (one: Shown) => number) => shown.reduce((total, one) => total + read(one), 0);
  const rendered = round((100 * sum(({ good }) => good)) / sum(({ withRoot }) => withRoot), 2);
  const firstPaint = round(median(shown.map(({ firstPaint }) => firstPaint ?? 1)), 3);
  const rows = shown.filter(({ firstRow }) => firstRow !== null);
  const rowAsAsked = round(median(laidOut), 2);
  const kept = round((100 * sum(({ kept }) => kept)) / sum(({ typedOver }) => typedOver), 2);
  return [
    { metric: 'prefixes with a root that render without error or blank', value: rendered, unit: '%', goal: GOAL_RENDERED, ok: rendered >= GOAL_RENDERED },
    { metric: 'first paint, skeletons count, fraction of the reply (median)', value: firstPaint, unit: '', goal: GOAL_FIRST_PAINT, ok: firstPaint <= GOAL_FIRST_PAINT },
    { metric: 'first text on screen, fraction of the reply (median)', value: round(median(shown.map(({ firstText }) => firstText ?? 1)), 3), unit: '' },
    { metric: `first real row on screen, in the order that the prompt asks for (median of ${laidOut.length})`, value: rowAsAsked, unit: '', goal: GOAL_FIRST_ROW, ok: rowAsAsked <= GOAL_FIRST_ROW },
    { metric: `… as recorded, data.ts last (median of ${rows.length})`, value: round(median(rows.map(({ firstRow }) => firstRow!)), 2), unit: '' },
    { metric: '… where its data function was whole then: no row can be earlier', value: round(median(rows.map(({ firstCall }) => firstCall!)), 2), unit: '' },
    { metric: `same input, focus, text and selection kept over ${sum(({ typedOver }) => typedOver)} changes`, value: kept, unit: '%', goal: 100, ok: kept === 100 },
  ];
}

async function shownOf(stand: Stand, recording: Recording): Promise<Shown> {
  const page = await stand.openHost();
  const replay = await replayed(page, recording.text);
  await page.close();
  const total = recording.text.length;
  const at = (time: number) => lengthAt(replay.pieces, time) / total;
  const firstPaint = replay.samples.find(({ elements }) => elements > 0);
  const firstText = replay.samples.find(({ text }) => text.trim() !== '');
  const row = firstRowOf(replay);
  return {
    name: recording.name,
    ...renderedPieces(replay),
    firstPaint: firstPaint ? round(at(firstPaint.at), 3) : null,
    firstText: firstText ? round(at(firstText.at), 3) : null,
    firstRow: row && round(at(row.shownAt), 3),
    firstCall: row && round(at(row.calledAt), 3),
    ...keptOver(replay.samples),
  };
}

async function replayed(page: Page, text: string): Promise<Replay> {
  await page.evaluate(() => window.host.open());
  const guest = await guestOf(page);
  await guest.evaluate(installProbe);
  const pieces = await page.evaluate(([reply, size]) => window.host.replay(reply, size), [text, SIZE] as const);
  // What was called last is still on its way.
  await page.waitForTimeout(500);
  const heard = await page.evaluate(() => ({ swaps: window.host.swaps, reported: window.host.reported, calls: window.host.calls }));
  return { pieces, ...heard, samples: await guest.evaluate(() => window.samples) };
}

/** How much of the reply had arrived when something happened. */
function lengthAt(pieces: readonly Piece[], time: number): number {
  return (pieces.findLast(({ sentAt }) => sentAt <= time) ?? pieces[0]!).length;
}

/** Data that failed is no fault of the rendering: recordings ask for tables and systems that aren't there. */
const NOT_RENDERING = new Set(['data', 'promise']);

/** Each piece is as good as the swap that was on the screen with it. */
function renderedPieces({ pieces, swaps, reported, samples }: Replay): { withRoot: number; good: number } {
  const bad = new Set(reported.filter(({ phase }) => !NOT_RENDERING.has(phase)).map(({ seq }) => seq));
  let withRoot = 0;
  let good = 0;
  for (const { doneAt } of pieces) {
    if (doneAt === 0) continue;
    const swap = swaps.findLast(({ ackedAt }) => ackedAt !== null && ackedAt <= doneAt);
    if (!swap || swap.outcome === 'nothing') continue;
    withRoot += 1;
    const sample = samples.findLast(({ at }) => at <= doneAt);
    if (swap.outcome === 'shown' && !bad.has(swap.seq) && (sample?.elements ?? 0) > 0) good += 1;
  }
  return { withRoot, good };
}

/** A value of an answer's first row that can be recognised on the screen. */
function textsOf(value: unknown): string[] {
  const row = (Array.isArray(value) ? value[0] : value) as unknown;
  return Object.values((row ?? {}) as Record<string, unknown>).filter((field): field is string => typeof field === 'string' && /^[A-Za-z][\w .&'-]{2,}$/.test(field));
}

function firstRowOf({ calls, samples }: Replay): { shownAt: number; calledAt: number } | null {
  let first: { shownAt: number; calledAt: number } | null = null;
  for (const { answeredAt, sentAt, value } of calls) {
    if (answeredAt === null) continue;
    const texts = textsOf(value);
    const shown = samples.find(({ at, text }) => at >= answeredAt && texts.some((one) => text.includes(one)));
    if (shown && (!first || shown.at < first.shownAt)) first = { shownAt: shown.at, calledAt: sentAt };
  }
  return first;
}

function keptOver(samples: readonly Sample[]): { typedOver: number; kept: number } {
  const since = samples.filter(({ kept }) => kept !== null);
  return { typedOver: since.length, kept: since.filter(({ kept }) => kept).length };
}
