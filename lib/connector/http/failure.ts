import { CallError, type CallErrorData, callErrorData } from '../contract';
import { isIdempotent } from './message';

type Words = Pick<CallErrorData, 'code' | 'message'> & { retry: 'always' | 'idempotent' | 'never' };

/** By the codes of Node and undici. Nothing was sent yet where it is `always` worth another try. */
const WORDS: Record<string, Words> = {
  ENOTFOUND: { code: 'unavailable', message: 'has no address', retry: 'always' },
  EAI_AGAIN: { code: 'unavailable', message: 'has no address right now', retry: 'always' },
  ECONNREFUSED: { code: 'unavailable', message: 'refuses connections', retry: 'always' },
  EHOSTUNREACH: { code: 'unavailable', message: 'can’t be reached', retry: 'always' },
  ENETUNREACH: { code: 'unavailable', message: 'can’t be reached', retry: 'always' },
  ETIMEDOUT: { code: 'unavailable', message: 'doesn’t answer to connections', retry: 'always' },
  UND_ERR_CONNECT_TIMEOUT: { code: 'unavailable', message: 'doesn’t answer to connections', retry: 'always' },
  UND_ERR_HEADERS_OVERFLOW: { code: 'limit-bytes', message: 'answers with headers that are too large', retry: 'never' },
  UND_ERR_HEADERS_TIMEOUT: { code: 'limit-time', message: 'took too long to answer', retry: 'idempotent' },
  UND_ERR_BODY_TIMEOUT: { code: 'limit-time', message: 'took too long to answer', retry: 'idempotent' },
  UND_ERR_DESTROYED: { code: 'cancelled', message: 'isn’t asked any more: the connection was closed', retry: 'always' },
  UND_ERR_CLOSED: { code: 'cancelled', message: 'isn’t asked any more: the connection was closed', retry: 'always' },
};

/**
 * What went wrong on the way to a host and back, as a CallError. Without a cause: a parser's error holds what the server
 * sent, and that may be our own secrets.
 */
export function explainFailure(error: unknown, hostname: string, method: string): CallError {
  const data = callErrorData(error);
  if (data) return new CallError(data);
  const code = codeOf(error);
  const words = (Object.hasOwn(WORDS, code) ? WORDS[code] : undefined) ?? otherWords(code);
  const retryable = words.retry === 'always' || (words.retry === 'idempotent' && isIdempotent(method));
  const hint = words.retry === 'idempotent' && !retryable ? 'It may have been done nevertheless: look before it is repeated.' : undefined;
  return new CallError({ code: words.code, message: `${hostname} ${words.message}.`, hint, retryable });
}

function otherWords(code: string): Words {
  if (code === 'HTTPParserError' || code.startsWith('HPE_')) return { code: 'bad-answer', message: 'answers with something that isn’t HTTP', retry: 'idempotent' };
  if (/CERT|TLS|SSL|SIGNATURE|ISSUER/.test(code)) return { code: 'unavailable', message: `can’t be trusted: ${code.slice(0, 60)}`, retry: 'never' };
  return { code: 'unavailable', message: 'broke the connection', retry: 'idempotent' };
}

/** Several addresses were tried where it's an AggregateError; the first says enough. Some of undici's have only a name. */
function codeOf(error: unknown): string {
  const { code, errors, name } = (error ?? {}) as { code?: unknown; errors?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  if (Array.isArray(errors) && errors.length > 0) return codeOf(errors[0]);
  return typeof name === 'string' ? name : '';
}
