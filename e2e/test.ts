import { test as base } from '@playwright/test';
import { type App, startApp } from './app';

/** Tests against one running app each worker shares; what a test makes, it makes anew, so they don't meet. */
export const test = base.extend<{ baseURL: string }, { app: App }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

export { expect } from '@playwright/test';
