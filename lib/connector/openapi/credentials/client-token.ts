import { CallError } from '../../contract';
import { headerProblem } from '../../http/check-request';
import type { HttpAnswer } from '../../http/message';
import type { Secrets } from '../../http/secrets';
import type { Sender } from '../../http/sender';
import { detailOf } from '../../http/detail';
import { encodeForm } from '../encode/form';
import { percentForm } from '../encode/percent';
import { basicPair } from './credential';

/** Milliseconds before its end at which a token is no longer used: a call takes as long as that. */
const EARLY_MS = 30_000;

/** Seconds that a token is kept of which isn't said how long it lasts. */
const UNSAID_SECONDS = 300;

/** Seconds that any token is kept. */
const MAX_SECONDS = 86_400;

export type ClientTokenOptions = { tokenUrl: URL; scopes: readonly string[]; id: string; secret: string; sender: Sender; secrets: Secrets };

/** An access token got by client credentials (RFC 6749, 4.4): fetched once for all who wait, kept until shortly before its end. */
export class ClientToken {
  readonly #options: ClientTokenOptions;
  #token: { value: string; until: number } | null = null;
  #pending: Promise<string> | null = null;
  /** Where the client says who it is: in a header as the standard prefers, or in the body where that was refused. */
  #inBody = false;

  constructor(options: ClientTokenOptions) {
    this.#options = options;
  }

  /** Rejects with a CallError, where `signal` fires too; the fetch goes on for others who wait. */
  get(signal: AbortSignal): Promise<string> {
    if (this.#token && performance.now() < this.#token.until) return Promise.resolve(this.#token.value);
    this.#pending ??= this.#fetch().finally(() => (this.#pending = null));
    return orAborted(this.#pending, signal);
  }

  /** The token was refused. A newer one stays. */
  forget(value: string): void {
    if (this.#token?.value === value) this.#token = null;
  }

  async #fetch(): Promise<string> {
    let answer = await this.#ask();
    if (isClientRefused(answer)) {
      this.#inBody = !this.#inBody;
      answer = await this.#ask();
    }
    const { value, seconds } = readToken(answer, this.#options);
    this.#options.secrets.addPassing(value);
    this.#token = { value, until: performance.now() + seconds * 1000 - EARLY_MS };
    return value;
  }

  #ask(): Promise<HttpAnswer> {
    const { tokenUrl, scopes, id, secret, sender } = this.#options;
    const fields = { grant_type: 'client_credentials', ...(scopes.length > 0 && { scope: scopes.join(' ') }), ...(this.#inBody && { client_id: id, client_secret: secret }) };
    const headers: Record<string, string> = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    if (!this.#inBody) headers.authorization = `Basic ${basicPair(percentForm(id), percentForm(secret))}`;
    return sender.send({ method: 'POST', url: tokenUrl, headers, body: Buffer.from(encodeForm(fields, {})) }, NEVER);
  }
}

/** The sender has a time limit of its own, and no waiting caller may end what others wait for. */
const NEVER = new AbortController().signal;

/** Servers that want the client's secret in the other place say so in one of these ways. */
function isClientRefused({ status, body }: HttpAnswer): boolean {
  return status === 401 || (status === 400 && body.includes('invalid_client'));
}

function readToken(answer: HttpAnswer, { tokenUrl, secrets }: ClientTokenOptions): { value: string; seconds: number } {
  const { status } = answer;
  if (status !== 200) {
    const detail = detailOf(answer, secrets);
    throw new CallError({ code: 'http-error', message: `${tokenUrl.hostname} gives no access token: it answered ${status}.`, hint: 'The connection’s client id or secret may be wrong.', retryable: status === 429 || status >= 500, status, detail });
  }
  const { access_token: value, token_type: type, expires_in: seconds } = parse(answer.body);
  const usable = typeof value === 'string' && value !== '' && !headerProblem('authorization', value) && (type === undefined || String(type).toLowerCase() === 'bearer');
  if (!usable) throw new CallError({ code: 'bad-answer', message: `${tokenUrl.hostname} answers without a bearer token.`, retryable: false });
  const lasting = Number(seconds);
  return { value, seconds: Math.min(MAX_SECONDS, lasting > 0 ? lasting : UNSAID_SECONDS) };
}

function parse(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new CallError({ code: 'cancelled', message: 'The call was cancelled.', retryable: true }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
