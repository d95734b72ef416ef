import { NOTHING } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

/** Whose favourite it is: the viewer's, and nobody else hears of it. */
export const PUT = withProgram('open', async ({ viewer, program }) => {
  await (await getStore()).favourites.add(viewer.id, program.id);
  return NOTHING();
});

export const DELETE = withProgram('open', async ({ viewer, program }) => {
  await (await getStore()).favourites.remove(viewer.id, program.id);
  return NOTHING();
});
