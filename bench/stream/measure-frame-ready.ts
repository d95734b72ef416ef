/**
 * How long a frame takes to be there: cold, from making it to the guest's `ready`; and with a spare, from a program's first
 * text to the guest's word that it's on the screen. And what the first answer of the runtime weighs, with what comes beside.
 */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { LATE_BUNDLES } from '../../lib/bridge/messages.ts';
import { readAssets } from '../../lib/sandbox/assets.ts';
import { ROOT } from '../../scripts/paths.ts';
import type { BenchRow } from '../row.ts';
import { type Stand, assetBytes } from './stand.ts';

const RUNS = 9;
const GOAL_COLD_MS = 250;
const GOAL_SPARE_MS = 20;
const GOAL_DOCUMENT_BYTES = 200 * 1024;

const FIRST_TEXT = { 'ui.tsx': 'export default function Orders() {\n  return (\n    <Page title="Open orders">\n      <Card><CardHeader><CardTitle>By region</CardTitle>', 'data.ts': '' };

export async function measureFrameReady(stand: Stand): Promise<BenchRow[]> {
  const cold: number[] = [];
  const spare: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    cold.push(await onPage(await stand.openHost(), (page) => page.evaluate(() => window.host.open())));
    spare.push(await onPage(await stand.openHost(), adopt));
  }
  return [
    row('frame ready, cold', cold, GOAL_COLD_MS),
    row('spare frame: first text → shown', spare, GOAL_SPARE_MS),
    ...weights(),
  ];
}

async function onPage(page: Page, measure: (page: Page) => Promise<number>): Promise<number> {
  try {
    await page.waitForTimeout(300); // The page's own beginning is not what is measured.
    return await measure(page);
  } finally {
    await page.close();
  }
}

async function adopt(page: Page): Promise<number> {
  await page.evaluate(() => window.host.prepare());
  await page.waitForTimeout(500); // A person reads the home page for longer.
  return page.evaluate((source) => window.host.adopt(source), FIRST_TEXT);
}

function weights(): BenchRow[] {
  const { framePath, latePaths } = readAssets(ROOT);
  const gzip = (served: string) => gzipSync(assetBytes(served)).length;
  const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;
  const document = gzip(framePath);
  return [
    { metric: 'frame document, gzip', value: kilobytes(document), unit: 'KB', goal: kilobytes(GOAL_DOCUMENT_BYTES), ok: document <= GOAL_DOCUMENT_BYTES },
    ...LATE_BUNDLES.map((name) => ({ metric: `beside it: ${name}, gzip`, value: kilobytes(gzip(latePaths[name])), unit: 'KB' })),
    { metric: 'beside it: typeface', value: kilobytes(assetBytes(latePaths.typeface).length), unit: 'KB' },
  ];
}

function row(metric: string, times: number[], goal: number): BenchRow {
  const value = Math.round(times.toSorted((a, b) => a - b)[times.length >> 1]! * 10) / 10;
  return { metric, value, unit: 'ms', goal, ok: value <= goal };
}
