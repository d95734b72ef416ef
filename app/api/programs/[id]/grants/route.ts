import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { letRead } from '@/lib/grant/decide';
import { LIMITS } from '../argument-limits';

const NAME = z.string().min(1).max(300).refine((name) => name !== '__proto__');
const READING = z.object({
  binding: z.string().min(1).max(100),
  names: z.array(z.string().min(1).max(300)).min(1).max(500),
  columns: z.record(NAME, z.array(NAME).max(2_000)).optional(),
  limits: LIMITS.nullish(),
  maxRows: z.number().int().positive().nullable(),
  seconds: z.number().int().min(60).max(365 * 24 * 3600).nullable(),
});

/** Lets a program read tables of a connection, or functions of an API. Only a person does that: no frame reaches this route. */
export const POST = withProgram('change', async ({ program, viewer }, request) => {
  const reading = await readBody(request, READING);
  const grant = await letRead(viewer, program.id, reading);
  await onRecord(viewer, 'granted', program.title, { binding: reading.binding, names: reading.names.length > 20 ? reading.names.length : reading.names });
  return json(grant, 201);
});
