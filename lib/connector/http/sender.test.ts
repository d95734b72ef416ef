import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { buildConnector } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallErrorData } from '../contract';
import { guardedConnect, type HostAddress } from './guarded-connect';
import type { HttpRequest } from './message';
import { readAddress } from './own-hosts';
import { Sender, type SenderOptions } from './sender';

const never = new AbortController().signal;
let answer: RequestListener;
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[];
let base: string;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
  answer(request, response);
});

beforeAll(async () => {
  base = await listen(server);
});
afterAll(() => stop(server));
beforeEach(() => {
  seen = [];
  answer = (_request, response) => response.end('ok');
});

const senders: Sender[] = [];
afterEach(() => Promise.all(senders.splice(0).map((sender) => sender.close())));

function open(options: Partial<SenderOptions> = {}): Sender {
  const sender = new Sender({ hosts: [new URL(base)], allowPrivate: true, ...options });
  senders.push(sender);
  return sender;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server & { closeAllConnections?(): void }): Promise<void> {
  server.closeAllConnections?.();
  return new Promise((resolve) => void server.close(() => resolve()));
}

function get(path: string, rest: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url: new URL(path, base), headers: {}, body: null, ...rest };
}

function failure(sender: Sender, request: HttpRequest, signal = never): Promise<CallErrorData> {
  return sender.send(request, signal).then(() => expect.unreachable('it was sent'), (error: { data: CallErrorData }) => error.data);
}

function endless(response: ServerResponse, chunk: Buffer): void {
  const write = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', write);
  };
  write();
}

test('sends a request and gives its answer, whatever its status', async () => {
  answer = (_request, response) => response.writeHead(404, { 'x-a': 'b' }).end('no');
  const told = await open().send(get('/a?b=c', { method: 'POST', headers: { 'x-one': '1', 'content-type': 'text/plain' }, body: Buffer.from('hü') }), never);
  expect({ ...told, body: String(told.body) }).toMatchObject({ status: 404, headers: { 'x-a': 'b' }, body: 'no' });
  expect(seen).toMatchObject([{ method: 'POST', url: '/a?b=c', body: 'hü', headers: { 'x-one': '1', 'content-length': '3' } }]);
});

describe('where it goes', () => {
  test('to no other host, port or protocol', async () => {
    for (const url of ['http://127.0.0.2/', 'http://127.0.0.1:1/', 'http://example.com/', 'ftp://127.0.0.1/', 'file:///etc/passwd', base.replace('//', '//me:secret@')]) {
      expect(await failure(open(), get('/', { url: new URL(url) }))).toMatchObject({ code: 'address-refused', retryable: false });
    }
  });

  test('to no private address unless that is allowed, however it is written', async () => {
    const { port } = new URL(base);
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '017700000001', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '0.0.0.0']) {
      const url = new URL(`http://${host}:${port}/`);
      expect(await failure(open({ hosts: [url], allowPrivate: false }), get('/', { url }))).toMatchObject({ code: 'address-refused' });
    }
    expect(seen).toEqual([]);
  });

  test('a name that means a private address, or one among others', async () => {
    const url = new URL(base.replace('127.0.0.1', 'api.example'));
    const outside = { address: '93.184.215.14', family: 4 };
    for (const addresses of [[{ address: '127.0.0.1', family: 4 }], [outside, { address: '10.0.0.1', family: 4 }], [{ address: '::ffff:127.0.0.1', family: 6 }]]) {
      const sender = open({ hosts: [url], allowPrivate: false, resolve: async () => addresses });
      expect(await failure(sender, get('/', { url }))).toMatchObject({ code: 'address-refused', message: expect.stringContaining('api.example') });
    }
    expect(seen).toEqual([]);
  });

  test('a name is asked for once a connection, so that its second answer counts for nothing', async () => {
    const url = new URL(base.replace('127.0.0.1', 'rebind.example'));
    const answers: HostAddress[][] = [[{ address: '127.0.0.1', family: 4 }], [{ address: '169.254.169.254', family: 4 }]];
    let asked = 0;
    const sender = open({ hosts: [url], resolve: async () => answers[asked++]! });
    expect((await sender.send(get('/', { url }), never)).status).toBe(200);
    await new Promise(setImmediate); // the connection is free again
    expect((await sender.send(get('/', { url }), never)).status).toBe(200);
    expect(asked).toBe(1);
    expect(seen[0]!.headers.host).toBe(url.host);
    const later = open({ hosts: [url], resolve: async () => answers[asked++]! });
    expect(await failure(later, get('/', { url }))).toMatchObject({ code: 'address-refused' });
  });

  test('the address at the other end counts, whatever was resolved', async () => {
    let connected: Socket | undefined;
    // Stands for a system that connects elsewhere than it was told.
    const elsewhere = ((options: object) => {
      const connect = buildConnector({ ...options, lookup: (_host: string, _options: unknown, done: (error: null, all: HostAddress[]) => void) => done(null, [{ address: '127.0.0.1', family: 4 }]) } as buildConnector.BuildOptions);
      return (target: buildConnector.Options, callback: buildConnector.Callback) => connect(target, (...args) => {
        connected = args[1] as Socket;
        callback(...args);
      });
    }) as unknown as typeof buildConnector;
    const connect = guardedConnect({ allowPrivate: false, resolve: async () => [{ address: '93.184.215.14', family: 4 }] }, elsewhere);
    const error = await new Promise((resolve) => connect({ hostname: 'api.example', protocol: 'http:', port: new URL(base).port }, (...[error]) => resolve(error)));
    expect(error).toMatchObject({ data: { code: 'address-refused' } });
    expect(connected!.destroyed).toBe(true);
  });

  test('an address of a connection is for HTTP and has no credentials', () => {
    expect(readAddress('https://api.example/v1').href).toBe('https://api.example/v1');
    for (const text of ['', 'api.example', 'ftp://x', 'javascript:alert(1)', 'https://a:b@c']) expect(() => readAddress(text)).toThrow();
  });
});

describe('redirects', () => {
  const redirect = (status: number, location: string): RequestListener => (request, response) =>
    void (request.url === '/end' ? response.end('arrived') : response.writeHead(status, { location }).end());

  test.each([[301, 'GET', ''], [302, 'GET', ''], [303, 'GET', ''], [307, 'POST', 'x'], [308, 'POST', 'x']])('a post after %i', async (status, method, body) => {
    answer = redirect(status, '/end');
    const told = await open().send(get('/', { method: 'POST', headers: { authorization: 'Bearer t', 'content-type': 'text/plain' }, body: Buffer.from('x') }), never);
    expect(String(told.body)).toBe('arrived');
    expect(seen[1]).toMatchObject({ method, url: '/end', body, headers: { authorization: 'Bearer t' } });
    expect(seen[1]!.headers['content-type']).toBe(body ? 'text/plain' : undefined);
  });

  test('at most five', async () => {
    answer = (request, response) => response.writeHead(302, { location: `/${Number(request.url!.slice(1)) + 1}` }).end();
    expect(await failure(open(), get('/0'))).toMatchObject({ code: 'address-refused', message: expect.stringContaining('more than 5 times') });
    expect(seen).toHaveLength(6);
  });

  test.each(['http://example.com/x', 'http://169.254.169.254/latest', 'file:///etc/passwd', 'http://u:p@127.0.0.1/', '//evil.example/', 'http://127.0.0.1:1/'])('to %s are refused', async (location) => {
    answer = redirect(302, location);
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'address-refused', retryable: false });
    expect(seen).toHaveLength(1);
  });

  test('to another own host carry no credentials', async () => {
    const other = createServer((request, response) => response.end(JSON.stringify(request.headers)));
    const there = await listen(other);
    answer = (_request, response) => response.writeHead(307, { location: `${there}/x` }).end();
    const headers = { authorization: 'Bearer t', cookie: 'a=b', 'x-api-key': 'k', accept: 'application/json' };
    const told = await open({ hosts: [new URL(base), new URL(there)] }).send(get('/', { headers }), never);
    const arrived = JSON.parse(String(told.body)) as Record<string, string>;
    expect(arrived.accept).toBe('application/json');
    expect(Object.keys(arrived).filter((name) => ['authorization', 'cookie', 'x-api-key'].includes(name))).toEqual([]);
    await stop(other);
  });

  test('are answers where none are to be followed', async () => {
    answer = redirect(302, '/end');
    expect((await open({ redirects: 0 }).send(get('/'), never)).status).toBe(302);
  });
});

describe('limits', () => {
  test('an answer that is too large, or has no end', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(1001));
    expect(await failure(open({ bytes: 1000 }), get('/'))).toMatchObject({ code: 'limit-bytes', retryable: false });
    answer = (_request, response) => response.end(Buffer.alloc(1000));
    expect((await open({ bytes: 1000 }).send(get('/'), never)).body).toHaveLength(1000);
    answer = (_request, response) => endless(response, Buffer.alloc(65_536));
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'limit-bytes' });
  });

  test.each([['gzip', gzipSync], ['br', brotliCompressSync], ['deflate', deflateSync]])('a small answer that grows: %s', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(20_000_000));
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'limit-bytes' });
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.from('hello')));
    expect(String((await open().send(get('/'), never)).body)).toBe('hello');
  });

  test('compressions on top of each other, and compressed nothing without end', async () => {
    const twice = gzipSync(gzipSync(Buffer.alloc(20_000_000)));
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(twice);
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'limit-bytes' });
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end(twice);
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'bad-answer' });
    answer = (_request, response) => endless(response.writeHead(200, { 'content-encoding': 'gzip' }), gzipSync(Buffer.alloc(0)));
    expect(await failure(open({ bytes: 100_000 }), get('/'))).toMatchObject({ code: 'limit-bytes' });
  });

  test('broken or unknown compression is told, of an error only its status', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip');
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'bad-answer' });
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello').subarray(0, 15));
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'bad-answer' });
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'rot13' }).end('uryyb');
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'bad-answer' });
    answer = (_request, response) => response.writeHead(500, { 'content-encoding': 'rot13' }).end('uryyb');
    expect((await open().send(get('/'), never)).status).toBe(500);
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end();
    expect((await open().send(get('/'), never)).body).toHaveLength(0);
  });

  test('of an error that has no end, the beginning is read', async () => {
    answer = (_request, response) => endless(response.writeHead(500), Buffer.alloc(65_536, 'x'));
    const told = await open().send(get('/'), never);
    expect(told).toMatchObject({ status: 500 });
    expect(told.body).toHaveLength(64_000);
  });

  test('headers that are too large, either way', async () => {
    answer = (_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end();
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'limit-bytes', message: expect.stringContaining('headers') });
    expect(await failure(open(), get('/', { headers: { a: 'x'.repeat(17_000) } }))).toMatchObject({ code: 'bad-arguments' });
    expect(await failure(open(), get(`/${'x'.repeat(17_000)}`))).toMatchObject({ code: 'bad-arguments' });
    expect(await failure(open(), get('/', { method: 'PUT', body: Buffer.alloc(12_000_001) }))).toMatchObject({ code: 'bad-arguments' });
  });

  test.each([['x', 'a\r\nevil: 1'], ['x', 'a\nb'], ['x', '\0'], ['x', '☃'], ['a b', 'x'], ['x\r\ny', 'x'], ['host', 'evil'], ['content-length', '3'], ['transfer-encoding', 'chunked'], ['proxy-authorization', 'x']])(
    'a header that can’t be sent: %j %j',
    async (name, value) => {
      expect(await failure(open(), get('/', { headers: { [name]: value } }))).toMatchObject({ code: 'bad-arguments' });
      expect(seen).toEqual([]);
    },
  );

  test('a server that doesn’t answer, and one that never ends', async () => {
    answer = () => {};
    expect(await failure(open({ ms: 100 }), get('/'))).toMatchObject({ code: 'limit-time', retryable: true });
    expect(await failure(open({ ms: 100 }), get('/', { method: 'POST' }))).toMatchObject({ code: 'limit-time', retryable: false });
    answer = (_request, response) => {
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    };
    expect(await failure(open({ ms: 150 }), get('/'))).toMatchObject({ code: 'limit-time' });
    expect(await failure(open({ ms: 100, hosts: [new URL('http://slow.example')], resolve: () => new Promise(() => {}) }), get('/', { url: new URL('http://slow.example') }))).toMatchObject({ code: 'limit-time' });
  });

  test('whoever no longer waits', async () => {
    let closed: () => void;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const controller = new AbortController();
    answer = (_request, response) => {
      response.on('close', closed);
      response.write('x', () => controller.abort());
    };
    expect(await failure(open(), get('/'), controller.signal)).toMatchObject({ code: 'cancelled' });
    await gone;
    expect(await failure(open(), get('/'), AbortSignal.abort())).toMatchObject({ code: 'cancelled' });
    answer = (_request, response) => response.end('ok');
    expect(String((await open().send(get('/'), never)).body)).toBe('ok');
  });

  test('a connection that is closed while it is asked', async () => {
    const sender = open();
    answer = () => void sender.close();
    expect(await failure(sender, get('/'))).toMatchObject({ code: 'cancelled' });
  });
});

describe('failures in words', () => {
  test('a host that isn’t there', async () => {
    const url = new URL('http://nowhere.example');
    const resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    expect(await failure(open({ hosts: [url], resolve }), get('/', { url }))).toEqual({ code: 'unavailable', message: 'nowhere.example has no address.', retryable: true, hint: undefined });
    const closed = createServer();
    const address = new URL(await listen(closed));
    await stop(closed);
    expect(await failure(open({ hosts: [address] }), get('/', { url: address, method: 'POST' }))).toMatchObject({ code: 'unavailable', message: expect.stringContaining('refuses connections'), retryable: true });
  });

  test('what breaks in the middle may have been done', async () => {
    answer = (request) => request.socket.destroy();
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'unavailable', retryable: true });
    expect(await failure(open(), get('/', { method: 'POST' }))).toMatchObject({ code: 'unavailable', retryable: false, hint: expect.stringContaining('may have been done') });
    answer = (request, response) => void response.writeHead(200, { 'content-length': '10' }).write('half', () => request.socket.destroy());
    expect(await failure(open(), get('/'))).toMatchObject({ code: 'unavailable' });
  });

  test('what isn’t HTTP', async () => {
    const strange = createSocketServer((socket) => socket.on('error', () => {}).on('close', () => socket.destroy()).end('SSH-2.0-OpenSSH\r\n', () => socket.destroySoon()));
    const url = new URL(await listen(strange));
    const error = await open({ hosts: [url] }).send(get('/', { url }), never).catch((error: Error) => error);
    expect(error).toMatchObject({ data: { code: 'bad-answer' }, cause: undefined });
    await stop(strange);
  });
});
