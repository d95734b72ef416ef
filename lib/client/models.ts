import type { Writes } from '../model/choices';
import type { SavedModel } from '../model/saved';
import { send } from './api';

export type NewModel = Omit<SavedModel, 'id'> & { key?: string };

/** Connects a model. The key goes to the server once and never comes back. */
export function addModel(model: NewModel): Promise<SavedModel> {
  return send('POST', '/api/models', model);
}

/** Says what a model is asked for; null leaves it to its name. */
export function setWrites(id: string, writes: Writes['as'] | null): Promise<void> {
  return send('PUT', '/api/models/writes', { id, writes });
}

export function removeModel(id: string): Promise<void> {
  return send('DELETE', `/api/models/${id}`);
}

/** Asks the model for one word. `message` says in words how it went. */
export function testModel(id: string): Promise<{ ok: boolean; message: string }> {
  return send('POST', `/api/models/${id}/test`);
}
