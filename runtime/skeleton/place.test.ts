import { expect, test } from 'vitest';
import { IN_BLOCK, isSamePlace, kindOfPlace } from './place';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

test.each([
  ['table', HTML, 'rows'],
  ['tbody', HTML, 'row'],
  ['tr', HTML, 'cell'],
  ['td', HTML, 'inline'],
  ['ul', HTML, 'item'],
  ['li', HTML, 'block'],
  ['p', HTML, 'inline'],
  ['div', HTML, 'block'],
  ['select', HTML, 'nowhere'],
  ['g', SVG, 'nowhere'],
  ['a', SVG, 'nowhere'],
  ['foreignobject', SVG, 'block'],
])('inside of <%s> of %s it is %s', (tag, namespace, kind) => {
  expect(kindOfPlace(tag, namespace)).toBe(kind);
});

test('places are compared by what they say', () => {
  expect(isSamePlace(IN_BLOCK, { ...IN_BLOCK })).toBe(true);
  expect(isSamePlace(IN_BLOCK, { ...IN_BLOCK, columns: 3 })).toBe(false);
});
