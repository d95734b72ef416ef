import { expect, test } from 'vitest';
import { assumedText, leftOutText, remarksOf } from './remarks';

test('a few assumptions are a line, more are a list that can be folded', () => {
  expect(assumedText([])).toBe('');
  expect(assumedText(['Revenue is the total.', '“Top” is by revenue.'])).toBe('Revenue is the total. “Top” is by revenue.');
  const text = ['“Sales”: one chart.', 'With a filter.', assumedText(['One.', 'Two.', 'Three.']), leftOutText(['sparkles', '5'])].join('\n\n');
  expect(remarksOf(text)).toEqual([
    { kind: 'prose', text: '“Sales”: one chart.\n\nWith a filter.' },
    { kind: 'assumed', items: ['One.', 'Two.', 'Three.'] },
    { kind: 'left-out', text: 'I left out: “sparkles”, “5”.' },
  ]);
});

test('while it is being written, what is there is shown', () => {
  expect(remarksOf('')).toEqual([]);
  expect(remarksOf('A chart.\n\nTaken for granted:')).toEqual([{ kind: 'prose', text: 'A chart.\n\nTaken for granted:' }]);
  expect(remarksOf('Taken for granted:\n- On')).toEqual([{ kind: 'assumed', items: ['On'] }]);
});
