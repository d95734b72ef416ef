import { bringsSession } from '../auth/cookies';
import { leaveFor } from '../auth/leave';
import type { Viewer } from '../auth/viewer';
import { viewerOf } from '../auth/who';
import type { Program } from '../program/program';
import { Refusal } from '../program/refusal';
import { isAtLeast } from '../program/role';
import { type FoundShare, type Share, getStore } from '../store';
import { titleOf, versionOf } from './opening';
import { isAlive } from './standing';
import { Throttle } from './throttle';
import { isTicket } from './tickets';

/** What a link shows, for who makes a program of their own of it. `title` is what the link calls it. */
export type RemixableLink = { program: Program; versionId: string | null; title: string; shareId: string };

/** Tokens that are none, of one person. */
const guesses = new Throttle({ burst: 30, perSecond: 0.5 });

/**
 * Whether who opens a link is offered to remix what it shows: they are signed in, may make programs, and the link's owner lets them, or they may open
 * the program in its team anyway. Who has no account is offered nothing. `headers` are those of their request.
 */
export async function offersRemix(share: FoundShare, headers: Headers): Promise<boolean> {
  // Most who open a link bring no session: for them nothing is looked up.
  if (!share.mayRemix && !bringsSession(headers)) return false;
  const viewer = await viewerOf(headers);
  return viewer !== null && isAtLeast(viewer.team.role, 'member') && (share.mayRemix || (await opens(viewer, share)));
}

/**
 * The program behind a link that a person has open: `ticket` is what its page was given. What is over, or may not be remixed, is as if it had never been.
 * @throws Refusal
 */
export async function linkToRemix(viewer: Viewer, token: string, ticket: string): Promise<RemixableLink> {
  if (!guesses.take(viewer.id)) throw new Refusal(429, 'Too many links that lead nowhere were tried. Try again in a moment.');
  const { shares, programs } = await getStore();
  const share = await shares.byToken(token);
  const program = share && (await programs.get(share.programId));
  const isLet = share && isAlive(share) && isTicket(shares, share, ticket, share.mode === 'viewer' ? viewer.id : '') && (await mayRemix(viewer, share));
  if (!program || !isLet) throw new Refusal(404, 'There is nothing at this address to remix. Open the link that you were sent once more.');
  guesses.giveBack(viewer.id);
  return { program, versionId: versionOf(share), title: titleOf(share), shareId: share.id };
}

async function mayRemix(viewer: Viewer, share: FoundShare): Promise<boolean> {
  // One that reads in each viewer's name is for its team alone.
  if (share.mode === 'viewer' && (await roleIn(viewer, share.program.teamId)) === null) return false;
  return share.mayRemix || opens(viewer, share);
}

/** Whether they may open its program in the team: then they may remix it there as well. */
async function opens(viewer: Viewer, { programId }: Pick<Share, 'programId'>): Promise<boolean> {
  const program = await (await getStore()).programs.get(programId);
  const role = program && (await roleIn(viewer, program.teamId));
  return program && role ? leaveFor({ ...viewer, team: { id: program.teamId, role } }, program) !== null : false;
}

async function roleIn({ id, team }: Viewer, teamId: string) {
  return team.id === teamId ? team.role : (await getStore()).teams.role(teamId, id);
}
