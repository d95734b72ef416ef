import { Refusal } from '../program/refusal';
import { type PrivatePrograms, type RemovalPreview, getStore } from '../store';
import type { Session } from './session';
import type { Viewer } from './viewer';

/** What somebody types to show that they mean it. Case and space around don't matter. */
function demandTyped(typed: string, email: string): void {
  if (typed.trim().toLowerCase() !== email.toLowerCase()) throw new Refusal(400, `Type ${email} to confirm. Nothing was deleted.`);
}

/** @throws Refusal where they aren't in the viewer's team, are the viewer, or only an owner may do that */
async function demandOther(viewer: Viewer, personId: string): Promise<void> {
  const role = await (await getStore()).teams.role(viewer.team.id, personId);
  if (!role) throw new Refusal(404, 'They are not in this team any more.');
  if (personId === viewer.id) throw new Refusal(409, 'Your own account is deleted under Account.');
  if (role === 'owner' && viewer.team.role !== 'owner') throw new Refusal(403, 'Only an owner of this team may do that.');
}

/** What an admin would delete of somebody of their team. Titles of private programs are theirs alone: only how many there are is told. */
export async function previewOfMember(viewer: Viewer, personId: string): Promise<Omit<RemovalPreview, 'private'> & { private: number }> {
  await demandOther(viewer, personId);
  const preview = await (await getStore()).removals.preview({ personId, teamId: viewer.team.id });
  return { ...preview, private: preview.private.length };
}

/** Deletes everything of somebody in the viewer's team; where that was their only one, their account too. */
export async function deleteMember(viewer: Viewer, personId: string, { typed, handOver }: { typed: string; handOver: boolean }): Promise<{ account: boolean }> {
  await demandOther(viewer, personId);
  const store = await getStore();
  const { email } = await store.removals.preview({ personId, teamId: viewer.team.id });
  demandTyped(typed, email);
  const privatePrograms: PrivatePrograms = handOver ? { handTo: viewer.id } : { delete: true };
  const { account } = await store.removals.remove({ personId, teamId: viewer.team.id, privatePrograms, heir: viewer.id });
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'person-deleted', detail: { account, privateInterfaces: handOver ? 'handed over' : 'deleted' } });
  return { account };
}

/** Deletes the team that the viewer looks at, with everything in it. @throws Refusal where others are in it, or it's the only one they have */
export async function deleteTeam({ person }: Session, { team }: Viewer, typed: string): Promise<void> {
  demandTyped(typed, person.email);
  const { teams, removals, audit } = await getStore();
  const [theirs, members] = await Promise.all([teams.of(person.id), teams.members(team.id)]);
  if (members.length > 1) throw new Refusal(409, 'Others are in this team. Hand it to one of them, or remove them first.');
  if (theirs.length < 2) throw new Refusal(409, 'It’s the only team you have. It goes with your account, which is deleted under Account.');
  await removals.remove({ personId: person.id, teamId: team.id, privatePrograms: { delete: true } });
  await audit.add({ teamId: null, personId: person.id, action: 'team-removed', subject: theirs.find(({ id }) => id === team.id)?.name ?? null });
}

export async function previewOfAccount({ person }: Session): Promise<RemovalPreview> {
  return (await getStore()).removals.preview({ personId: person.id, teamId: null });
}

/** Deletes a person's own account and everything of theirs. What was the team's goes to an owner of it. */
export async function deleteAccount({ person }: Session, typed: string): Promise<void> {
  demandTyped(typed, person.email);
  const store = await getStore();
  const { teams } = await store.removals.remove({ personId: person.id, teamId: null, privatePrograms: { delete: true } });
  for (const teamId of teams) await store.audit.add({ teamId, personId: null, action: 'person-deleted', detail: { by: 'themselves' } });
}
