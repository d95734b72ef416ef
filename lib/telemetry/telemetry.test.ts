import { context, trace } from '@opentelemetry/api';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inSpan } from './in-span';
import { startTelemetry } from './start';

type Value = { stringValue?: string; intValue?: number; boolValue?: boolean };
type Attributes = { key: string; value: Value }[];
type Sent = { name: string; traceId: string; spanId: string; parentSpanId?: string; attributes: Attributes; status: { code?: number; message?: string }; events?: unknown[] };
type Request = { resourceSpans: { resource: { attributes: Attributes }; scopeSpans: { scope: { name: string }; spans: Sent[] }[] }[] };

const requests: { path: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
const collector = http.createServer(async (request, response) => {
  requests.push({ path: request.url!, headers: request.headers, body: Buffer.concat(await Array.fromAsync(request)).toString() });
  response.setHeader('content-type', 'application/json').end('{}');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-key=secret');
});
afterAll(() => {
  vi.unstubAllEnvs();
  collector.close();
});

const factsOf = (attributes: Attributes) => Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

test('a collector receives our spans as OTLP, one within the other, without words of what failed, and nobody else’s', async () => {
  expect(await inSpan('before', {}, async () => 1)).toBe(1);
  const end = await startTelemetry();
  await trace.getTracer('somebody else').startActiveSpan('GET /api', async (other) => {
    await inSpan('reply', { model: 'm' }, async ({ note }) => {
      note({ rounds: 2 });
      await expect(
        inSpan('call', { binding: 'shop', rows: undefined }, async () => {
          throw new TypeError('password is hunter22');
        }),
      ).rejects.toThrow('hunter22');
      await inSpan('check', {}, async ({ failed }) => failed('limit-time'));
    });
    other.end();
  });
  await end();

  expect(requests).toHaveLength(1);
  const [{ path, headers, body }] = requests as [(typeof requests)[0]];
  expect(path).toBe('/v1/traces');
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-key': 'secret' });
  expect(body).not.toContain('hunter22');
  const { resourceSpans } = JSON.parse(body) as Request;
  expect(factsOf(resourceSpans[0]!.resource.attributes)).toMatchObject({ 'service.name': 'vitrine' });
  expect(resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.map(({ scope }) => scope.name))).toEqual(['vitrine']);
  const spans = resourceSpans[0]!.scopeSpans[0]!.spans;
  const [call, check, reply] = ['call', 'check', 'reply'].map((name) => spans.find((span) => span.name === name)!);
  expect(spans).toHaveLength(3);
  expect(reply!.parentSpanId).toBeUndefined();
  expect([call!.parentSpanId, check!.parentSpanId]).toEqual([reply!.spanId, reply!.spanId]);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(factsOf(reply!.attributes)).toEqual({ model: 'm', rounds: 2 });
  expect(factsOf(call!.attributes)).toEqual({ binding: 'shop', outcome: 'TypeError' });
  expect(call!.status).toEqual({ code: 2, message: 'TypeError' });
  expect(check!.status).toMatchObject({ code: 2, message: 'limit-time' });
  expect(call!.events ?? []).toEqual([]);
  context.disable();
});
