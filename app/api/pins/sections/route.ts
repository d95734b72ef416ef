import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getStore } from '@/lib/store';
import { SECTION_TITLE } from './section-title';

export const POST = withViewer('admin', async (viewer, request) => {
  const { title } = await readBody(request, SECTION_TITLE);
  return json(await (await getStore()).team(viewer.team.id).pins.addSection(title), 201);
});
