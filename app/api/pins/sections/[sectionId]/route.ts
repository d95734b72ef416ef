import { NOTHING, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getStore } from '@/lib/store';
import { SECTION_TITLE } from '../section-title';

type Context = { params: Promise<{ sectionId: string }> };

export const PATCH = withViewer<Context>('admin', async (viewer, request, context) => {
  const { title } = await readBody(request, SECTION_TITLE);
  found((await (await getStore()).team(viewer.team.id).pins.renameSection((await context.params).sectionId, title)) || null, 'section');
  return NOTHING();
});

/** Its pins stay, before the first section. */
export const DELETE = withViewer<Context>('admin', async (viewer, _request, context) => {
  found((await (await getStore()).team(viewer.team.id).pins.removeSection((await context.params).sectionId)) || null, 'section');
  return NOTHING();
});
