import type { CallLine } from '@/lib/bridge/messages';

/** Whoever sits between may close a stream in which nothing comes. */
const SIGN_OF_LIFE_MS = 15_000;

/** Failures that say: this may not be done. */
const FORBIDDEN: ReadonlySet<string> = new Set(['not-granted', 'not-allowed', 'denied', 'not-read-only']);

/**
 * The answer to a batch: lines, each sent as soon as `work` writes it. Its status is known with the first line that isn't a refusal; where
 * all of them are, it is 403, so that the outside sees it too. The lines are the same either way.
 */
export async function callStream(signal: AbortSignal, work: (write: (line: CallLine) => void) => Promise<unknown>): Promise<Response> {
  const encoder = new TextEncoder();
  const status = Promise.withResolvers<200 | 403>();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const signOfLife = setInterval(() => {
        status.resolve(200);
        send('\n');
      }, SIGN_OF_LIFE_MS);
      await work((line) => {
        if (!isForbidden(line)) status.resolve(200);
        send(`${JSON.stringify(line)}\n`);
      });
      clearInterval(signOfLife);
      // Counts only where nothing else was said.
      status.resolve(403);
      if (!signal.aborted) controller.close();
    },
  });
  return new Response(stream, { status: await status.promise, headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' } });
}

function isForbidden(line: CallLine): boolean {
  return !('waits' in line) && !line.ok && FORBIDDEN.has(line.error.code);
}
