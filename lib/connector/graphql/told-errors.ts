import { CallError } from '../contract';
import { isRecord, listOf, own } from '../json-schema/json-value';
import { MAX_TOLD_ERRORS } from './limits';

/** What an answer says went wrong: where, and by which name its server knows it. */
export type ToldError = { message: string; path: (string | number)[]; code: string | null };

/** Read from `errors` of an answer, whatever stands there. */
export function readErrors(value: unknown): ToldError[] {
  return listOf(value).slice(0, MAX_READ).map((error) => {
    // GitHub says `type` where the others say `extensions.code`.
    const code = own(own(error, 'extensions'), 'code') ?? own(error, 'type');
    const message = isRecord(error) ? own(error, 'message') : error;
    return {
      message: typeof message === 'string' && message.trim() ? oneLine(message, MAX_MESSAGE_UNITS) : 'something went wrong',
      path: listOf(own(error, 'path')).filter((step) => typeof step === 'string' || typeof step === 'number'),
      code: typeof code === 'string' && code ? oneLine(code, MAX_CODE_UNITS) : null,
    };
  });
}

/** Errors that are looked at: one for each item of a long list. */
const MAX_READ = 1_000;
const MAX_MESSAGE_UNITS = 300;
const MAX_CODE_UNITS = 60;
const MAX_PATH_UNITS = 200;

/** Codes of refusals and of passing trouble, as Apollo, GitHub, Shopify and Hasura say them. */
const LATER = /RATE_?LIMIT|THROTTL|TIMEOUT|UNAVAILABLE|TOO_MANY|INTERNAL/i;
const NOT_KNOWN = /UNAUTHENTICATED|UNAUTHORIZED|INVALID[-_]?(JWT|TOKEN)/i;
const NOT_ALLOWED = /FORBIDDEN|ACCESS[-_]?DENIED|INSUFFICIENT_SCOPES|PERMISSION/i;

/** Errors of an answer as one, with the first in its message and more in its detail. */
export function explainErrors(errors: readonly ToldError[], { title, reads, missing }: { title: string; reads: boolean; missing: readonly string[] }, status: number): CallError {
  const [first, ...others] = errors as [ToldError, ...ToldError[]];
  const code = errors.map(({ code }) => code ?? '').find(Boolean) ?? '';
  return new CallError({
    code: 'http-error',
    message: `${title.slice(0, 60)} answered with ${others.length > 0 ? `${errors.length} errors, first` : 'an error'}: ${said(first)}`,
    hint: hintOf(code, missing, reads, errors),
    retryable: reads && LATER.test(code),
    status,
    ...(others.length > 0 && { detail: errors.slice(0, MAX_TOLD_ERRORS).map(said).join('\n') }),
  });
}

/** `NOT_FOUND at repository.owner: Could not resolve …` */
function said({ code, path, message }: ToldError): string {
  const where = path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${step}`)).join('');
  const place = [code, where && `at ${oneLine(where, MAX_PATH_UNITS)}`].filter(Boolean).join(' ');
  return place ? `${place}: ${message}` : message;
}

function hintOf(code: string, missing: readonly string[], reads: boolean, errors: readonly ToldError[]): string | undefined {
  if (NOT_KNOWN.test(code)) return missing.length > 0 ? 'The connection has no key.' : 'The connection’s credentials were refused.';
  if (NOT_ALLOWED.test(code)) return 'The connection’s credentials don’t allow this; select only what they do.';
  if (LATER.test(code) && reads) return undefined;
  // An error within what the change gives back comes after the change.
  return !reads && errors.some(({ path }) => path.length > 1) ? 'It may have been done nevertheless: look before it is repeated.' : undefined;
}

function oneLine(text: string, maxUnits: number): string {
  return text.slice(0, maxUnits * 2).replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, maxUnits);
}
