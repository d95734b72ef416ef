/** A collector of spans: OTLP over HTTP, as JSON. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

type Attributes = { key: string; value: Record<string, string | number | boolean> }[];
type Resource = { resource: { attributes: Attributes }; scopeSpans: { scope: { name: string }; spans: Sent[] }[] };
type Sent = { name: string; traceId: string; spanId: string; parentSpanId?: string; attributes: Attributes; status: { code?: number; message?: string }; events?: unknown[] };

export type Span = Omit<Sent, 'attributes'> & { facts: Record<string, string | number | boolean>; scope: string; service: Record<string, string | number | boolean> };
export type Collector = {
  url: string;
  requests: { path: string; headers: IncomingHttpHeaders; body: string }[];
  /** All that came so far. */
  spans(): Span[];
  close(): Promise<void>;
};

export async function startCollector(): Promise<Collector> {
  const requests: Collector['requests'] = [];
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url!, headers: request.headers, body: Buffer.concat(await Array.fromAsync(request)).toString() });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    spans: () => requests.flatMap(({ body }) => (JSON.parse(body) as { resourceSpans: Resource[] }).resourceSpans.flatMap(spansOf)),
    close: () => new Promise((resolve) => void (server.close(() => resolve()), server.closeAllConnections())),
  };
}

function spansOf({ resource, scopeSpans }: Resource): Span[] {
  const service = factsOf(resource.attributes);
  return scopeSpans.flatMap(({ scope, spans }) => spans.map(({ attributes, ...span }) => ({ ...span, facts: factsOf(attributes), scope: scope.name, service })));
}

function factsOf(attributes: Attributes): Span['facts'] {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]!]));
}
