import { expect, test } from 'vitest';
import { pageHeight, pdfOf } from './pdf';

test('every object stands where the table says, and every stream is as long as it says', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0x0a, 0x28, 0xff, 0xd9]);
  const bytes = pdfOf('Bücher (2)', [{ jpeg, width: 800, height: pageHeight(800) }, { jpeg, width: 800, height: 100 }]);
  const text = String.fromCharCode(...bytes);
  const start = Number(/startxref\n(\d+)/.exec(text)![1]);
  const table = text.slice(start).split('\n');
  expect(table[0]).toBe('xref');
  const entries = table.slice(3, 3 + 9);
  entries.forEach((entry, at) => expect(text.slice(Number(entry.slice(0, 10))).startsWith(`${at + 1} 0 obj`)).toBe(true));
  for (const [, length, from] of [...text.matchAll(/\/Length (\d+) >>\nstream\n()/g)].map((match) => [0, Number(match[1]), match.index! + match[0].length] as const)) {
    expect(text.slice(from + length, from + length + 10)).toBe('\nendstream');
  }
  expect(text).toContain('/Count 2');
  // A full page is as high as the paper without its margins; what is less stands at its top.
  expect(text).toMatch(/q 539 0 0 78[56](\.\d+)? 28 2[89]/);
  expect(text).toContain('q 539 0 0 67.38 28 746.62 cm');
  expect(text).toContain('FEFF004200fc');
});
