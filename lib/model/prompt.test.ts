import { describe, expect, it } from 'vitest';
import { readReply } from '../../e2e/fakes/replies.ts';
import { BLOCK_NAMES, FORMATTING_NAMES, PROGRAM_HOOKS } from '../program/ambient';
import { EMPTY_SOURCE } from '../program/program';
import { parseReply } from '../reply/reply-parser';
import { promptText, systemPrompt, withoutFiles } from './prompt';

describe('systemPrompt', () => {
  const text = systemPrompt('declare const shop: Shop;');

  it('shows a grammar that our own parser reads', () => {
    const reply = text.slice(text.indexOf('```tsx ui.tsx'), text.indexOf('# ui.tsx'));
    const { source, diagnostics } = parseReply(reply, { 'ui.tsx': '', 'data.ts': '' });
    expect(source['ui.tsx']).toContain('default-exported');
    expect(source['data.ts']).toContain('exported async functions');
    expect(source['ui.tsx']).toContain('the other components');
    expect(diagnostics.map(({ code }) => code)).toEqual(['edit-no-match']); // The example edits a file that it didn't write.
  });

  it('names the kit, with the parts of a family shortened', () => {
    expect(text).toContain('Card(Header Title Description Action Content Footer)');
    expect(text).toContain('ScrollArea, ScrollBar');
  });

  it('shows each block and hook', () => {
    for (const name of [...BLOCK_NAMES, ...PROGRAM_HOOKS, ...FORMATTING_NAMES]) expect(text).toContain(name);
  });

  it('stays under 2,200 tokens before any binding, at four characters each', () => {
    expect(systemPrompt('').length / 4).toBeLessThan(2_200);
  });
});

describe('promptText', () => {
  it('is the prompt alone where there is no program yet', () => {
    expect(promptText('A board', EMPTY_SOURCE)).toBe('A board');
  });

  it('tells the program in fences that its own text can not close', () => {
    const base = { 'ui.tsx': 'const help = `\n```\n`;\n', 'data.ts': '' };
    expect(parseReply(promptText('Go on', base), EMPTY_SOURCE).source).toEqual(base);
  });
});

describe('withoutFiles', () => {
  it('keeps the words', () => {
    expect(withoutFiles(readReply('08'))).toMatch(/^A heatmap with one row per signup month[^`]+$/);
    expect(withoutFiles('Words.\n```tsx ui.tsx\ncut off amid')).toBe('Words.');
  });
});
