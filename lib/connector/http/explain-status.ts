import { STATUS_CODES } from 'node:http';
import { CallError } from '../contract';
import { type HttpAnswer, isIdempotent } from './message';
import type { Secrets } from './secrets';
import { detailOf } from './detail';

/** Refused before anything was done: worth another try whatever the method. */
const NOT_DONE = new Set([425, 429, 503]);

/** May have been done. */
const PERHAPS_DONE = new Set([408, 500, 502, 504]);

export type Asked = { title: string; method: string; /** Schemes for which the connection has no credentials. */ missing: readonly string[] };

/** An answer that is an error, as a CallError with its status and what it says. */
export function explainStatus(answer: HttpAnswer, { title, method, missing }: Asked, secrets: Secrets): CallError {
  const { status } = answer;
  const retryable = NOT_DONE.has(status) || (PERHAPS_DONE.has(status) && isIdempotent(method));
  const retryAfter = readRetryAfter(answer.headers['retry-after']);
  const reason = STATUS_CODES[status];
  return new CallError({
    code: 'http-error',
    message: `${title.slice(0, 60)} answered ${status}${reason ? ` ${reason}` : ''}.`,
    hint: hintOf(status, retryAfter, missing, PERHAPS_DONE.has(status) && !retryable),
    retryable,
    status,
    detail: detailOf(answer, secrets),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function hintOf(status: number, retryAfter: number | undefined, missing: readonly string[], perhapsDone: boolean): string | undefined {
  if (status === 401 && missing.length > 0) return `The connection has no credentials for ${missing.slice(0, 5).map((name) => `'${name.slice(0, 60)}'`).join(' or ')}.`;
  if (status === 401) return 'The connection’s credentials were refused.';
  if (status === 403) return 'The connection’s credentials don’t allow this.';
  if (retryAfter !== undefined) return `It wants to be asked again after ${retryAfter} s.`;
  if (status >= 300 && status < 400) return 'It leads elsewhere without saying where to.';
  return perhapsDone ? 'It may have been done nevertheless: look before it is repeated.' : undefined;
}

/** Seconds; the header has them or a date (RFC 9110, 10.2.3). */
function readRetryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
