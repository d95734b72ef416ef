import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type Axe from 'axe-core';

/** The rules that are law in many places; without tags, what is good practice is asked for too. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa'];

type Look = {
  tags?: string[];
  /** A selector of what alone is looked at, and of what isn't. */
  include?: string;
  exclude?: string;
  /** Looked into too, as parts of the page. */
  frames?: Frame[];
};

/** Of a document. axe looks at nothing of one that is called no `initiator`, so each frame is looked at as if it stood alone. */
type Part = { include: string[]; exclude: string[] };

const RULES = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The two that look at colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * What is in the way of somebody who can't see or point, as `theme rule: places`. A page is looked at in light; in the
 * dark only its colours are, since nothing else changes with the theme, and each look costs a second of both cores.
 */
export async function barriers(page: Page, { tags, include, exclude, frames = [] }: Look = {}): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const runOnly: Axe.RunOnly | undefined = theme === 'dark' ? { type: 'rule', values: OF_COLOUR } : tags && { type: 'tag', values: tags };
    for (const frame of [page.mainFrame(), ...frames]) {
      const part = frame === page.mainFrame() ? { include: [include ?? 'html'], exclude: exclude ? [exclude] : [] } : { include: ['html'], exclude: [] };
      found.push(...(await lookAt(frame, theme, part, { iframes: false, resultTypes: ['violations'], ...(runOnly && { runOnly }) })));
    }
  }
  return found;
}

async function lookAt(frame: Frame, theme: 'light' | 'dark', part: Part, options: Axe.RunOptions): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(RULES);
  // A document whose theme is a class has it some time after the browser.
  await frame.waitForFunction((other) => getComputedStyle(document.documentElement).colorScheme !== other, theme === 'dark' ? 'light' : 'dark', { polling: 50 });
  const violations = await frame.evaluate(
    async ([within, how]) => {
      // Half of the way from one colour to another there is no contrast.
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
      const { axe } = window as unknown as { axe: typeof Axe };
      return (await axe.run(within, how)).violations;
    },
    [part, options] as const,
  );
  return violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
