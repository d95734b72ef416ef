import { CallError } from '../contract';

/** Whoever waits and a clock, as one signal. */
export type Deadline = {
  signal: AbortSignal;
  /** The error of what ended first; null while neither has. */
  error(): CallError | null;
  stop(): void;
};

/** Ends after `ms`, or when `signal` fires. */
export function startDeadline(ms: number, signal: AbortSignal, retryable: boolean): Deadline {
  const controller = new AbortController();
  let ended: CallError | null = null;
  const end = (error: CallError) => {
    ended ??= error;
    controller.abort(ended);
  };
  const cancel = () => end(new CallError({ code: 'cancelled', message: 'The call was cancelled.', retryable: true }));
  const timer = setTimeout(() => end(new CallError({ code: 'limit-time', message: `There was no whole answer within ${ms / 1000} seconds.`, retryable })), ms);
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel);
  return {
    signal: controller.signal,
    error: () => ended,
    stop: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    },
  };
}
