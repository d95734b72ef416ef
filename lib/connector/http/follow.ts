import type { HttpAnswer, HttpRequest } from './message';
import { hostKey, refused, urlProblem } from './own-hosts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** All that another host is told: no credentials, whatever they are called. */
const CARRIED = ['accept', 'accept-encoding', 'accept-language', 'content-type', 'user-agent'];

export function isRedirect({ status, headers }: Pick<HttpAnswer, 'status' | 'headers'>): boolean {
  return REDIRECTS.has(status) && Boolean(headers.location);
}

/**
 * The request that a redirect asks for; null where an answer is none. Throws a CallError where it leads away from
 * the connection's own hosts, or from https to http.
 */
export function followRedirect(request: HttpRequest, { status, headers }: Pick<HttpAnswer, 'status' | 'headers'>, ownHosts: ReadonlySet<string>): HttpRequest | null {
  if (!isRedirect({ status, headers })) return null;
  const url = URL.parse(headers.location!, request.url);
  if (!url) throw refused(`${request.url.hostname} redirects to what is no address.`);
  const problem = urlProblem(url);
  if (problem) throw refused(`${request.url.hostname} redirects, and that is refused: ${problem}`);
  if (!ownHosts.has(hostKey(url))) throw refused(`${request.url.hostname} redirects to ${hostKey(url).slice(0, 100)}, which is no host of this connection.`);
  if (request.url.protocol === 'https:' && url.protocol === 'http:') throw refused(`${request.url.hostname} redirects from https to http.`);
  url.hash = '';
  const next = { ...request, url, headers: hostKey(url) === hostKey(request.url) ? request.headers : pick(request.headers) };
  return becomesGet(request.method, status) ? withoutBody(next) : next;
}

/** As browsers do it: what was posted isn't posted again unless the answer says so by 307 or 308. */
function becomesGet(method: string, status: number): boolean {
  return status === 303 ? method !== 'GET' && method !== 'HEAD' : status < 303 && method === 'POST';
}

function withoutBody(request: HttpRequest): HttpRequest {
  const { 'content-type': _type, 'content-encoding': _encoding, ...headers } = request.headers;
  return { ...request, method: 'GET', headers, body: null };
}

function pick(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => CARRIED.includes(name)));
}
