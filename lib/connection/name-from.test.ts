import { expect, test } from 'vitest';
import { nameFrom } from './name-from';

test.each([
  ['GitHub v3 REST API', 'github'],
  ['Stripe API', 'stripe'],
  ['Amazon Elastic Compute Cloud', 'amazonElasticCompute'],
  ['Swagger Petstore - OpenAPI 3.0', 'petstore'],
  ['Übersicht', 'ubersicht'],
  ['東京', 'api'],
  ['1Password Connect', 'api1passwordConnect'],
  ['Data', 'data2'],
  ['', 'api'],
])('%s → %s', (title, name) => {
  expect(nameFrom(title, [])).toBe(name);
});

test('a name that is taken gets a number', () => {
  expect(nameFrom('GitHub', ['github', 'github2'])).toBe('github3');
});
