import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { remixProgram } from '@/lib/conversation/remix';
import { linkToRemix } from '@/lib/share/remix';
import { getStore } from '@/lib/store';

const NAME = z.string().min(1).max(100);
const REMIX = z.object({ token: z.string().max(200), ticket: z.string().max(200), connections: z.record(NAME, NAME).default({}) });

/** A remix of what a link shows, in the team that its maker looks at. Of whom the link is, reads in their audit log that there was one. */
export const POST = withViewer('member', async (viewer, request) => {
  const { token, ticket, connections } = await readBody(request, REMIX);
  const { program, ...through } = await linkToRemix(viewer, token, ticket);
  const remixed = await remixProgram(viewer, program, connections, through);
  const isTheirs = viewer.team.id === program.teamId;
  await (await getStore()).audit.add({ teamId: program.teamId, personId: isTheirs ? viewer.id : null, action: 'remixed', subject: program.title, detail: { by: isTheirs ? 'a link' : 'a link, in another team' } });
  return json(remixed, 201);
});
