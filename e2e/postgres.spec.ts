import { Client } from 'pg';
import { startApp } from './app';
import { startCollector } from './fakes/collector';
import { findPostgres, startPostgres } from '../lib/store/postgres-server';
import { askForChange, liveFrame, untilWritten, versions } from './studio';
import { expect, test } from './test';

test('the same on a real PostgreSQL: everything is kept there, a collector hears of what was done, not of what was asked, and a database of it is connected', async ({ page }) => {
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

    // The same server also has a database that a person connects.
    await fill(postgres.url);
    await page.goto(`${app.url}/settings`);
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await page.getByLabel('What it is').click();
    await page.getByRole('option', { name: 'PostgreSQL database' }).click();
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await field('Server').fill(new URL(postgres.url).host);
    await field('Database').fill('museum');
    await field('User').fill('test');
    await page.getByLabel('Encryption').click();
    await page.getByRole('option', { name: /^None/ }).click();
    await page.getByLabel(/private network/).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'superuser' })).toContainText('GRANT SELECT ON ALL TABLES IN SCHEMA public TO vitrine_reader;');
    await field('User').fill('reader');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const row = page.getByRole('region', { name: 'Connections' }).getByRole('listitem').filter({ hasText: 'museum' });
    await expect(row).toContainText('1 table');
    await row.getByRole('button', { name: 'Test' }).click();
    await expect(row.getByRole('status')).toContainText('Its login can only read');
    await page.goto(app.url);
    await page.getByLabel('Describe the interface you need').fill('visits by hall as a table');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/p\/.+/);
    await untilWritten(page);
    // By its columns; what a later version wants beside them is asked for alone.
    await page.getByRole('button', { name: 'Limits…' }).click();
    await page.getByRole('button', { name: 'Choose columns…' }).click();
    await expect(page.getByRole('group', { name: 'visits' }).getByRole('checkbox')).toHaveCount(1);
    await expect(page.getByRole('checkbox', { name: 'hall' })).toBeChecked();
    await page.getByRole('button', { name: 'Allow reading' }).click();
    await expect(liveFrame(page).getByRole('row', { name: /Egypt.*2/ })).toBeVisible();
    await askForChange(page, 'add visits per month');
    await expect(page.getByText('May this interface read visits (day) of museum?')).toBeVisible();
    await expect(liveFrame(page).getByRole('row', { name: /Egypt.*2/ })).toBeVisible();
    await page.getByRole('button', { name: 'Allow reading' }).click();
    await expect(liveFrame(page).locator('.recharts-surface').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Data calls' }).click();
    await expect(page.getByRole('region', { name: 'What it may do' })).toContainText('Reads visits (day) of museum');
    await page.goto(`${app.url}/settings`);
    await expect(row).toContainText('Used by');
  } finally {
    await app.close();
    await postgres.stop();
    await collector.close();
  }
});

async function fill(url: string): Promise<void> {
  const run = async (database: string, statements: string[]) => {
    const client = new Client({ connectionString: Object.assign(new URL(url), { pathname: database }).href });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await run('postgres', ['create role reader login', 'create database museum']);
  await run('museum', [
    'create table visits (id int primary key, hall text not null, day date not null)',
    "insert into visits values (1, 'Egypt', current_date), (2, 'Egypt', current_date), (3, 'Rome', current_date)",
    'grant select on visits to reader',
  ]);
}
