import { json } from '@/app/api/answer';
import { getStore } from '@/lib/store';

/** Answers where the store does, and as long as it does. */
export async function GET(): Promise<Response> {
  await (await getStore()).programs.list({ limit: 1 });
  return json({ ok: true });
}
