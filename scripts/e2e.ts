/** `npm run test:e2e [-- file]`: builds where needed, then the end-to-end tests. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildIfNeeded } from './build.ts';
import { findChromium } from './chromium.ts';
import { ROOT } from './paths.ts';

process.env.CHROMIUM_PATH = findChromium();
await buildIfNeeded();
const playwright = path.join(ROOT, 'node_modules', '.bin', 'playwright');
const { status } = spawnSync(playwright, ['test', '-c', 'e2e/playwright.config.ts', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exit(status ?? 1);
