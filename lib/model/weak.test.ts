import { expect, it } from 'vitest';
import { whyWeak } from './weak';

it.each(['qwen3:4b', 'llama3.2:latest', 'llama3.1', 'Llama-3.2-3B-Instruct', 'gemma3n:e4b', 'qwen2.5-coder:7b-instruct-q4_K_M', 'bartowski/Meta-Llama-3.1-8B-Instruct-GGUF', 'smollm2:360m', 'Phi-3-mini-4k-instruct', 'gemma2:9b', 'qwen2.5:0.5b'])('%s fills a plan', (name) => {
  expect(whyWeak(name)).not.toBeNull();
});

it.each(['qwen3:30b-a3b', 'mixtral:8x7b', 'llama3.3:70b', 'gpt-oss:20b', 'claude-haiku-4-5', 'gpt-5-mini', 'gemini-3-flash', 'qwen2.5-coder:14b', 'scripted', 'chat-test', 'deepseek-r1:32b', 'devstral'])('%s writes whole programs', (name) => {
  expect(whyWeak(name)).toBeNull();
});
