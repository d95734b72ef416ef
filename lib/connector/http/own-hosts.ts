import { CallError } from '../contract';

/** Reads an address that a connection is to use. Throws a CallError where it's none for HTTP or carries credentials. */
export function readAddress(text: string): URL {
  const url = URL.parse(text);
  if (!url) throw refused('This is no address.', 'An address begins with https:// or http://.');
  const problem = urlProblem(url);
  if (problem) throw refused(problem);
  return url;
}

/** Why an address isn't for HTTP, or null. */
export function urlProblem(url: URL): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `Only http and https are spoken, not ${url.protocol.slice(0, 20)}`;
  return url.username || url.password ? 'An address may not carry credentials.' : null;
}

/** A host as connections know it: its name, with its port where that isn't the usual one. */
export function hostKey(url: URL): string {
  return url.port ? `${url.hostname}:${url.port}` : url.hostname;
}

export function refused(message: string, hint?: string): CallError {
  return new CallError({ code: 'address-refused', message, hint, retryable: false });
}
