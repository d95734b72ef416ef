import type { Call, CallAnswer, GuestMessage, HostMessage, Outgoing, Problem, Swap, Theme } from '../bridge/messages';
import type { LateUrls } from './assets';
import { GuestLink } from './guest-link';
import { sendLateParts } from './late-parts';
import { OpenCalls } from './open-calls';
import { Watchdog } from './watchdog';

export type FinishedProgram = {
  title: string;
  /** Compiled already: nothing of a source comes here. */
  swap: Swap;
  bindings: string[];
  shared: Record<string, unknown>;
  /** Values of its state, by name. */
  state: Record<string, unknown>;
};

export type FinishedSettings = { frame: string; late: LateUrls; theme: Theme; reducedMotion: boolean; locale: string };

export type FinishedEvents = {
  /** Calls of the guest. `answer` is called once for each; `signal` fires where nobody waits any more. */
  onCalls(calls: Call[], answer: (answer: CallAnswer) => void, signal: AbortSignal): void;
  onState(name: string, value: unknown, isFirst: boolean): void;
  onShared(key: string, value: unknown): void;
  onOutgoing(outgoing: Outgoing): void;
  onProblem(problem: Problem): void;
  onPassword(shown: boolean): void;
  onShown(): void;
};

/** A guest that never answers a request for a picture leaves the asker with none after this time. */
const PICTURE_MS = 5_000;

/** A program that is finished, living in a frame: no compiler, no drafts. One that hangs or breaks the rules is closed, and that is said. */
export class FinishedFrame {
  readonly #link: GuestLink;
  readonly #events: FinishedEvents;
  readonly #calls = new OpenCalls((answers) => this.#send({ type: 'answers', answers }));
  readonly #begin: () => void;
  #watchdog: Watchdog | null = null;
  #pictures: ((png: string | null) => void)[] = [];
  #seq: number;

  constructor(container: HTMLElement, program: FinishedProgram, { frame, late, theme, reducedMotion, locale }: FinishedSettings, events: FinishedEvents) {
    this.#events = events;
    this.#seq = program.swap.seq;
    this.#link = new GuestLink(container, frame, { onMessage: (message) => this.#hear(message), onBreach: (why) => this.#die('breach', why) });
    this.#link.element.title = `${program.title} (interface)`;
    this.#begin = () => {
      const { bindings, shared, state } = program;
      this.#send({ type: 'init', theme, reducedMotion, locale, bindings, shared, state });
      this.#send({ type: 'swap', swap: program.swap });
      sendLateParts(this.#link, late);
      this.#watchdog = new Watchdog((n) => this.#send({ type: 'ping', n }), () => this.#die('frozen', 'It no longer answered.'), () => false);
    };
  }

  setTheme(theme: Theme): void {
    this.#send({ type: 'theme', theme });
  }

  focus(): void {
    this.#link.element.focus();
  }

  /** What is on the screen as a PNG; null where it can't be had. */
  picture(size: { width: number; height: number; whole?: true }): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    this.#pictures.push(resolve);
    setTimeout(() => resolve(null), PICTURE_MS);
    this.#send({ type: 'picture', ...size });
    return promise;
  }

  close(): void {
    this.#watchdog?.stop();
    this.#link.close();
    this.#calls.cancelAll();
    for (const resolve of this.#pictures.splice(0)) resolve(null);
  }

  #send(message: HostMessage): void {
    this.#link.send(message);
  }

  #hear(message: GuestMessage): void {
    const events = this.#events;
    if (message.type === 'ready') this.#ready();
    else if (message.type === 'ack') events.onShown();
    else if (message.type === 'pong') this.#watchdog?.pong();
    else if (message.type === 'calls') this.#call(message.calls);
    else if (message.type === 'cancel') this.#calls.cancel(message.ids);
    else if (message.type === 'problem') events.onProblem(message.problem);
    else if (message.type === 'shared') events.onShared(message.key, message.value);
    else if (message.type === 'state') events.onState(message.name, message.value, message.isFirst);
    else if (message.type === 'picture') this.#pictures.shift()?.(message.png);
    else if (message.type === 'password') events.onPassword(message.shown);
    else if (message.type === 'link' || message.type === 'copy' || message.type === 'download' || message.type === 'print') this.#outgoing(message);
  }

  #ready(): void {
    if (!this.#watchdog) this.#begin();
  }

  #call(calls: Call[]): void {
    const { answer, signal } = this.#calls.begin(calls);
    this.#events.onCalls(calls, answer, signal);
  }

  /** A person's click in a frame is one in the pages around it too, so the browser says here whether there was one. */
  #outgoing(outgoing: Outgoing): void {
    if (navigator.userActivation.isActive) this.#events.onOutgoing(outgoing);
  }

  #die(phase: 'frozen' | 'breach', message: string): void {
    this.close();
    this.#events.onProblem({ phase, message, seq: this.#seq });
  }
}
