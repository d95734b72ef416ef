import { PROVIDER_TITLES, readBaseUrl, type Endpoint, type Provider } from './endpoint';
import { modelTitle } from './model-title';
import { priceOf } from './prices';

export type Environment = Readonly<Record<string, string | undefined>>;

type Variables = { key: string; model: string; baseUrl: string; defaultModel?: string };

/** The models used where a key is given without a model. */
const VARIABLES: Record<Provider, Variables> = {
  anthropic: { key: 'ANTHROPIC_API_KEY', model: 'ANTHROPIC_MODEL', baseUrl: 'ANTHROPIC_BASE_URL', defaultModel: 'claude-sonnet-5-5' },
  openai: { key: 'OPENAI_API_KEY', model: 'OPENAI_MODEL', baseUrl: 'OPENAI_BASE_URL', defaultModel: 'gpt-6.1-sol' },
  google: {
    key: 'GOOGLE_GENERATIVE_AI_API_KEY',
    model: 'GOOGLE_GENERATIVE_AI_MODEL',
    baseUrl: 'GOOGLE_GENERATIVE_AI_BASE_URL',
    defaultModel: 'gemini-pro-latest',
  },
  gateway: { key: 'AI_GATEWAY_API_KEY', model: 'AI_GATEWAY_MODEL', baseUrl: 'AI_GATEWAY_BASE_URL', defaultModel: 'anthropic/claude-sonnet-5.5' },
  'openai-compatible': { key: 'OPENAI_COMPATIBLE_API_KEY', model: 'OPENAI_COMPATIBLE_MODEL', baseUrl: 'OPENAI_COMPATIBLE_BASE_URL' },
};

export const KEY_VARIABLES: readonly string[] = Object.values(VARIABLES).map(({ key }) => key);

/**
 * The models that the environment configures. `*_MODEL` may name several, with commas between them. `MODEL`, as
 * `anthropic:claude-…`, comes first and needs no other mention.
 * @throws Error with one sentence for a person where a value can't be right.
 */
export function environmentEndpoints(env: Environment): Endpoint[] {
  const all = (Object.keys(VARIABLES) as Provider[]).flatMap((provider) => endpointsOf(provider, env));
  return all.toSorted((a, b) => Number(b.choice.id === env.MODEL) - Number(a.choice.id === env.MODEL));
}

function endpointsOf(provider: Provider, env: Environment): Endpoint[] {
  const variables = VARIABLES[provider];
  const baseUrl = readBaseUrl(provider, env[variables.baseUrl]);
  const configured = provider === 'openai-compatible' ? baseUrl : env[variables.key];
  if (!configured) return [];
  return modelNames(provider, env).map((model) => ({
    choice: {
      id: `${provider}:${model}`,
      label: `${modelTitle(model)} (${provider === 'openai-compatible' ? new URL(baseUrl!).host : PROVIDER_TITLES[provider]})`,
      provider,
      source: 'environment',
      ...priceOf(model),
    },
    provider,
    model,
    baseUrl,
    keyFrom: env[variables.key] ? { variable: variables.key } : null,
  }));
}

function modelNames(provider: Provider, env: Environment): string[] {
  const { model, defaultModel } = VARIABLES[provider];
  const named = (env[model] ?? '').split(',').map((name) => name.trim()).filter(Boolean);
  const first = env.MODEL?.startsWith(`${provider}:`) ? [env.MODEL.slice(provider.length + 1)] : [];
  const names = [...new Set([...first, ...named])];
  if (names.length > 0) return names;
  if (!defaultModel) throw new Error(`${model} must name the model at OPENAI_COMPATIBLE_BASE_URL.`);
  return [defaultModel];
}
