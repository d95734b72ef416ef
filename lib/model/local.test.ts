import { expect, it } from 'vitest';
import { startModelServer } from '../../e2e/fakes/model-server.ts';
import { listChoices } from './choices';
import { findLocalModels } from './local';

it('finds models on loopback, without embedders, and keeps what it found', async () => {
  const server = await startModelServer();
  const env = { OLLAMA_BASE_URL: server.url, LM_STUDIO_BASE_URL: `${server.url}/`, LLAMA_CPP_BASE_URL: 'off' };
  const local = await findLocalModels(env);
  await server.close();
  expect(listChoices({ env: {}, saved: [], local }).map(({ id, label, source }) => [id, label, source])).toEqual([
    ['local:ollama:fake-coder:32b', 'Fake Coder:32b (Ollama)', 'local'],
    ['local:ollama:fake-small:3b', 'Fake Small:3b (Ollama)', 'local'],
    ['local:lm-studio:fake-coder:32b', 'Fake Coder:32b (LM Studio)', 'local'],
    ['local:lm-studio:fake-small:3b', 'Fake Small:3b (LM Studio)', 'local'],
    ['composer:composer-1', 'Composer (built in, no model)', 'built-in'],
  ]);
  expect(await findLocalModels(env)).toEqual(local);
});

it('finds nothing where nobody listens', async () => {
  const gone = await startModelServer();
  await gone.close();
  expect(await findLocalModels({ OLLAMA_BASE_URL: gone.url, LM_STUDIO_BASE_URL: 'off', LLAMA_CPP_BASE_URL: 'off' })).toEqual([]);
});
