import { test as base } from '@playwright/test';
import { type App, startApp } from './app';

/** Tests against one running app each worker shares; what a test makes, it makes anew, so they don't meet. */
function against(env: Record<string, string>) {
  return base.extend<{ baseURL: string }, { app: App }>({
    app: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
      async ({}, use) => {
        const app = await startApp(env);
        await use(app);
        await app.close();
      },
      { scope: 'worker' },
    ],
    baseURL: async ({ app }, use) => use(app.url),
  });
}

/** The app as it starts by itself, for what is about watching an interface being built. */
export const unhurried = against({});

/** The same where the composer's replies come at once: most tests begin where the interface is there. */
export const test = against({ COMPOSER_PACE_MS: '0' });

export { expect } from '@playwright/test';
