import { expect, test } from 'vitest';
import { followRedirect } from './follow';
import type { HttpRequest } from './message';

const request: HttpRequest = { method: 'GET', url: new URL('http://api.example/a'), headers: { authorization: 'Bearer t', accept: '*/*' }, body: null };
const own = new Set(['api.example', 'api.example:8080', 'tokens.example']);

function follow(location: string, from = request.url.href) {
  return followRedirect({ ...request, url: new URL(from) }, { status: 302, headers: { location } }, own);
}

test('from http to https of the same host, with what belongs to it', () => {
  expect(follow('https://api.example/b#c')).toMatchObject({ url: new URL('https://api.example/b'), headers: request.headers });
});

test('never back from https to http', () => {
  expect(() => follow('http://api.example/b', 'https://api.example/a')).toThrow('from https to http');
});

test('another port is another host, and another own host gets no credentials', () => {
  expect(() => follow('http://api.example:81/')).toThrow('no host of this connection');
  expect(() => follow('http://api.example./')).toThrow('no host of this connection');
  expect(follow('http://api.example:8080/')!.headers).toEqual({ accept: '*/*' });
  expect(follow('//tokens.example/')!.headers).toEqual({ accept: '*/*' });
});

test('without a place to go, or with another status, there is none', () => {
  expect(followRedirect(request, { status: 302, headers: {} }, own)).toBeNull();
  expect(followRedirect(request, { status: 304, headers: { location: '/b' } }, own)).toBeNull();
  expect(followRedirect(request, { status: 200, headers: { location: '/b' } }, own)).toBeNull();
  expect(() => follow('http://')).toThrow('no address');
});
