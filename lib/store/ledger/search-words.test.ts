import { expect, test } from 'vitest';
import { textQuery, wordsOfLine } from './search-words';

const line = { from: null, binding: 'shop', operation: 'sql', message: null, args: null };

test.each([
  [{ ...line, from: 'openOrdersByRegion' }, ['shop', 'sql', 'openordersbyregion', 'open', 'orders', 'by', 'region']],
  [{ ...line, args: { text: ["select\n'Zürich' from "], values: [17] } }, ['shop', 'sql', 'text', 'select', 'zürich', 'from', 'values', '17']],
  [{ ...line, message: 'No HTTPServer: 203.0.113.7' }, ['shop', 'sql', 'no', 'httpserver', 'http', 'server', '203', '0', '113', '7']],
  [{ ...line, args: 'a\0b \ud800 \'"\\ b' }, ['shop', 'sql', 'a', 'b']],
])('%j is found by its words', (given, words) => {
  expect(wordsOfLine(given)).toEqual(words);
});

test('however much a line has, so many words and no longer ones', () => {
  const words = wordsOfLine({ ...line, args: [...Array.from({ length: 5_000 }, (_, i) => `w${i}`), 'x'.repeat(9_000)] });
  expect(words).toHaveLength(300);
  expect(wordsOfLine({ ...line, args: 'x'.repeat(9_000) }).at(-1)).toHaveLength(40);
});

test.each([
  ['open Orders', "'open':* & 'orders':*"],
  ['openOrders', "'open':* & 'orders':*"],
  ["it's'; drop", "'it':* & 's':* & 'drop':*"],
  ['customer_id = 5', "'customer':* & 'id':* & '5':*"],
  [' — ', null],
])('%s asks for %s', (question, query) => {
  expect(textQuery(question)).toBe(query);
});
