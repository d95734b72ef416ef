import { defineConfig } from '@playwright/test';
import { browserOptions } from './browser';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // Two cores: one browser and one server at a time leave both room to be quick.
  workers: 1,
  // Two cores carry browser, server and model; what only passes at the second try is listed as flaky, to be looked at.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  outputDir: '../test-results',
  // No traces: their recorder runs inside the guest too, where it creates what the lock forbids.
  // A sixth of the processor time went into frames of things that pulse and fade. What a visitor sees first is tested as it moves
  // (open-orders-by-region.spec.ts).
  use: { ...browserOptions(), contextOptions: { reducedMotion: 'reduce' } },
});
