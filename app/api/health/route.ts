import { json } from '@/app/api/answer';
import { withAnyone } from '@/app/api/rules';
import { getStore } from '@/lib/store';

/** Answers where the store does, and as long as it does. */
export const GET = withAnyone(async () => {
  await (await getStore()).programs.get('');
  return json({ ok: true });
});
