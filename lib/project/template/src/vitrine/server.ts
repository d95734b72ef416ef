import { CallFailed } from './call-failed';
import { server } from './source';

type Answer = { value: unknown } | { message: string } | { error: { code: string; message: string; hint?: string; retryable?: boolean } };

/** Has the server run one of this program's data functions, as it is there. @throws CallFailed */
export async function callServer(name: string, args: unknown): Promise<unknown> {
  const response = await fetch(server.url!, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
    body: JSON.stringify({ function: name, args }),
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as Answer | null | undefined;
  if (!answer) throw new CallFailed({ code: 'unavailable', message: `${new URL(server.url!).host} can’t be reached.`, retryable: true });
  if ('error' in answer) throw new CallFailed(answer.error);
  if ('message' in answer) throw new CallFailed({ code: 'refused', message: answer.message });
  return answer.value;
}
