import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';

export type Timeouts = {
  /** Milliseconds without any part before the first text: models think, local servers load them into memory. */
  firstMs: number;
  /** Milliseconds without any part once text came. */
  idleMs: number;
};

export const DEFAULT_TIMEOUTS: Timeouts = { firstMs: 120_000, idleMs: 45_000 };

export class StalledError extends Error {
  readonly ms: number;
  constructor(ms: number) {
    super(`Nothing came for ${ms} ms.`);
    this.name = 'StalledError';
    this.ms = ms;
  }
}

/**
 * The parts of a model's answer as they come. Ends the request when the signal says so or when nothing comes for too
 * long, whether or not the model's package minds its signal.
 * @throws StalledError, the signal's reason, or what the model's package threw or sent as an error.
 */
export async function* readParts(
  model: LanguageModelV4,
  options: LanguageModelV4CallOptions,
  signal: AbortSignal,
  timeouts: Timeouts,
): AsyncGenerator<LanguageModelV4StreamPart> {
  const watch = new StallWatch(timeouts);
  const abortSignal = AbortSignal.any([signal, watch.signal]);
  const aborted = rejection(abortSignal);
  try {
    const { stream } = await Promise.race([model.doStream({ ...options, abortSignal }), aborted]);
    const reader = stream.getReader();
    try {
      for (;;) {
        const { done, value } = await Promise.race([reader.read(), aborted]);
        if (done) return;
        watch.saw(value);
        if (value.type === 'error') throw value.error;
        yield value;
      }
    } finally {
      reader.cancel().catch(() => {}); // A stream that broke can't be cancelled, and needn't.
    }
  } catch (error) {
    throw abortSignal.aborted ? abortSignal.reason : error;
  } finally {
    watch.stop();
  }
}

class StallWatch {
  readonly #timeouts: Timeouts;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout;
  #hasText = false;

  constructor(timeouts: Timeouts) {
    this.#timeouts = timeouts;
    this.#timer = this.#start(timeouts.firstMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  saw(part: LanguageModelV4StreamPart): void {
    if (this.#hasText || part.type !== 'text-delta') {
      this.#timer.refresh();
      return;
    }
    this.#hasText = true;
    clearTimeout(this.#timer);
    this.#timer = this.#start(this.#timeouts.idleMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #start(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(new StalledError(ms)), ms);
  }
}

/** Rejects once the signal is aborted; nobody has to wait for it. */
function rejection(signal: AbortSignal): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  promise.catch(() => {});
  return promise;
}
