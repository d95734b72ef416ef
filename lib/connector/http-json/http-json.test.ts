import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declare } from '../../binding/declare';
import { callErrorData } from '../contract';
import { openApiConnector, readOpenApi } from '../openapi';
import { describeEndpoints } from '.';
import { readEndpoints } from './endpoint';
import { inferSchema } from './infer-schema';

describe('types of samples', () => {
  const object = (properties: object, required: string[]) => ({ type: 'object', properties, required });
  test.each([
    [[{ a: 1, b: 'x' }, { a: null }], { type: 'array', items: object({ a: { anyOf: [{ type: 'number' }, { type: 'null' }] }, b: { type: 'string' } }, ['a']) }],
    [{ at: '2026-01-02T03:04:05Z', on: true }, object({ at: { type: 'string', format: 'date-time' }, on: { type: 'boolean' } }, ['at', 'on'])],
    [['2026-01-02T03:04:05Z', 'soon'], { type: 'array', items: { type: 'string' } }],
    [[], { type: 'array', items: {} }],
    [[[], [1]], { type: 'array', items: { type: 'array', items: { type: 'number' } } }],
    [JSON.parse('{"__proto__":{"a":1},"constructor":2}'), object({ constructor: { type: 'number' } }, ['constructor'])],
  ])('%j', (value, schema) => {
    expect(inferSchema(value)).toEqual(schema);
  });

  test('many names with values alike are a table of names', () => {
    const rates = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`C${i}`, i / 7]));
    expect(inferSchema({ rates })).toMatchObject({ properties: { rates: { type: 'object', additionalProperties: { type: 'number' } } } });
  });

  test('what is deeper than anybody writes ends', () => {
    const deep = Array.from({ length: 5_000 }).reduce<unknown>((inside) => [inside], 1);
    expect(JSON.stringify(inferSchema(deep)).length).toBeLessThan(2_000);
  });
});

test.each([
  ['', 'Give an address'],
  ['ftp://a.example/x', 'is no address'],
  ['FETCH https://a.example/x', 'is no address'],
  ['https://u:p@a.example/x', 'Leave user and password'],
  ['https://a.example/x\nhttps://b.example/x', 'another server'],
])('%j is refused in words', (text, words) => {
  expect(() => readEndpoints(text)).toThrow(words);
});

describe('a server without a specification', () => {
  let server: Server;
  let url: string;
  const seen: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
      const { pathname } = new URL(request.url!, 'http://localhost');
      const say = (status: number, value: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      if (pathname === '/private' && request.headers.authorization !== 'Bearer the-token') return say(401, {});
      if (pathname === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>');
      if (pathname.startsWith('/users/')) return say(200, { id: pathname.slice(7), name: 'Ada' });
      if (pathname === '/users') return say(200, [{ id: '1', name: 'Ada', age: 36 }, { id: '2', name: 'Bob' }]);
      say(200, { ok: true });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void (server.closeAllConnections(), server.close()));

  const never = new AbortController().signal;
  const failure = (text: string, token?: string, allowPrivate = true) => describeEndpoints(text, { token, allowPrivate }).then(() => expect.unreachable(), (error: unknown) => callErrorData(error)!);

  test('its endpoints are typed functions by their samples; what may change something isn’t asked', async () => {
    const text = await describeEndpoints(`${url}/users?page=1\nGET ${url}/users/{id=1}\nPOST ${url}/users\n${url}/teams/{team}`, { allowPrivate: true });
    expect(seen).toEqual(['GET /users?page=1', 'GET /users/1']);
    const { binding, plan } = readOpenApi(text, { name: 'it' });
    const declared = declare([binding]);
    expect(declared).toContain('page?: number | string; // for example 1');
    expect(declared).toContain('age?: number');
    expect(binding.operations.map(({ name, effect }) => [name, effect])).toEqual([['users', 'read'], ['postUsers', 'write'], ['usersId', 'read'], ['teamsTeam', 'read']]);

    const connector = openApiConnector({ binding, plan, server: url, allowPrivate: true, credentials: { token: { kind: 'token', value: 'the-token' } } });
    expect((await connector.call('usersId', { id: '7' }, never)).value).toEqual({ id: '7', name: 'Ada' });
    expect((await connector.call('users', { page: 2 }, never)).value).toHaveLength(2);
    expect(seen.at(-1)).toBe('GET /users?page=2 Bearer the-token');
    await connector.close();
  });

  test('what can’t be read is said', async () => {
    expect(await failure(`${url}/page`)).toMatchObject({ code: 'bad-answer', message: expect.stringContaining('doesn’t answer with JSON') });
    expect(await failure(`${url}/private`)).toMatchObject({ status: 401, hint: expect.stringContaining('token') });
    expect(await describeEndpoints(`${url}/private`, { token: 'the-token', allowPrivate: true })).toContain('"ok"');
    expect(await failure(`${url}/users`, undefined, false)).toMatchObject({ code: 'address-refused' });
  });
});
