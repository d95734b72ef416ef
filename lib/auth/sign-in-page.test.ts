import { expect, test } from 'vitest';
import { pathWithin } from './sign-in-page';

test.each([
  ['/p/1?x=2', '/p/1?x=2'],
  ['/', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?to=/sign-in', '/'],
])('%s leads to %s', (value, path) => {
  expect(pathWithin(value)).toBe(path);
});
