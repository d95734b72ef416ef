import { ConnectionProblem } from './problem';

/** An address of the web as people type it. @throws ConnectionProblem where it is none, or holds a password */
export function webAddress(text: string): string {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) throw new ConnectionProblem(`“${text.trim()}” is no address. It begins with https://.`);
  if (url.username || url.password) throw new ConnectionProblem('Leave user and password out of the address; they have fields of their own.');
  return url.href;
}

/** The host of an address, with its port. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
