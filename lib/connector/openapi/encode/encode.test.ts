import { describe, expect, test } from 'vitest';
import type { Field, Shape } from '../../../binding/binding';
import type { CallErrorData } from '../../contract';
import type { BodyContent, ParameterPlan, RequestPlan } from '../request-plan';
import { encodeRequest } from './encode-request';

const server = new URL('https://api.example/v1/');
const color = { string: 'blue', array: ['blue', 'black', 'brown'], object: { R: 100, G: 200, B: 150 } };

function parameter(rest: Partial<ParameterPlan> & Pick<ParameterPlan, 'in'>): ParameterPlan {
  return { argument: 'color', name: 'color', required: false, style: rest.in === 'path' || rest.in === 'header' ? 'simple' : 'form', explode: false, allowReserved: false, json: false, ...rest };
}

function plan(rest: Partial<RequestPlan> = {}): RequestPlan {
  return { method: 'GET', path: '/x', servers: [], parameters: [], body: null, accepts: ['application/json'], security: [], ...rest };
}

function encode(rest: Partial<RequestPlan>, input: Record<string, unknown>, types: Record<string, Shape> = {}) {
  return encodeRequest(plan(rest), server, input, types);
}

function failure(rest: Partial<RequestPlan>, input: Record<string, unknown>): CallErrorData {
  try {
    encode(rest, input);
  } catch (error) {
    return (error as { data: CallErrorData }).data;
  }
  return expect.unreachable('it was encoded');
}

/** The table of the Parameter Object's style examples (OpenAPI 3.1.1), with the delimiters percent-encoded where it says so. */
describe('styles', () => {
  test.each<[ParameterPlan['style'], boolean, string, string, string, string]>([
    ['matrix', false, ';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
    ['matrix', true, ';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
    ['label', false, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
    ['label', true, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
    ['simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    ['simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ])('path: %s, explode %s', (style, explode, empty, string, array, object) => {
    const at = (value: unknown) => encode({ path: '/a-{color}/b', parameters: [parameter({ in: 'path', style, explode })] }, { color: value }).url.pathname;
    expect([at(''), at(color.string), at(color.array), at(color.object)]).toEqual([empty, string, array, object].map((text) => `/v1/a-${text}/b`));
  });

  test.each<[ParameterPlan['style'], boolean, string, string, string, string]>([
    ['form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    ['form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
    ['spaceDelimited', false, 'color=', 'color=blue', 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150'],
    ['pipeDelimited', false, 'color=', 'color=blue', 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150'],
    ['tabDelimited', false, 'color=', 'color=blue', 'color=blue%09black%09brown', 'color=R%09100%09G%09200%09B%09150'],
    ['pipeDelimited', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
    ['deepObject', true, 'color=', 'color=blue', 'color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown', 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
  ])('query: %s, explode %s', (style, explode, empty, string, array, object) => {
    const at = (value: unknown) => encode({ parameters: [parameter({ in: 'query', style, explode })] }, { color: value }).url.search;
    expect([at(''), at(color.string), at(color.array), at(color.object)]).toEqual([empty, string, array, object].map((text) => `?${text}`));
  });

  test.each([
    [false, 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    [true, 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
  ])('cookie: explode %s', (explode, ...expected) => {
    const at = (value: unknown) => encode({ parameters: [parameter({ in: 'cookie', explode })] }, { color: value }).headers.cookie;
    expect([at(color.string), at(color.array), at(color.object)]).toEqual(expected);
  });

  test.each([
    [false, 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    [true, 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ])('header: explode %s', (explode, ...expected) => {
    const at = (value: unknown) => encode({ parameters: [parameter({ in: 'header', name: 'X-Color', explode })] }, { color: value }).headers['x-color'];
    expect([at(color.string), at(color.array), at(color.object)]).toEqual(expected);
  });
});

describe('query', () => {
  const query = (value: unknown, rest: Partial<ParameterPlan> = {}) => encode({ parameters: [parameter({ in: 'query', explode: true, ...rest })] }, { color: value }).url.search;

  test.each([[undefined], [null], [[]], [{}], [[null]], [{ a: undefined }]])('nothing for %j', (value) => {
    expect(query(value)).toBe('');
  });

  test('numbers, booleans, and what has no style', () => {
    expect(query(0)).toBe('?color=0');
    expect(query(false)).toBe('?color=false');
    expect(query([[1, 2]])).toBe('?color=%5B1%2C2%5D');
    expect(query({ a: { b: 1 } }, { style: 'deepObject' })).toBe('?color%5Ba%5D%5Bb%5D=1');
    expect(query({ a: [{ b: 1 }], c: null }, { style: 'deepObject' })).toBe('?color%5Ba%5D%5B0%5D%5Bb%5D=1&color%5Bc%5D=');
  });

  test('no value reaches beyond itself', () => {
    expect(query('a&b=c#d e+f%41é☃')).toBe('?color=a%26b%3Dc%23d%20e%2Bf%2541%C3%A9%E2%98%83');
    expect(query(['a,b', 'c'], { explode: false })).toBe('?color=a%2Cb,c');
    expect(query({ 'x&y': 1 }, { style: 'deepObject' })).toBe('?color%5Bx%26y%5D=1');
    expect(query('\ud800')).toBe('?color=%EF%BF%BD');
  });

  test('reserved signs, where they are allowed', () => {
    expect(query('a:/?@!$\'()*,;=b', { allowReserved: true })).toBe("?color=a:/?@!$'()*,;=b".replace("'", '%27'));
    expect(query('a&b#c+d[e]%', { allowReserved: true })).toBe('?color=a%26b%23c%2Bd%5Be%5D%25');
  });

  test('JSON', () => {
    expect(query({ a: [1, null] }, { json: true })).toBe(`?color=${encodeURIComponent('{"a":[1,null]}')}`);
    expect(query(null, { json: true })).toBe('?color=null');
  });

  test('beside what the path itself has', () => {
    expect(encode({ path: '/x?kind=a#Action=b', parameters: [parameter({ in: 'query' })] }, { color: 'blue' }).url.href).toBe('https://api.example/v1/x?kind=a&color=blue');
    expect(encode({ path: '/#Action=b' }, {}).url.href).toBe('https://api.example/v1/');
  });
});

describe('path', () => {
  const path = { path: '/repos/{owner}/{repo}.git/{color}', parameters: [parameter({ in: 'path', name: 'owner', argument: 'owner' }), parameter({ in: 'path', name: 'repo', argument: 'repo' }), parameter({ in: 'path' })] };

  test('a value stays in its segment', () => {
    const nasty = '../a/b\\c?d#e%2f;f';
    expect(encode(path, { owner: nasty, repo: 'r', color: 'é' }).url.pathname).toBe('/v1/repos/..%2Fa%2Fb%5Cc%3Fd%23e%252f%3Bf/r.git/%C3%A9');
    expect(encode(path, { owner: '...', repo: '', color: '%2e%2e' }).url.pathname).toBe('/v1/repos/.../.git/%252e%252e');
  });

  test.each(['', '.', '..', null, undefined, [], [''], ['..']])('%j is no segment', (owner) => {
    expect(failure(path, { owner, repo: 'r', color: 'c' })).toMatchObject({ code: 'bad-arguments', message: expect.stringContaining('owner') });
  });

  test('two values don’t make one together', () => {
    const two = { path: '/a/{owner}{color}/b', parameters: [path.parameters[0]!, path.parameters[2]!] };
    expect(failure(two, { owner: '.', color: '.' })).toMatchObject({ code: 'bad-arguments' });
    expect(failure({ path: '/a/{color}', parameters: [parameter({ in: 'path', style: 'label' })] }, { color: '.' })).toMatchObject({ code: 'bad-arguments' });
    expect(failure({ path: '/a/.{color}', parameters: [parameter({ in: 'path' })] }, { color: '.' })).toMatchObject({ code: 'bad-arguments' });
  });

  test('a variable that nobody describes', () => {
    expect(failure({ path: '/a/{b}' }, { b: 'x' })).toMatchObject({ code: 'internal' });
  });

  test('only own properties of the input', () => {
    expect(failure({ path: '/a/{color}', parameters: [parameter({ in: 'path', argument: 'constructor' })] }, {})).toMatchObject({ code: 'bad-arguments' });
    expect(encode({ parameters: [parameter({ in: 'query', argument: 'toString' })] }, {}).url.search).toBe('');
  });
});

describe('headers and cookies', () => {
  test.each(['a\r\nX-Evil: 1', 'a\nb', 'a\rb', 'a\0', '☃', ['a', 'b\r\n'], { 'a\r\n': 1 }])('%j is refused', (value) => {
    expect(failure({ parameters: [parameter({ in: 'header', name: 'X-A' })] }, { color: value })).toMatchObject({ code: 'bad-arguments', message: expect.stringContaining('color') });
  });

  test.each(['Host', 'Content-Length', 'Transfer-Encoding', 'Connection', 'a\r\nb', 'Proxy-Authorization'])('the header %j is nobody’s', (name) => {
    expect(failure({ parameters: [parameter({ in: 'header', name })] }, { color: 'x' })).toMatchObject({ code: 'bad-arguments' });
  });

  test('those that belong to the body and the credentials are left out', () => {
    const parameters = ['Accept', 'Content-Type', 'Authorization'].map((name) => parameter({ in: 'header', name }));
    expect(encode({ parameters }, { color: 'x' }).headers).toEqual({ accept: 'application/json' });
  });

  test('JSON in Latin letters', () => {
    const { headers } = encode({ parameters: [parameter({ in: 'header', name: 'X-A', json: true })] }, { color: { a: 'é☃' } });
    expect(headers['x-a']).toBe('{"a":"\\u00e9\\u2603"}');
    expect(JSON.parse(headers['x-a']!)).toEqual({ a: 'é☃' });
  });

  test('a cookie ends where it should', () => {
    expect(encode({ parameters: [parameter({ in: 'cookie' })] }, { color: 'a; b=c\r\nd' }).headers.cookie).toBe('color=a%3B%20b%3Dc%0D%0Ad');
  });

  test('what is accepted', () => {
    expect(encode({ accepts: [] }, {}).headers.accept).toBe('application/json, */*;q=0.5');
    expect(encode({ accepts: ['application/vnd.github+json', 'text/csv', 'evil\r\nx: y'] }, {}).headers.accept).toBe('application/vnd.github+json, text/csv;q=0.9');
  });
});

describe('bodies', () => {
  const field = (name: string, shape: Shape): Field => ({ name, shape, required: false });
  const unknown: Shape = { kind: 'unknown' };

  function send(value: unknown, content: Partial<BodyContent> & Pick<BodyContent, 'mediaType'>, ...others: BodyContent[]) {
    const body = { required: true, contents: [{ shape: unknown, encoding: {}, ...content }, ...others] };
    const { headers, body: sent } = encode({ method: 'POST', body }, { body: value });
    return { type: headers['content-type']!, text: String(sent) };
  }

  test.each(['application/json', 'application/merge-patch+json', 'application/json; charset=utf-8'])('%s', (mediaType) => {
    expect(send({ a: [1, null, 'é'] }, { mediaType })).toEqual({ type: mediaType, text: '{"a":[1,null,"é"]}' });
    expect(send(null, { mediaType }).text).toBe('null');
  });

  test('none where none is given', () => {
    expect(encode({ method: 'POST', body: { required: false, contents: [{ mediaType: 'application/json', shape: unknown, encoding: {} }] } }, {})).toMatchObject({ body: null, headers: { accept: 'application/json' } });
  });

  const mediaType = 'application/x-www-form-urlencoded';

  test('a form', () => {
    expect(send({ a: 'x y&z=1', b: 2, c: true, d: ['p', 'q'], e: { f: 1 }, g: null, h: undefined, 'i[j]': '+' }, { mediaType })).toEqual({
      type: mediaType,
      text: 'a=x+y%26z%3D1&b=2&c=true&d=p&d=q&e=%7B%22f%22%3A1%7D&g=&i%5Bj%5D=%2B',
    });
    expect(() => send('a=b', { mediaType })).toThrow('needs an object');
  });

  test('a form by its encoding, nested as Stripe reads it', () => {
    const deep = { style: 'deepObject', explode: true } as const;
    const value = { amount: 100, metadata: { order_id: '6735', note: '' }, expand: ['customer', 'invoice'], items: [{ price: 'p1', quantity: 2 }, { price: 'p2' }], tags: ['a', 'b'], ids: [1, 2], raw: ['x'] };
    const encoding = { metadata: deep, expand: deep, items: deep, tags: { style: 'form', explode: false }, ids: { style: 'spaceDelimited' }, raw: { contentType: 'application/json' } } as const;
    expect(decodeURIComponent(send(value, { mediaType, encoding }).text).split('&')).toEqual([
      'amount=100', 'metadata[order_id]=6735', 'metadata[note]=', 'expand[0]=customer', 'expand[1]=invoice',
      'items[0][price]=p1', 'items[0][quantity]=2', 'items[1][price]=p2', 'tags=a,b', 'ids=1 2', 'raw=["x"]',
    ]);
  });

  test('multipart: files, texts, JSON, lists, and names that want to break out', () => {
    const shape: Shape = { kind: 'object', fields: [field('file', { kind: 'bytes' }), field('files', { kind: 'list', of: { kind: 'bytes' } }), field('meta', unknown), field('note', { kind: 'string' })] };
    const value = { file: Buffer.from([0, 255, 10]).toString('base64'), files: ['YQ==', 'Yg=='], meta: { a: 1 }, note: 'aGk=', filename: 'a"\r\nX: y.png', gone: undefined };
    const { headers, body } = encode({ method: 'POST', body: { required: true, contents: [{ mediaType: 'multipart/form-data', shape, encoding: { file: { contentType: 'image/png, image/jpeg' }, files: { contentType: 'image/*' } } }] } }, { body: value });
    const boundary = headers['content-type']!.replace('multipart/form-data; boundary=', '');
    expect(body!.toString('latin1').split(`--${boundary}`)).toEqual([
      '',
      '\r\nContent-Disposition: form-data; name="file"; filename="a%22%0D%0AX: y.png"\r\nContent-Type: image/png\r\n\r\n\0\xff\n\r\n',
      '\r\nContent-Disposition: form-data; name="files"; filename="a%22%0D%0AX: y.png"\r\nContent-Type: application/octet-stream\r\n\r\na\r\n',
      '\r\nContent-Disposition: form-data; name="files"; filename="a%22%0D%0AX: y.png"\r\nContent-Type: application/octet-stream\r\n\r\nb\r\n',
      '\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n',
      '\r\nContent-Disposition: form-data; name="note"\r\n\r\naGk=\r\n',
      '\r\nContent-Disposition: form-data; name="filename"\r\n\r\na"\r\nX: y.png\r\n',
      '--\r\n',
    ]);
  });

  test('text and bytes', () => {
    expect(send('hü', { mediaType: 'text/plain', shape: { kind: 'string' } })).toEqual({ type: 'text/plain; charset=utf-8', text: 'hü' });
    expect(send('<a/>', { mediaType: 'application/xml', shape: unknown })).toEqual({ type: 'application/xml; charset=utf-8', text: '<a/>' });
    expect(send('aGk=', { mediaType: 'application/octet-stream', shape: { kind: 'bytes' } })).toEqual({ type: 'application/octet-stream', text: 'hi' });
    expect(send('aGk=', { mediaType: 'image/*', shape: { kind: 'bytes' } })).toEqual({ type: 'application/octet-stream', text: 'hi' });
    expect(send({ a: 1 }, { mediaType: '*/*' })).toEqual({ type: 'application/json', text: '{"a":1}' });
    expect(() => send({ a: 1 }, { mediaType: 'application/xml' })).toThrow('pass it as text');
  });

  test('the first of several that the value fits', () => {
    const json: BodyContent = { mediaType: 'application/json', shape: { kind: 'object', fields: [] }, encoding: {} };
    const text: BodyContent = { mediaType: 'text/plain', shape: { kind: 'string' }, encoding: {} };
    expect(send('x', json, text).type).toBe('text/plain; charset=utf-8');
    expect(send({}, json, text).type).toBe('application/json');
  });
});
