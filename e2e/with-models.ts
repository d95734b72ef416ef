import { test as base } from '@playwright/test';
import { type App, startApp } from './app';
import { type ModelServer, startModelServer } from './fakes/model-server';

/** Tests against one app and one scripted model server that speaks the providers' protocols; `env` connects the two. */
export function withModels(env: (url: string) => Record<string, string>) {
  return base.extend<object, { models: ModelServer; app: App }>({
    models: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
      async ({}, use) => {
        const models = await startModelServer();
        await use(models);
        await models.close();
      },
      { scope: 'worker' },
    ],
    app: [
      async ({ models }, use) => {
        const app = await startApp(env(models.url));
        await use(app);
        await app.close();
      },
      { scope: 'worker' },
    ],
    baseURL: async ({ app }, use) => use(app.url),
  });
}

/**
 * The shortest connection: one model over OpenAI's chat protocol. It may say nothing for as long as a test holds it; the composer's replies come at once.
 */
export const oneModel = (url: string) => ({ OPENAI_COMPATIBLE_BASE_URL: `${url}/v1`, OPENAI_COMPATIBLE_MODEL: 'scripted', MODEL_IDLE_SECONDS: '600', COMPOSER_PACE_MS: '0' });

/**
 * Tests against one app with one scripted model. All files that import this share the app and the browser: a start of both
 * costs as much as a test. A file that connects something, or kills its server, takes an app of its own.
 */
export const scripted = withModels(oneModel);
