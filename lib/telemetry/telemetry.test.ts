import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Collector, startCollector } from '../../e2e/fakes/collector.ts';
import { inSpan } from './in-span';
import { startTelemetry } from './start';

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.url);
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-key=secret');
});
afterAll(() => {
  vi.unstubAllEnvs();
  return collector.close();
});

test('a collector receives our spans as OTLP, one within the other, without words of what failed, and nobody else’s', async () => {
  expect(await inSpan('before', {}, async () => 1)).toBe(1);
  const end = await startTelemetry();
  await trace.getTracer('somebody else').startActiveSpan('GET /api', async (other) => {
    await inSpan('reply', { model: 'm' }, async ({ note }) => {
      note({ rounds: 2 });
      const failing = inSpan('call', { binding: 'shop', rows: undefined }, async () => {
        throw new TypeError('password is hunter22');
      });
      await expect(failing).rejects.toThrow('hunter22');
      await inSpan('check', {}, async ({ failed }) => failed('limit-time'));
    });
    other.end();
  });
  await end();

  expect(collector.requests).toMatchObject([{ path: '/v1/traces', headers: { 'content-type': 'application/json', 'x-key': 'secret' } }]);
  expect(collector.requests[0]!.body).not.toContain('hunter22');
  const spans = collector.spans();
  expect(spans.map(({ name, scope, service }) => [name, scope, service['service.name']]).sort()).toEqual(['call', 'check', 'reply'].map((name) => [name, 'vitrine', 'vitrine']));
  const [call, check, reply] = spans.toSorted((a, b) => a.name.localeCompare(b.name));
  expect(reply!.parentSpanId).toBeUndefined();
  expect([call!.parentSpanId, check!.parentSpanId]).toEqual([reply!.spanId, reply!.spanId]);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(reply!.facts).toEqual({ model: 'm', rounds: 2 });
  expect(call).toMatchObject({ facts: { binding: 'shop', outcome: 'TypeError' }, status: { code: 2, message: 'TypeError' } });
  expect(check).toMatchObject({ facts: { outcome: 'limit-time' }, status: { code: 2, message: 'limit-time' } });
  expect(call!.events ?? []).toEqual([]);
});
