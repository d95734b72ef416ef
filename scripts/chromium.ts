/** Where the end-to-end tests get their browser from, on any machine. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The headless shell first: the whole browser draws windows of its own, which took two thirds as long again for the same tests. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/**
 * A Chromium's path: the environment's (CHROMIUM_PATH), Playwright's, the system's; where none is there it is installed, with
 * Playwright's installer, else with apt.
 * @throws Error that says what was tried.
 */
export function findChromium(): string {
  const there = present();
  if (there) return there;
  install('npx', ['playwright', 'install', 'chromium']);
  return present() ?? aptChromium();
}

function present(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((file) => file && existsSync(file));
}

function aptChromium(): string {
  const root = process.getuid?.() === 0;
  const apt = (args: string[]) => (root ? install('apt-get', args) : install('sudo', ['-n', 'apt-get', ...args]));
  // Not every distribution has the shell in a package of its own.
  if (apt(['update', '-qq']) && !apt(['install', '-y', '-qq', 'chromium-headless-shell'])) apt(['install', '-y', '-qq', 'chromium']);
  const found = present();
  if (found) return found;
  throw new Error('No Chromium: none in CHROMIUM_PATH, in Playwright’s folder or in the system, and neither Playwright’s installer nor apt could bring one.');
}

function install(command: string, args: string[]): boolean {
  console.log(`Installing a browser: ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'ignore', timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
}
