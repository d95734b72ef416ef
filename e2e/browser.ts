import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';
import { findChromium } from '../scripts/chromium';

type Options = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

/** The Chromium that is there, kept from calling home; as root it runs without its own sandbox. */
export function browserOptions(): Options {
  return {
    locale: 'en-GB',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        '--disable-default-apps',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  };
}
