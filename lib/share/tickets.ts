import { timingSafeEqual } from 'node:crypto';
import type { FoundShare, Store } from '../store';
import { TICKET_SECONDS } from './limits';

type Signs = Pick<Store['shares'], 'sign'>;
type Of = Pick<FoundShare, 'id' | 'password'>;

/**
 * What an opened page shows when it asks for more: that it was let in, and until when. It ends with the password that let it in. `to` is the person
 * that it was given to, where it isn't good for others.
 */
export function giveTicket(shares: Signs, share: Of, to = '', now = Date.now()): string {
  return signed(shares, share, `opened ${to}`, now);
}

export function isTicket(shares: Signs, share: Of, ticket: unknown, to = '', now = Date.now()): boolean {
  return isSigned(shares, share, `opened ${to}`, ticket, now);
}

/** What its owner adds to a link's address, to see what viewers see without being counted as one. */
export function givePass(shares: Signs, share: Of, now = Date.now()): string {
  return signed(shares, share, 'look', now);
}

export function isPass(shares: Signs, share: Of, pass: unknown, now = Date.now()): boolean {
  return isSigned(shares, share, 'look', pass, now);
}

function signed(shares: Signs, share: Of, what: string, now: number): string {
  const until = (now + TICKET_SECONDS * 1_000).toString(36);
  return `${until}.${signature(shares, share, what, until)}`;
}

function isSigned(shares: Signs, share: Of, what: string, given: unknown, now: number): boolean {
  if (typeof given !== 'string') return false;
  const [until = '', mark = ''] = given.split('.');
  const [a, b] = [Buffer.from(mark), Buffer.from(signature(shares, share, what, until))];
  return a.length === b.length && timingSafeEqual(a, b) && Number.parseInt(until, 36) > now;
}

function signature(shares: Signs, { id, password }: Of, what: string, until: string): string {
  return shares.sign(`${id} ${what} ${until} ${password ?? ''}`);
}
