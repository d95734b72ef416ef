import { startApp } from './app';
import { startCollector } from './fakes/collector';
import { findPostgres, startPostgres } from '../lib/store/postgres-server';
import { liveFrame, untilWritten, versions } from './studio';
import { expect, test } from './test';

test('the same on a real PostgreSQL: everything is kept there, and a collector hears of what was done, not of what was asked', async ({ page }) => {
  test.setTimeout(120_000);
  const programs = findPostgres();
  test.skip(programs === null, 'No PostgreSQL server is installed on this machine.');
  const postgres = await startPostgres(programs!);
  const collector = await startCollector();
  const app = await startApp({ DATABASE_URL: postgres.url, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  try {
    await page.goto(app.url);
    await page.getByLabel('Describe the interface you need').fill('orders by channel');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/p\/.+/);
    await untilWritten(page);
    await expect(liveFrame(page).locator('.recharts-surface').first()).toBeVisible();
    await app.kill();
    const spans = collector.spans();
    const round = spans.find(({ name }) => name === 'model round');
    expect(spans.find(({ name }) => name === 'reply')).toMatchObject({ spanId: round!.parentSpanId, facts: { outcome: 'done', model: expect.stringMatching(/^composer/) } });
    expect(spans.find(({ name }) => name === 'check')).toMatchObject({ traceId: round!.traceId, facts: { errors: 0 } });
    expect(spans.find(({ name }) => name === 'call')!.facts).toMatchObject({ binding: 'shop', operation: 'sql', effect: 'read', outcome: 'ok' });
    expect(spans.every(({ scope }) => scope === 'vitrine')).toBe(true);
    expect(JSON.stringify(spans)).not.toMatch(/channel|select /i);
    await app.start();
    await page.reload();
    await expect(versions(page)).toHaveCount(1);
    await expect(liveFrame(page).getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await app.close();
    await postgres.stop();
    await collector.close();
  }
});
