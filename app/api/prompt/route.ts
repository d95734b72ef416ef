import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { demandRole, openProgram } from '@/lib/auth/who';
import { startReply } from '@/lib/conversation/start-reply';

const MAX_PROMPT_LENGTH = 8_000; // As the prompt box says; a repair's words carry a stack and stay below it too.

const PROMPT = z.object({
  programId: z.string().max(64).optional(),
  text: z.string().trim().min(1).max(MAX_PROMPT_LENGTH),
  kind: z.enum(['prompt', 'problem', 'continue', 'again', 'repair']),
  modelId: z.string().max(200).optional(),
});

/** Begins a reply to a prompt; the reply itself is read from its log. */
export const POST = withViewer('viewer', async (looking, request) => {
  const prompt = await readBody(request, PROMPT);
  if (!prompt.programId) demandRole(looking, 'member');
  const { viewer } = prompt.programId ? await openProgram(looking, 'change', prompt.programId) : { viewer: looking };
  return json(await startReply(viewer, prompt), 201);
});
