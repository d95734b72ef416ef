import { CallError } from '../contract';
import { MAX_REQUEST_BYTES, MAX_REQUEST_HEADER_UNITS, MAX_URL_UNITS } from './limits';
import type { HttpRequest } from './message';

/** Headers that say how a message is framed, by whom it is read, or that ask for another protocol: only the sender writes those. */
const RESERVED = new Set([
  'connection', 'content-length', 'expect', 'forwarded', 'host', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via',
]);

/** Why a header can't be sent, or null: a name is a token, a value has no line breaks, and some names are the sender's own. */
export function headerProblem(name: string, value: string): string | null {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return 'its name is no header’s name';
  if (RESERVED.has(name.toLowerCase()) || /^(proxy|sec)-/i.test(name)) return 'it belongs to the connection';
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? null : 'its value has line breaks, control characters, or others than Latin ones';
}

/** Throws a CallError where a request is too large or has a header that can't be sent. */
export function checkRequest({ url, headers, body }: HttpRequest): void {
  if (url.href.length > MAX_URL_UNITS) throw badArguments(`The address would have more than ${MAX_URL_UNITS.toLocaleString('en')} characters.`);
  let units = 0;
  for (const [name, value] of Object.entries(headers)) {
    const problem = headerProblem(name, value);
    if (problem) throw badArguments(`The header '${name.slice(0, 60)}' can't be sent: ${problem}.`);
    units += name.length + value.length + 4;
  }
  if (units > MAX_REQUEST_HEADER_UNITS) throw badArguments(`The headers would have more than ${MAX_REQUEST_HEADER_UNITS.toLocaleString('en')} characters.`);
  if (body && body.length > MAX_REQUEST_BYTES) throw badArguments(`The body would be larger than ${MAX_REQUEST_BYTES / 1_000_000} MB.`);
}

function badArguments(message: string): CallError {
  return new CallError({ code: 'bad-arguments', message, retryable: false });
}
