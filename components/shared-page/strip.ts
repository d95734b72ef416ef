import type { Opening } from '@/lib/share/messages';
import { element } from './element';

/** The line under the interface: how old its data is, whose it is, and what to mind. */
export class Strip {
  readonly element = element('footer', { class: 'strip' });
  readonly #time = element('time');
  readonly #asOf = element('span', { class: 'as-of', hidden: true }, 'As of ', this.#time);
  readonly #warning = element('span', { class: 'warning', role: 'status' });
  readonly #change = element('span', { role: 'status' });
  readonly #actions = element('span', { class: 'actions' });
  #oldest: string | null = null;
  #waiting = 0;

  constructor({ by, shownTo }: Pick<Opening, 'by' | 'shownTo'>) {
    const facts = [by !== null && `From ${by}`, shownTo !== null && `As ${shownTo} may see it`].filter((fact) => fact !== false);
    this.element.append(this.#asOf, ...facts.map((fact) => element('span', { class: 'by' }, fact)), this.#warning, this.#change, this.#actions);
  }

  /** Data on the screen was read then: the oldest of it counts. */
  read(at: string): void {
    if (this.#oldest !== null && this.#oldest <= at) return;
    this.#oldest = at;
    const moment = new Date(at);
    const isToday = moment.toDateString() === new Date().toDateString();
    this.#time.dateTime = at;
    this.#time.title = moment.toLocaleString();
    this.#time.textContent = moment.toLocaleString(undefined, isToday ? { hour: 'numeric', minute: '2-digit' } : { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
    this.#asOf.hidden = false;
  }

  /** What was read before doesn't count any more. */
  readAnew(): void {
    this.#oldest = null;
  }

  /** A change waits for somebody's yes. */
  asks(): void {
    this.#waiting += 1;
    this.#tellWaiting();
  }

  /** What came of it. `message` says why it wasn't made. */
  asked(made: boolean, message: string): void {
    this.#waiting -= 1;
    if (made) this.readAnew();
    if (this.#waiting > 0) this.#tellWaiting();
    else this.#tell(made ? 'The change was allowed, and made.' : message, false);
  }

  #tellWaiting(): void {
    this.#tell(this.#waiting === 1 ? 'A change waits for approval. Keep this page open.' : `${this.#waiting} changes wait for approval. Keep this page open.`, true);
  }

  #tell(words: string, waits: boolean): void {
    this.#change.textContent = words;
    this.#change.classList.toggle('warning', waits);
  }

  warn(words: string): void {
    this.#warning.textContent = words;
  }

  /** Offers another page of the app. */
  lead(words: string, address: string): void {
    this.#actions.append(element('a', { href: address }, words));
  }

  /** Offers something to do. Gives how to take it back. */
  offer(words: string, act: () => void): () => void {
    const button = element('button', { type: 'button', click: act }, words);
    this.#actions.append(button);
    return () => button.remove();
  }
}
