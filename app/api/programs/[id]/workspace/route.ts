import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { MAX_FILE_BYTES } from '@/lib/project/limits';
import { keepWorkspace, startWorkspace, workspaceChoice } from '@/lib/project/workspace';
import { Refusal } from '@/lib/program/refusal';

const TEXT = z.string().max(MAX_FILE_BYTES);
const KEEP = z.object({ from: z.number().int().positive(), source: z.object({ 'ui.tsx': TEXT, 'data.ts': TEXT }) });

/** The files to begin with. */
export const GET = withProgram('own', async ({ viewer, program }) => {
  if (!(await workspaceChoice(program.teamId)).on) throw new Refusal(409, 'Opening interfaces as a project is switched off. An admin turns it on in settings.');
  return json(await startWorkspace(viewer, program));
});

/** What was edited becomes a version, checked like any other. */
export const POST = withProgram('own', async ({ viewer, program }, request) => {
  const { from, source } = await readBody(request, KEEP);
  return json(await keepWorkspace(viewer, program, source, from), 201);
});
