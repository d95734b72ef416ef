/**
 * What a program weighs when it leaves, and how long whoever gets it waits: the zip, the one HTML file, `npm install` from npm's
 * cache (filled by an install before), and from starting Vite to the first page.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../e2e/browser.ts';
import { bindingCalls } from '../lib/compile/binding-calls.ts';
import { createCatalogue } from '../lib/composer/catalogue/catalogue.ts';
import { readPrompt } from '../lib/composer/read/read.ts';
import { write } from '../lib/composer/write/write.ts';
import type { TableBinding } from '../lib/binding/binding.ts';
import type { Connector } from '../lib/connector/contract.ts';
import { openShop } from '../lib/connector/shop/shop.ts';
import { oneFile } from '../lib/project/one-file.ts';
import { type ProjectFiles, projectFiles } from '../lib/project/project-files.ts';
import type { Snapshot } from '../lib/project/snapshot.ts';
import { usedNames } from '../lib/project/used-names.ts';
import { zipProject } from '../lib/project/zip.ts';
import type { BenchRow } from './row.ts';
import { median } from './stream/recordings.ts';

const GOAL_ZIP_KB = 150;
const GOAL_HTML_KB = 600;
const PORT = 3918;
const RUNS = 3;
const PROMPT = 'revenue per month and top 10 products';

export async function run(): Promise<BenchRow[]> {
  const today = new Date();
  const shop = await openShop(today);
  try {
    const { files, html, ms } = await exported(shop, today);
    const bare = zipProject('bench', { ...files, 'src/snapshot.json': '{}' }).length;
    return [
      { metric: 'a chart dashboard as a zip, without its rows', value: kilobytes(bare), unit: 'KB', goal: GOAL_ZIP_KB, ok: kilobytes(bare) <= GOAL_ZIP_KB },
      { metric: 'the same with its rows', value: kilobytes(zipProject('bench', files).length), unit: 'KB' },
      { metric: 'as one HTML file, rows included', value: kilobytes(html.length), unit: 'KB', goal: GOAL_HTML_KB, ok: kilobytes(html.length) <= GOAL_HTML_KB },
      { metric: 'bundling it', value: Math.round(ms), unit: 'ms' },
      ...(await waited(files)),
    ];
  } finally {
    await shop.close();
  }
}

async function exported(shop: Connector<TableBinding>, today: Date) {
  const binding = await shop.describe();
  const { plan } = readPrompt(PROMPT, createCatalogue([binding]), today);
  if (!plan) throw new Error(`The composer doesn’t understand “${PROMPT}” any more.`);
  const source = write(plan);
  const at = today.toISOString();
  const calls: Snapshot['calls'] = [];
  for (const { text = [] } of bindingCalls(source['data.ts'], new Set(['shop']))) {
    const args = { text, values: text.slice(1).map(() => '') };
    const { value } = await shop.call('sql', args, AbortSignal.timeout(10_000));
    calls.push({ binding: 'shop', operation: 'sql', args, at, value });
  }
  const manifest = { format: 1, title: 'Bench', programId: 'bench', versionId: 'bench', version: 1, exportedAt: at } as const;
  const files = projectFiles({ manifest, source, bindings: [binding], snapshot: { takenAt: at, clock: at, calls, shared: {}, left: [] } });
  const used = usedNames(source, ['shop']);
  await oneFile('Bench', files, used); // Once for nothing: esbuild's own process is started.
  const began = performance.now();
  const html = await oneFile('Bench', files, used);
  return { files, html, ms: performance.now() - began };
}

async function waited(files: ProjectFiles): Promise<BenchRow[]> {
  const installs: number[] = [];
  const pages: number[] = [];
  const browser = await chromium.launch(browserOptions().launchOptions);
  for (let i = 0; i <= RUNS; i++) {
    const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-'));
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      const began = performance.now();
      execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
      const installed = performance.now();
      const page = await browser.newPage();
      await firstPage(folder, page);
      // The first run fills npm's cache.
      if (i > 0) installs.push(installed - began);
      if (i > 0) pages.push(performance.now() - installed);
      await page.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  await browser.close();
  return [
    { metric: 'npm install, packages in npm’s cache (median)', value: seconds(median(installs)), unit: 's' },
    { metric: 'Vite from its start to the first chart on the screen (median)', value: seconds(median(pages)), unit: 's' },
  ];
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newPage']>>;

async function firstPage(folder: string, page: Page): Promise<void> {
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', String(PORT), '--strictPort', '--host', '127.0.0.1'], { cwd: folder, stdio: 'ignore' });
  const gone = new Promise((resolve) => vite.once('exit', resolve));
  try {
    const url = `http://127.0.0.1:${PORT}/`;
    while (!(await fetch(url).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 20));
    await page.goto(url);
    await page.locator('.recharts-surface').first().waitFor();
  } finally {
    vite.kill();
    await gone;
  }
}

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
const seconds = (ms: number) => Math.round(ms / 100) / 10;
