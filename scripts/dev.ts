/** `npm run dev`: the same server over Next's development build. The guest's bundles are made once, at the start. */
import { buildRuntime } from './build-runtime.ts';

try {
  process.loadEnvFile();
} catch {
  // No .env file: the environment as it is.
}
Object.assign(process.env, { NODE_ENV: 'development' });
await buildRuntime();
const { serve } = await import('./serve.ts');
console.log(`Vitrine (development) is open at ${await serve({ dev: true })}`);
