import { timingSafeEqual } from 'node:crypto';
import type { FoundShare, Store } from '../store';
import { TICKET_SECONDS } from './limits';

type Signs = Pick<Store['shares'], 'sign'>;
type Of = Pick<FoundShare, 'id' | 'password'>;

/** What an opened page shows when it asks for more: that it was let in, and until when. It ends with the password that let it in. */
export function giveTicket(shares: Signs, share: Of, now = Date.now()): string {
  const until = (now + TICKET_SECONDS * 1_000).toString(36);
  return `${until}.${signature(shares, share, until)}`;
}

export function isTicket(shares: Signs, share: Of, ticket: unknown, now = Date.now()): boolean {
  if (typeof ticket !== 'string') return false;
  const [until = '', given = ''] = ticket.split('.');
  const [a, b] = [Buffer.from(given), Buffer.from(signature(shares, share, until))];
  return a.length === b.length && timingSafeEqual(a, b) && Number.parseInt(until, 36) > now;
}

function signature(shares: Signs, { id, password }: Of, until: string): string {
  return shares.sign(`${id} ${until} ${password ?? ''}`);
}
