import { expect, test } from 'vitest';
import { commandLine, variables } from './command-line';

test.each([
  ['npx -y server', 'npx', ['-y', 'server']],
  ['  node "C:\\My Tools\\a.js"  --name=\'it is\' ""', 'node', ['C:\\My Tools\\a.js', '--name=it is', '']],
  ['run $(reboot); ls | x > y', 'run', ['$(reboot);', 'ls', '|', 'x', '>', 'y']],
])('%s', (text, command, args) => {
  expect(commandLine(text)).toEqual({ command, args });
});

test.each(['', '   ', 'a "b', "a 'b c"])('%j is told to be none', (text) => {
  expect(() => commandLine(text)).toThrow();
});

test('variables stand one a line', () => {
  expect(variables('A=1\n\n B_C = x=y \n')).toEqual({ A: '1', 'B_C': 'x=y' });
  expect(() => variables('A B=1')).toThrow();
  expect(() => variables('just a word')).toThrow();
});
