import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['{lib,runtime,components,app,scripts,bench,e2e/fakes}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: 'lib/store/test-template.ts',
    // Two cores: DuckDB, PGlite and the TypeScript server each bring threads of their own.
    maxWorkers: 2,
    // As `npm start` does: WebAssembly (PGlite, QuickJS) compiled once more to be faster takes longer than a test lasts.
    execArgv: ['--liftoff-only'],
    testTimeout: 20_000,
  },
});
