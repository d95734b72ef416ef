/** A model as a person picks it. It holds no secret, so it may go to the browser. */
export type ModelChoice = {
  /** `anthropic:claude-…`, `saved:<id>`, `local:ollama:qwen3`, `composer:composer-1` */
  id: string;
  label: string;
  provider: string;
  source: 'environment' | 'settings' | 'local' | 'built-in';
  /** US dollars per million tokens, where known. */
  price?: { input: number; output: number };
  /** What is asked of it; the composer has none. */
  writes?: Writes;
};

export const WRITES = ['program', 'plan'] as const;

/** Whole programs, or a plan that the composer writes out. `set` is what a person said; without it `why` says what speaks for a plan. */
export type Writes = { as: (typeof WRITES)[number]; set: (typeof WRITES)[number] | null; why: string | null };

export const PROVIDERS = ['anthropic', 'openai', 'google', 'gateway', 'openai-compatible'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What people call them. */
export const PROVIDER_TITLES: Record<Provider, string> = {
  anthropic: 'Anthropic',
  openai: 'OpenAI',
  google: 'Google',
  gateway: 'AI Gateway',
  'openai-compatible': 'OpenAI-compatible server',
};

/** Where a choice is answered. `keyFrom` says where its key lies, never the key itself. */
export type Endpoint = {
  choice: ModelChoice;
  provider: Provider | 'composer';
  model: string;
  baseUrl?: string;
  keyFrom: { variable: string } | { savedId: string } | null;
};

export const COMPOSER_ENDPOINT: Endpoint = {
  choice: { id: 'composer:composer-1', label: 'Composer (built in, no model)', provider: 'composer', source: 'built-in' },
  provider: 'composer',
  model: 'composer-1',
  keyFrom: null,
};

/** The path that a provider's addresses begin with, added where a person gave a bare host. */
const VERSION_PATHS: Partial<Record<Provider, string>> = { anthropic: '/v1', openai: '/v1', google: '/v1beta', 'openai-compatible': '/v1' };

/**
 * An address as a person wrote it, as the provider's package wants it: no slash at the end, the version's path there.
 * @throws Error with one sentence for a person where it is no address.
 */
export function readBaseUrl(provider: Provider, written: string | undefined): string | undefined {
  if (!written?.trim()) return undefined;
  const url = URL.canParse(written.trim()) ? new URL(written.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`The address of ${PROVIDER_TITLES[provider]} must begin with http:// or https://; it is "${written}".`);
  if (url.pathname === '/') url.pathname = VERSION_PATHS[provider] ?? '/';
  return url.href.replace(/\/+$/, '');
}
