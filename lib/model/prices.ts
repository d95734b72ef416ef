import type { LanguageModelV4Usage } from '@ai-sdk/provider';
import type { ModelChoice } from './endpoint';

type Price = NonNullable<ModelChoice['price']>;

/**
 * List prices in US dollars per million tokens, as of November 2026. Only models whose price is certain: no cost is
 * better than a wrong one.
 */
const PRICES: Record<string, Price> = {
  'claude-opus-5-5': { input: 4, output: 20 },
  'claude-sonnet-5-5': { input: 2, output: 10 },
  'claude-sonnet-4-5': { input: 3, output: 15 },
  'claude-haiku-4-5': { input: 1, output: 5 },
  'gpt-6-1-sol': { input: 2, output: 10 },
  'gpt-6-sol': { input: 2, output: 10 },
};

/** What reading and writing a provider's prompt cache costs, as a share of the input price (Anthropic and OpenAI agree). */
const CACHE_READ_SHARE = 0.1;
const CACHE_WRITE_SHARE = 1.25;

/** A model's price, also where the id names its maker (`anthropic/claude-sonnet-5.5`). */
export function priceOf(model: string): { price?: Price } {
  const price = PRICES[model.slice(model.lastIndexOf('/') + 1).replaceAll('.', '-')];
  return price ? { price } : {};
}

/** What one answer cost in US dollars; undefined where price or use isn't known. */
export function costOf(price: Price | undefined, { inputTokens, outputTokens }: LanguageModelV4Usage): number | undefined {
  if (!price || inputTokens.total === undefined || outputTokens.total === undefined) return undefined;
  const read = inputTokens.cacheRead ?? 0;
  const written = inputTokens.cacheWrite ?? 0;
  const input = inputTokens.total - read - written + read * CACHE_READ_SHARE + written * CACHE_WRITE_SHARE;
  return (input * price.input + outputTokens.total * price.output) / 1_000_000;
}
