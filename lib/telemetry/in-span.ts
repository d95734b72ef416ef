import { context, createContextKey, SpanStatusCode, trace } from '@opentelemetry/api';

/** Whose spans these are. Whatever else makes spans in this process (Next does) isn't sent. */
export const SCOPE = 'vitrine';

/** What may be said of work: names, counts, outcomes. Never arguments, rows, texts or keys. */
export type Facts = Record<string, string | number | boolean | undefined>;

/** Set in a context that is inside of one of our spans; one of somebody else's isn't sent, so it can't be a parent. */
const INSIDE = createContextKey('vitrine.inside');

/**
 * Does work within a span. `note` says more of it once that is known; `failed` that it went wrong, by a code. What is thrown marks the
 * span and goes on, without its words: they may quote what was asked. Costs next to nothing where no telemetry was started.
 */
export function inSpan<Value>(name: string, facts: Facts, work: (span: { note(facts: Facts): void; failed(code: string): void }) => Promise<Value>): Promise<Value> {
  const around = context.active();
  const root = around.getValue(INSIDE) !== true;
  return trace.getTracer(SCOPE).startActiveSpan(name, { attributes: facts, root }, around.setValue(INSIDE, true), async (span) => {
    const failed = (code: string) => void span.setAttribute('outcome', code).setStatus({ code: SpanStatusCode.ERROR, message: code });
    try {
      return await work({ note: (more) => void span.setAttributes(more), failed });
    } catch (error) {
      failed(error instanceof Error ? error.name : 'thrown');
      throw error;
    } finally {
      span.end();
    }
  });
}
