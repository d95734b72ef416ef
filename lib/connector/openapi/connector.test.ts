import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiBinding, Field, Operation, Shape } from '../../binding/binding';
import type { CallErrorData, Connector } from '../contract';
import { operationsSuite } from '../operations-suite';
import { openApiConnector, type OpenApiOptions } from './connector';
import type { ApiPlan, ParameterPlan, RequestPlan, SecurityScheme } from './request-plan';

const never = new AbortController().signal;

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
let seen: Seen[];
let answer: RequestListener;
let base: string;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
  answer(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

function json(value: unknown, status = 200, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

function raw(body: string | Buffer, contentType?: string, status = 200): RequestListener {
  return (_request, response) => void response.writeHead(status, contentType === undefined ? {} : { 'content-type': contentType }).end(body);
}

beforeEach(() => {
  seen = [];
  answer = json({ ok: true });
});

/** What is written by hand of one operation: parameters as `place name`, with a `!` where they are needed. */
type Written = { request: string; parameters?: Record<string, Shape>; body?: { mediaType: string; shape: Shape }; output?: Shape; security?: string[][] };

const text: Shape = { kind: 'string' };
const unknown: Shape = { kind: 'unknown' };

function parameterOf(key: string): ParameterPlan & { required: boolean } {
  const [, place, name] = /^(\w+) (.+?)!?$/.exec(key) as unknown as [string, ParameterPlan['in'], string];
  const inPath = place === 'path' || place === 'header';
  return { argument: name, name, in: place, required: key.endsWith('!'), style: inPath ? 'simple' : 'form', explode: !inPath, allowReserved: false, json: false };
}

function api(operations: Record<string, Written>, security: Record<string, SecurityScheme> = {}): { binding: ApiBinding; plan: ApiPlan } {
  const requests: Record<string, RequestPlan> = {};
  const described: Operation[] = [];
  for (const [name, { request, parameters = {}, body, output = unknown, security = [] }] of Object.entries(operations)) {
    const [method, path] = request.split(' ') as [string, string];
    const plans = Object.keys(parameters).map(parameterOf);
    requests[name] = { method, path, servers: [], parameters: plans, accepts: ['application/json'], security, body: body ? { required: true, contents: [{ ...body, encoding: {} }] } : null };
    const fields: Field[] = plans.map(({ argument, required }, i) => ({ name: argument, required, shape: Object.values(parameters)[i]! }));
    if (body) fields.push({ name: 'body', required: true, shape: body.shape });
    described.push({ name, groups: [], effect: method === 'GET' ? 'read' : 'write', deprecated: false, input: { kind: 'object', fields }, output });
  }
  return { binding: { kind: 'api', name: 'things', title: 'Things', operations: described, types: {} }, plan: { requests, security, notes: [] } };
}

const things: Record<string, Written> = {
  get: { request: 'GET /things/{id}', parameters: { 'path id!': text, 'query page': { kind: 'integer' }, 'header x-tag': text } },
  make: { request: 'POST /things', body: { mediaType: 'application/json', shape: { kind: 'object', fields: [{ name: 'title', shape: text, required: true }] } } },
  file: { request: 'GET /file', output: { kind: 'bytes' } },
};

const opened: Connector<ApiBinding>[] = [];
afterEach(() => Promise.all(opened.splice(0).map((connector) => connector.close())));

function open(written = things, rest: Partial<OpenApiOptions> & { schemes?: Record<string, SecurityScheme> } = {}): Connector<ApiBinding> {
  const connector = openApiConnector({ ...api(written, rest.schemes), server: `${base}/v1`, credentials: {}, allowPrivate: true, ...rest });
  opened.push(connector);
  return connector;
}

function failure(connector: Connector<ApiBinding>, name: string, args: unknown, signal = never): Promise<CallErrorData> {
  return connector.call(name, args, signal).then(() => expect.unreachable('it ran'), (error: { data: CallErrorData }) => error.data);
}

operationsSuite(async () => openApiConnector({ ...api(things), server: `${base}/v1`, credentials: {}, allowPrivate: true }), {
  reads: { name: 'get', args: { id: 'a' } },
  writes: { name: 'make', args: { body: { title: 't' } } },
  wrong: { args: { id: 'a', pages: 1 }, hint: "Did you mean 'page'?" },
});

describe('a call', () => {
  test('goes out and comes back', async () => {
    answer = json([{ a: 1 }, { a: 2 }]);
    const result = await open().call('get', { id: 'a/b', page: 2, 'x-tag': 't' }, never);
    expect(result).toEqual({ value: [{ a: 1 }, { a: 2 }], rows: 2, bytes: 17, ms: expect.any(Number) });
    expect(seen).toMatchObject([{ method: 'GET', url: '/v1/things/a%2Fb?page=2', headers: { 'x-tag': 't', accept: 'application/json' } }]);
    await open().call('make', { body: { title: 't' } }, never);
    expect(seen[1]).toMatchObject({ method: 'POST', url: '/v1/things', body: '{"title":"t"}', headers: { 'content-type': 'application/json' } });
  });

  test('several at once each get their own answer', async () => {
    answer = (request, response) => void setTimeout(() => response.end(`"${request.url!.slice(-2)}"`), Math.random() * 20);
    const connector = open();
    const results = await Promise.all(Array.from({ length: 40 }, (_, i) => connector.call('get', { id: `${i + 10}` }, never)));
    expect(results.map(({ value }) => value)).toEqual(Array.from({ length: 40 }, (_, i) => `"${i + 10}"`));
  });

  test.each([
    [{ id: 1 }, 'id: expected string, got number', undefined],
    [{ id: 'a', pages: 1 }, "there is no field 'pages'", "Did you mean 'page'?"],
    [null, "'id' is missing (string)", undefined],
    ['a', 'expected object, got string', undefined],
    [{ id: '..' }, "id: a part of the path can't be empty, '.' or '..'.", undefined],
    [{ id: 'a', 'x-tag': 'a\r\nb: c' }, "x-tag: this header can't be sent: its value has line breaks, control characters, or others than Latin ones.", undefined],
    [JSON.parse('{"id": "a", "__proto__": {"page": 1}}'), "there is no field '__proto__'", "Known are 'id', 'page', 'x-tag'."],
  ])('bad arguments reach nobody: %j', async (args, message, hint) => {
    const connector = open();
    expect(await failure(connector, 'get', args)).toEqual({ code: 'bad-arguments', message, hint, retryable: false });
    expect(await connector.check('get', args)).toEqual({ ok: false, code: 'bad-arguments', message, hint });
    expect(seen).toEqual([]);
  });

  test('a check says yes without sending', async () => {
    expect(await open().check('get', { id: 'a' })).toEqual({ ok: true, columns: [] });
    expect(seen).toEqual([]);
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '', 'got'])('there is no operation %j', async (name) => {
    await expect(open().call(name, {}, never)).rejects.toMatchObject({ data: { code: 'unknown-operation' } });
    await expect(open().check(name, {})).rejects.toMatchObject({ data: { code: 'unknown-operation' } });
  });

  test('describes what it was given', async () => {
    expect((await open().describe()).operations.map(({ name }) => name)).toEqual(['get', 'make', 'file']);
  });

  test('to another of the specification’s servers only where that is allowed too', async () => {
    const { binding, plan } = api(things);
    plan.requests.file!.servers = ['https://files.example', `${base}/uploads`];
    const options = { binding, plan, server: `${base}/v1`, credentials: {}, allowPrivate: true };
    const strict = openApiConnector(options);
    const wide = openApiConnector({ ...options, otherServers: [`${base}/uploads`] });
    opened.push(strict, wide);
    await strict.call('file', {}, never);
    await wide.call('file', {}, never);
    await wide.call('get', { id: 'a' }, never);
    expect(seen.map(({ url }) => url)).toEqual(['/v1/file', '/uploads/file', '/v1/things/a']);
  });

  test('to a private address only where that is allowed', async () => {
    expect(await failure(open(things, { allowPrivate: false }), 'get', { id: 'a' })).toMatchObject({ code: 'address-refused' });
    expect(seen).toEqual([]);
    for (const server of ['ftp://a', 'https://a:b@c', 'nothing']) expect(() => open(things, { server })).toThrow();
  });
});

describe('an answer', () => {
  const value = async (name = 'get') => (await open().call(name, name === 'get' ? { id: 'a' } : {}, never)).value;

  test.each<[string, RequestListener, unknown]>([
    ['JSON', raw('{"a": [1, null]}', 'application/json; charset=utf-8'), { a: [1, null] }],
    ['other JSON', raw('[1]', 'application/vnd.api+json'), [1]],
    ['JSON after a byte order mark', raw('\ufeff{"a": 1}', 'application/json'), { a: 1 }],
    ['text', raw('[1]', 'text/plain'), '[1]'],
    ['text of another charset', raw(Buffer.from([0xe9]), 'text/plain; charset=iso-8859-1'), 'é'],
    ['text of a charset that isn’t one', raw('é', 'text/plain; charset=nonsense'), 'é'],
    ['bytes', raw(Buffer.from([0, 255]), 'image/png'), 'AP8='],
    ['nothing', (_request, response) => void response.writeHead(204).end(), null],
    ['nothing that says it is JSON', raw('', 'application/json'), null],
    ['JSON that doesn’t say so', raw('{"a": 1}'), { a: 1 }],
    ['text that doesn’t say so', raw('hello'), 'hello'],
    ['bytes that don’t say so', raw(Buffer.from([0, 1])), 'AAE='],
  ])('%s', async (_name, listener, expected) => {
    answer = listener;
    expect(await value()).toEqual(expected);
  });

  test('that is declared as bytes is base64 whatever it says', async () => {
    answer = raw('a,b', 'text/csv');
    expect(await value('file')).toBe('YSxi');
  });

  test('sets no prototype', async () => {
    answer = raw('{"a": {"__proto__": {"evil": true}, "b": 1}, "__proto__": [1]}', 'application/json');
    const got = (await value()) as { a: object };
    expect(JSON.stringify(got)).toBe('{"a":{"b":1}}');
    expect(Object.getPrototypeOf(got.a)).toBe(Object.prototype);
  });

  test('broken, or too deep', async () => {
    answer = raw('{"a": 1,,}', 'application/json');
    expect(await failure(open(), 'get', { id: 'a' })).toMatchObject({ code: 'bad-answer', status: 200, detail: '{"a": 1,,}' });
    answer = raw('['.repeat(4_000_000) + ']'.repeat(4_000_000), 'application/json');
    expect(await failure(open(), 'get', { id: 'a' })).toMatchObject({ code: 'bad-answer', message: expect.stringContaining('nested') });
    answer = raw('{"a":'.repeat(101) + '1' + '}'.repeat(101), 'application/json');
    expect(await failure(open(), 'get', { id: 'a' })).toMatchObject({ code: 'bad-answer', message: expect.stringContaining('nested') });
    answer = raw(`{"a\\"[": "${'[{'.repeat(200)}\\\\", "b": ${'['.repeat(99)}${']'.repeat(99)}}`, 'application/json');
    expect((await open().call('get', { id: 'a' }, never)).value).toHaveProperty('b');
  });

  test('with too many rows, or too large', async () => {
    answer = json(Array.from({ length: 10_000 }, () => 1));
    expect((await open().call('get', { id: 'a' }, never)).rows).toBe(10_000);
    answer = json(Array.from({ length: 10_001 }, () => 1));
    expect(await failure(open(), 'get', { id: 'a' })).toMatchObject({ code: 'limit-rows', hint: expect.stringContaining('page') });
    answer = raw(Buffer.alloc(8_000_001), 'application/json');
    expect(await failure(open(), 'get', { id: 'a' })).toMatchObject({ code: 'limit-bytes' });
    answer = raw(Buffer.alloc(7_000_000), 'image/png');
    expect(await failure(open(), 'get', { id: 'a' })).toMatchObject({ code: 'limit-bytes' });
  });
});

describe('an error', () => {
  const get = () => failure(open(), 'get', { id: 'a' });
  const make = () => failure(open(), 'make', { body: { title: 't' } });

  test('has its status and what was said', async () => {
    answer = json({ message: 'Validation failed', errors: [{ field: 'title' }] }, 422);
    expect(await make()).toEqual({
      code: 'http-error', message: 'Things answered 422 Unprocessable Entity.', hint: undefined, retryable: false,
      status: 422, detail: '{"message":"Validation failed","errors":[{"field":"title"}]}',
    });
  });

  test('of a page, without its tags; of a long text, the beginning', async () => {
    answer = raw('<html><head><style>a { b }</style></head><body><h1>Bad\n gateway</h1></body></html>', 'text/html', 502);
    expect(await get()).toMatchObject({ status: 502, detail: 'Bad gateway' });
    answer = raw('<'.repeat(60_000), 'text/html', 500);
    expect((await get()).detail!.length).toBeLessThan(1100);
    answer = raw('x'.repeat(500_000), 'text/plain', 500);
    expect((await get()).detail).toBe(`${'x'.repeat(1000)}…`);
    answer = raw(Buffer.from([0, 1]), 'image/png', 500);
    expect((await get()).detail).toBeUndefined();
  });

  test.each([[400, false, false], [404, false, false], [408, true, false], [429, true, true], [500, true, false], [503, true, true], [302, false, false], [304, false, false]])(
    '%i is worth another try: %j where it repeats well, %j where it doesn’t',
    async (status, idempotent, other) => {
      answer = (_request, response) => void response.writeHead(status).end();
      expect(await get()).toMatchObject({ code: 'http-error', status, retryable: idempotent });
      expect(await make()).toMatchObject({ code: 'http-error', status, retryable: other });
    },
  );

  test('says when to come again, and nothing waits for it', async () => {
    answer = json({}, 429, { 'retry-after': '120' });
    expect(await get()).toMatchObject({ retryAfter: 120, hint: 'It wants to be asked again after 120 s.' });
    answer = json({}, 503, { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' });
    expect(await get()).toMatchObject({ retryAfter: 0 });
    answer = json({}, 503, { 'retry-after': 'soon' });
    expect(await get()).not.toHaveProperty('retryAfter');
    expect(seen).toHaveLength(3);
  });
});

describe('stops', () => {
  test('what is no longer wanted, and goes on answering', async () => {
    const connector = open();
    const controller = new AbortController();
    answer = () => controller.abort();
    expect(await failure(connector, 'get', { id: 'a' }, controller.signal)).toMatchObject({ code: 'cancelled' });
    expect(await failure(connector, 'get', { id: 'a' }, AbortSignal.abort())).toMatchObject({ code: 'cancelled' });
    answer = json(1);
    expect((await connector.call('get', { id: 'a' }, never)).value).toBe(1);
  });

  test('what takes too long', async () => {
    answer = () => {};
    expect(await failure(open(things, { ms: 100 }), 'get', { id: 'a' })).toMatchObject({ code: 'limit-time', retryable: true });
  });

  test('what is under way when it is closed', async () => {
    const connector = open();
    answer = () => void connector.close();
    expect(await failure(connector, 'get', { id: 'a' })).toMatchObject({ code: 'cancelled' });
    expect(await failure(connector, 'get', { id: 'a' })).toMatchObject({ code: 'cancelled' });
  });
});

const schemes: Record<string, SecurityScheme> = {
  header: { kind: 'header', name: 'X-API-Key' },
  query: { kind: 'query', name: 'api key' },
  cookie: { kind: 'cookie', name: 'session' },
  bearer: { kind: 'bearer' },
  basic: { kind: 'basic' },
  other: { kind: 'other', description: 'OpenID Connect' },
};

/** One operation that each scheme could serve, and that has parameters of the credentials' own names. */
function guarded(security: string[][]): Record<string, Written> {
  return { go: { request: 'GET /go', security, parameters: { 'query api key': text, 'query a': text, 'header X-API-Key': text, 'cookie session': text, 'cookie other': text } } };
}

const SECRET = 'sëcret/+ "key"&=1234'.replace('ë', 'e');
const token = { kind: 'token', value: SECRET } as const;
const basic = { kind: 'basic', user: 'mé', password: SECRET } as const;

describe('credentials', () => {
  test.each<[string, typeof token | typeof basic, Partial<Record<'authorization' | 'x-api-key' | 'cookie', string>>, string]>([
    ['header', token, { 'x-api-key': SECRET }, '/v1/go'],
    ['query', token, {}, `/v1/go?api%20key=${encodeURIComponent(SECRET)}`],
    ['cookie', token, { cookie: `session=${encodeURIComponent(SECRET)}` }, '/v1/go'],
    ['bearer', token, { authorization: `Bearer ${SECRET}` }, '/v1/go'],
    ['other', token, { authorization: `Bearer ${SECRET}` }, '/v1/go'],
    ['basic', basic, { authorization: `Basic ${Buffer.from(`mé:${SECRET}`).toString('base64')}` }, '/v1/go'],
  ])('%s', async (name, credential, headers, url) => {
    await open(guarded([[name]]), { schemes, credentials: { [name]: credential } }).call('go', {}, never);
    expect(seen[0]).toMatchObject({ url, headers });
  });

  test('stand above what generated code puts in their place', async () => {
    const credentials = { header: token, query: token, cookie: { ...token, value: 'plain-session' } };
    await open(guarded([['header', 'query', 'cookie']]), { schemes, credentials }).call('go', { 'api key': 'x', a: 'b,c', 'X-API-Key': 'x', session: 'x', other: 'y' }, never);
    expect(seen[0]).toMatchObject({ url: `/v1/go?a=b%2Cc&api%20key=${encodeURIComponent(SECRET)}`, headers: { 'x-api-key': SECRET, cookie: 'other=y; session=plain-session' } });
  });

  test('the first set that can be served whole; none for an operation that needs none', async () => {
    const credentials = { header: token, bearer: token };
    await open({ ...guarded([['header', 'query'], [], ['bearer']]), open: { request: 'GET /open' } }, { schemes, credentials }).call('go', {}, never);
    expect(seen[0]!.headers).toMatchObject({ authorization: `Bearer ${SECRET}` });
    expect(seen[0]!.headers).not.toHaveProperty('x-api-key');
    await open({ ...guarded([['bearer']]), free: { request: 'GET /free' } }, { schemes: { bearer: { kind: 'bearer' } }, credentials: { bearer: token } }).call('free', {}, never);
    expect(seen[1]!.headers).not.toHaveProperty('authorization');
  });

  test('those that no operation mentions are for all', async () => {
    await open(guarded([]), { schemes: { token: { kind: 'bearer' } }, credentials: { token } }).call('go', {}, never);
    expect(seen[0]!.headers.authorization).toBe(`Bearer ${SECRET}`);
  });

  test('that are missing are named when they were needed', async () => {
    answer = json({}, 401);
    expect(await failure(open(guarded([['bearer'], ['basic']]), { schemes }), 'go', {})).toMatchObject({ status: 401, hint: "The connection has no credentials for 'bearer' or 'basic'." });
    expect(await failure(open(guarded([['bearer']]), { schemes, credentials: { bearer: token } }), 'go', {})).toMatchObject({ status: 401, hint: 'The connection’s credentials were refused.' });
  });

  test('that no header can carry are refused at once, without being told', () => {
    const act = () => open(guarded([['bearer']]), { schemes, credentials: { bearer: { kind: 'token', value: 'secret\r\nX: y' } } });
    expect(act).toThrow("The credentials for 'bearer' have line breaks");
    expect(() => open(guarded([['bearer']]), { schemes, credentials: { bearer: { kind: 'token', value: ' pasted\n' } } })).not.toThrow();
  });
});

describe('client credentials', () => {
  const oauth = (): Record<string, SecurityScheme> => ({ oauth: { kind: 'client-credentials', tokenUrl: '/token', scopes: ['read', 'write'] } });
  const credentials = { oauth: { kind: 'client', id: 'my id', secret: 'client:secret' } } as const;
  const openOauth = (rest: Partial<OpenApiOptions> = {}) => open(guarded([['oauth']]), { schemes: oauth(), credentials, ...rest });
  let issued: number;
  let tokenAnswer: (n: number, request: Seen) => RequestListener;
  let apiAnswer: (authorization: string) => RequestListener;

  beforeEach(() => {
    issued = 0;
    tokenAnswer = (n) => json({ access_token: `token-${n}`, token_type: 'Bearer', expires_in: 3600 });
    apiAnswer = (authorization) => json(authorization.length);
    answer = (request, response) => {
      const listener = request.url === '/token' ? tokenAnswer(++issued, seen.at(-1)!) : apiAnswer(request.headers.authorization!);
      listener(request, response);
    };
  });

  const used = () => seen.filter(({ url }) => url !== '/token').map(({ headers }) => headers.authorization);

  test('are exchanged once for all who wait, and kept', async () => {
    const connector = openOauth();
    await Promise.all([connector.call('go', {}, never), connector.call('go', {}, never)]);
    await connector.call('go', {}, never);
    expect(issued).toBe(1);
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/token', body: 'grant_type=client_credentials&scope=read+write', headers: { authorization: `Basic ${Buffer.from('my+id:client%3Asecret').toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' } });
    expect(used()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1']);
  });

  test('a token that is about to end isn’t used again', async () => {
    tokenAnswer = (n) => json({ access_token: `token-${n}`, expires_in: 20 });
    const connector = openOauth();
    await connector.call('go', {}, never);
    await connector.call('go', {}, never);
    expect(used()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('a token that is refused is fetched anew, once', async () => {
    apiAnswer = (authorization) => json({}, authorization === 'Bearer token-1' ? 401 : 200);
    const connector = openOauth();
    await Promise.all([connector.call('go', {}, never), connector.call('go', {}, never)]);
    expect(issued).toBe(2);
    apiAnswer = () => json({}, 401);
    expect(await failure(connector, 'go', {})).toMatchObject({ code: 'http-error', status: 401 });
    expect(issued).toBe(3);
  });

  test('said in the body where the header is refused', async () => {
    tokenAnswer = (n, { headers }) => (headers.authorization ? json({ error: 'invalid_client' }, 400) : json({ access_token: `token-${n}` }));
    await openOauth().call('go', {}, never);
    expect(seen[1]!.body).toBe('grant_type=client_credentials&scope=read+write&client_id=my+id&client_secret=client%3Asecret');
    expect(used()).toEqual(['Bearer token-2']);
  });

  test.each<[string, RequestListener, Partial<CallErrorData>]>([
    ['an error', json({ error: 'invalid_scope', you_sent: 'client:secret' }, 400), { code: 'http-error', status: 400, detail: '{"error":"invalid_scope","you_sent":"•••"}' }],
    ['no JSON', raw('hello', 'text/plain'), { code: 'bad-answer' }],
    ['no token', json({ access_token: 3 }), { code: 'bad-answer' }],
    ['a token with line breaks', json({ access_token: 'a\r\nb' }), { code: 'bad-answer' }],
    ['a token of another kind', json({ access_token: 'a', token_type: 'mac' }), { code: 'bad-answer' }],
    ['a redirect', (_request, response) => void response.writeHead(307, { location: '/elsewhere' }).end(), { code: 'http-error', status: 307 }],
    ['too much', raw(Buffer.alloc(100_000), 'application/json'), { code: 'limit-bytes' }],
  ])('%s for a token', async (_name, listener, expected) => {
    tokenAnswer = () => listener;
    expect(await failure(openOauth(), 'go', {})).toMatchObject(expected);
    expect(used()).toEqual([]);
    expect(seen.map(({ url }) => url)).not.toContain('/elsewhere');
  });

  test('whoever no longer waits ends it for nobody else', async () => {
    let answerToken = (): void => {};
    const asked = new Promise<void>((resolve) => {
      tokenAnswer = (n) => (request, response) => {
        answerToken = () => json({ access_token: `token-${n}` })(request, response);
        resolve();
      };
    });
    const connector = openOauth();
    const controller = new AbortController();
    const first = failure(connector, 'go', {}, controller.signal);
    const second = connector.call('go', {}, never);
    await asked;
    controller.abort();
    expect(await first).toMatchObject({ code: 'cancelled' });
    answerToken();
    expect((await second).value).toBe('Bearer token-1'.length);
    expect(issued).toBe(1);
  });

  test('the address of tokens is kept to the same rules', async () => {
    const tokenUrl = 'http://tokens.example/';
    const connector = open(guarded([['oauth']]), { schemes: { oauth: { kind: 'client-credentials', tokenUrl, scopes: [] } }, credentials, resolve: async () => [{ address: '169.254.169.254', family: 4 }] });
    expect(await failure(connector, 'go', {})).toMatchObject({ code: 'address-refused' });
    expect(() => open(guarded([['oauth']]), { schemes: { oauth: { kind: 'client-credentials', tokenUrl: 'file:///etc/passwd', scopes: [] } }, credentials })).toThrow('Only http and https');
  });
});

describe('secrets stay inside', () => {
  const digits = { kind: 'token', value: '90071992547409' } as const;
  const client = { kind: 'client', id: 'me', secret: SECRET } as const;
  const all: Record<string, SecurityScheme> = { ...schemes, oauth: { kind: 'client-credentials', tokenUrl: '/token', scopes: [] } };

  /** All that came in, said back in every way. */
  const echo = (headers: IncomingMessage['headers'], url: string) => ({ ...headers, url, plain: decodeURIComponent(url), decoded: Buffer.from(headers.authorization?.split(' ')[1] ?? '', 'base64').toString(), number: Number(headers['x-api-key'] ?? 0), [`key ${headers.authorization ?? headers.cookie ?? url}`]: 1 });
  const escaped = (value: unknown) => JSON.stringify(value).replace(/[a-z](?=[^"]*":)|[a-z]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const echoes: Record<string, RequestListener> = {
    json: (request, response) => json(echo(request.headers, request.url!))(request, response),
    'escaped json': (request, response) => raw(escaped(echo(request.headers, request.url!)), 'application/json')(request, response),
    text: (request, response) => raw(inspect(echo(request.headers, request.url!)), 'text/plain')(request, response),
    'no type': (request, response) => raw(inspect(echo(request.headers, request.url!)))(request, response),
    bytes: (request, response) => raw(Buffer.from(JSON.stringify(echo(request.headers, request.url!)) + Object.values(request.headers).join('\n')), 'application/octet-stream')(request, response),
    error: (request, response) => json(echo(request.headers, request.url!), 422)(request, response),
    'escaped error': (request, response) => raw(escaped(echo(request.headers, request.url!)), 'application/json', 500)(request, response),
    'cut error': (request, response) => raw(`${' '.repeat(300)}${'x'.repeat(990)}${request.headers.authorization ?? request.headers['x-api-key'] ?? request.url}`, 'text/plain', 500)(request, response),
    'broken json': (request, response) => raw(`{"a": ${JSON.stringify(echo(request.headers, request.url!))}`, 'application/json')(request, response),
    html: (request, response) => raw(`<p>${Object.values(echo(request.headers, request.url!)).join('</p><p>')}</p>`, 'text/html', 403)(request, response),
    redirect: (request, response) => void response.writeHead(302, { location: `http://${encodeURIComponent(request.headers['x-api-key'] as string ?? 'x').toLowerCase()}.example/${encodeURIComponent(JSON.stringify(request.headers))}` }).end(),
    base64: (request, response) => json(['', 'x', 'xx'].map((before) => Buffer.from(before + Object.values(request.headers).join(' ') + decodeURIComponent(request.url!)).toString('base64')))(request, response),
    'redirect to a host': (request, response) => void response.writeHead(302, { location: `http://${(request.headers['x-api-key'] as string | undefined)?.replace(/[^\w-]/g, '') || 'x'}.example/` }).end(),
    'not http': (request) => void request.socket.end(`NOT HTTP ${JSON.stringify(request.headers)} ${request.url}\r\n\r\n`),
    'broken header': (request) => void request.socket.end(`HTTP/1.1 200 OK\r\nbad header ${request.headers.authorization ?? request.url}\r\n\r\n`),
    'torn off': (request) => void request.socket.destroy(),
  };
  const letters = { kind: 'token', value: 'Ab12Cd34-Ef56' } as const;
  const given = { header: token, query: token, cookie: token, bearer: token, other: token, basic, 'basic user': { kind: 'basic', user: SECRET, password: '' }, digits, letters, oauth: client } as const;

  const forms = [SECRET, encodeURIComponent(SECRET), JSON.stringify(SECRET).slice(1, -1), Buffer.from(SECRET).toString('base64'), Buffer.from(`mé:${SECRET}`).toString('base64'), Buffer.from(`${SECRET}:`).toString('base64'), 'issued-token-value', digits.value, letters.value, letters.value.toLowerCase(), 'secret/+', 'sec…'];

  test.each(Object.keys(given).flatMap((name) => Object.keys(echoes).map((way) => [name, way])))('%s, said back as %s', async (name, way) => {
    const scheme = { digits: 'header', letters: 'header', 'basic user': 'basic' }[name] ?? name;
    answer = (request, response) => (request.url === '/token' ? json({ access_token: 'issued-token-value', expires_in: 999 }) : echoes[way]!)(request, response);
    const connector = open(guarded([[scheme]]), { schemes: all, credentials: { [scheme]: given[name as keyof typeof given] } });
    const outcome: unknown = await connector.call('go', {}, never).catch((error: unknown) => error);
    expect(seen.length).toBeGreaterThan(0);
    const bytes = way === 'bytes' ? Buffer.from((outcome as { value: string }).value, 'base64').toString() : '';
    const decoded = way === 'base64' ? (outcome as { value: string[] }).value.map((part) => Buffer.from(part, 'base64').toString()).join() : '';
    const told = [decoded, JSON.stringify(outcome), inspect(outcome, { depth: 20, showHidden: true }), bytes, inspect(connector, { depth: 20, showHidden: true }), JSON.stringify(connector)].join('\n');
    for (const form of forms) expect(told).not.toContain(form);
  });

  test('when the token’s address says them back', async () => {
    for (const way of Object.keys(echoes)) {
      answer = echoes[way]!;
      const error: unknown = await open(guarded([['oauth']]), { schemes: all, credentials: { oauth: client } }).call('go', {}, never).catch((error: unknown) => error);
      const told = JSON.stringify(error) + inspect(error, { depth: 20, showHidden: true });
      expect(error).toBeInstanceOf(Error);
      for (const form of [...forms, Buffer.from(`me:${SECRET}`).toString('base64')]) expect(told).not.toContain(form);
    }
  });

  test('and what isn’t secret isn’t masked', async () => {
    answer = json({ a: 'a key', n: 9007, [SECRET.slice(0, 3)]: 'sec' });
    const { value } = await open(guarded([['bearer']]), { schemes: all, credentials: { bearer: token } }).call('go', {}, never);
    expect(value).toEqual({ a: 'a key', n: 9007, sec: 'sec' });
  });
});
