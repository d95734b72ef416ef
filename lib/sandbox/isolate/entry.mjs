/**
 * Where a thread begins. Types are taken off once and kept, as of the server's own files (scripts/run.mjs): a thread that
 * has to be replaced is there in half the time.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/vitrine-compile', import.meta.url)));
await import('./worker.ts');
