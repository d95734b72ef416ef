import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Binding } from '../binding/binding';
import { tableBindings } from '../binding/tables';
import { type AskData, createComposer } from '../composer/composer';
import { createPlanner } from '../composer/planner';
import { readConfig } from '../config/config';
import { type ModelChoice, type ModelSources, type Writes, defaultChoice, listEndpoints } from '../model/choices';
import type { Endpoint } from '../model/endpoint';
import { findLocalModels } from '../model/local';
import { openModel, secretsOf } from '../model/open-model';
import { type SavedModel, savedChoiceId } from '../model/saved';
import { whyWeak } from '../model/weak';
import { Refusal } from '../program/refusal';
import { type Store, getStore } from '../store';
import { termsOf } from './terms';

const SETTING = 'models';
const WRITES_SETTING = 'model-writes';

/** What each model writes, by its choice's id, where a person said so. */
type WritesSetting = Record<string, Writes['as']>;

/** `model` is given leave to ask the data, where there is a program in whose name; `secrets` are keys that no message may repeat. */
export type OpenedModel = { choice: ModelChoice; model(ask?: AskData): LanguageModelV4; secrets: string[] };
export type OfferedModels = { choices: ModelChoice[]; defaultId: string };

/** Every model that can be picked in a team right now, and the one that is used where nobody picks. */
export async function listModels(teamId: string): Promise<OfferedModels> {
  const store = await getStore();
  const choices = await choicesOf(store, teamId, await modelSources(store, teamId));
  return { choices, defaultId: defaultChoice(choices, process.env).id };
}

/**
 * The model of that id, ready to be asked; without an id the default one.
 * @throws Refusal where there is none of that id any more.
 */
export async function openChoice(teamId: string, id: string | undefined, bindings: readonly Binding[]): Promise<OpenedModel> {
  const store = await getStore();
  const sources = await modelSources(store, teamId);
  const choices = await choicesOf(store, teamId, sources);
  const choice = id ? choices.find((one) => one.id === id) : defaultChoice(choices, process.env);
  if (!choice) throw new Refusal(400, 'That model is no longer there. Choose another one.');
  const written = { bindings, terms: await termsOf(teamId), pace: readConfig().composerPaceMs ?? undefined };
  if (choice.source === 'built-in') return { choice, model: (ask) => createComposer({ ...written, ask }), secrets: [] };
  const saved = sources.saved.find((one) => savedChoiceId(one.id) === choice.id);
  const key = saved && ((await store.secrets.get(secretName(saved.id))) ?? undefined);
  const access = { ...sources, keys: saved && key ? { [saved.id]: key } : {} };
  const model = openModel(choice.id, access);
  const planned = choice.writes && writesPlan(choice.writes, bindings);
  const asked = { ...choice, ...(choice.writes && { writes: { ...choice.writes, as: planned ? ('plan' as const) : ('program' as const) } }) };
  return { choice: asked, model: () => (planned ? createPlanner({ ...written, model }) : model), secrets: secretsOf(access) };
}

/** A plan covers tables only; where a person didn't ask for one, a model that has an API to use isn't kept from it. */
function writesPlan({ as, set }: Writes, bindings: readonly Binding[]): boolean {
  const hasTables = tableBindings(bindings).length > 0;
  return as === 'plan' && hasTables && (set === 'plan' || bindings.every(({ kind }) => kind === 'tables'));
}

/**
 * Says what a model writes in this team; null leaves it to its name.
 * @throws Refusal where there is no such model, or it is the composer.
 */
export async function setWrites(teamId: string, choiceId: string, writes: Writes['as'] | null): Promise<void> {
  const store = await getStore();
  const choices = await choicesOf(store, teamId, await modelSources(store, teamId));
  if (!choices.some(({ id, source }) => id === choiceId && source !== 'built-in')) throw new Refusal(404, 'There is no such model. It may have been removed, or its server isn’t running.');
  const { [choiceId]: _, ...others } = await readWrites(store, teamId);
  await store.team(teamId).settings.set(WRITES_SETTING, writes ? { ...others, [choiceId]: writes } : others);
}

/** The choices with what each of them writes. */
async function choicesOf(store: Store, teamId: string, sources: ModelSources): Promise<ModelChoice[]> {
  const set = await readWrites(store, teamId);
  return listEndpoints(sources).map((endpoint) => (endpoint.provider === 'composer' ? endpoint.choice : { ...endpoint.choice, writes: writesOf(endpoint, set[endpoint.choice.id] ?? null) }));
}

function writesOf({ model }: Endpoint, set: Writes['as'] | null): Writes {
  const why = whyWeak(model);
  return { as: set ?? (why ? 'plan' : 'program'), set, why };
}

async function readWrites(store: Store, teamId: string): Promise<WritesSetting> {
  return (await store.team(teamId).settings.get<WritesSetting>(WRITES_SETTING)) ?? {};
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
