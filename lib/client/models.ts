import type { SavedModel } from '../model/saved';
import { send } from './api';

export type NewModel = Omit<SavedModel, 'id'> & { key?: string };

/** Connects a model. The key goes to the server once and never comes back. */
export function addModel(model: NewModel): Promise<SavedModel> {
  return send('POST', '/api/models', model);
}

export function removeModel(id: string): Promise<void> {
  return send('DELETE', `/api/models/${id}`);
}

/** Asks the model for one word. `message` says in words how it went. */
export function testModel(id: string): Promise<{ ok: boolean; message: string }> {
  return send('POST', `/api/models/${id}/test`);
}
