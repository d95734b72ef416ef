import type { HttpRequest } from '../../http/message';
import { percent } from '../encode/percent';

export function putHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  return { ...request, headers: { ...request.headers, [name.toLowerCase()]: value } };
}

/** In place of what generated code may have put there under the same name. */
export function putQuery(request: HttpRequest, name: string, value: string): HttpRequest {
  const url = new URL(request.url);
  const others = url.search.slice(1).split('&').filter((pair) => pair && decoded(pair.split('=', 1)[0]!) !== name);
  url.search = [...others, `${percent(name)}=${percent(value)}`].join('&');
  return { ...request, url };
}

export function putCookie(request: HttpRequest, name: string, value: string): HttpRequest {
  const others = (request.headers.cookie ?? '').split('; ').filter((pair) => pair && decoded(pair.split('=', 1)[0]!) !== name);
  // Signs that end a cookie are encoded, the others are as the server gave them.
  const safe = /^[!#-+\--:<-[\]-~]*$/.test(value) ? value : percent(value);
  return putHeader(request, 'cookie', [...others, `${percent(name)}=${safe}`].join('; '));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
