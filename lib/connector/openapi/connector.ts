import type { ApiBinding, Effect, Operation } from '../../binding/binding';
import type { CallCheck, CallResult, Connector } from '../contract';
import { checkBy, Operations } from '../operations';
import { startDeadline } from '../http/deadline';
import type { Guard } from '../http/guarded-connect';
import { MAX_HTTP_MS } from '../http/limits';
import { type HttpAnswer, type HttpRequest, isIdempotent } from '../http/message';
import { readAddress } from '../http/own-hosts';
import { Sender } from '../http/sender';
import { withoutSecrets } from '../http/without-secrets';
import type { CredentialsByScheme } from './credentials/credential';
import { Credentials } from './credentials/credentials';
import { encodeRequest } from './encode/encode-request';
import { explainStatus } from '../http/explain-status';
import { decodeAnswer } from './decode-answer';
import type { ApiPlan, RequestPlan } from './request-plan';

export type OpenApiOptions = Guard & {
  binding: ApiBinding;
  plan: ApiPlan;
  /** The base address of every operation: `https://api.github.com`. Its host is the connection's own. */
  server: string;
  /**
   * Base addresses beside it that are allowed too. An operation whose plan names one of them goes there (GitHub's uploads,
   * Stripe's files), credentials included; the others go to `server` whatever their plan says.
   */
  otherServers?: readonly string[];
  credentials: CredentialsByScheme;
  /** Milliseconds of one call, where they differ from the usual. */
  ms?: number;
};

/** A connector to an API by its plan. Throws a CallError where the server or the credentials can't be used. */
export function openApiConnector(options: OpenApiOptions): Connector<ApiBinding> {
  return new OpenApiConnector(options);
}

class OpenApiConnector implements Connector<ApiBinding> {
  readonly #binding: ApiBinding;
  readonly #plan: ApiPlan;
  readonly #operations: Operations;
  readonly #server: URL;
  /** By their address as plans name it. */
  readonly #otherServers: ReadonlyMap<string, URL>;
  readonly #sender: Sender;
  readonly #credentials: Credentials;
  readonly #ms: number;

  constructor({ binding, plan, server, otherServers = [], credentials, allowPrivate, resolve, ms = MAX_HTTP_MS }: OpenApiOptions) {
    this.#binding = binding;
    this.#plan = plan;
    this.#operations = new Operations(binding);
    this.#server = readAddress(server);
    this.#otherServers = new Map(otherServers.map((address) => [address, readAddress(address)]));
    this.#credentials = new Credentials(plan, credentials, this.#server, { allowPrivate, resolve });
    this.#sender = new Sender({ hosts: [this.#server, ...this.#otherServers.values()], allowPrivate, resolve, ms });
    this.#ms = ms;
  }

  async describe(): Promise<ApiBinding> {
    return this.#binding;
  }

  effectOf(name: string): Effect {
    return this.#operations.effectOf(name);
  }

  async call(name: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    const { operation, plan } = this.#find(name);
    const deadline = startDeadline(this.#ms, signal, isIdempotent(plan.method));
    try {
      const request = this.#encode(operation, plan, args);
      const start = performance.now();
      const answer = await this.#send(request, plan.security, deadline.signal);
      const ms = performance.now() - start;
      if (answer.status < 200 || answer.status >= 300) {
        throw explainStatus(answer, { title: this.#binding.title, method: plan.method, missing: this.#credentials.missing(plan.security) }, this.#credentials.secrets);
      }
      return { ...decodeAnswer(answer, { output: operation.output, types: this.#binding.types }, this.#credentials.secrets), ms };
    } catch (error) {
      throw withoutSecrets(deadline.error() ?? error, this.#credentials.secrets);
    } finally {
      deadline.stop();
    }
  }

  /** Compares the arguments with their types and builds the request, without sending it. */
  async check(name: string, args: unknown): Promise<CallCheck> {
    const { operation, plan } = this.#find(name);
    return checkBy(() => this.#encode(operation, plan, args), this.#credentials.secrets);
  }

  async close(): Promise<void> {
    await Promise.all([this.#sender.close(), this.#credentials.close()]);
  }

  #find(name: string): { operation: Operation; plan: RequestPlan } {
    const operation = this.#operations.find(name);
    return { operation, plan: this.#plan.requests[operation.name]! };
  }

  #encode(operation: Operation, plan: RequestPlan, args: unknown): HttpRequest {
    const input = this.#operations.validated(operation, args);
    const other = plan.servers.map((address) => this.#otherServers.get(address)).find(Boolean);
    return encodeRequest(plan, other ?? this.#server, input, this.#binding.types);
  }

  /** A token that is refused before its time is fetched anew, once: nothing was done with it. */
  async #send(request: HttpRequest, security: RequestPlan['security'], signal: AbortSignal): Promise<HttpAnswer> {
    const authorised = await this.#credentials.put(request, security, signal);
    const answer = await this.#sender.send(authorised.request, signal);
    if (answer.status !== 401 || !authorised.renew()) return answer;
    const renewed = await this.#credentials.put(request, security, signal);
    return this.#sender.send(renewed.request, signal);
  }
}
