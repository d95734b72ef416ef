import { EmptyResponseBodyError, InvalidResponseDataError, JSONParseError, TypeValidationError } from '@ai-sdk/provider';

/** What can be told from an error of any provider's package, without its shape. */
export type Fault = {
  /** The HTTP status where it says that something is wrong; an answer that breaks off began with 200. */
  status?: number;
  /** Seconds, at least 1. */
  retryAfter?: number;
  message: string;
  /** Everything it says of its kind: messages, types and codes, for the providers that say it only there. */
  words: string;
  /** It never reached the provider, or lost it on the way. */
  network: boolean;
  /** It reached us and isn't what the provider's protocol says. */
  unreadable: boolean;
};

/** Node's and undici's codes of connections that can't be made or break. */
const NETWORK = /ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOST|ENET|UND_ERR|ERR_SSL|CERT_|fetch failed|terminated|cannot connect|socket hang up|network|ConnectionRefused/i;

/** Longest wait that a provider may ask for; more is a mistake of its clock. */
const MAX_RETRY_AFTER_S = 24 * 60 * 60;

/** Errors are wrapped in one another; deeper than this nothing new is said. */
const MAX_DEPTH = 6;

export function readFault(error: unknown): Fault {
  const chain = chainOf(error);
  const status = chain.map((link) => link.statusCode).find((code): code is number => typeof code === 'number' && code >= 400);
  const words = chain.flatMap((link) => [link.message, link.type, link.code, link.name, link.responseBody]).filter((word) => typeof word === 'string').join(' ');
  const unreadable = chain.some(isUnreadable);
  return {
    ...(status !== undefined && { status }),
    ...retryAfterOf(chain),
    message: chain.map((link) => link.message).find((text): text is string => typeof text === 'string') ?? (typeof error === 'string' ? error : ''),
    words,
    network: status === undefined && !unreadable && NETWORK.test(words),
    unreadable: unreadable && status === undefined,
  };
}

/** Whether a provider says that this model can't be given tools, as servers of small local models do. */
export function refusesTools(error: unknown): boolean {
  const { status, words } = readFault(error);
  return status !== undefined && status < 500 && /\b(tools?|functions?)\b/i.test(words) && /\b(not|doesn.t|don.t|unsupported|cannot|can.t)\b/i.test(words);
}

type Link = Record<string, unknown>;

/** The error, its causes, and what a stream's error part holds (`{ error: … }`, `{ response: { error } }`). */
function chainOf(error: unknown): Link[] {
  const chain: Link[] = [];
  let next: unknown[] = [error];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const links = next.filter((link): link is Link => typeof link === 'object' && link !== null && !chain.includes(link as Link));
    chain.push(...links);
    next = links.flatMap((link) => [link.cause, link.error, link.response, link.data]);
  }
  return chain;
}

function isUnreadable(error: unknown): boolean {
  return [JSONParseError, TypeValidationError, InvalidResponseDataError, EmptyResponseBodyError].some((kind) => kind.isInstance(error));
}

function retryAfterOf(chain: Link[]): { retryAfter?: number } {
  const headers = chain.map((link) => link.responseHeaders).find((value): value is Record<string, string> => typeof value === 'object' && value !== null);
  const after = headers?.['retry-after'];
  const ms = Number(headers?.['retry-after-ms'] ?? NaN);
  const seconds = Number.isFinite(ms) ? ms / 1000 : after === undefined ? NaN : /^\s*[\d.]+\s*$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? { retryAfter: Math.min(Math.max(1, Math.ceil(seconds)), MAX_RETRY_AFTER_S) } : {};
}
