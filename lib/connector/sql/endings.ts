import { CallError } from '../contract';
import { MAX_QUERY_MS, MAX_RESULT_UNITS, MAX_ROWS } from '../limits';

/** How a query ends that didn't come to its end, in words that are the same for every database. */

export function cancelled(): CallError {
  return new CallError({ code: 'cancelled', message: 'The query was cancelled.', retryable: true });
}

export function tooBusy(): CallError {
  return new CallError({ code: 'unavailable', message: 'Too many queries are running; try again in a moment.', retryable: true });
}

export function closed(): CallError {
  return new CallError({ code: 'unavailable', message: 'The connection is closed.', retryable: true });
}

export function tooSlow(): CallError {
  return new CallError({
    code: 'limit-time',
    message: `The query took longer than ${MAX_QUERY_MS / 1000} s and was stopped.`,
    hint: 'Filter earlier, join on keys, or aggregate before joining.',
    retryable: false,
  });
}

export function tooManyRows(): CallError {
  return new CallError({
    code: 'limit-rows',
    message: `The query returns more than ${MAX_ROWS.toLocaleString('en')} rows.`,
    hint: 'Aggregate in SQL (group by), filter, or add a limit.',
    retryable: false,
  });
}

export function tooLarge(): CallError {
  return new CallError({
    code: 'limit-bytes',
    message: `The result is larger than ${MAX_RESULT_UNITS / 1_000_000} MB.`,
    hint: 'Select fewer columns, aggregate in SQL, or add a limit.',
    retryable: false,
  });
}
