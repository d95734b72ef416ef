import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { SCOPE } from './in-span';

/** What a collector that isn't there may hold up the end of the process. */
const SHUTDOWN_MS = 2_000;

/**
 * Sends spans by OTLP over HTTP (JSON), from now on. Where to, with which headers and how often OpenTelemetry's own variables say. The
 * parts for it are loaded only here. Gives how to send what is left and end it.
 */
export async function startTelemetry(): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes, defaultResource, detectResources, envDetector }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const named = defaultResource().merge(resourceFromAttributes({ 'service.name': 'vitrine' })).merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({ resource: named, spanProcessors: [onlyOurs(new BatchSpanProcessor(new OTLPTraceExporter()))] });
  // No header of ours goes along with what is asked outside.
  provider.register({ propagator: null });
  return async () => {
    await Promise.race([provider.shutdown().catch((error: unknown) => console.error(error)), new Promise((resolve) => setTimeout(resolve, SHUTDOWN_MS).unref())]);
  };
}

function onlyOurs(next: SpanProcessor): SpanProcessor {
  const isOurs = ({ instrumentationScope }: Pick<ReadableSpan, 'instrumentationScope'>) => instrumentationScope.name === SCOPE;
  return {
    onStart: (span, parent) => void (isOurs(span) && next.onStart(span, parent)),
    onEnd: (span) => void (isOurs(span) && next.onEnd(span)),
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  };
}
