import { EventEmitter } from 'node:events';

/**
 * `reply:<id>`: its log grew or ended. `stop:<id>`: somebody wants it to stop. `approval:<id>`: it was decided. `grants:<program>`: one came or went.
 * `reading:<team>:<binding>`: whether every program of the team may read it. `share:<id>`: a link was changed, or what it shows.
 */
export type Signal = `reply:${string}` | `stop:${string}` | `approval:${string}` | `grants:${string}` | `reading:${string}` | `share:${string}` | `data-token:${string}`;

/** Tells listeners that something is worth a look in the database. A signal carries nothing and may be repeated. */
export class Signals {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly passOn: (signal: Signal) => void;

  /** `passOn` tells the other processes, where there can be any. */
  constructor(passOn: (signal: Signal) => void = () => {}) {
    this.passOn = passOn;
  }

  /** Says it here and to the other processes. */
  announce(signal: Signal): void {
    this.ring(signal);
    this.passOn(signal);
  }

  /** Says it here only. */
  ring(signal: Signal): void {
    this.emitter.emit(signal);
  }

  on(signal: Signal, listener: () => void): () => void {
    this.emitter.on(signal, listener);
    return () => this.emitter.off(signal, listener);
  }
}
