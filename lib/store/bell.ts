import type { Signal, Signals } from './signals';

/** Remembers a ring until somebody has waited for it, so that none between a look and the wait is missed. */
export class Bell {
  private rang = false;
  private wake: () => void = () => {};
  private readonly off: () => void;

  constructor(signals: Signals, signal: Signal) {
    this.off = signals.on(signal, () => {
      this.rang = true;
      this.wake();
    });
  }

  /** Resolves at the next ring since the last wait, when `signal` aborts, or after `patienceMs`. */
  async wait(signal: AbortSignal | undefined, patienceMs: number | null): Promise<void> {
    if (!this.rang && !signal?.aborted) {
      await new Promise<void>((resolve) => {
        const timer = patienceMs === null ? undefined : setTimeout(() => this.wake(), patienceMs);
        this.wake = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', this.wake);
          resolve();
        };
        signal?.addEventListener('abort', this.wake);
      });
    }
    this.rang = false;
  }

  close(): void {
    this.off();
  }
}
