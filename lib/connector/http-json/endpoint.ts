import { SpecProblem } from '../openapi/spec-problem';

/** One endpoint as a person writes it: `GET https://api.example.com/users/{id=42}?page=1`. */
export type Endpoint = {
  method: string;
  /** `/users/{id}` */
  path: string;
  origin: string;
  /** Gaps of the path and values of the query, each with what was written in its place. */
  pathSamples: Record<string, string>;
  querySamples: Record<string, string>;
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** More are an API, and have a specification somewhere. */
export const MAX_ENDPOINTS = 50;

/** Endpoints, one a line, all of one server. The method is GET unless it is said. @throws SpecProblem in words for a person */
export function readEndpoints(text: string): Endpoint[] {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  if (lines.length === 0) throw new SpecProblem('Give an address that answers with JSON.');
  if (lines.length > MAX_ENDPOINTS) throw new SpecProblem(`There are ${lines.length} addresses; ${MAX_ENDPOINTS} are the most.`);
  const endpoints = lines.map(readEndpoint);
  const other = endpoints.find(({ origin }) => origin !== endpoints[0]!.origin);
  if (other) throw new SpecProblem(`${other.origin} is another server than ${endpoints[0]!.origin}. Make a connection of its own for it.`);
  return endpoints;
}

function readEndpoint(line: string): Endpoint {
  const [, said, address = ''] = /^(?:([A-Za-z]+)\s+)?(\S+)$/.exec(line) ?? [];
  const method = (said ?? 'GET').toUpperCase();
  if (!METHODS.includes(method)) throw new SpecProblem(`“${line.slice(0, 100)}” is no address: a line is one address, perhaps with ${METHODS.join(', ')} before it.`);
  const pathSamples: Record<string, string> = {};
  // A gap isn't part of what an address may hold: it's taken out first.
  const gaps = address.split('?')[0]!.matchAll(/\{(\w{1,60})(?:=([^{}/]*))?\}/g);
  for (const [, name, sample = ''] of gaps) pathSamples[name!] = sample;
  const plain = address.replace(/\{(\w{1,60})(?:=[^{}/]*)?\}/g, (_, name: string) => `GAP-${name}-GAP`);
  const url = URL.parse(plain);
  if (!url || !/^https?:$/.test(url.protocol)) throw new SpecProblem(`“${address.slice(0, 100)}” is no address. It begins with https://.`);
  if (url.username || url.password) throw new SpecProblem('Leave user and password out of the address.');
  const path = url.pathname.replace(/GAP-(\w+?)-GAP/g, '{$1}');
  return { method, path, origin: url.origin, pathSamples, querySamples: Object.fromEntries(url.searchParams) };
}

/** The address that is asked for a sample; null where a gap has no value, or asking might change something. */
export function sampleAddress({ method, path, origin, pathSamples, querySamples }: Endpoint): URL | null {
  if (method !== 'GET' || Object.values(pathSamples).includes('')) return null;
  const url = new URL(origin + path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(pathSamples[name] ?? '')));
  for (const [name, value] of Object.entries(querySamples)) url.searchParams.set(name, value);
  return url;
}
