import { Socket, isIP } from 'node:net';
import { type Guard, checkedLookup, refusal } from '../http/guarded-connect';

/**
 * A socket that drivers of databases connect with. It goes to checked addresses only: a name is resolved once, and the connection
 * goes to one of the addresses that were looked at.
 */
export class GuardedSocket extends Socket {
  readonly #guard: Guard;

  constructor(guard: Guard) {
    super();
    this.#guard = guard;
  }

  // Drivers call it in this one of Socket's many ways.
  override connect(port: unknown, host?: unknown): this {
    if (typeof port !== 'number' || typeof host !== 'string') throw new TypeError('A database is connected to by its port and host.');
    const { allowPrivate, resolve } = this.#guard;
    const wrong = isIP(host) ? refusal(host, [host], allowPrivate) : null;
    if (wrong) {
      process.nextTick(() => this.destroy(wrong));
      return this;
    }
    return super.connect({ port, host, lookup: checkedLookup(allowPrivate, resolve) });
  }
}
