import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from '@playwright/test';
import { findChromium } from '../scripts/chromium';

type Options = Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;

/**
 * What Playwright switches off, as far as it concerns a page on this machine, and the two pages behind the address bar: each
 * new window loads them, which keeps both cores busy for a second. The last such switch counts, so it names all.
 */
const FEATURES_OFF = [
  'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
  'PaintHolding', 'MediaRouter', 'DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync',
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
];

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
        `--disable-features=${FEATURES_OFF.join(',')}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  };
}
