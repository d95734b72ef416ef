import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { listTerms, removeTerm, saveTerm } from '@/lib/conversation/terms';

const WORD = z.string().trim().min(2).max(60);
const TERM = z.object({ word: WORD, means: z.string().trim().min(1).max(200) });

/** A team's own words, and what there is that a word can mean. */
export const GET = withViewer('member', async (viewer) => json(await listTerms(viewer.team.id)));

/** “turnover” means “quantity × unit price”, from now on and for the whole team. */
export const POST = withViewer('member', async (viewer, request) => json(await saveTerm(viewer.team.id, await readBody(request, TERM)), 201));

export const DELETE = withViewer('member', async (viewer, request) => {
  const { word } = await readBody(request, z.object({ word: WORD }));
  await removeTerm(viewer.team.id, word);
  return json({});
});
