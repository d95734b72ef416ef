/** `node scripts/run.mjs readme-picture`: makes README's picture anew, from the running app. */
import path from 'node:path';
import { chromium } from '@playwright/test';
import { startApp } from '../e2e/app.ts';
import { buildIfNeeded } from './build.ts';
import { findChromium } from './chromium.ts';
import { ROOT } from './paths.ts';

await buildIfNeeded();
const app = await startApp();
const browser = await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage({ viewport: { width: 1360, height: 850 }, deviceScaleFactor: 1.5, locale: 'en-US' });
await page.goto(app.url);
await page.getByLabel('Describe the interface you need').fill('open orders by region with a month filter');
await page.keyboard.press('Control+Enter');
await page.waitForURL(/\/p\/.+/);
await page.getByRole('list', { name: 'Versions' }).waitFor({ timeout: 30_000 });
await page.waitForTimeout(2_500); // The rows have come and the bars have grown.
await page.screenshot({ path: path.join(ROOT, 'docs', 'studio.png') });
await browser.close();
await app.close();
