/**
 * `npm test`: check, unit tests, end-to-end tests in a real browser. Each part runs whatever the others found, and the
 * last line counts them together.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from './build.ts';
import { check } from './check.ts';
import { findChromium } from './chromium.ts';
import { ROOT } from './paths.ts';

/** Minutes of one part, over twice what the longest takes on two cores: one that hangs is ended and counts as failed. */
const MAX_PART_MINUTES = 25;

type Count = { passed: number; failed: number; skipped: number };

const out = mkdtempSync(path.join(tmpdir(), 'vitrine-test-'));
const bin = (name: string) => path.join(ROOT, 'node_modules', '.bin', name);
const total: Count = { passed: 0, failed: 0, skipped: 0 };

const found = check();
add({ passed: 3 - found.length, failed: found.length, skipped: 0 });
process.env.CHROMIUM_PATH = findChromium();
await buildIfNeeded();
add(unit());
add(browser());

if (total.skipped > 0) console.log(`${total.skipped} skipped: what they need isn't on this machine.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function add(count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

function unit(): Count {
  const report = path.join(out, 'unit.json');
  run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const read = readReport<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number }>(report);
  if (!read) return { passed: 0, failed: 1, skipped: 0 };
  // A file that could not be loaded has no tests that failed, and is a failure all the same.
  const failed = read.numFailedTests || (read.numFailedTestSuites > 0 ? 1 : 0);
  return { passed: read.numPassedTests, failed, skipped: read.numPendingTests };
}

function browser(): Count {
  const report = path.join(out, 'browser.json');
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = report;
  run(bin('playwright'), ['test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json']);
  const stats = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(report)?.stats;
  if (!stats || stats.expected + stats.unexpected + stats.flaky === 0) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: process.env, timeout: MAX_PART_MINUTES * 60_000, killSignal: 'SIGKILL' });
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null; // The part ended before it could report: that counts as a failure.
  }
}
