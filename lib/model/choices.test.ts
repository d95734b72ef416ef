import { describe, expect, it } from 'vitest';
import { defaultChoice, listChoices } from './choices';
import type { SavedModel } from './saved';

const NOTHING = { env: {}, saved: [], local: [] };
const ollama = { server: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen3-coder:30b' };
const saved: SavedModel = { id: 'a1', provider: 'openai-compatible', label: 'Our vLLM', baseUrl: 'http://vllm.internal', model: 'glm-5' };

const ids = (sources: Parameters<typeof listChoices>[0]) => listChoices(sources).map(({ id }) => id);

describe('listChoices', () => {
  it('has the composer where nothing is configured', () => {
    expect(listChoices(NOTHING)).toEqual([{ id: 'composer:composer-1', label: 'Composer (built in, no model)', provider: 'composer', source: 'built-in' }]);
  });

  it('names what the environment configures', () => {
    const env = { ANTHROPIC_API_KEY: 'k', AI_GATEWAY_API_KEY: 'k', AI_GATEWAY_MODEL: 'openai/gpt-6.1-sol', OPENAI_COMPATIBLE_BASE_URL: 'http://localhost:1234', OPENAI_COMPATIBLE_MODEL: 'm' };
    expect(listChoices({ ...NOTHING, env }).map(({ id, label, price }) => [id, label, price?.output])).toEqual([
      ['anthropic:claude-sonnet-5-5', 'Claude Sonnet 5.5 (Anthropic)', 10],
      ['gateway:openai/gpt-6.1-sol', 'GPT 6.1 Sol (AI Gateway)', 10],
      ['openai-compatible:m', 'M (localhost:1234)', undefined],
      ['composer:composer-1', 'Composer (built in, no model)', undefined],
    ]);
  });

  it('takes several models of one provider, and MODEL first', () => {
    const env = { ANTHROPIC_API_KEY: 'k', OPENAI_API_KEY: 'k', OPENAI_MODEL: 'gpt-a, gpt-b', MODEL: 'openai:gpt-c' };
    expect(ids({ ...NOTHING, env })).toEqual(['openai:gpt-c', 'anthropic:claude-sonnet-5-5', 'openai:gpt-a', 'openai:gpt-b', 'composer:composer-1']);
  });

  it('never holds a key', () => {
    expect(JSON.stringify(listChoices({ ...NOTHING, env: { OPENAI_API_KEY: 'sk-hidden' } }))).not.toContain('sk-hidden');
  });

  it('says which variable is wrong', () => {
    expect(() => ids({ ...NOTHING, env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'localhost:1' } })).toThrow('address of OpenAI must begin with http');
    expect(() => ids({ ...NOTHING, env: { OPENAI_COMPATIBLE_BASE_URL: 'http://localhost:1' } })).toThrow('OPENAI_COMPATIBLE_MODEL must name');
  });
});

describe('defaultChoice', () => {
  it('is never a server that merely runs on this machine', () => {
    expect(defaultChoice(listChoices({ ...NOTHING, local: [ollama] })).id).toBe('composer:composer-1');
    expect(defaultChoice(listChoices({ env: {}, saved: [saved], local: [ollama] })).label).toBe('Our vLLM');
  });

  it('is what MODEL names, whatever else is there', () => {
    const choices = listChoices({ env: { OPENAI_API_KEY: 'k' }, saved: [saved], local: [ollama] });
    expect(defaultChoice(choices, { MODEL: 'local:ollama:qwen3-coder:30b' }).source).toBe('local');
    expect(defaultChoice(choices, { MODEL: 'composer:composer-1' }).source).toBe('built-in');
  });
});
