import type { Call, CallAnswer } from '../../lib/bridge/messages.ts';
import { createIsolates } from '../../lib/sandbox/isolate/isolates.ts';
import { type Executor, LONG_MS } from './executor.ts';

/** The server's isolate with a pool of the size that it has by itself. */
export async function ours(): Promise<Executor> {
  const isolates = createIsolates();
  await isolates.ready();
  const onCall = async ({ id, args }: Call): Promise<CallAnswer> => ({ id, ok: true, value: args, rows: 0, ms: 0 });
  return {
    async run(program, ms = LONG_MS) {
      const outcome = await isolates.run({ code: `return await (async () => {${program}})()`, bindings: [{ name: 'api', operations: ['echo'] }], onCall, limits: { ms, calls: 100_000 } });
      if (outcome.ok) return outcome.value;
      throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
    },
    ready: () => isolates.ready(),
    close: () => isolates.close(),
  };
}
