/** `npm start`: builds where the build is not current, then serves. Prints one line with the address. */
import { buildIfNeeded } from './build.ts';

if (process.env.NODE_ENV !== 'test') {
  try {
    process.loadEnvFile();
  } catch {
    // No .env file: the environment as it is.
  }
}
if (await buildIfNeededSaying()) console.log('Built.');
Object.assign(process.env, { NODE_ENV: 'production' });
const { serve } = await import('./serve.ts');
const address = await serve({ dev: false }).catch((error: Error) => {
  console.error(`Vitrine could not start: ${error.message}`);
  process.exit(1);
});
console.log(`Vitrine is open at ${address}`);

function buildIfNeededSaying(): Promise<boolean> {
  const slow = setTimeout(() => console.log('Building Vitrine, a minute or two…'), 300);
  return buildIfNeeded().finally(() => clearTimeout(slow));
}
