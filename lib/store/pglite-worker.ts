/**
 * PGlite in a thread of its own, so that a query never holds up the server. It is loaded by Node as it stands, not bundled:
 * it may import packages and types only.
 */
import { PGlite, types } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';
import type { PgliteAnswer, PgliteRequest } from './pglite-thread';

const port = parentPort!;
const { folder } = workerData as { folder: string };

const asIs = (value: string) => value;
/** Moments stay text, as drizzle wants them from a driver. */
const parsers = { [types.TIMESTAMP]: asIs, [types.TIMESTAMPTZ]: asIs, [types.DATE]: asIs, [types.INTERVAL]: asIs };

const database = await PGlite.create({ dataDir: folder, parsers });

port.on('message', (request: PgliteRequest) => void answer(request));
port.postMessage({ id: 0, ok: true } satisfies PgliteAnswer);

async function answer(request: PgliteRequest): Promise<void> {
  try {
    if (request.close) {
      await database.close();
      port.postMessage({ id: request.id, ok: true } satisfies PgliteAnswer);
      return;
    }
    const { rows, fields, affectedRows } = await database.query(request.sql, request.params, { rowMode: request.rowMode });
    port.postMessage({ id: request.id, ok: true, result: { rows, fields, affectedRows } } satisfies PgliteAnswer);
  } catch (error) {
    const { message, code, constraint } = error as { message: string; code?: string; constraint?: string };
    port.postMessage({ id: request.id, ok: false, error: { message, code, constraint } } satisfies PgliteAnswer);
  }
}
