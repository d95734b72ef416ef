import { expect, test } from 'vitest';
import { closeTags } from './close-tags';

test.each([
  ['<A><b>hel', '<A><b>hel</b></A>'],
  ['<A><b>hello</b><C x="1', '<A><b>hello</b></A>'],
  ['<A><C x={["a>", {b: 1}]} /><Card.Head', '<A><C x={["a>", {b: 1}]} /></A>'],
  ['<A><Card.Header>x', '<A><Card.Header>x</Card.Header></A>'],
  ['<A>{rows.map((row) => <b>{ro', '<A></A>'],
  ['<A><In onChange={() => x} />y</', '<A><In onChange={() => x} />y</A>'],
  ['<', ''],
  ['<A>x</A>\n', '<A>x</A>\n'],
])('%s', (begun, closed) => expect(closeTags(begun)).toBe(closed));
