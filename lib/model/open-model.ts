import { createAnthropic } from '@ai-sdk/anthropic';
import { createGateway } from '@ai-sdk/gateway';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { Refusal } from '../program/refusal';
import { listEndpoints, type ModelSources } from './choices';
import type { Endpoint, Provider } from './endpoint';
import { KEY_VARIABLES } from './environment';

/** Where choices come from, with the keys of saved models by their id. */
export type ModelAccess = ModelSources & { keys: Readonly<Record<string, string>> };

type Connection = { model: string; baseUrl: string | undefined; apiKey: string | undefined };

/**
 * The addresses are given in full: left out, a package would take one from the process's environment, and send one
 * person's key to another's server.
 */
const OPEN: Record<Provider, (connection: Connection) => LanguageModelV4> = {
  anthropic: ({ model, baseUrl, apiKey }) => createAnthropic({ apiKey, baseURL: baseUrl ?? 'https://api.anthropic.com/v1' })(model),
  openai: ({ model, baseUrl, apiKey }) => createOpenAI({ apiKey, baseURL: baseUrl ?? 'https://api.openai.com/v1' })(model),
  google: ({ model, baseUrl, apiKey }) => createGoogle({ apiKey, baseURL: baseUrl ?? 'https://generativelanguage.googleapis.com/v1beta' })(model),
  gateway: ({ model, baseUrl, apiKey }) => createGateway({ apiKey, baseURL: baseUrl ?? 'https://ai-gateway.vercel.sh/v4/ai' })(model),
  'openai-compatible': ({ model, baseUrl, apiKey }) =>
    createOpenAICompatible({ name: 'openai-compatible', baseURL: baseUrl!, apiKey, includeUsage: true, supportsStructuredOutputs: true })(model),
};

/**
 * Opens a model that is reached over the network. The composer isn't one: its room opens it.
 * @throws Refusal where the choice is gone or lacks its key or address.
 */
export function openModel(choiceId: string, access: ModelAccess): LanguageModelV4 {
  const endpoint = listEndpoints(access).find(({ choice }) => choice.id === choiceId);
  if (!endpoint || endpoint.provider === 'composer') throw new Refusal(400, 'This model isn’t connected any more: pick another one.');
  const { provider, model, baseUrl, choice } = endpoint;
  const apiKey = keyOf(endpoint, access);
  if (!apiKey && provider !== 'openai-compatible') throw new Refusal(400, `${choice.label} has no key: add it in settings.`);
  if (!baseUrl && provider === 'openai-compatible') throw new Refusal(400, `${choice.label} has no address: add it in settings.`);
  return OPEN[provider]({ model, baseUrl, apiKey });
}

function keyOf({ keyFrom }: Endpoint, { env, keys }: ModelAccess): string | undefined {
  if (!keyFrom) return undefined;
  return ('variable' in keyFrom ? env[keyFrom.variable] : keys[keyFrom.savedId]) || undefined;
}

/** Every key there is: what `generateReply` keeps out of its messages, whatever a provider repeats. */
export function secretsOf({ env, keys }: Pick<ModelAccess, 'env' | 'keys'>): string[] {
  return [...KEY_VARIABLES.map((variable) => env[variable]), ...Object.values(keys)].filter((key): key is string => Boolean(key));
}
