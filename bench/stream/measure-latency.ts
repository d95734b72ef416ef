/** From a piece of text to the frame that shows it, at the pace of a quick model. */
import { DraftCompiler } from '../../lib/compile/compile-draft.ts';
import { EMPTY_SOURCE } from '../../lib/program/program.ts';
import { ReplyParser } from '../../lib/reply/reply-parser.ts';
import type { BenchRow } from '../row.ts';
import type { HeardSwap, Piece } from './host-page.ts';
import { type ShownFrame, installFrameProbe } from './probe.ts';
import { type Recording, median, quantile, recordings, round } from './recordings.ts';
import { type Stand, guestOf } from './stand.ts';

const SIZE = 4;
/** 330 characters a second, some 80 tokens. */
const EVERY_MS = 12;
const RUNS = 5;
/** One of each kind: at this pace a recording takes half a minute. */
const PLAIN = ['10'];
const WITH_CHARTS = ['02'];
const GOALS = { plain: { p50: 12, p95: 30 }, charts: { p50: 17, p95: 60 } };

/** p50 and p95 over all pieces that change the program, each the median of the runs. */
export async function measureLatency(stand: Stand): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [kind, names] of [['plain', PLAIN], ['charts', WITH_CHARTS]] as const) {
    const chosen = recordings().filter(({ name }) => names.includes(name));
    const runs: number[][] = [];
    for (let run = 0; run < RUNS; run++) {
      const latencies: number[] = [];
      for (const recording of chosen) latencies.push(...(await latenciesOf(stand, recording)));
      runs.push(latencies);
    }
    const what = `piece → frame, interfaces ${kind === 'plain' ? 'without' : 'with'} charts`;
    for (const [name, share] of [['p50', 0.5], ['p95', 0.95]] as const) {
      const value = round(median(runs.map((run) => quantile(run, share))));
      rows.push({ metric: `${what}, ${name}`, value, unit: 'ms', goal: GOALS[kind][name], ok: value <= GOALS[kind][name] });
    }
  }
  return rows;
}

async function latenciesOf(stand: Stand, { text }: Recording): Promise<number[]> {
  const page = await stand.openHost();
  await page.evaluate(() => window.host.open());
  const guest = await guestOf(page);
  await guest.evaluate(installFrameProbe);
  const pieces = await page.evaluate(([reply, size, everyMs]) => window.host.replay(reply, size, everyMs), [text, SIZE, EVERY_MS] as const);
  await page.waitForTimeout(500);
  const swaps = await page.evaluate(() => window.host.swaps);
  const frames = await guest.evaluate(() => window.shownFrames);
  await page.close();
  return latencies(programsOf(text), pieces, swaps, frames);
}

/** The program after each piece, as the worker compiles it. */
function programsOf(reply: string): string[] {
  const parser = new ReplyParser(EMPTY_SOURCE);
  const compiler = new DraftCompiler();
  let ui = '';
  let data = '';
  return Array.from({ length: Math.ceil(reply.length / SIZE) }, (_, index) => {
    parser.write(reply.slice(index * SIZE, (index + 1) * SIZE));
    const ended = (index + 1) * SIZE >= reply.length;
    if (ended) parser.end();
    const compiled = compiler.compile(parser.source, ended);
    ui = compiled.ui?.js ?? ui;
    data = compiled.data?.js ?? data;
    return `${ui}\0${data}`;
  });
}

/** A piece that changes the program is on the screen with the first swap that holds it or a later one. */
function latencies(programs: readonly string[], pieces: readonly Piece[], swaps: readonly HeardSwap[], frames: ShownFrame[]): number[] {
  const shown = swaps.flatMap(({ ui, data, sentAt, ackedAt }) => {
    const piece = programs.findLastIndex((program, index) => program === `${ui}\0${data}` && pieces[index]!.sentAt <= sentAt);
    const frame = ackedAt === null ? undefined : frames.find(({ began }) => began >= ackedAt - 1);
    return piece >= 0 && frame ? [{ piece, at: frame.done }] : [];
  });
  return pieces.flatMap(({ sentAt }, index) => {
    if (programs[index] === (programs[index - 1] ?? '\0')) return [];
    const first = shown.find(({ piece }) => piece >= index);
    return first ? [first.at - sentAt] : [];
  });
}
