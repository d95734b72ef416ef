import type { Call, CallAnswer } from '@/lib/bridge/messages';
import type { AnswerLine, FunctionCall, Opening } from '@/lib/share/messages';

/** `/s/token`: everything that a page asks for stands below it. */
export const base = location.pathname.replace(/\/$/, '');

const AWAY = 'The server can’t be reached right now.';

/** Opens the link. Null where there's nothing any more. @throws Error with a sentence where it isn't let in */
export async function open(password?: string): Promise<Opening | null> {
  const response = await fetch(`${base}/open${location.search}`, post({ password }));
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(((await response.json().catch(() => null)) as { message?: string } | null)?.message ?? AWAY);
  return (await response.json()) as Opening;
}

/** Whether a page that was opened may go on. True where nobody answers. */
export async function isStillThere(ticket: string): Promise<boolean> {
  const response = await fetch(`${base}/calls`, post({ ticket, calls: [] })).catch(() => null);
  return response?.status !== 404;
}

/** What is heard of calls beside their answers: that a value was read, that a person is asked whether a change is made, and what came of that. */
export type Heard = { onRead(call: Call, value: unknown, at: string): void; onWait(): void; onAsked(made: boolean, message: string): void };

/** Asks data functions. Every call gets exactly one answer. Gives whether the link is still there. */
export async function ask(ticket: string, calls: readonly Call[], answer: (answer: CallAnswer) => void, { onRead, onWait, onAsked }: Heard, signal: AbortSignal): Promise<boolean> {
  const open = new Map(calls.map((call) => [call.id, call]));
  const waiting = new Set<number>();
  const fail = (message: string) => {
    for (const _ of waiting) onAsked(false, message);
    waiting.clear();
    for (const id of open.keys()) answer({ id, ok: false, error: { code: 'unavailable', message, retryable: true } });
  };
  try {
    const asked: FunctionCall[] = calls.map(({ id, operation, args }) => ({ id, name: operation, args }));
    const response = await fetch(`${base}/calls`, { ...post({ ticket, calls: asked }), signal });
    if (response.status === 404) return false;
    if (!response.ok) return fail(response.status === 429 ? 'Too much was asked at once. Try again in a moment.' : AWAY), true;
    for await (const line of lines(response)) {
      const told = JSON.parse(line) as AnswerLine;
      const call = open.get(told.id);
      if (!call) continue;
      if ('waits' in told) {
        if (!waiting.has(told.id)) onWait();
        waiting.add(told.id);
        continue;
      }
      open.delete(told.id);
      if (waiting.delete(told.id)) onAsked(told.ok && told.changed === true, told.ok ? 'Nothing was changed.' : told.error.message);
      if (told.ok) {
        onRead(call, told.value, told.at);
        answer({ id: told.id, ok: true, value: told.value, rows: Array.isArray(told.value) ? told.value.length : 1, ms: 0 });
      } else answer(told);
    }
    fail(AWAY);
  } catch {
    if (!signal.aborted) fail(AWAY);
  } finally {
    // Nobody waits for them any more.
    for (const _ of waiting) onAsked(false, '');
  }
  return true;
}

/** Lines of an answer, each as it comes. */
async function* lines(response: Response): AsyncGenerator<string> {
  let rest = '';
  // Read by hand: WebKit's streams can't be iterated over.
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const parts = (rest + read.value).split('\n');
    rest = parts.pop()!;
    yield* parts.filter((part) => part !== '');
  }
}

function post(body: unknown): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
