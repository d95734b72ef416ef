import { json } from '@/app/api/answer';
import { getStore } from '@/lib/store';

/** Answers once the store does. */
export async function GET(): Promise<Response> {
  await getStore();
  return json({ ok: true });
}
