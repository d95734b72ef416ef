import { Agent, request as sendRequest } from 'undici';
import { checkRequest } from './check-request';
import { startDeadline } from './deadline';
import { explainFailure } from './failure';
import { followRedirect, isRedirect } from './follow';
import { type Guard, guardedConnect } from './guarded-connect';
import { MAX_ANSWER_BYTES, MAX_ANSWER_HEADER_BYTES, MAX_CONNECTIONS, MAX_ERROR_BYTES, MAX_HTTP_MS, MAX_REDIRECTS } from './limits';
import type { HttpAnswer, HttpRequest } from './message';
import { isIdempotent } from './message';
import { hostKey, refused, urlProblem } from './own-hosts';
import { readBody } from './read-body';

export type SenderOptions = Guard & {
  /** The only hosts that are ever connected to. */
  hosts: readonly URL[];
  /** Milliseconds and bytes of one answer, where they differ from the usual. */
  ms?: number;
  bytes?: number;
  /** 0 takes a redirect for an answer. */
  redirects?: number;
};

/** The way out for one connection: to its own hosts, at checked addresses, within limits. */
export class Sender {
  readonly #agent: Agent;
  readonly #ownHosts: ReadonlySet<string>;
  readonly #limits: { ms: number; bytes: number; redirects: number };

  constructor({ hosts, ms = MAX_HTTP_MS, bytes = MAX_ANSWER_BYTES, redirects = MAX_REDIRECTS, ...guard }: SenderOptions) {
    this.#ownHosts = new Set(hosts.map(hostKey));
    this.#limits = { ms, bytes, redirects };
    this.#agent = new Agent({
      connect: guardedConnect(guard),
      connections: MAX_CONNECTIONS,
      maxHeaderSize: MAX_ANSWER_HEADER_BYTES,
      headersTimeout: ms,
      bodyTimeout: ms,
    });
  }

  /**
   * Sends a request and reads its answer, whatever its status, following redirects among the own hosts. Rejects with a CallError;
   * `signal` ends it at any point.
   */
  async send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const deadline = startDeadline(this.#limits.ms, signal, isIdempotent(request.method));
    let next = request;
    try {
      for (let followed = 0; ; followed++) {
        const answer = await this.#sendOnce(next, deadline.signal);
        const redirected = this.#limits.redirects > 0 ? followRedirect(next, answer, this.#ownHosts) : null;
        if (!redirected) return answer;
        if (followed === this.#limits.redirects) throw refused(`${request.url.hostname} redirects more than ${this.#limits.redirects} times.`);
        next = redirected;
      }
    } catch (error) {
      throw deadline.error() ?? explainFailure(error, next.url.hostname, next.method);
    } finally {
      deadline.stop();
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #sendOnce(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { method, url, headers, body } = request;
    const problem = urlProblem(url) ?? (this.#ownHosts.has(hostKey(url)) ? null : `${hostKey(url)} is no host of this connection.`);
    if (problem) throw refused(problem);
    checkRequest(request);
    const answer = await sendRequest(url, { dispatcher: this.#agent, method, headers: { 'accept-encoding': 'gzip, br', 'user-agent': 'Vitrine', ...headers }, body, signal });
    // An answer that isn't read to its end is torn off, and that isn't news.
    answer.body.on('error', () => {});
    const told = firstOfEach(answer.headers);
    const { statusCode: status } = answer;
    // Where it leads on is all there is to a redirect.
    if (this.#limits.redirects > 0 && isRedirect({ status, headers: told })) {
      answer.body.destroy();
      return { status, headers: told, body: Buffer.alloc(0) };
    }
    const limit = status >= 300 ? { bytes: Math.min(MAX_ERROR_BYTES, this.#limits.bytes), cut: true } : { bytes: this.#limits.bytes, cut: false };
    return { status, headers: told, body: await readBody(answer.body, told['content-encoding'], limit) };
  }
}

function firstOfEach(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name.toLowerCase(), first]];
  }));
}
