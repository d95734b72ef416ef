import { CallError } from '../../contract';
import { headerProblem } from '../../http/check-request';
import type { Guard } from '../../http/guarded-connect';
import type { HttpRequest } from '../../http/message';
import { readAddress } from '../../http/own-hosts';
import { Secrets } from '../../http/secrets';
import { Sender } from '../../http/sender';
import type { ApiPlan, SecurityScheme } from '../request-plan';
import { chooseSchemes, unmentionedSchemes } from './choose-schemes';
import { ClientToken } from './client-token';
import { basicPair, type Credential, type CredentialsByScheme, fits, secretsOf, trimmed } from './credential';
import { putCookie, putHeader, putQuery } from './put';

/** Bytes of an answer with a token: tokens must fit a header. */
const MAX_TOKEN_ANSWER_BYTES = 64_000;

type Served = { scheme: SecurityScheme; credential: Credential; token: ClientToken | null; sender: Sender | null };

export type Authorised = {
  request: HttpRequest;
  /** Forgets the fetched tokens that were used; false where there are none, so that another try would be the same. */
  renew(): boolean;
};

/** A connection's credentials: put on requests, and never seen elsewhere. */
export class Credentials {
  readonly secrets = new Secrets();
  readonly #served = new Map<string, Served>();
  readonly #everywhere: readonly string[];

  /** Throws a CallError where something can't be sent, or a token's address isn't for HTTP. */
  constructor(plan: ApiPlan, given: CredentialsByScheme, server: URL, guard: Guard) {
    for (const [name, untrimmed] of Object.entries(given)) {
      const scheme = Object.hasOwn(plan.security, name) ? plan.security[name]! : null;
      const credential = trimmed(untrimmed);
      for (const secret of secretsOf(credential)) this.secrets.add(secret);
      if (!scheme || !fits(scheme, credential)) continue;
      refuseUnsendable(name, credential);
      this.#served.set(name, { scheme, credential, ...openToken(scheme, credential, server, guard, this.secrets) });
    }
    this.#everywhere = unmentionedSchemes(plan).filter((name) => this.#served.has(name));
  }

  /** What an operation is missing: schemes of which one would do. Empty where it has all it needs. */
  missing(security: readonly (readonly string[])[]): string[] {
    const served = security.length === 0 || security.some((set) => set.every((name) => this.#served.has(name)));
    return served ? [] : [...new Set(security.flat())].filter((name) => !this.#served.has(name));
  }

  /** Puts the credentials on a request, fetching a token where one is needed. */
  async put(request: HttpRequest, security: readonly (readonly string[])[], signal: AbortSignal): Promise<Authorised> {
    const names = new Set([...chooseSchemes(security, (name) => this.#served.has(name)), ...this.#everywhere]);
    const used: (() => void)[] = [];
    let authorised = request;
    for (const name of names) {
      const served = this.#served.get(name)!;
      const fetched = await served.token?.get(signal);
      if (fetched !== undefined) used.push(() => served.token!.forget(fetched));
      authorised = putOne(authorised, served.scheme, fetched === undefined ? served.credential : { kind: 'token', value: fetched });
    }
    return {
      request: authorised,
      renew: () => {
        for (const forget of used) forget();
        return used.length > 0;
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#served.values()].map(({ sender }) => sender?.close()));
  }
}

function putOne(request: HttpRequest, scheme: SecurityScheme, credential: Credential): HttpRequest {
  if (credential.kind === 'basic') return putHeader(request, 'authorization', `Basic ${basicPair(credential.user, credential.password)}`);
  if (credential.kind === 'client') return request;
  if (scheme.kind === 'query') return putQuery(request, scheme.name, credential.value);
  if (scheme.kind === 'cookie') return putCookie(request, scheme.name, credential.value);
  if (scheme.kind === 'header') return putHeader(request, scheme.name, credential.value);
  return putHeader(request, 'authorization', `Bearer ${credential.value}`);
}

function openToken(scheme: SecurityScheme, credential: Credential, server: URL, guard: Guard, secrets: Secrets): Pick<Served, 'token' | 'sender'> {
  if (scheme.kind !== 'client-credentials' || credential.kind !== 'client') return { token: null, sender: null };
  const tokenUrl = readAddress(URL.parse(scheme.tokenUrl, server)?.href ?? '');
  // A token's address that moves is told: to follow would carry the client's secret along.
  const sender = new Sender({ ...guard, hosts: [tokenUrl], bytes: MAX_TOKEN_ANSWER_BYTES, redirects: 0 });
  return { sender, token: new ClientToken({ tokenUrl, scopes: scheme.scopes, id: credential.id, secret: credential.secret, sender, secrets }) };
}

function refuseUnsendable(name: string, credential: Credential): void {
  if (credential.kind === 'token' && headerProblem('x', credential.value)) {
    throw new CallError({ code: 'bad-arguments', message: `The credentials for '${name.slice(0, 60)}' have line breaks or signs that can’t be sent.`, retryable: false });
  }
}
