import { expect, test } from 'vitest';
import type { Shape } from '../binding/binding';
import { maskArguments } from './mask-arguments';

const M = '•••';

test.each<[unknown, unknown, string[]]>([
  [{ user: 'ann', password: 'hunter22' }, { user: 'ann', password: M }, ['password']],
  [{ body: { newPassword: 'a', api_key: 'b', 'X-Auth-Token': 'c', clientSecret: { id: 'd' } } }, { body: { newPassword: M, api_key: M, 'X-Auth-Token': M, clientSecret: M } }, ['body.newPassword', 'body.api_key', 'body.X-Auth-Token', 'body.clientSecret']],
  [{ headers: [{ name: 'Authorization', value: 'x' }, { name: 'Accept', value: 'y' }] }, { headers: [{ name: 'Authorization', value: M }, { name: 'Accept', value: 'y' }] }, ['headers.0.value']],
  [{ note: 'sent Bearer abcdef123456 to https://a.example/?access_token=zzz&page=2' }, { note: `sent Bearer ${M} to https://a.example/?access_token=${M}&page=2` }, ['note']],
  [{ text: ['select * from users where token = ', ' and region = '], values: ['abc', 'north'] }, { text: ['select * from users where token = ', ' and region = '], values: [M, 'north'] }, ['values.0']],
  [{ text: [`select 1 where u."apiKey" = 'it''s' and name = 'ann'`], values: [] }, { text: [`select 1 where u."apiKey" = '${M}' and name = 'ann'`], values: [] }, ['text.0']],
  // What only sounds like one, or says nothing.
  [{ max_tokens: 5, tokenType: 'a', passenger: 'b', keyboard: 'c', nextPageToken: 'd', monkey: 'e', key: 'f', pinned: true }, { max_tokens: 5, tokenType: 'a', passenger: 'b', keyboard: 'c', nextPageToken: 'd', monkey: 'e', key: 'f', pinned: true }, []],
  [{ password: null, token: '' }, { password: null, token: '' }, []],
  // What would fail to become a text would be a call without a line.
  [{ name: { toString: 1, valueOf: 1 }, value: 'x' }, { name: { toString: 1, valueOf: 1 }, value: 'x' }, []],
  [null, null, []],
  ['text', 'text', []],
])('%j is kept as %j', (args, kept, masked) => {
  expect(maskArguments(args)).toMatchObject({ args: kept, masked });
});

const TYPES: Record<string, Shape> = {
  Account: { kind: 'object', fields: [{ name: 'iban', shape: { kind: 'string' }, required: true, secret: true }, { name: 'own', shape: { kind: 'named', name: 'Account' }, required: false }] },
};
const INPUT: Shape = {
  kind: 'object',
  fields: [
    { name: 'login', shape: { kind: 'union', of: [{ kind: 'string', format: 'password' }, { kind: 'null' }] }, required: true },
    { name: 'accounts', shape: { kind: 'list', of: { kind: 'named', name: 'Account' } }, required: true },
  ],
};

test('what the types mark is left out, also in lists and through names', () => {
  const args = { login: 'a', accounts: [{ iban: 'DE1', own: { iban: 'DE2', title: 'x' } }] };
  expect(maskArguments(args, INPUT, TYPES)).toMatchObject({
    args: { login: M, accounts: [{ iban: M, own: { iban: M, title: 'x' } }] },
    masked: ['login', 'accounts.0.iban', 'accounts.0.own.iban'],
  });
});

test('a message doesn’t say what was left out', () => {
  const { withoutSecrets } = maskArguments({ password: 'hunter22', nested: { token: { a: 'hunter2', b: 12 } } });
  expect(withoutSecrets('“hunter22” is no password; hunter2 neither, 12 may be')).toBe(`“${M}” is no password; ${M} neither, 12 may be`);
});

test('arguments without an end are cut, not followed', () => {
  let deep: unknown = 'x';
  for (let i = 0; i < 50_000; i++) deep = [deep];
  expect(JSON.stringify(maskArguments({ a: deep, password: deep }).args)).toContain(M);
});
