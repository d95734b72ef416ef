import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

const MODULE = path.join(import.meta.dirname, 'unheard.ts');

test.each([
  ['goes on', `import { goOnUnheard } from ${JSON.stringify(MODULE)}; goOnUnheard();`, 0],
  ['would end, or print its failure for ever, without it', '', 1],
])('a process whose reader is gone %s', async (_name, begin, code) => {
  const script = `${begin}
    process.stdin.once('end', () => {
      setInterval(() => console.error('a line'), 20);
      setTimeout(() => process.exit(0), 500);
    }).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdout.destroy();
  child.stderr.destroy();
  await Promise.all([once(child.stdout, 'close'), once(child.stderr, 'close')]);
  child.stdin.end();
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  expect(exitCode).toBe(code);
});
