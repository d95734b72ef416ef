import type { Shape } from '../../../binding/binding';
import { CallError } from '../../contract';
import type { HttpRequest } from '../../http/message';
import type { RequestPlan } from '../request-plan';
import { encodeBody } from './body';
import { encodeCookies, encodeHeaders, encodeQuery } from './parameters';
import { fillPath } from './path';

/**
 * A validated input as the request that its plan describes, without credentials. Pure. Throws a CallError where something in it
 * can't be sent: a path's variable that leads elsewhere, a header with line breaks.
 */
export function encodeRequest(plan: RequestPlan, server: URL, input: Readonly<Record<string, unknown>>, types: Readonly<Record<string, Shape>>): HttpRequest {
  const headers = encodeHeaders(plan.parameters, input);
  const cookies = encodeCookies(plan.parameters, input);
  if (cookies) headers.cookie = headers.cookie ? `${headers.cookie}; ${cookies}` : cookies;
  headers.accept = acceptOf(plan.accepts);
  const value = plan.body && Object.hasOwn(input, 'body') ? input.body : undefined;
  const encoded = plan.body && value !== undefined ? encodeBody(plan.body, value, types) : null;
  if (encoded) headers['content-type'] = encoded.contentType;
  return { method: plan.method, url: addressOf(plan, server, input), headers, body: encoded?.body ?? null };
}

function addressOf(plan: RequestPlan, server: URL, input: Readonly<Record<string, unknown>>): URL {
  // Some specifications tell operations apart by what a path may not hold: `/#Action=…`, `/things?kind=a`.
  const [template, fixed] = plan.path.split('#', 1)[0]!.split('?') as [string, string?];
  const base = server.pathname.replace(/\/+$/, '');
  const path = base + (template.startsWith('/') || !template ? '' : '/') + fillPath(template, plan.parameters, input);
  const query = [fixed, encodeQuery(plan.parameters, input)].filter(Boolean).join('&');
  const url = new URL(server.origin + (path || '/') + (query ? `?${query}` : ''));
  if (url.origin === server.origin && url.pathname.split('/').length === (path || '/').split('/').length) return url;
  throw new CallError({ code: 'bad-arguments', message: 'These arguments lead to another path.', retryable: false });
}

/** What is promised first is wanted most. */
function acceptOf(accepts: readonly string[]): string {
  const types = accepts.filter((type) => /^[\w.+*-]+\/[\w.+*-]+(; ?[\w-]+=[\w.-]+)*$/.test(type)).slice(0, MAX_ACCEPTED);
  if (types.length === 0) return 'application/json, */*;q=0.5';
  return types.map((type, i) => (i === 0 ? type : `${type};q=${(1 - i / 10).toFixed(1)}`)).join(', ');
}

/** Media types that an `accept` lists: some specifications name thirty. */
const MAX_ACCEPTED = 6;
