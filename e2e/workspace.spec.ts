import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { WCAG, barriers } from './accessible';
import { type Double, startDouble } from './fakes/webcontainer/double';
import { alerts, liveFrame, openDescribed, untilWritten, versions } from './studio';
import { expect, test } from './test';

let double: Double | null = null;
test.afterEach(async () => {
  await double?.close();
  double = null;
});

test('an interface opens as a project in the browser, is installed and served there, reads over the bridge, and what is edited becomes a version', async ({ page, context, request }) => {
  test.setTimeout(150_000);
  await openDescribed(page, 'open orders by region');
  await untilWritten(page);
  const figure = liveFrame(page).getByText(/^\d+$/).first();
  await expect(figure).toBeVisible();
  const openOrders = await figure.innerText();
  const studio = new URL(page.url()).pathname;

  // Only this page is isolated, and only it may frame what the vendor serves.
  const headersOf = async (address: string) => (await request.get(address)).headers();
  const own = await headersOf(`${studio}/workspace`);
  expect([own['cross-origin-opener-policy'], own['cross-origin-embedder-policy']]).toEqual(['same-origin', 'require-corp']);
  expect(own['content-security-policy']).toContain('frame-src https://stackblitz.com https://*.webcontainer-api.io;');
  for (const neighbour of [studio, '/', '/settings', `${studio}/workspace/other`]) {
    const headers = await headersOf(neighbour);
    expect(headers['cross-origin-embedder-policy']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('stackblitz');
  }

  // Off as long as nobody turned it on: the way there is told, and the project can be taken along.
  await page.goto(`${studio}/workspace`);
  await expect(alerts(page)).toContainText('switched off');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save .zip' }).click();
  const exported = unzipSync(readFileSync(await (await saving).path()));
  expect((await request.get(`/api${studio.replace('/p/', '/programs/')}/workspace`)).status()).toBe(409);
  await page.getByRole('link', { name: 'Open settings' }).click();
  const terms = page.getByRole('switch', { name: 'Open as a project' });
  await expect(page.getByText(/Commercial use in production needs a licence/)).toBeVisible();
  const turnedOn = page.waitForResponse('**/api/projects/workspace');
  await terms.click();
  expect((await turnedOn).status()).toBe(204);

  double = await startDouble(context);
  await page.goto(studio);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'Open as a project' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  const preview = page.frameLocator('iframe[title$="(project)"]');
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Open orders by region', { timeout: 100_000 });
  await expect(preview.getByText(openOrders, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Running' })).toBeVisible();
  await expect(page.getByLabel('Output', { exact: true })).toContainText('$ npm run dev');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await barriers(page, { tags: WCAG, exclude: 'iframe' })).toEqual([]);
  expect(await page.locator('iframe[title$="(project)"]').evaluate((frame) => [frame.getAttribute('sandbox'), frame.getAttribute('allow')])).toEqual(['allow-scripts allow-same-origin allow-forms', '']);

  // It was given the exported project but for its rows, and nothing of the house.
  const there = (file: string) => readFileSync(path.join(double!.folder, file), 'utf8');
  for (const [name, bytes] of Object.entries(exported)) {
    const file = name.slice(name.indexOf('/') + 1);
    if (!['src/snapshot.json', 'README.md', 'vitrine.json'].includes(file)) expect([file, there(file) === strFromU8(bytes)]).toEqual([file, true]);
  }
  expect(there('.env.local')).toBe(`VITE_VITRINE_PAGE=${new URL(page.url()).origin}\n`);
  expect(JSON.parse(there('src/snapshot.json')).calls).toEqual([]);

  await replaceAll(page, 'src/ui.tsx', there('src/ui.tsx').replace('title="Open orders by region"', 'title="Edited here"'));
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Edited here');
  await expect(preview.getByText(openOrders, { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Keep as a version' }).click();
  await expect(page.getByText('Kept as version 2.')).toBeVisible();

  // With a mistake in it, it's kept to be looked at; the one before stays.
  await replaceAll(page, 'src/ui.tsx', there('src/ui.tsx').replace('<Page', '<Pagge').replace('</Page>', '</Pagge>'));
  await page.getByRole('button', { name: 'Keep as a version' }).click();
  await expect(page.getByText(/Kept as version 3, in which the check found/)).toBeVisible();

  // What breaks the rules of the bridge has none any more.
  await page.frames().find((frame) => frame.url().includes('webcontainer-api'))!.evaluate(() => {
    addEventListener('message', ({ data, ports }) => data === 'vitrine:port' && ports[0]!.postMessage({ type: 'swap' }));
    parent.postMessage('vitrine:ready', '*');
  });
  await expect(alerts(page)).toContainText('in no form that the app knows');
  await expect(page.locator('iframe[title$="(project)"]')).toHaveCount(0);

  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Back to the interface' }).click();
  await expect(versions(page)).toHaveCount(3);
  await expect(liveFrame(page).getByRole('heading', { level: 1 })).toHaveText('Edited here');
});

test('where no project can run in the browser, the page says why and gives it as a zip', async ({ page, context }) => {
  await openDescribed(page, 'tickets by priority');
  await untilWritten(page);
  const workspace = `${new URL(page.url()).pathname}/workspace`;
  await page.request.put('/api/projects/workspace', { data: { on: true }, headers: { origin: new URL(page.url()).origin } });

  await context.route('https://stackblitz.com/**', (route) => route.abort());
  await page.clock.install();
  await page.goto(workspace);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Loading WebContainer…')).toBeVisible();
  await page.clock.fastForward(31_000);
  await expect(alerts(page)).toContainText('WebContainer can’t be reached');
  await expect(page.getByRole('button', { name: 'Save .zip' })).toBeEnabled();

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(alerts(page)).toContainText('There is no network');
  await context.setOffline(false);

  await page.route(`**${workspace}`, async (route) => {
    const answer = await route.fetch();
    const { 'cross-origin-embedder-policy': _, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers });
  });
  await page.goto(workspace);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(alerts(page)).toContainText('This page isn’t isolated');
});

/** The file's text anew, as a person would paste it. */
async function replaceAll(page: Page, file: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: file }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}
