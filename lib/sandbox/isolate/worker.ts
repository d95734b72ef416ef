/**
 * A thread of the pool: runs one run at a time, each in an instance of its own, and makes the next instance ready in
 * between. It is loaded by Node as it stands, not bundled: what it imports from beside it needs its extension.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Instance } from './instance.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { FromThread, RunRequest, ToThread, Warm } from './messages.ts';

const port = parentPort!;
const send = (message: FromThread) => port.postMessage(message, []);

const stop = new Int32Array(new SharedArrayBuffer(4));
const isStopped = (run: number) => Atomics.load(stop, 0) === run;

// Only the first thread makes it, and needs what reads TypeScript.
const warm = (workerData as { warm: Warm | null }).warm ?? (await (await import('./warm.ts')).makeWarm());
let next = await prepare();
let current: { run: number; instance: Instance } | null = null;

port.on('message', (message: ToThread) => void receive(message));
send({ type: 'ready', warm, stop });

async function receive(message: ToThread): Promise<void> {
  if (message.type === 'run') await begin(message.request);
  else if (current?.run !== message.run) return;
  else if (message.type === 'answers') current.instance.settle(message.json, message.heldMs);
  else current.instance.cancel();
  if (current?.instance.isOver) await refill();
}

async function begin(request: RunRequest): Promise<void> {
  const { memoryBytes, stackBytes } = request.limits;
  const fits = memoryBytes === DEFAULT_LIMITS.memoryBytes && stackBytes === DEFAULT_LIMITS.stackBytes;
  const instance = fits ? next : await prepare(request.limits);
  current = { run: request.run, instance };
  instance.begin(request);
}

/** The instance that ran is let go of, and its memory with it. */
async function refill(): Promise<void> {
  current = null;
  next = await prepare();
  send({ type: 'free' });
}

function prepare(limits = DEFAULT_LIMITS): Promise<Instance> {
  return Instance.restore(warm, limits, isStopped, send);
}
