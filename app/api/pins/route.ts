import { z } from 'zod';
import { NOTHING, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { openProgram } from '@/lib/auth/who';
import { Refusal } from '@/lib/program/refusal';
import { PIN_SIZES, getStore } from '@/lib/store';

const ID = z.string().min(1).max(64);
/** More than anybody looks over. */
const MAX_PINS = 300;

const LAYOUT = z.object({
  sections: z
    .array(z.object({ id: ID.nullable(), pins: z.array(z.object({ programId: ID, size: z.enum(PIN_SIZES) })).max(MAX_PINS) }))
    .max(MAX_PINS),
});
const PIN = z.object({ programId: ID });

export const GET = withViewer('viewer', async (viewer) => json({ board: await (await getStore()).team(viewer.team.id).pins.board(viewer) }));

/** Arranges the whole board. */
export const PUT = withViewer('admin', async (viewer, request) => {
  const { sections } = await readBody(request, LAYOUT);
  await (await getStore()).team(viewer.team.id).pins.arrange(sections);
  return NOTHING();
});

/** Pins a program, which the whole team may open from then on. */
export const POST = withViewer('admin', async (looking, request) => {
  const { programId } = await readBody(request, PIN);
  const { program } = await openProgram(looking, 'own', programId);
  if (program.teamId !== looking.team.id) throw new Refusal(409, 'This interface is of another of your teams. Switch to that one to pin it.');
  if (!program.currentVersionId) throw new Refusal(409, 'There is nothing to pin yet: no version of it is finished.');
  const store = await getStore();
  if (program.visibility === 'private') await store.programs.setVisibility(program.id, 'team');
  await store.team(looking.team.id).pins.pin(program.id, looking.id);
  return NOTHING();
});
