import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { freePort } from './app';
import { leaveInstalled, takeInstalled } from './fakes/installed';
import { liveFrame, openDescribed, untilWritten, versions } from './studio';
import { expect, test } from './test';

/** Everything of npm's and Vite's that takes its time on two cores. */
const INSTALL_MS = 90_000;

let folder: string;
let server: ChildProcess | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vitrine-project-'));
});
test.afterEach(() => {
  server?.kill();
  server = null;
  for (const name of readdirSync(folder)) leaveInstalled(path.join(folder, name));
  rmSync(folder, { recursive: true, force: true });
});

test('a program leaves as a project, runs by itself on its rows, reads live ones by a token until that is taken back, and comes back edited', async ({ page, context, request }) => {
  test.setTimeout(180_000);
  await openDescribed(page, 'open orders by region with a month filter');
  await untilWritten(page);
  const figure = liveFrame(page).getByText(/^\d+$/).first();
  await expect(figure).toBeVisible();
  const openOrders = await figure.innerText();

  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText(/rows of the \d+ calls/)).toBeVisible();
  const zip = readFileSync(await save(page, 'zip'));
  await expect(dialog.getByRole('status')).toContainText(/Saved .*\.zip: \d+ KB, rows as of/);

  const project = await unpack(zip);
  takeInstalled(project);
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund'], project);
  await npm(['run', 'typecheck'], project);
  const outside = await context.newPage();
  const url = await startVite(project);
  await outside.goto(url);
  await expect(outside.getByRole('heading', { level: 1, name: 'Open orders by region' })).toBeVisible({ timeout: 30_000 });
  await expect(outside.getByText(openOrders, { exact: true }).first()).toBeVisible();
  await expect(outside.locator('.recharts-bar-rectangle').first()).toBeVisible();
  await expect(outside.getByRole('contentinfo')).toContainText('A snapshot: rows as of');
  // What the snapshot doesn't have says so in its place.
  await chooseMonth(outside);
  await expect(outside.getByText(/This call isn’t in the snapshot/).first()).toBeVisible();

  await dialog.getByRole('button', { name: 'Make a token' }).click();
  const lines = await dialog.getByLabel('Lines for .env.local').innerText();
  await writeFile(path.join(project, '.env.local'), `${lines}\n`);
  await expect(outside.getByRole('contentinfo')).toHaveCount(0, { timeout: 30_000 });
  await chooseMonth(outside);
  await expect(outside.locator('.recharts-bar-rectangle').first()).toBeVisible();
  const [address, token] = lines.split('\n').map((line) => line.slice(line.indexOf('=') + 1)) as [string, string];
  const ask = (body: object, authorization = `Bearer ${token}`) => request.post(address, { data: body, headers: { origin: 'https://elsewhere.example', authorization } });
  const answer = await ask({ function: 'monthOptions', args: {} });
  expect([answer.status(), answer.headers()['access-control-allow-origin']]).toEqual([200, '*']);
  expect((await answer.json()).value.length).toBeGreaterThan(3);
  expect(await (await ask({ function: 'constructor', args: {} })).json()).toMatchObject({ error: { code: 'syntax' } });
  expect((await ask({ function: 'monthOptions', args: {} }, 'Bearer vtr_wrong')).status()).toBe(401);
  expect((await request.get(`${new URL(address).origin}/api/programs`, { headers: { origin: 'https://elsewhere.example', authorization: `Bearer ${token}` } })).status()).toBe(403);
  await dialog.getByRole('button', { name: /Take back the token/ }).click();
  await expect(dialog.getByRole('list', { name: 'Tokens' })).toHaveCount(0);
  await outside.reload();
  await expect(outside.getByText(/This token opens nothing here/).first()).toBeVisible();
  await outside.close();

  const choose = dialog.getByLabel('Project to import');
  await choose.setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('not a zip') });
  await expect(dialog.getByRole('alert')).toHaveText(/Nothing was imported. This file can’t be read as a zip/);
  await choose.setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: zip });
  await expect(dialog.getByRole('alert')).toHaveText(/Nothing to import/);
  await choose.setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: edited(zip, (ui) => ui.replace('title="Open orders by region"', 'title="Edited elsewhere"')) });
  await expect(versions(page)).toHaveCount(2);
  await expect(liveFrame(page).getByRole('heading', { level: 1 })).toHaveText('Edited elsewhere');

  // With a mistake in it, it is kept and looked at; the one before stays.
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByLabel('Project to import').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: edited(zip, (ui) => ui.replace('<Page', '<Pagge').replace('</Page>', '</Pagge>')) });
  await expect(page.getByText(/Imported as version 3, in which the check found/)).toBeVisible();
  await page.reload();
  await expect(liveFrame(page).getByRole('heading', { level: 1 })).toHaveText('Edited elsewhere');

  await page.goto('/');
  await page.getByLabel('Project to import').setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: zip });
  await page.waitForURL(/\/p\/.+/);
  await expect(liveFrame(page).getByRole('heading', { level: 1 })).toHaveText('Open orders by region');
});

test('one HTML file opens from disk with the network off, with the rows it was saved with', async ({ page, browser }) => {
  await openDescribed(page, 'tickets by priority');
  await untilWritten(page);
  await expect(liveFrame(page).locator('.recharts-surface').first()).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await save(page, 'html');

  const context = await browser.newContext({ offline: true });
  const alone = await context.newPage();
  const asked: string[] = [];
  const wrong: string[] = [];
  alone.on('request', (request) => asked.push(request.url()));
  alone.on('pageerror', (error) => wrong.push(error.message));
  alone.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await alone.goto(`file://${file}`);
  await expect(alone.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(alone.locator('.recharts-surface').first()).toBeVisible();
  await expect(alone.getByRole('contentinfo')).toContainText('A snapshot: rows as of');
  expect(wrong).toEqual([]);
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  await context.close();
});

/** Presses the button and gives the path of what the browser saved. */
async function save(page: Page, kind: 'zip' | 'html'): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: `Save .${kind}` }).click();
  const to = path.join(folder, `saved.${kind}`);
  await (await saving).saveAs(to);
  return to;
}

async function unpack(zip: Uint8Array): Promise<string> {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const to = path.join(folder, name);
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, bytes);
  }
  return path.join(folder, Object.keys(unzipSync(zip))[0]!.split('/')[0]!);
}

function edited(zip: Uint8Array, edit: (ui: string) => string): Buffer {
  const files = unzipSync(zip);
  const ui = Object.keys(files).find((name) => name.endsWith('/src/ui.tsx'))!;
  return Buffer.from(zipSync({ ...files, [ui]: strToU8(edit(new TextDecoder().decode(files[ui]))) }));
}

/** npm as it stands around this test, with the Node that runs it. @throws where it fails, with what it said */
function npm(args: string[], cwd: string): Promise<void> {
  const cli = process.env.npm_execpath;
  const env = { ...process.env, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}` };
  const child = cli ? spawn(process.execPath, [cli, ...args], { cwd, env }) : spawn('npm', args, { cwd, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill(), INSTALL_MS);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}

/** `npm run dev`, without npm around it, so that ending it ends Vite. Gives its address. */
async function startVite(cwd: string): Promise<string> {
  const port = await freePort();
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', String(port), '--strictPort', '--host', '127.0.0.1'], { cwd });
  server = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text));
  await expect.poll(() => said, { timeout: 30_000 }).toContain('ready in');
  return `http://127.0.0.1:${port}/`;
}

async function chooseMonth(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /month/i }).click();
  await page.getByRole('option').nth(2).click();
}
