import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { createLink, listLinks } from '@/lib/share/links';
import { ASKED, CHOICES } from './choices';

const NEW = z.object({ choices: CHOICES, asked: ASKED });

export const GET = withProgram('change', async ({ viewer, program }) => json({ links: await listLinks(viewer, program.id) }));

export const POST = withProgram('own', async ({ viewer, program }, request) => {
  const { choices, asked } = await readBody(request, NEW);
  const made = await createLink(viewer, program, choices, asked);
  await onRecord(viewer, 'shared', program.title, { mode: choices.mode, expiresAt: choices.expiresAt });
  return json(made);
});
