import { hasAccounts } from '../auth/mode';
import type { Viewer } from '../auth/viewer';
import type { AskedOf } from '../bridge/messages';
import { readConfig } from '../config/config';
import type { Program } from '../program/program';
import { Refusal } from '../program/refusal';
import { type NewShare, type Share, type ShareChange, type Store, getStore } from '../store';
import { MAX_EMBED_ORIGINS, MAX_LINKS } from './limits';
import { hashPassword } from './password';
import { isAlive, mayBeOpened } from './standing';
import { type Taken, takeSnapshot } from './snapshot';
import { givePass } from './tickets';

/** A link as its program's people see it. `address` only its owner gets: who has it needs nothing else. */
export type ListedLink = Omit<Share, 'password'> & {
  hasPassword: boolean;
  state: 'open' | 'paused' | 'expired' | 'used up';
  address: string | null;
  /** The same for its owner to see what viewers see, without being counted as one. */
  look: string | null;
  /** Results in its snapshot. */
  results: number;
  /** Remixes that were made through it. */
  remixes: number;
};

/** What is chosen for a link. `password` is the word itself, or null for none. */
export type LinkChoices = Partial<Pick<Share, 'versionId' | 'mode' | 'refresh' | 'password' | 'expiresAt' | 'maxViews' | 'embedOrigins' | 'title' | 'by' | 'mayRemix' | 'mayAsk'>>;

const DEFAULTS: Omit<NewShare, 'programId' | 'ownerId'> = { versionId: null, mode: 'snapshot', refresh: 'never', password: null, expiresAt: null, maxViews: null, embedOrigins: [], title: null, by: null, hasPicture: false, mayRemix: false, mayAsk: false };

/** Whether somebody without an account can open it: the badge on the case says so. */
export function isOpenToEverybody({ state, mode }: Pick<ListedLink, 'state' | 'mode'>): boolean {
  return state === 'open' && mode !== 'viewer';
}

/** Links of a program that aren't revoked, the newest first. */
export async function listLinks(viewer: Viewer, programId: string): Promise<ListedLink[]> {
  const store = await getStore();
  const links = (await store.shares.list(programId)).filter(({ revokedAt }) => revokedAt === null);
  return Promise.all(links.map((share) => listed(store, viewer, share)));
}

/**
 * Makes a link. A snapshot is taken at once of what the interface was `asked`; where none of that can be read there's no link.
 * @throws Refusal
 */
export async function createLink(viewer: Viewer, program: Program, choices: LinkChoices, asked: readonly AskedOf[]): Promise<{ link: ListedLink; taken: Taken | null }> {
  if (!program.currentVersionId) throw new Refusal(409, 'There’s nothing to share yet: no version of it is whole.');
  const store = await getStore();
  const others = (await store.shares.list(program.id)).filter((share) => isAlive(share));
  if (others.length >= MAX_LINKS) throw new Refusal(409, `An interface has at most ${MAX_LINKS} links. Revoke one that isn’t needed any more.`);
  const { paused: _, ...chosen } = await checked(store, program.id, 'snapshot', choices);
  const { share } = await store.shares.create({ programId: program.id, ownerId: viewer.id, ...DEFAULTS, ...chosen });
  if (share.mode !== 'snapshot') return { link: await listed(store, viewer, share), taken: null };
  const taken = await takeSnapshot(share, asked);
  const kept = await store.shares.get(share.id);
  if (!kept?.takenAt) {
    await store.shares.revoke(share.id);
    throw new Refusal(409, taken ? 'None of its data could be read, so there is nothing to show. Look at its data calls.' : 'This version can’t be shown: it doesn’t compile.');
  }
  return { link: await listed(store, viewer, kept), taken };
}

/** @throws Refusal */
export async function changeLink(viewer: Viewer, share: Share, { paused, ...choices }: LinkChoices & { paused?: boolean }): Promise<ListedLink> {
  const store = await getStore();
  const change: ShareChange = { ...(await checked(store, share.programId, share.mode, choices)), ...(paused !== undefined && { paused }) };
  if (change.mode === 'snapshot' && share.takenAt === null) throw new Refusal(409, 'There is no snapshot yet that it could show. Take one first.');
  const changed = await store.shares.change(share.id, change);
  if (!changed) throw new Refusal(404, 'There is no such link. It may have been revoked.');
  return listed(store, viewer, changed);
}

/** Takes a link's snapshot anew: what it had, and what the interface was `asked` since. @throws Refusal */
export async function renewSnapshot(viewer: Viewer, share: Share, asked: readonly AskedOf[]): Promise<{ link: ListedLink; taken: Taken }> {
  const taken = await takeSnapshot(share, asked);
  if (!taken) throw new Refusal(409, 'This version can’t be shown: it doesn’t compile.');
  if (taken.results === 0 && taken.failed > 0) throw new Refusal(502, 'None of its data could be read. The snapshot is what it was.');
  const store = await getStore();
  return { link: await listed(store, viewer, (await store.shares.get(share.id)) ?? share), taken };
}

/** What was chosen, as it's kept. @throws Refusal */
async function checked(store: Store, programId: string, mode: Share['mode'], { password, ...choices }: LinkChoices): Promise<ShareChange> {
  const isSnapshot = (choices.mode ?? mode) === 'snapshot';
  if (isSnapshot && choices.mayAsk) throw new Refusal(400, 'A snapshot changes nothing, so nobody can ask for changes through it.');
  const { versionId, expiresAt, embedOrigins } = choices;
  if (versionId && (await store.versions.get(versionId))?.programId !== programId) throw new Refusal(400, 'There is no such version of this interface.');
  if (choices.mode === 'viewer' && !(await hasAccounts())) throw new Refusal(409, 'Nobody signs in here, so there is nobody in whose name it could read.');
  if (expiresAt && !(Date.parse(expiresAt) > Date.now())) throw new Refusal(400, 'The time at which it ends is over already.');
  return {
    ...choices,
    ...(isSnapshot && { mayAsk: false }),
    ...(embedOrigins && { embedOrigins: embedOrigins.map(siteOf) }),
    ...(password !== undefined && { password: password === null ? null : await hashPassword(password) }),
  };
}

/** A site as `frame-ancestors` names it. @throws Refusal */
function siteOf(written: string, _index: number, all: string[]): string {
  if (all.length > MAX_EMBED_ORIGINS) throw new Refusal(400, `At most ${MAX_EMBED_ORIGINS} sites can show it within theirs.`);
  const text = /^[a-z]+:\/\//i.test(written.trim()) ? written.trim() : `https://${written.trim()}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || /[*;,'"\s]/.test(url.host)) throw new Refusal(400, `“${written}” is no site. Write it like https://intranet.example.com`);
  return url.origin;
}

async function listed({ shares, lineage }: Store, viewer: Viewer, { password, ...share }: Share): Promise<ListedLink> {
  const token = share.ownerId === viewer.id ? await shares.token(share.id).catch(() => null) : null;
  const address = token === null ? null : `${readConfig().appOrigin}/s/${token}`;
  return {
    ...share,
    hasPassword: password !== null,
    state: share.pausedAt ? 'paused' : !isAlive(share) ? 'expired' : mayBeOpened(share) ? 'open' : 'used up',
    address,
    look: address && `${address}?look=${givePass(shares, { ...share, password })}`,
    results: share.mode === 'snapshot' ? (await shares.keys(share.id)).length : 0,
    remixes: await lineage.countVia(share.programId, share.id),
  };
}
