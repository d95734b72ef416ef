import { expect, test } from 'vitest';
import { fileToSave } from './download';

const url = (kind: string, text: string) => `data:${kind};base64,${Buffer.from(text).toString('base64')}`;
const textOf = (csv: string) => new TextDecoder().decode(fileToSave('a', url('text/csv', csv)).bytes);

test.each([
  ['orders.csv', 'text/csv', 'orders.csv'],
  ['report.exe', 'text/csv', 'report.csv'],
  ['../../etc/passwd', 'text/plain', 'etc passwd.txt'],
  ['.bashrc', 'text/plain', 'bashrc.txt'],
  ['invoice\u202Egnp.exe', 'image/png', 'invoice gnp.png'],
  ['Report v1.2', 'text/csv', 'Report v1.2.csv'],
  ['', 'application/json', 'from-interface.json'],
  ['a'.repeat(300), 'text/csv', `${'a'.repeat(80)}.csv`],
])('%s as %s is saved as %s', (name, kind, saved) => {
  expect(fileToSave(name, url(kind, 'x')).name).toBe(saved);
});

test('cells of a table stay text where a spreadsheet would run them; numbers stay numbers', () => {
  expect(textOf('a,=1+1\n"=HYPERLINK(""x"")",@sum\n-5,+7.5\n-2+3+cmd|x,+x\n')).toBe(`a,'=1+1\n"'=HYPERLINK(""x"")",'@sum\n-5,+7.5\n'-2+3+cmd|x,'+x\n`);
  expect(textOf('mail\nme@example.org\n1e-5,-1e5')).toBe('mail\nme@example.org\n1e-5,-1e5');
});

test('a mark of its encoding stays, percents are numbers, tabs stand between cells', () => {
  const saved = (kind: string, text: string) => Buffer.from(fileToSave('a', url(kind, text)).bytes).toString('utf8');
  expect(saved('text/csv', '\ufeff=1+1,ü\n-5%')).toBe("\ufeff'=1+1,ü\n-5%");
  expect(saved('text/tab-separated-values', 'a\t\t\tb\n\t=c')).toBe("a\t\t\tb\n\t'=c");
});

test('what is no table is saved as it is', () => {
  expect(new TextDecoder().decode(fileToSave('a', url('text/plain', '=1')).bytes)).toBe('=1');
});
