import { MAX_MESSAGES_PER_SECOND, RateLimit, parseGuestMessage } from '../bridge/guards';
import type { GuestMessage, HostMessage } from '../bridge/messages';

/**
 * One proxy frame with its guest, and the one MessagePort to it. Whoever holds a link hears only messages that keep the
 * rules; a breach or a closed link is said once, and nothing after it.
 */
export class GuestLink {
  readonly element: HTMLIFrameElement;
  readonly #port: MessagePort;
  #closed = false;

  constructor(
    container: HTMLElement,
    options: { frameUrl: string; title: string; onMessage(message: GuestMessage): void; onBreach(why: string): void },
  ) {
    const channel = new MessageChannel();
    this.#port = channel.port1;
    const rate = new RateLimit(MAX_MESSAGES_PER_SECOND);
    this.#port.onmessage = (event: MessageEvent<unknown>) => {
      if (this.#closed) return;
      const message = rate.take(performance.now()) ? parseGuestMessage(event.data) : null;
      if (message) return options.onMessage(message);
      this.close();
      options.onBreach('The program sent something the app doesn’t accept: too much, too often, or in no known form.');
    };
    this.element = proxyFrame(options.frameUrl, options.title);
    this.element.addEventListener(
      'load',
      () => this.element.contentWindow?.postMessage({ type: 'port' }, new URL(options.frameUrl).origin, [channel.port2]),
      { once: true },
    );
    container.replaceChildren(this.element);
  }

  send(message: HostMessage): void {
    if (!this.#closed) this.#port.postMessage(message);
  }

  close(): void {
    this.#closed = true;
    this.#port.close();
    this.element.remove();
  }
}

/** The frame of the sandbox site. Its own origin is allowed to it (it needs one to be another site); the guest inside gets none. */
function proxyFrame(url: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.setAttribute('allow', '');
  frame.referrerPolicy = 'no-referrer';
  frame.title = title;
  frame.className = 'block size-full border-0';
  frame.src = url;
  return frame;
}
