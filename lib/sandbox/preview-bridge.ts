import { Gate } from '../bridge/gate';
import type { Call, CallAnswer } from '../bridge/messages';
import { OpenCalls } from './open-calls';

export type PreviewEvents = {
  onCalls(calls: Call[], answer: (answer: CallAnswer) => void, signal: AbortSignal): void;
  /** It broke the rules of the bridge, and has no port any more. */
  onBreach(why: string): void;
};

/** What a project says when it begins (`template/src/vitrine/page.ts`), and what it's answered with, a port beside it. */
const READY = 'vitrine:ready';
const PORT = 'vitrine:port';

/**
 * The host's end of the bridge to a project that runs in a frame of another origin. It is as hostile as the guest: only this window on this
 * origin gets a port, every message goes through the same gate as a guest's, and nothing but calls is taken of it.
 */
export class PreviewBridge {
  readonly #frame: HTMLIFrameElement;
  readonly #origin: string;
  readonly #events: PreviewEvents;
  readonly #gate = new Gate();
  #port: MessagePort | null = null;
  #calls: OpenCalls | null = null;

  constructor(frame: HTMLIFrameElement, origin: string, events: PreviewEvents) {
    if (origin === location.origin) throw new Error('A preview of the app’s own origin would be no stranger.');
    this.#frame = frame;
    this.#origin = origin;
    this.#events = events;
    addEventListener('message', this.#hear);
  }

  close(): void {
    removeEventListener('message', this.#hear);
    this.#drop();
  }

  readonly #hear = ({ source, origin, data }: MessageEvent) => {
    if (source !== this.#frame.contentWindow || origin !== this.#origin || data !== READY) return;
    // It was loaded anew: what the one before waited for is nobody's.
    this.#drop();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#calls = new OpenCalls((answers) => port1.postMessage({ type: 'answers', answers }));
    port1.onmessage = (event) => this.#take(event.data);
    this.#frame.contentWindow!.postMessage(PORT, this.#origin, [port2]);
  };

  #take(data: unknown): void {
    const passage = this.#gate.pass(data, performance.now());
    const message = 'message' in passage ? passage.message : null;
    if (message?.type === 'calls') {
      const { answer, signal } = this.#calls!.begin(message.calls);
      this.#events.onCalls(message.calls, answer, signal);
    } else if (message?.type === 'cancel') this.#calls!.cancel(message.ids);
    else this.#breach('breach' in passage ? passage.breach : `The project sent a message of the kind “${message!.type}”, which is a frame’s.`);
  }

  #breach(why: string): void {
    this.close();
    this.#events.onBreach(why);
  }

  #drop(): void {
    this.#port?.close();
    this.#calls?.cancelAll();
    this.#port = null;
    this.#calls = null;
  }
}
