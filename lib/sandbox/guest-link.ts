import { Gate } from '../bridge/gate';
import type { GuestMessage, HostMessage } from '../bridge/messages';

export type LinkEvents = { onMessage(message: GuestMessage): void; onBreach(why: string): void };

/**
 * One proxy frame with its guest, and the one MessagePort to it. Whoever holds a link hears only messages that keep the
 * rules; a breach or a closed link is said once, and nothing after it.
 */
export class GuestLink {
  readonly element: HTMLIFrameElement;
  readonly #port: MessagePort;
  #events: LinkEvents;
  #closed = false;

  constructor(container: HTMLElement, frameUrl: string, events: LinkEvents) {
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#events = events;
    const gate = new Gate();
    this.#port.onmessage = (event: MessageEvent<unknown>) => {
      if (this.#closed) return;
      const passage = gate.pass(event.data, performance.now());
      if ('message' in passage) return this.#events.onMessage(passage.message);
      this.close();
      this.#events.onBreach(passage.breach);
    };
    this.element = proxyFrame(frameUrl);
    this.element.addEventListener(
      'load',
      () => this.element.contentWindow?.postMessage({ type: 'port' }, new URL(frameUrl).origin, [channel.port2]),
      { once: true },
    );
    container.replaceChildren(this.element);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** From now on these hear what the guest says. */
  listen(events: LinkEvents): void {
    this.#events = events;
  }

  /** Puts the living frame elsewhere in the page. False where this browser can't, and where there's none to be moved. */
  moveTo(container: HTMLElement): boolean {
    container.replaceChildren();
    try {
      container.moveBefore(this.element, null);
      return !this.#closed;
    } catch {
      return false;
    }
  }

  send(message: HostMessage, transfer: Transferable[] = []): void {
    if (!this.#closed) this.#port.postMessage(message, transfer);
  }

  close(): void {
    this.#closed = true;
    this.#port.close();
    this.element.remove();
  }
}

/** The frame of the sandbox site. Its own origin is allowed to it (it needs one to be another site); the guest inside gets none. */
function proxyFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.setAttribute('allow', '');
  frame.referrerPolicy = 'no-referrer';
  frame.className = 'block size-full border-0';
  // As the document in it is until it has a style: where the two differ, the browser paints the frame white behind it.
  frame.style.colorScheme = 'light';
  frame.src = url;
  return frame;
}
