import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EMPTY_SOURCE } from '../program/program';
import { ReplyParser, parseReply } from './reply-parser';

const BASE = { 'ui.tsx': 'const a = 1;\nconst b = 2;\nconst ab = 1;\n', 'data.ts': 'export {};\n' };
const REPLIES = path.join(import.meta.dirname, '../../e2e/fakes/replies');

function inPieces(text: string, size: number, base = EMPTY_SOURCE) {
  const parser = new ReplyParser(base);
  for (let at = 0; at < text.length; at += size) parser.write(text.slice(at, at + size));
  parser.end();
  return { source: parser.source, segments: parser.segments, diagnostics: parser.diagnostics };
}

/** Chunks, and what ui.tsx is after each of them. */
const CHUNKS: [string, [chunk: string, ui: string][]][] = [
  ['a file grows with its text', [['Plan.\n\n```ts', ''], ['x ui.tsx\ncon', 'con'], ['st a', 'const a'], [' = 1;\n', 'const a = 1;\n'], ['```\nDone', 'const a = 1;\n']]],
  ['half a closing fence is not code', [['```tsx ui.tsx\nx\n`', 'x\n'], ['`', 'x\n'], ['`', 'x\n'], ['\n', 'x\n']]],
  ['what only looked like a closing fence is code', [['```tsx ui.tsx\nx\n``', 'x\n'], ['a``', 'x\n``a``']]],
  ['marks inside a line do not close', [['```tsx ui.tsx\nconst t = `', 'const t = `'], ['```\n', 'const t = ````\n'], ['`;', 'const t = ````\n`;']]],
  ['a longer fence holds a shorter one', [['````tsx ui.tsx\n```\n', '```\n'], ['````\nz', '```\n']]],
  ['tildes', [['~~~~tsx ui.tsx\nx\n```\n', 'x\n```\n'], ['~~~~\ny', 'x\n```\n']]],
  ['CRLF, cut in the middle', [['```tsx ui.tsx\r\nx\r', 'x'], ['\ny\r\n', 'x\ny\n'], ['```\r\nz', 'x\ny\n']]],
  ['a fence in a list', [['1. It:\n   ```tsx ui.tsx\n   a\n     b\n', 'a\n  b\n'], ['   ```\n', 'a\n  b\n']]],
];

describe('chunks', () => {
  test.each(CHUNKS)('%s', (_, chunks) => {
    const parser = new ReplyParser(EMPTY_SOURCE);
    for (const [chunk, ui] of chunks) {
      parser.write(chunk);
      expect(parser.source['ui.tsx']).toBe(ui);
    }
  });

  test.each(readdirSync(REPLIES).filter((name) => name.endsWith('.md')))('%s in pieces is the same as whole', (name) => {
    const text = readFileSync(path.join(REPLIES, name), 'utf8');
    const whole = parseReply(text, EMPTY_SOURCE);
    expect(whole.source['ui.tsx']).toContain('export default function');
    expect(whole.diagnostics).toEqual([]);
    expect(whole.segments.every((segment) => segment.kind === 'prose' || segment.done)).toBe(true);
    for (const size of [1, 3, 7, 64, 1000]) expect(inPieces(text, size)).toEqual(whole);
    expect(parseReply(text.replaceAll('\n', '\r\n'), EMPTY_SOURCE).source).toEqual(whole.source);
  });

  test('the source is the same object while nothing changes', () => {
    const parser = new ReplyParser(BASE);
    parser.write('Some words. `code` and\n```json\n{}\n```\n```tsx ui.tsx\n');
    expect(parser.source).toBe(BASE);
    expect(parser.writing).toBe('ui.tsx');
    parser.write('x');
    const written = parser.source;
    parser.write('\n``');
    expect(parser.source).not.toBe(written);
    expect(parser.source['data.ts']).toBe(BASE['data.ts']);
  });
});

describe('going on with a file', () => {
  const MORE: [string, string, [chunk: string, ui: string][]][] = [
    ['after another file', '', [['```tsx ui.tsx\na;\n```\n```ts data.ts\nd;\n```\n```mo', 'a;\n'], ['re ui.tsx\n', 'a;\n'], ['b', 'a;\n\nb'], [';\n``', 'a;\n\nb;\n'], ['`\nWords', 'a;\n\nb;\n']]],
    ['of the program as it was', 'a;', [['```more ui.tsx\n', 'a;'], ['b;\n```', 'a;\n\nb;\n']]],
    ['twice', 'a;\n\n', [['```more ui.tsx\nb;\n```\n', 'a;\n\nb;\n'], ['```tsx ui.tsx more\nc;\n```\n', 'a;\n\nb;\n\nc;\n']]],
    ['with nothing', 'a;\n', [['```more ui.tsx\n```\nWords', 'a;\n']]],
    ['and editing it then', 'a;\n', [['```more ui.tsx\nb;\n```\n```edit ui.tsx\n<<<<<<< SEARCH\nb;\n=======\nc;\n', 'a;\n\nb;\n'], ['>>>>>>> REPLACE\n```\n', 'a;\n\nc;\n'], ['```more ui.tsx\nd;\n```', 'a;\n\nc;\n\nd;\n']]],
    ['with CRLF and an indent', 'a;\n', [['- It:\r\n  ```more ui.tsx\r\n  b;\r', 'a;\n\nb;'], ['\n    c;\r\n  ```\r\n', 'a;\n\nb;\n  c;\n']]],
  ];

  test.each(MORE)('%s', (_, ui, chunks) => {
    const parser = new ReplyParser({ 'ui.tsx': ui, 'data.ts': '' });
    for (const [chunk, after] of chunks) {
      parser.write(chunk);
      expect(parser.source['ui.tsx']).toBe(after);
    }
    parser.end();
    expect(parser.diagnostics).toEqual([]);
  });

  test('says how much was added, piece by piece as whole', () => {
    const text = '```tsx ui.tsx\na;\nb;\n```\n```more ui.tsx\nc;\n```\n';
    const whole = parseReply(text, EMPTY_SOURCE);
    expect(whole.segments).toEqual([
      { kind: 'file', file: 'ui.tsx', way: 'whole', lines: 2, done: true },
      { kind: 'file', file: 'ui.tsx', way: 'more', lines: 1, done: true },
    ]);
    for (const size of [1, 2, 5, 11]) expect(inPieces(text, size)).toEqual(whole);
  });

  test('of a file that is not there is told, and taken as its beginning', () => {
    const { source, diagnostics } = parseReply('Now:\n```more data.ts\nd;\n```\n', EMPTY_SOURCE);
    expect(source['data.ts']).toBe('d;\n');
    expect(diagnostics).toMatchObject([{ code: 'reply-nothing-before', start: { line: 2 }, message: 'There is no data.ts yet to go on with.' }]);
  });
});

describe('fence lines', () => {
  test.each([
    'ui.tsx', 'tsx ui.tsx', 'tsx file=ui.tsx', 'tsx title="ui.tsx"', 'tsx {title="./ui.tsx"}', 'typescript src/ui.tsx', 'tsx:ui.tsx',
  ])('```%s is ui.tsx', (info) => {
    expect(parseReply(`\`\`\`${info}\nx\n\`\`\`\n`, EMPTY_SOURCE)).toMatchObject({ source: { 'ui.tsx': 'x\n' }, diagnostics: [] });
  });

  test('the name may stand above the fence or in its first line', () => {
    expect(parseReply('**`src/ui.tsx`**\n\n```tsx\nx\n```', EMPTY_SOURCE).source['ui.tsx']).toBe('x\n');
    expect(parseReply('```ts\n// data.ts\nx\n```', EMPTY_SOURCE).source['data.ts']).toBe('// data.ts\nx\n');
  });

  test('other languages are prose', () => {
    const text = 'Like so:\n```sql\nselect 1\n```\nand\n```tsx\n<A />\n```\n```tsx ui.tsx\nx\n```\nEnd.';
    const { segments, diagnostics } = parseReply(text, EMPTY_SOURCE);
    expect(segments).toEqual([
      { kind: 'prose', text: 'Like so:\n```sql\nselect 1\n```\nand\n```tsx\n<A />\n```\n' },
      { kind: 'file', file: 'ui.tsx', way: 'whole', lines: 1, done: true },
      { kind: 'prose', text: 'End.' },
    ]);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['So:\n```more\nx\n```', 'reply-unknown-file', 2],
    ['```more app.tsx\nx\n```', 'reply-unknown-file', 1],
    ['```tsx app.tsx\nx\n```', 'reply-unknown-file', 1],
    ['Now:\n```edit\n<<<<<<< SEARCH\n', 'reply-unknown-file', 2],
    ['So:\n```tsx\nx\n```', 'reply-nameless-file', 2],
  ])('%j is %s', (text, code, line) => {
    const { source, diagnostics } = parseReply(text, BASE);
    expect(source).toBe(BASE);
    expect(diagnostics).toMatchObject([{ file: 'reply', code, start: { line } }]);
  });

  test('a reply that breaks off keeps what arrived, without half a fence', () => {
    expect(parseReply('```tsx ui.tsx\nconst a = 1;\n``', EMPTY_SOURCE)).toMatchObject({
      source: { 'ui.tsx': 'const a = 1;\n' },
      segments: [{ kind: 'file', done: false, lines: 1 }],
    });
    expect(parseReply('Words\n```tsx ui.tsx', BASE)).toMatchObject({ source: BASE, segments: [{ kind: 'prose', text: 'Words\n' }] });
    expect(parseReply('```tsx ui.tsx\nx\n```', EMPTY_SOURCE).segments).toEqual([{ kind: 'file', file: 'ui.tsx', way: 'whole', lines: 1, done: true }]);
  });
});

describe('edits', () => {
  const edit = (search: string, replace: string) => `<<<<<<< SEARCH\n${search}=======\n${replace}>>>>>>> REPLACE\n`;
  const fenced = (...blocks: string[]) => `\`\`\`edit ui.tsx\n${blocks.join('\n')}\`\`\`\n`;

  test('apply one after the other, each as it closes', () => {
    const parser = new ReplyParser(BASE);
    const [first, second] = [edit('const b = 2;\n', 'const c = 3;\nconst d = 4;\n'), edit('const c = 3;\n', '')];
    parser.write(`\`\`\`edit ui.tsx\n${first.slice(0, -3)}`);
    expect(parser.source).toBe(BASE);
    parser.write(first.slice(-3));
    expect(parser.source['ui.tsx']).toBe('const a = 1;\nconst c = 3;\nconst d = 4;\nconst ab = 1;\n');
    parser.write(`${second}\`\`\`\n`);
    expect(parser.source['ui.tsx']).toBe('const a = 1;\nconst d = 4;\nconst ab = 1;\n');
    expect(parser.segments).toEqual([{ kind: 'file', file: 'ui.tsx', way: 'edit', lines: 2, done: true }]);
  });

  test('part of a line is found where no whole line is', () => {
    expect(parseReply(fenced(edit('b = 2\n', 'b = 9\n')), BASE).source['ui.tsx']).toContain('const b = 9;');
  });

  test.each([
    ['is not there', edit('const z = 1;\n', 'x\n'), 'edit-no-match', 2],
    ['has other spaces', edit('const  b=2;\n', 'x\n'), 'edit-no-match', 2],
    ['is empty', edit('', 'x\n'), 'edit-no-match', 2],
    ['is there twice', edit('= 1;\n', 'x\n'), 'edit-ambiguous', 2],
    ['never ends', '<<<<<<< SEARCH\nconst b = 2;\n=======\n', 'edit-unfinished', 5],
    ['has no markers', 'const b = 3;\n', 'edit-malformed', 2],
  ])('a SEARCH text that %s changes nothing', (_, blocks, code, line) => {
    const { source, diagnostics } = parseReply(fenced(blocks), BASE);
    expect(source).toBe(BASE);
    expect(diagnostics).toMatchObject([{ file: 'reply', code, start: { line } }]);
  });

  test('a line of equals signs in code is code where it is not alone, and divides where it is', () => {
    const base = { ...EMPTY_SOURCE, 'ui.tsx': 'const a = `\n# Title\n=== x\n`;\n' };
    expect(parseReply(fenced(edit('=== x\n', '========== y =======\n==\n')), base).source['ui.tsx']).toBe('const a = `\n# Title\n========== y =======\n==\n`;\n');
    // Only the first one divides: those after it are part of what is put in.
    expect(parseReply(fenced(edit('# Title\n', '=======\n')), base)).toMatchObject({ source: { 'ui.tsx': 'const a = `\n=======\n=== x\n`;\n' }, diagnostics: [] });
  });

  test('of two files in one reply, each as its block closes', () => {
    const parser = new ReplyParser(BASE);
    parser.write(`${fenced(edit('const a = 1;\n', 'const a = 9;\n'))}\`\`\`edit data.ts\n${edit('export {};\n', 'export const z = 1;\n')}`);
    expect(parser.source).toEqual({ 'ui.tsx': BASE['ui.tsx'].replace('a = 1', 'a = 9'), 'data.ts': 'export const z = 1;\n' });
    parser.end();
    expect(parser.segments).toMatchObject([{ file: 'ui.tsx', done: true }, { file: 'data.ts', done: false }]);
    expect(parser.diagnostics).toEqual([]);
  });

  test('with CRLF, cut anywhere', () => {
    const text = fenced(edit('const a = 1;\n', 'const c = 3;\n'), edit('const b = 2;\n', ''));
    const whole = parseReply(text, BASE);
    for (const size of [1, 3, 8]) expect(inPieces(text.replaceAll('\n', '\r\n'), size, BASE).source).toEqual(whole.source);
  });

  test('half a block changes nothing, wherever it breaks off', () => {
    const text = fenced(edit('const a = 1;\n', 'const c = 3;\n')).replace(/```\n$/, '');
    const end = text.indexOf('>>>>>>> REPLACE') + '>>>>>>> REPLACE'.length;
    for (let length = 0; length < end; length++) expect(parseReply(text.slice(0, length), BASE).source).toBe(BASE);
    expect(parseReply(text.slice(0, end), BASE).source['ui.tsx']).toContain('const c = 3;');
  });

  test('in pieces is the same as whole, a failing block among them', () => {
    const text = fenced(edit('const a = 1;\n', 'const a = 5;\n'), edit('nope\n', 'x\n'), edit('const ab = 1;\n', ''));
    const whole = parseReply(text, BASE);
    expect(whole.source['ui.tsx']).toBe('const a = 5;\nconst b = 2;\n');
    for (const size of [1, 2, 5, 11]) expect(inPieces(text, size, BASE)).toEqual(whole);
  });
});
