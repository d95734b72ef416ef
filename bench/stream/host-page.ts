/**
 * The page that holds a frame while it's measured: LiveFrame as the studio uses it, and an ear at its port, which hears
 * when each swap had reached the document. Times are milliseconds since the epoch, so that they compare across processes.
 */
import type { Call, CallAnswer, GuestMessage, HostMessage, Problem, Swap } from '../../lib/bridge/messages';
import { EMPTY_SOURCE, type Source } from '../../lib/program/program';
import { ReplyParser } from '../../lib/reply/reply-parser';
import type { FrameUrls } from '../../lib/sandbox/assets';
import { LiveFrame } from '../../lib/sandbox/iframe';
import { prepareSpare } from '../../lib/sandbox/spare';

export type HeardSwap = { seq: number; ui: string; data: string; sentAt: number; ackedAt: number | null; outcome: string; ms: number };

/** One piece of a reply: how much of it had arrived, when it was sent, and when the guest was through with it. */
export type Piece = { length: number; sentAt: number; doneAt: number };

export type HostPage = {
  /** `names` are the bindings that programs may call; without them, the sample shop. */
  use(urls: FrameUrls, names?: readonly string[]): void;
  /** Makes the frame; resolves with the milliseconds until the guest said it's ready. */
  open(): Promise<number>;
  /** Starts a spare frame; resolves once its guest is ready and its worker can compile. */
  prepare(): Promise<void>;
  /** Shows a program's first text, in the spare if there is one; resolves with the milliseconds until it's on the screen. */
  adopt(source: Source): Promise<number>;
  show(source: Source, ended: boolean): void;
  /** Shows a text and resolves once the guest is through with it: with its swap, or null where nothing changed. */
  step(source: Source, ended: boolean): Promise<HeardSwap | null>;
  /**
   * A reply in pieces of `size` characters. With `everyMs` one piece each so many milliseconds, whatever the guest does;
   * without, each piece waits until the guest is through with the one before it, and comes no sooner than after 3 ms: no
   * model is quicker than 330 tokens a second, and what was asked of a database needs its time.
   */
  replay(reply: string, size: number, everyMs?: number): Promise<Piece[]>;
  readonly swaps: HeardSwap[];
  readonly problems: (Problem & { heardAt: number })[];
  readonly calls: { from: string; args: string; sentAt: number; answeredAt: number | null; rows: number; value: unknown }[];
  /** What the guest reported, also of drafts, which the host keeps to itself. */
  readonly reported: Problem[];
  /** The longest time between two frames of this page since the last call, in milliseconds. */
  longestGap(): number;
  close(): void;
};

declare global {
  interface Window {
    host: HostPage;
  }
}

const QUICKEST_MS = 3;

const now = () => performance.timeOrigin + performance.now();

let urls: FrameUrls;
let bindings = ['shop', 'echo'];
let live: LiveFrame | null = null;
let ready = Promise.withResolvers<void>();
let compilerReady = Promise.withResolvers<void>();
let quiet: (() => void)[] = [];
const swaps: HeardSwap[] = [];
const problems: HostPage['problems'] = [];
const reported: Problem[] = [];
const calls: HostPage['calls'] = [];

/** Hears what goes over the frame's port, without being in its way. */
class HeardChannel extends MessageChannel {
  constructor() {
    super();
    const { port1 } = this;
    port1.addEventListener('message', ({ data }: MessageEvent<GuestMessage>) => hearGuest(data));
    const post = port1.postMessage.bind(port1) as (message: HostMessage, transfer?: Transferable[]) => void;
    port1.postMessage = (message: HostMessage, ...rest: unknown[]) => {
      if (message.type === 'swap') hearSwap(message.swap);
      post(message, ...(rest as [Transferable[]]));
    };
  }
}
const { port1, port2 } = new MessageChannel();
window.MessageChannel = HeardChannel;

/** The worker's word that nothing changed is an end of a step too. */
class HeardWorker extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    this.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
      if (data.type === 'ready') compilerReady.resolve();
      if (data.type === 'unchanged' || data.type === 'failed') settle();
    });
  }
}
window.Worker = HeardWorker;

function hearSwap({ seq, ui, data }: Swap): void {
  swaps.push({ seq, ui: ui?.js ?? '', data: data?.js ?? '', sentAt: now(), ackedAt: null, outcome: '', ms: 0 });
}

function hearGuest(message: GuestMessage): void {
  if (message.type === 'ready') ready.resolve();
  if (message.type === 'problem') reported.push(message.problem);
  if (message.type !== 'ack') return;
  const swap = swaps.find(({ seq, ackedAt }) => seq === message.seq && ackedAt === null);
  if (swap) Object.assign(swap, { ackedAt: now(), outcome: message.outcome, ms: message.ms });
  settle();
}

function settle(): void {
  for (const resolve of quiet.splice(0)) resolve();
}

/** What is asked of `echo` comes back at once: then it's the way between page and frame that is measured. */
async function answerCalls(batch: Call[], answer: (answer: CallAnswer) => void, signal: AbortSignal): Promise<void> {
  if (batch.every(({ binding }) => binding === 'echo')) return batch.forEach(({ id, args }) => answer({ id, ok: true, value: args, rows: 0, ms: 0 }));
  const told = batch.map((call) => ({ from: call.from ?? '', args: JSON.stringify(call.args), sentAt: now(), answeredAt: null as number | null, rows: 0, value: null as unknown }));
  calls.push(...told);
  const response = await fetch('/calls', { method: 'POST', body: JSON.stringify(batch), signal }).catch(() => null);
  if (!response) return;
  for (const line of (await response.text().catch(() => '')).split('\n').filter(Boolean)) {
    const one = JSON.parse(line) as CallAnswer;
    const at = batch.findIndex(({ id }) => id === one.id);
    if (one.ok) Object.assign(told[at]!, { answeredAt: now(), rows: one.rows, value: one.value });
    answer(one);
  }
}

let gap = 0;
let last = performance.now();
(function watch(): void {
  const time = performance.now();
  gap = Math.max(gap, time - last);
  last = time;
  requestAnimationFrame(watch);
})();

function newFrame(): LiveFrame {
  return new LiveFrame(
    document.getElementById('stage')!,
    { urls, title: 'Bench', theme: 'light', reducedMotion: false, locale: 'en-GB', bindings, shared: {} },
    {
      onCalls: (batch, answer, signal) => void answerCalls(batch, answer, signal),
      onProblem: (problem) => problems.push({ ...problem, heardAt: now() }),
      onKey: () => {},
      onOutgoing: () => {},
      onShared: () => {},
      onOrigin: () => {},
      onPassword: () => {},
    },
  );
}

const host: HostPage = {
  swaps,
  problems,
  reported,
  calls,
  use(given, names) {
    urls = given;
    if (names) bindings = [...names, 'echo'];
  },
  async open() {
    ready = Promise.withResolvers<void>();
    const began = performance.now();
    live = newFrame();
    live.show(EMPTY_SOURCE, false);
    await ready.promise;
    return performance.now() - began;
  },
  async prepare() {
    ready = Promise.withResolvers<void>();
    compilerReady = Promise.withResolvers<void>();
    prepareSpare(urls);
    await Promise.all([ready.promise, compilerReady.promise]);
  },
  async adopt(source) {
    const began = performance.now();
    live = newFrame();
    await window.host.step(source, false);
    return performance.now() - began;
  },
  show: (source, ended) => live!.show(source, ended),
  async step(source, ended) {
    const before = swaps.length;
    live!.show(source, ended);
    for (;;) {
      await new Promise<void>((resolve) => quiet.push(resolve));
      const open = swaps.slice(before);
      if (open.every(({ ackedAt }) => ackedAt !== null)) return open.at(-1) ?? null;
    }
  },
  async replay(reply, size, everyMs) {
    const pieces: Piece[] = [];
    const parser = new ReplyParser(EMPTY_SOURCE);
    const began = performance.now();
    let shown = parser.source;
    for (let at = 0; at < reply.length; at += size) {
      const length = Math.min(at + size, reply.length);
      parser.write(reply.slice(at, length));
      const ended = length === reply.length;
      if (ended) parser.end();
      const last = pieces.at(-1);
      if (everyMs === undefined) await pause(last ? last.sentAt + QUICKEST_MS - now() : 0);
      // A timer may be some milliseconds late; waiting in tasks would keep busy one of the cores that are measured.
      else await new Promise((resolve) => setTimeout(resolve, began + (at / size) * everyMs - performance.now()));
      const piece = { length, sentAt: now(), doneAt: 0 };
      pieces.push(piece);
      if (parser.source === shown && !ended) continue;
      shown = parser.source;
      if (everyMs === undefined) await host.step(shown, ended);
      else live!.show(shown, ended);
      piece.doneAt = now();
    }
    return pieces;
  },
  longestGap() {
    const longest = gap;
    gap = 0;
    return longest;
  },
  close: () => live?.close(),
};
window.host = host;

/** Timers are no finer than 4 ms, so it is spent in tasks. */
async function pause(ms: number): Promise<void> {
  const until = performance.now() + ms;
  while (performance.now() < until) await nextTask();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
