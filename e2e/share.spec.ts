import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { WCAG, barriers } from './accessible';
import { describe, liveFrame, untilWritten } from './studio';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

const GONE = 'There is nothing at this address';

let studio: Page;
let month: string;

test.beforeAll(async ({ browser, baseURL }) => {
  studio = await (await browser.newContext({ baseURL })).newPage();
  await describe(studio, 'open orders by region with a month filter');
  await untilWritten(studio);
  month = await chooseMonth(studio, 2);
});

/** Chooses a month in the interface; gives how it is written there. */
async function chooseMonth(page: Page, index: number): Promise<string> {
  await liveFrame(page).getByRole('combobox', { name: /month/i }).click();
  const option = liveFrame(page).getByRole('option').nth(index);
  const month = (await option.textContent())!;
  await option.click();
  return month;
}

/** Makes a link with the keyboard alone. */
async function share(): Promise<string> {
  await studio.getByRole('button', { name: 'Share', exact: true }).press('Enter');
  const dialog = studio.getByRole('dialog', { name: /^Share/ });
  const addresses = dialog.getByRole('textbox', { name: 'Address' });
  const create = dialog.getByRole('button', { name: 'Create link' });
  await expect(create).toBeEnabled();
  const before = await addresses.count();
  await create.press('Enter');
  await expect(addresses).toHaveCount(before + 1);
  return addresses.first().inputValue();
}

/** Something of the menu of the link that was made last. */
async function choose(what: string): Promise<void> {
  await studio.getByRole('button', { name: 'More about this link' }).first().press('Enter');
  await studio.getByRole('menuitem', { name: what }).press('Enter');
}

async function change(label: string, value: string): Promise<void> {
  await choose('Change');
  await studio.getByLabel(label, { exact: true }).fill(value);
  await studio.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(studio.getByLabel(label, { exact: true })).toHaveCount(0);
}

async function closeDialog(): Promise<void> {
  await studio.keyboard.press('Escape');
  await expect(studio.getByRole('dialog')).toHaveCount(0);
}

/** Somebody who has nothing but a link: no account, no cookies. */
async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('somebody with nothing but a link sees what was shared, filters it and sends the filter on; the owner’s things stay where they are', async ({ browser }) => {
  const address = await share();
  expect(address).toMatch(/\/s\/[\w-]{43}$/);
  await closeDialog();
  await expect(studio.getByRole('button', { name: 'Public' })).toBeVisible();

  const viewer = await stranger(browser);
  const said: string[] = [];
  viewer.on('response', async (response) => {
    if (/\/(?:_vitrine|frame)\//.test(response.url())) return;
    said.push(JSON.stringify(response.headers()), await response.text().catch(() => ''));
  });
  const response = (await viewer.goto(address))!;
  expect(response.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' });
  await expect(liveFrame(viewer).locator('.recharts-surface').first()).toBeVisible();
  await expect(viewer.getByText(/^As of/)).toBeVisible();

  await chooseMonth(viewer, 2);
  await expect(viewer).toHaveURL(/#month=/);
  await expect(liveFrame(viewer).locator('.recharts-surface').first()).toBeVisible();
  const sent = await stranger(browser);
  await sent.goto(viewer.url());
  await expect(liveFrame(sent).getByRole('combobox', { name: /month/i })).toContainText(month);
  await expect(liveFrame(sent).locator('.recharts-surface').first()).toBeVisible();

  // What nobody shared isn't read for anybody.
  await chooseMonth(viewer, 3);
  await expect(liveFrame(viewer).getByText('This isn’t part of what was shared.').first()).toBeVisible();

  const all = said.join('\n');
  expect(all.includes('og:image')).toBe(true);
  for (const owners of ['select ', 'shop.sql', 'from orders', '"local"', 'set-cookie']) expect([owners, all.toLowerCase().includes(owners)]).toEqual([owners, false]);
  // Nobody who has the link calls anything else: neither a binding nor a route of the app's.
  const { ticket } = JSON.parse(/id="shell">(.*?)<\/script>/.exec(await response.text())![1]!).opening as { ticket: string };
  const asked = await viewer.request.post(`${address}/calls`, { data: { ticket, calls: [{ id: 1, name: 'sql', args: { text: ['select 1'], values: [] } }, { id: 2, name: 'constructor', args: {} }, { id: 3, name: '__proto__', args: {} }] } });
  expect((await asked.text()).trim().split('\n').map((line) => (JSON.parse(line) as { error: { code: string } }).error.code)).toEqual(['bad-arguments', 'bad-arguments', 'bad-arguments']);
});

test('a password is asked for before anything is told', async ({ browser }) => {
  const address = await share();
  await change('Password', 'open sesame');
  await closeDialog();
  const viewer = await stranger(browser);
  const response = await viewer.goto(address);
  const told = await response!.text();
  for (const before of ['open orders', 'og:title']) expect(told.toLowerCase().includes(before)).toBe(false);
  expect(await barriers(viewer)).toEqual([]);
  await viewer.getByLabel('Password').fill('sesame');
  await viewer.keyboard.press('Enter');
  await expect(viewer.getByText('That isn’t it.')).toBeVisible();
  await viewer.getByLabel('Password').fill('open sesame');
  await viewer.keyboard.press('Enter');
  await expect(liveFrame(viewer).locator('.recharts-surface').first()).toBeVisible();
});

test('what is paused, revoked or used up is as if it had never been, and open pages end', async ({ browser, app }) => {
  const address = await share();
  const viewer = await stranger(browser);
  const ask = async (path: string) => {
    const response = await fetch(path, { headers: { 'accept-encoding': 'identity' } });
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
    return { status: response.status, headers, body: await response.text() };
  };
  const never = await ask(`${app.url}/s/${'x'.repeat(43)}`);
  expect(never).toMatchObject({ status: 404, body: expect.stringContaining(GONE) });

  await viewer.goto(address);
  await expect(liveFrame(viewer).locator('.recharts-surface').first()).toBeVisible();
  await choose('Pause');
  await expect(viewer.getByText(GONE)).toBeVisible();
  expect(await ask(address)).toEqual(never);
  await choose('Go on');
  await expect(studio.getByRole('list', { name: 'Links' }).getByRole('listitem').first()).toContainText('Open to everybody who has it');
  await viewer.goto(address);
  await expect(liveFrame(viewer).locator('.recharts-surface').first()).toBeVisible();
  await choose('Revoke');
  await studio.getByRole('button', { name: 'Revoke', exact: true }).press('Enter');
  await expect(viewer.getByText(GONE)).toBeVisible();
  expect(await ask(address)).toEqual(never);
  for (const below of ['picture.png', 'stream', 'stream?ticket=1.2', 'nothing']) expect(await ask(`${address}/${below}`)).toEqual(never);
  expect(await ask(`${address.replace('/s/', '/embed/')}`)).toEqual(never);

  await closeDialog();
  const once = await share();
  await change('Views at most', '1');
  await closeDialog();
  await viewer.goto(once);
  await expect(liveFrame(viewer).locator('.recharts-surface').first()).toBeVisible();
  expect(await ask(once)).toEqual(never);
});

test('a site shows it within its own only where the owner named that site', async ({ browser }) => {
  const address = await share();
  const siteWithIt = async () => {
    const site = http.createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe id="embedded" style="width:900px;height:600px" src="${address.replace('/s/', '/embed/')}"></iframe>`));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    return { site, origin: `http://127.0.0.1:${(site.address() as AddressInfo).port}` };
  };
  const [{ site, origin: foreign }, elsewhere] = [await siteWithIt(), await siteWithIt()];
  try {
    const viewer = await stranger(browser);
    const embedded = viewer.frameLocator('#embedded').frameLocator('iframe[title$="(interface)"]').frameLocator('iframe');
    const refused = viewer.waitForEvent('console', (message) => /frame-ancestors|Refused|violates/.test(message.text()));
    await viewer.goto(foreign);
    await refused;
    await change('Sites that may show it within theirs', foreign);
    // Another site than the one that is named is told why it shows nothing.
    const other = await stranger(browser);
    await other.goto(elsewhere.origin);
    await expect(other.frameLocator('#embedded').getByRole('heading', { name: 'This site may not show it' })).toBeVisible();
    await viewer.reload();
    await expect(embedded.locator('.recharts-surface').first()).toBeVisible();
    // The page itself is still only for a tab of its own.
    expect((await viewer.request.get(address)).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  } finally {
    await closeDialog();
    for (const one of [site, elsewhere.site]) {
      one.closeAllConnections();
      one.close();
    }
  }
});

test('who looks can save what is shown, and nothing of the page is in the way of anybody', async ({ browser }) => {
  const address = await share();
  expect(await barriers(studio, { tags: WCAG, include: '[role="dialog"]' })).toEqual([]);
  await choose('Change');
  // Where nobody signs in there’s nobody in whose name it could read.
  await expect(studio.getByRole('radio', { name: 'Live, in the name of who looks' })).toBeDisabled();
  expect(await barriers(studio, { tags: WCAG, include: '[role="dialog"]' })).toEqual([]);
  await closeDialog();

  const viewer = await stranger(browser);
  await viewer.setViewportSize({ width: 390, height: 780 });
  await viewer.goto(address);
  await expect(liveFrame(viewer).locator('.recharts-surface').first()).toBeVisible();
  expect(await barriers(viewer, { exclude: 'iframe' })).toEqual([]);
  await viewer.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  expect(await barriers(viewer, { exclude: 'iframe' })).toEqual([]);
  const save = async (name: RegExp) => {
    const download = viewer.waitForEvent('download');
    await viewer.getByRole('button', { name }).first().press('Enter');
    return readFileSync(await (await download).path());
  };
  expect((await save(/as CSV$/)).toString('utf8')).toMatch(/^\ufeff\w[^\r]*\r\n./);
  const png = await save(/Picture as PNG/);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // All of it, and not what fits on a phone.
  expect(png.readUInt32BE(20)).toBeGreaterThan(780);
  expect((await save(/Document as PDF/)).toString('latin1')).toMatch(/^%PDF-1\.4[^]*\/Count [1-9][^]*%%EOF\n$/);
  expect(await viewer.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await viewer.keyboard.press('Escape');
  await expect(viewer.getByRole('dialog')).toHaveCount(0);

  await viewer.goto(address.replace(/.{8}$/, 'xxxxxxxx'));
  expect(await barriers(viewer, { exclude: 'iframe' })).toEqual([]);
});
