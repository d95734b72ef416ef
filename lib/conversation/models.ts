import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Binding } from '../binding/binding';
import { createComposer } from '../composer/composer';
import { type ModelChoice, type ModelSources, defaultChoice, listChoices } from '../model/choices';
import { findLocalModels } from '../model/local';
import { openModel, secretsOf } from '../model/open-model';
import { type SavedModel, savedChoiceId } from '../model/saved';
import { Refusal } from '../program/refusal';
import { type Store, getStore } from '../store';

const SETTING = 'models';

/** `secrets` are keys that no message may repeat. */
export type OpenedModel = { choice: ModelChoice; model: LanguageModelV4; secrets: string[] };
export type OfferedModels = { choices: ModelChoice[]; defaultId: string };

/** Every model that can be picked in a team right now, and the one that is used where nobody picks. */
export async function listModels(teamId: string): Promise<OfferedModels> {
  const choices = listChoices(await modelSources(await getStore(), teamId));
  return { choices, defaultId: defaultChoice(choices, process.env).id };
}

/**
 * The model of that id, ready to be asked; without an id the default one.
 * @throws Refusal where there is none of that id any more.
 */
export async function openChoice(teamId: string, id: string | undefined, bindings: readonly Binding[]): Promise<OpenedModel> {
  const store = await getStore();
  const sources = await modelSources(store, teamId);
  const choices = listChoices(sources);
  const choice = id ? choices.find((one) => one.id === id) : defaultChoice(choices, process.env);
  if (!choice) throw new Refusal(400, 'That model is no longer there. Choose another one.');
  if (choice.source === 'built-in') return { choice, model: createComposer({ bindings }), secrets: [] };
  const saved = sources.saved.find((one) => savedChoiceId(one.id) === choice.id);
  const key = saved && ((await store.secrets.get(secretName(saved.id))) ?? undefined);
  const access = { ...sources, keys: saved && key ? { [saved.id]: key } : {} };
  return { choice, model: openModel(choice.id, access), secrets: secretsOf(access) };
}

/** Models that a person connected in settings. Keys aren't among them. */
export async function savedModels(teamId: string): Promise<SavedModel[]> {
  return readSaved(await getStore(), teamId);
}

/** Keeps a model connection; its key is encrypted apart from it. */
export async function saveModel(teamId: string, model: SavedModel, key: string | undefined): Promise<void> {
  const store = await getStore();
  if (key) await store.secrets.set(secretName(model.id), key);
  await store.team(teamId).settings.set(SETTING, [...(await readSaved(store, teamId)).filter((one) => one.id !== model.id), model]);
}

/** Forgets one that the team connected; another team's stays. */
export async function removeModel(teamId: string, id: string): Promise<void> {
  const store = await getStore();
  const saved = await readSaved(store, teamId);
  if (!saved.some((one) => one.id === id)) return;
  await store.team(teamId).settings.set(SETTING, saved.filter((one) => one.id !== id));
  await store.secrets.remove(secretName(id));
}

async function modelSources(store: Store, teamId: string): Promise<ModelSources> {
  const [saved, local] = await Promise.all([readSaved(store, teamId), findLocalModels(process.env)]);
  return { env: process.env, saved, local };
}

async function readSaved(store: Store, teamId: string): Promise<SavedModel[]> {
  return (await store.team(teamId).settings.get<SavedModel[]>(SETTING)) ?? [];
}

function secretName(id: string): string {
  return `model:${id}`;
}
