import type { CompilerAnswer } from '../compile/worker-messages';
import type { FrameUrls } from './assets';
import { GuestLink, type LinkEvents } from './guest-link';
import { sendLateParts } from './late-parts';

export type FrameOwner = LinkEvents & {
  /** The guest can be told what to show. Said at once where it could before. */
  onReady(): void;
  onCompiler(answer: CompilerAnswer): void;
  onCompilerError(message: string): void;
};

/**
 * A frame that begins to live, with nothing of any program in it: the worker that compiles, the guest, the port to it. It
 * says what happens to it to one owner, or to nobody while it waits for one.
 */
export class StartedFrame {
  readonly worker: Worker;
  readonly link: GuestLink;
  readonly startedAt = performance.now();
  #owner: FrameOwner | null = null;
  #ready = false;
  #broken = false;

  constructor(container: HTMLElement, urls: FrameUrls) {
    this.worker = new Worker(urls.worker);
    this.worker.onmessage = (event: MessageEvent<CompilerAnswer>) => this.#owner?.onCompiler(event.data);
    this.worker.onerror = (event) => {
      this.#broken = true;
      this.#owner?.onCompilerError(event.message);
    };
    this.link = new GuestLink(container, urls.frame, {
      onMessage: (message) => {
        if (message.type === 'ready') this.#guestReady(urls);
        else this.#owner?.onMessage(message);
      },
      onBreach: (why) => this.#owner?.onBreach(why),
    });
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** Whether its worker failed or its guest was closed. */
  get isBroken(): boolean {
    return this.#broken || this.link.isClosed;
  }

  /** From now on it's the owner's. A frame has one owner in its life. */
  giveTo(owner: FrameOwner): void {
    this.#owner = owner;
    if (this.#ready) owner.onReady();
  }

  close(): void {
    this.worker.terminate();
    this.link.close();
  }

  #guestReady(urls: FrameUrls): void {
    if (this.#ready) return;
    this.#ready = true;
    this.#owner?.onReady();
    sendLateParts(this.link, urls.late);
  }
}
