import { Refusal } from '../program/refusal';
import type { Role } from '../program/role';
import { readConfig } from '../config/config';
import { type Invitation, getStore } from '../store';
import { type NewPerson, makePerson, signIn } from './accounts';
import { sendMail, sendsMail } from './mail';
import type { Session } from './session';
import type { Viewer } from './viewer';

const GONE = 'This invitation can’t be used any more. Ask for another one.';

export const INVITATION_DAYS = [1, 7, 30] as const;

/**
 * Invites into the viewer's team: by a link whoever gets it may use once, or for one address, which is sent a mail too.
 * @returns the link, told here and never again, and whether a mail left
 */
export async function invite(viewer: Viewer, { role, email, days }: { role: Exclude<Role, 'owner'>; email: string | null; days: number }): Promise<{ invitation: Invitation; address: string; mailed: boolean }> {
  const store = await getStore();
  const { token, ...invitation } = await store.invitations.add({ teamId: viewer.team.id, role, email, invitedBy: viewer.id, seconds: days * 24 * 3600 });
  const address = `${readConfig().appOrigin}/join/${token}`;
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'invited', subject: email ?? 'whoever has the link', detail: { role, days } });
  if (!email) return { invitation, address, mailed: false };
  const team = await store.teams.get(viewer.team.id);
  const mailed = await sendMail({
    to: email,
    subject: `${viewer.name} invites you to ${team!.name} on Vitrine`,
    text: 'Open this link to join. It works once.',
    link: address,
    closing: 'If you don’t know what this is about, nothing happens unless the link is opened.',
  }).then(sendsMail, (error: unknown) => {
    // The invitation holds; its link can be handed on by hand.
    console.error(error);
    return false;
  });
  return { invitation, address, mailed };
}

/** Takes somebody who is signed in into the team of an invitation, and shows them that team. @throws Refusal 404 where it can't be used, 409 where it's for another address */
export async function acceptInvitation(token: string, session: Session): Promise<void> {
  const store = await getStore();
  const found = await store.invitations.find(token);
  if (!found) throw new Refusal(404, GONE);
  if (found.email !== null && found.email !== session.person.email.toLowerCase()) throw new Refusal(409, `This invitation is for ${found.email}. Sign in with that address.`);
  const used = await store.invitations.use(token, session.person);
  if (!used) throw new Refusal(404, GONE);
  await store.people.lookAt(session.id, used.teamId);
  await store.audit.add({ teamId: used.teamId, personId: session.person.id, action: 'joined', aboutId: session.person.id, subject: session.person.name, detail: { role: used.role } });
}

/** Makes an account for who holds an invitation, takes it in, and signs it in: gives the cookies. @throws Refusal as `acceptInvitation` */
export async function acceptWithNewAccount(token: string, account: NewPerson, headers: Headers): Promise<Headers> {
  const store = await getStore();
  const found = await store.invitations.find(token);
  if (!found) throw new Refusal(404, GONE);
  if (found.email !== null && found.email !== account.email) throw new Refusal(409, `This invitation is for ${found.email}.`);
  // Who got the link by mail has shown that the address is theirs; a link that was handed on shows nothing.
  const person = await makePerson({ ...account, isProven: found.email !== null });
  const used = await store.invitations.use(token, person);
  if (!used) throw new Refusal(404, GONE);
  await store.audit.add({ teamId: used.teamId, personId: person.id, action: 'joined', aboutId: person.id, subject: person.name, detail: { role: used.role } });
  return signIn(account.email, account.password, headers);
}
