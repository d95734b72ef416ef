import { startApp } from './app';
import { findPostgres, startPostgres } from '../lib/store/postgres-server';
import { liveFrame, untilWritten, versions } from './studio';
import { expect, test } from '@playwright/test';

test('the same on a real PostgreSQL: everything is kept there', async ({ page }) => {
  test.setTimeout(120_000);
  const programs = findPostgres();
  test.skip(programs === null, 'No PostgreSQL server is installed on this machine.');
  const postgres = await startPostgres(programs!);
  const app = await startApp({ DATABASE_URL: postgres.url });
  try {
    await page.goto(app.url);
    await page.getByLabel('Describe the interface you need').fill('orders by channel');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/p\/.+/);
    await untilWritten(page);
    await app.kill();
    await app.start();
    await page.reload();
    await expect(versions(page)).toHaveCount(1);
    await expect(liveFrame(page).getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await app.close();
    await postgres.stop();
  }
});
