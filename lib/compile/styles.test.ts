import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type StyleTexts, createStyles } from './styles';

const packaged = (name: string) => readFileSync(createRequire(import.meta.url).resolve(`tailwindcss/${name}.css`), 'utf8');
const TEXTS: StyleTexts = {
  theme: packaged('theme'),
  preflight: packaged('preflight'),
  utilities: packaged('utilities'),
  look: readFileSync(path.join(import.meta.dirname, '../../components/theme.css'), 'utf8'),
};

test('gives one sheet in the right order, and only when it changed', async () => {
  const styles = await createStyles(TEXTS, ['rounded-md']);
  const first = styles.build(['md:flex', 'bg-card', 'dark:p-4', 'no-such-class'])!;
  expect(first).toContain('.rounded-md');
  expect(first).toContain('background-color: var(--card)');
  expect(first).toContain('box-sizing: border-box');
  expect(first).toContain(':is(.dark *)');
  expect(first).not.toContain('no-such-class');
  expect(styles.build(['bg-card', 'md:flex'])).toBeNull();
  expect(styles.build(['Another', 'word'])).toBeNull();
  const second = styles.build(['hidden'])!;
  expect(second.indexOf('.hidden')).toBeLessThan(second.indexOf('.md\\:flex'));
});

test('the first sheet comes even without candidates', async () => {
  const styles = await createStyles(TEXTS, []);
  expect(styles.build([])).toContain('--background');
});
