import type { AskedOf, Call, GuestMessage, HostMessage, Origin, Outgoing, Problem, RecordedAnswer, Theme } from '../bridge/messages';
import type { CompilerAnswer, CompilerRequest } from '../compile/worker-messages';
import type { Diagnostic, Source } from '../program/program';
import type { FrameUrls } from './assets';
import type { GuestLink } from './guest-link';
import { LinesOfCalls } from './lines-of-calls';
import { OpenCalls } from './open-calls';
import { dropSpare, isSpareStarting, takeFrame } from './spare';
import type { StartedFrame } from './started-frame';
import { WHOLE } from './saved-picture';
import { Watchdog } from './watchdog';

export type FrameEvents = {
  /** Calls of the guest. `answer` is called once for each, in any order; `signal` fires where nobody waits any more. */
  onCalls(calls: Call[], answer: (answer: RecordedAnswer) => void, signal: AbortSignal): void;
  onProblem(problem: Problem): void;
  onKey(key: 'escape' | 'menu' | 'send' | 'help'): void;
  /** A person clicked on something that leaves the interface. Whether it does is the host's to ask. */
  onOutgoing(outgoing: Outgoing): void;
  onShared(key: string, value: unknown): void;
  onOrigin(picked: PickedPlace): void;
  /** A field for a password is on the screen, or none is any more. */
  onPassword(shown: boolean): void;
};

/** A place of the interface that was picked. `lines` are those of its calls in the ledger, `missing` how many of them aren't there. */
export type PickedPlace = Omit<Origin, 'calls'> & { lines: string[]; missing: number };

export type FrameSettings = {
  urls: FrameUrls;
  title: string;
  theme: Theme;
  reducedMotion: boolean;
  locale: string;
  bindings: string[];
  shared: Record<string, unknown>;
};

type Text = { source: Source; ended: boolean };

/** A guest that never answers a request for a picture leaves the asker with none after this time. */
const PICTURE_MS = 3_000;
const ASKED_MS = 2_000;
const PICTURE_SIZE = { width: 640, height: 400 };
/** A frame that was started ahead answers within this time, or another is started. */
const SPARE_ANSWERS_MS = 1_000;
/** An interface that ran this long is worth coming back to when the next one hangs. */
const HEALTHY_MS = 2_000;

/**
 * The `iframe` place of the sandbox: text in, a living interface out. Owns the worker that compiles, the frame that runs,
 * and the watch over it. A frame that hangs or breaks the rules is thrown away, and the last text that ran well is
 * started in a new one.
 */
export class LiveFrame {
  readonly #container: HTMLElement;
  readonly #settings: FrameSettings;
  readonly #events: FrameEvents;
  readonly #shared: Record<string, unknown>;
  #run: Run | null = null;
  #text: Text | null = null;
  #closed = false;
  #inspecting = false;
  /** The last whole text that was shown and went on answering. */
  #healthy: Text | null = null;

  constructor(container: HTMLElement, settings: FrameSettings, events: FrameEvents) {
    this.#container = container;
    this.#settings = settings;
    this.#events = events;
    this.#shared = { ...settings.shared };
  }

  /** Shows a text as far as it goes. `ended` says that no more of it comes. */
  show(source: Source, ended: boolean): void {
    this.#text = { source, ended };
    if (this.#run) this.#run.compile(this.#text);
    // In a moment: React may make a frame and close it again at once, and that one isn't worth a spare.
    else queueMicrotask(() => this.#startIfDue());
  }

  setTheme(theme: Theme): void {
    if (this.#settings.theme === theme) return;
    this.#settings.theme = theme;
    this.#run?.send({ type: 'theme', theme });
  }

  /** Marks the places that show data, to be picked. They stay marked in a frame that takes the place of this one. */
  inspect(on: boolean): void {
    if (this.#inspecting === on) return;
    this.#inspecting = on;
    this.#run?.send({ type: 'inspect', on });
  }

  setShared(key: string, value: unknown): void {
    this.#shared[key] = value;
    this.#run?.send({ type: 'shared', key, value });
  }

  /** A small PNG of what is on the screen as a data URL; null where there is none. */
  picture(): Promise<string | null> {
    return this.#run?.picture(PICTURE_SIZE) ?? Promise.resolve(null);
  }

  /** A PNG of all of it, in its own size. */
  wholePicture(): Promise<string | null> {
    return this.#run?.picture(WHOLE) ?? Promise.resolve(null);
  }

  /** Data functions that the interface called, and with what, the latest first. */
  asked(): Promise<AskedOf[]> {
    return this.#run?.asked() ?? Promise.resolve([]);
  }

  /** Throws the running frame away and starts the present text in a new one. */
  restart(): void {
    this.#stop();
    if (this.#text) this.#start(this.#text);
  }

  close(): void {
    this.#closed = true;
    this.#stop();
  }

  #stop(): void {
    this.#run?.close();
    this.#run = null;
  }

  #startIfDue(): void {
    if (this.#text && !this.#run && !this.#closed) this.#start(this.#text);
  }

  #start(text: Text): void {
    const frame = takeFrame(this.#container, this.#settings.urls);
    const run: Run = new Run(frame, this.#settings, this.#shared, {
      ...this.#events,
      // A guest that tells of a pick nobody can have made is not listened to.
      onOrigin: (picked) => this.#inspecting && this.#events.onOrigin(picked),
      onUnanswered: () => this.#run === run && this.restart(),
      onHealthy: (shown) => (this.#healthy = shown),
      onDead: (problem) => this.#recover(run, problem),
    });
    this.#run = run;
    run.compile(text);
    if (this.#inspecting) run.send({ type: 'inspect', on: true });
  }

  #recover(dead: Run, problem: Problem): void {
    if (this.#run !== dead) return;
    this.#stop();
    if (problem.phase === 'frozen') dropSpare();
    this.#events.onProblem(problem);
    // The text that hung is not started again by itself, unless it is one that had been running well.
    if (this.#healthy) this.#start(this.#healthy);
  }
}

type RunEvents = FrameEvents & {
  onHealthy(text: Text): void;
  onDead(problem: Problem): void;
  /** The frame had been started ahead and is no more; nothing of a program got into it. */
  onUnanswered(): void;
};

/** One program's life in a frame: from the moment it's given to it to the moment it is thrown away. */
class Run {
  readonly #frame: StartedFrame;
  readonly #worker: Worker;
  readonly #link: GuestLink;
  readonly #events: RunEvents;
  readonly #calls = new OpenCalls((answers) => this.send({ type: 'answers', answers }));
  readonly #lines = new LinesOfCalls();
  #watchdog: Watchdog | null = null;
  #asked: { begin(): void; timer: ReturnType<typeof setTimeout> } | null = null;
  #waitingForGuest: HostMessage[] | null = [];
  #pictures: ((png: string | null) => void)[] = [];
  #askers: ((asked: AskedOf[]) => void)[] = [];
  #text: Text | null = null;
  /** The number of the present text: what is said of an earlier one is no news. */
  #textNumber = 0;
  #seq = 0;
  /** The swap that shows the present text whole; null until there is one. */
  #wholeSince: number | null = null;
  #healthTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(frame: StartedFrame, settings: FrameSettings, shared: Record<string, unknown>, events: RunEvents) {
    this.#events = events;
    this.#frame = frame;
    this.#worker = frame.worker;
    this.#link = frame.link;
    this.#link.element.title = settings.title;
    const wasReady = frame.isReady;
    frame.giveTo({
      onReady: () => (wasReady ? this.#askFirst(settings, shared) : this.#begin(settings, shared)),
      onMessage: (message) => this.#fromGuest(message),
      onBreach: (why) => this.#die('breach', why),
      onCompiler: (answer) => this.#fromCompiler(answer),
      onCompilerError: (message) => this.#die('evaluate', `The compiler stopped: ${message}`),
    });
  }

  compile(text: Text): void {
    this.#text = text;
    this.#wholeSince = null;
    const request: CompilerRequest = { type: 'source', text: ++this.#textNumber, source: text.source, ended: text.ended };
    this.#worker.postMessage(request);
  }

  send(message: HostMessage): void {
    if (this.#waitingForGuest) this.#waitingForGuest.push(message);
    else this.#link.send(message);
  }

  picture(size: { width: number; height: number; whole?: true }): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    this.#pictures.push(resolve);
    setTimeout(() => resolve(null), PICTURE_MS);
    this.send({ type: 'picture', ...size });
    return promise;
  }

  asked(): Promise<AskedOf[]> {
    const { promise, resolve } = Promise.withResolvers<AskedOf[]>();
    this.#askers.push(resolve);
    setTimeout(() => resolve([]), ASKED_MS);
    this.send({ type: 'asked' });
    return promise;
  }

  close(): void {
    this.#events.onPassword(false);
    clearTimeout(this.#healthTimer);
    clearTimeout(this.#asked?.timer);
    this.#watchdog?.stop();
    this.#frame.close();
    this.#calls.cancelAll();
    for (const resolve of this.#pictures.splice(0)) resolve(null);
    for (const resolve of this.#askers.splice(0)) resolve([]);
  }

  /** A frame that has waited for long may be gone without a word, so it's asked before it is given anything. */
  #askFirst(settings: FrameSettings, shared: Record<string, unknown>): void {
    this.#asked = {
      begin: () => this.#begin(settings, shared),
      timer: setTimeout(() => this.#events.onUnanswered(), SPARE_ANSWERS_MS),
    };
    this.#link.send({ type: 'ping', n: 0 });
  }

  #begin(settings: FrameSettings, shared: Record<string, unknown>): void {
    const { theme, reducedMotion, locale, bindings } = settings;
    this.#link.send({ type: 'init', theme, reducedMotion, locale, bindings, shared });
    for (const message of this.#waitingForGuest ?? []) this.#link.send(message);
    this.#waitingForGuest = null;
    this.#watchdog = new Watchdog(
      (n) => this.#link.send({ type: 'ping', n }),
      () => this.#die('frozen', 'It no longer answered: something in it kept working without an end, or used all of its memory.'),
      isSpareStarting,
    );
  }

  #answered(): void {
    this.#watchdog?.pong();
    const asked = this.#asked;
    this.#asked = null;
    clearTimeout(asked?.timer);
    asked?.begin();
  }

  #fromCompiler(answer: CompilerAnswer): void {
    if (answer.type === 'ready') return;
    if (answer.type === 'swap') {
      this.#seq = answer.swap.seq;
      this.send({ type: 'swap', swap: answer.swap });
    }
    if (answer.text !== this.#textNumber) return;
    if (answer.type === 'failed') this.#reportFailure(answer.diagnostics);
    else if (this.#text?.ended && (answer.type === 'unchanged' || answer.swap.done)) this.#wholeSince = this.#seq;
  }

  #reportFailure([first]: Diagnostic[]): void {
    if (!first || first.file === 'reply') return;
    this.#events.onProblem({ phase: 'evaluate', message: first.message, file: first.file, ...first.start, seq: this.#seq });
  }

  #fromGuest(message: GuestMessage): void {
    if (message.type === 'ack') this.#acknowledged(message);
    else if (message.type === 'pong') this.#answered();
    else if (message.type === 'calls') this.#call(message.calls);
    else if (message.type === 'cancel') this.#calls.cancel(message.ids);
    else if (message.type === 'problem') this.#report(message.problem);
    else if (message.type === 'shared') this.#events.onShared(message.key, message.value);
    else if (message.type === 'picture') this.#pictures.shift()?.(message.png);
    else if (message.type === 'key') this.#key(message.key);
    else if (message.type === 'password') this.#events.onPassword(message.shown);
    else if (message.type === 'origin') this.#picked(message.origin);
    else if (message.type === 'asked') this.#askers.shift()?.(message.asked);
    // A page of ours tells no state to its address.
    else if (message.type !== 'ready' && message.type !== 'state') this.#outgoing(message);
  }

  /** A key can only have been pressed where the focus is. */
  #key(key: 'escape' | 'menu' | 'send' | 'help'): void {
    if (document.activeElement === this.#link.element) this.#events.onKey(key);
  }

  /** A person's click in a frame is one in the pages around it too, so the browser says here whether there was one. */
  #outgoing(outgoing: Outgoing): void {
    if (navigator.userActivation.isActive) this.#events.onOutgoing(outgoing);
  }

  /** A text that is still being written isn't wrong yet, and what went wrong in the one before it is no news. */
  #report(problem: Problem): void {
    if (this.#wholeSince !== null && problem.seq >= this.#wholeSince) this.#events.onProblem(problem);
  }

  #acknowledged({ seq, outcome }: { seq: number; outcome: 'shown' | 'kept' | 'nothing' }): void {
    const request: CompilerRequest = { type: 'ack', seq };
    this.#worker.postMessage(request);
    clearTimeout(this.#healthTimer);
    const text = this.#text;
    if (outcome === 'shown' && text && this.#wholeSince !== null && seq >= this.#wholeSince) {
      this.#healthTimer = setTimeout(() => this.#events.onHealthy(text), HEALTHY_MS);
    }
  }

  #picked({ component, exact, calls }: Origin): void {
    const lines = calls.flatMap((id) => this.#lines.of(id) ?? []);
    this.#events.onOrigin({ component, exact, lines, missing: calls.length - lines.length });
  }

  #call(calls: Call[]): void {
    const { answer, signal } = this.#calls.begin(calls);
    const give = ({ line, ...told }: RecordedAnswer) => {
      if (line) this.#lines.add(told.id, line);
      answer(told);
    };
    this.#events.onCalls(calls, give, signal);
  }

  #die(phase: 'evaluate' | 'frozen' | 'breach', message: string): void {
    this.#events.onDead({ phase, message, seq: this.#seq });
  }
}
