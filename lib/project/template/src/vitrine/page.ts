import { CallFailed } from './call-failed';
import { page } from './source';

type Call = { binding: string; operation: string; args: unknown };
type Answer = { id: number; ok: true; value: unknown } | { id: number; ok: false; error: { code: string; message: string; hint?: string; retryable: boolean } };

const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
let lastId = 0;
let port: Promise<MessagePort> | null = null;

/** Makes a call by way of the page around this one, which asks its server. @throws CallFailed */
export async function callPage(call: Call): Promise<unknown> {
  const to = await (port ??= askForPort());
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    to.postMessage({ type: 'calls', calls: [{ id, ...call }] });
  });
}

/** The page hands a port over once it is asked; nobody else's is taken. */
function askForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    addEventListener('message', function take({ origin, data, ports }) {
      if (origin !== page || data !== 'vitrine:port' || !ports[0]) return;
      removeEventListener('message', take);
      ports[0].onmessage = ({ data }: MessageEvent<{ type: string; answers: Answer[] }>) => data.type === 'answers' && data.answers.forEach(settle);
      resolve(ports[0]);
    });
    parent.postMessage('vitrine:ready', page!);
  });
}

function settle(answer: Answer): void {
  const caller = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (answer.ok) caller?.resolve(answer.value);
  else caller?.reject(new CallFailed(answer.error));
}
