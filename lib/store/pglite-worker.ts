/**
 * PGlite in a thread of its own, so that a query never holds up the server. It is loaded by Node as it stands, not bundled:
 * what it imports from beside it needs its extension.
 */
import { PGlite, types } from '@electric-sql/pglite';
import { fsyncSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { prepareFolder } from './pglite-folder.ts';
import type { PgliteAnswer, PgliteRequest } from './pglite-thread.ts';

const port = parentPort!;
const { folder } = workerData as { folder: string };

const asIs = (value: string) => value;
/** Moments stay text, as drizzle wants them from a driver. */
const parsers = { [types.TIMESTAMP]: asIs, [types.TIMESTAMPTZ]: asIs, [types.DATE]: asIs, [types.INTERVAL]: asIs };

await prepareFolder(folder);
const database = await openDurable();

port.on('message', (request: PgliteRequest) => void answer(request));
port.postMessage({ id: 0, ok: true } satisfies PgliteAnswer);

/**
 * What is acknowledged has to outlast a power cut. PGlite is started without fsync (`-F`), and its bridge to Node's files
 * has none either: here Postgres is told to call it, and the bridge to pass it on. Costs 0.3 ms a commit.
 */
async function openDurable(): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];
  const opened = await PGlite.create({ dataDir: folder, parsers, startParams });
  const files = opened.Module.FS.lookupPath('/pglite/data', {}).node.mount.type as unknown as { stream_ops: StreamOperations };
  files.stream_ops.fsync = ({ nfd }) => {
    if (nfd !== undefined) fsyncSync(nfd); // Folders have none.
    return 0;
  };
  return opened;
}

type StreamOperations = { fsync?: (stream: { nfd?: number }) => number };

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
