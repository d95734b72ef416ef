import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { demandRole, viewerOf } from '@/lib/auth/who';
import type { Viewer } from '@/lib/auth/viewer';
import { planRemix, remixProgram } from '@/lib/conversation/remix';

const NAME = z.string().min(1).max(100);
const REMIX = z.object({ connections: z.record(NAME, NAME).default({}) });

/** A remix is made in the team that its maker looks at. */
async function maker(request: Request, inTeam: Viewer): Promise<Viewer> {
  const viewer = (await viewerOf(request.headers)) ?? inTeam;
  demandRole(viewer, 'member');
  return viewer;
}

export const GET = withProgram('open', async ({ viewer, program }, request) => json(await planRemix((await viewerOf(request.headers)) ?? viewer, program)));

export const POST = withProgram('open', async ({ viewer, program }, request) => {
  const making = await maker(request, viewer);
  const { connections } = await readBody(request, REMIX);
  return json(await remixProgram(making, program, connections), 201);
});
