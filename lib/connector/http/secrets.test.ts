import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MIN_SECRET_UNITS, Secrets } from './secrets';
import { tidyAnswer } from './tidy-answer';

function secretsOf(...list: string[]): Secrets {
  const secrets = new Secrets();
  for (const secret of list) secrets.add(secret);
  return secrets;
}

test('masks the longest, and leaves the rest as it is', () => {
  const secrets = secretsOf('token', 'token-2', 'abc');
  expect(secrets.mask('a token-2 b token c')).toBe('a ••• b ••• c');
  expect(secrets.mask('abc')).toBe('abc');
});

test('whatever the secret and what stands around it', () => {
  const secret = fc.string({ minLength: MIN_SECRET_UNITS, unit: 'grapheme' });
  fc.assert(fc.property(secret, fc.string(), fc.string(), (secret, before, after) => {
    const secrets = secretsOf(secret);
    const text = before + secret + after;
    const back = Buffer.from(secrets.mask(Buffer.from(text).toString('base64')), 'base64').toString();
    return [text, decodeURIComponent(secrets.mask(encodeURIComponent(text.toWellFormed()))), back, secrets.maskBytes(Buffer.from(text)).toString()].every((told, i) => i === 0 || secret === '•••' || !told.includes(secret))
      && !secrets.mask(text).replaceAll('•••', '').includes(secret);
  }), { numRuns: 200 });
});

test('of many tokens the last few are still masked, and what was given always', () => {
  const secrets = secretsOf('lasting-secret');
  for (let i = 10; i < 30; i++) secrets.addPassing(`token-${i}`);
  expect(secrets.mask('lasting-secret token-10 token-22 token-29')).toBe('••• token-10 ••• •••');
});

test('in names, in numbers, in lists; a prototype is no name', () => {
  const secrets = secretsOf('hidden', '123456');
  const answer: unknown = JSON.parse('{"a hidden name": ["hidden", {"x": 123456, "y": 12345, "z": null, "w": true}], "__proto__": {"x": 1}}');
  expect(JSON.stringify(tidyAnswer(answer, secrets))).toBe('{"a ••• name":["•••",{"x":"•••","y":12345,"z":null,"w":true}]}');
  expect(tidyAnswer('hidden', secrets)).toBe('•••');
  expect(tidyAnswer(null, secrets)).toBeNull();
});
