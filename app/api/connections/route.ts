import { z } from 'zod';
import { answering, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getConnections } from '@/lib/connection/connections';
import { saying } from './saying';

/** GitHub's specification has 13 MB, Microsoft Graph's 35. */
const MAX_SPEC_BYTES = 64 * 1024 * 1024;

const NEW_API = z.union([
  z.object({ address: z.string().trim().min(1).max(2_000), allowPrivate: z.boolean() }),
  z.object({ text: z.string(), fileName: z.string().max(300), allowPrivate: z.boolean() }),
]);

/** Connects an API by where its specification is, or by its text. */
export const POST = withViewer(async (_viewer, request: Request) =>
  answering(async () => {
    const { allowPrivate, ...spec } = await readBody(request, NEW_API, MAX_SPEC_BYTES);
    return json(await saying(getConnections().apis.add({ spec, allowPrivate })), 201);
  }),
);
