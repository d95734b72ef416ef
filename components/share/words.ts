import type { ListedLink, Taken } from '@/lib/client/shares';

/** What a link's snapshot came to, in a sentence; null where there's nothing to say. */
export function takenInWords({ results, failed, left }: Taken): string {
  const missing = [failed > 0 && `${failed} couldn’t be read`, left > 0 && `${left} had no room`].filter(Boolean);
  return `The snapshot has ${counted(results, 'result')}.${missing.length > 0 ? ` ${missing.join(', ')}.` : ''}`;
}

export function counted(count: number, what: string, many = `${what}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? what : many}`;
}

export function viewsInWords({ views, maxViews }: ListedLink): string {
  return maxViews === null ? counted(views, 'view') : `${views.toLocaleString()} of ${counted(maxViews, 'view')}`;
}

const STATES: Record<ListedLink['state'], string> = { open: 'Open to everybody who has it', paused: 'Paused', expired: 'Expired', 'used up': 'Opened as often as it may be' };

export function stateInWords({ state, mode, hasPassword }: ListedLink): string {
  if (state !== 'open') return STATES[state];
  if (mode === 'viewer') return `Open to who of the team has it${hasPassword ? ' and the password' : ''}`;
  return hasPassword ? 'Open to who has it and the password' : STATES.open;
}

/** Whether changes may be asked for through it now. */
export function asksForChanges({ mayAsk, state }: ListedLink): boolean {
  return mayAsk && state === 'open';
}

/** What may be done with its code, and was; null where nothing may and nothing was. */
export function remixesInWords({ mayRemix, remixes }: ListedLink): string | null {
  if (remixes > 0) return counted(remixes, 'remix', 'remixes');
  return mayRemix ? 'may be remixed' : null;
}

/** What a link's viewers see, where it isn't a snapshot. */
export const LIVE_IN_WORDS: Record<ListedLink['mode'], string> = { snapshot: 'no snapshot yet', live: 'live', viewer: 'live, in the name of each viewer' };

export const REFRESH_IN_WORDS: Record<ListedLink['refresh'], string> = { never: 'Only when you take one', hourly: 'Every hour', daily: 'Every day', weekly: 'Every week' };
