import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { saveModel } from '@/lib/conversation/models';
import { PROVIDERS, readBaseUrl } from '@/lib/model/endpoint';
import { Refusal } from '@/lib/program/refusal';

const MODEL = z.object({
  provider: z.enum(PROVIDERS),
  model: z.string().trim().min(1).max(200),
  label: z.string().trim().max(100).optional(),
  baseUrl: z.string().trim().max(500).optional(),
  key: z.string().trim().max(2_000).optional(),
});

/** Connects a model. Its key is encrypted on the server and never comes back to the browser. */
export const POST = withViewer('admin', async (viewer, request) => {
  const { key, ...model } = await readBody(request, MODEL);
  try {
    readBaseUrl(model.provider, model.baseUrl);
  } catch (error) {
    throw new Refusal(400, (error as Error).message);
  }
  if (model.provider === 'openai-compatible' && !model.baseUrl) throw new Refusal(400, 'An OpenAI-compatible server needs its address.');
  if (model.provider !== 'openai-compatible' && !key) throw new Refusal(400, 'The key is missing.');
  const saved = { id: crypto.randomUUID(), ...model };
  await saveModel(viewer.team.id, saved, key);
  await onRecord(viewer, 'model-added', saved.model, { provider: saved.provider });
  return json(saved, 201);
});
