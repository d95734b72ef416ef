import type { Share } from '../store';

type Standing = Pick<Share, 'revokedAt' | 'pausedAt' | 'expiresAt' | 'maxViews' | 'views'>;

/** Whether who has opened a link may go on with it. `now` in milliseconds. */
export function isAlive({ revokedAt, pausedAt, expiresAt }: Standing, now = Date.now()): boolean {
  return revokedAt === null && pausedAt === null && (expiresAt === null || Date.parse(expiresAt) > now);
}

/** Whether it may be opened once more. */
export function mayBeOpened(share: Standing, now = Date.now()): boolean {
  return isAlive(share, now) && (share.maxViews === null || share.views < share.maxViews);
}

/** Whether who opens a link may ask for changes. A snapshot is a picture of what was: nothing is changed through it. */
export function letsAsk({ mayAsk, mode }: Pick<Share, 'mayAsk' | 'mode'>): boolean {
  return mayAsk && mode !== 'snapshot';
}
