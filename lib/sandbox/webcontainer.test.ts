import { expect, test } from 'vitest';
import { plain, treeOf } from './webcontainer';

test('files by path become folders', () => {
  expect(treeOf({ 'package.json': '{}', 'src/ui.tsx': 'a', 'src/components/ui/card.tsx': 'b' })).toEqual({
    'package.json': { file: { contents: '{}' } },
    src: { directory: { 'ui.tsx': { file: { contents: 'a' } }, components: { directory: { ui: { directory: { 'card.tsx': { file: { contents: 'b' } } } } } } } },
  });
});

test.each([
  ['\u001b[32mready\u001b[39m in 5 ms', 'ready in 5 ms'],
  ['\u001b]0;title\u0007text', 'text'],
  ['- \r\\ \r| done\n', '| done\n'],
  ['line\r\nline\r\n', 'line\nline\n'],
])('what a terminal is told of %j reads %j', (said, read) => {
  expect(plain(said)).toBe(read);
});
