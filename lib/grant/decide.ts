import type { Viewer } from '../auth/viewer';
import type { Columns } from '../binding/binding';
import { Refusal } from '../program/refusal';
import { type Grant, type Limits, getStore } from '../store';
import { isWithin } from './limits';
import { mayUse } from './may-use';
import { needsAdmin } from './rules';

/** What a person says to calls that wait: this once, no, or this and the like of it for some time. */
export type Answer = 'once' | 'deny' | { limits: Limits; seconds: number };

/**
 * Answers writes of a program that wait. Those that were answered or withdrawn meanwhile stay as they are. Gives how many were
 * answered. @throws Refusal where limits are given that don't cover what was asked, or cover more than one operation; 403 where an admin is to answer
 */
export async function decide(viewer: Viewer, programId: string, ids: readonly string[], answer: Answer): Promise<{ answered: number }> {
  const { team } = viewer;
  const store = await getStore();
  const { approvals } = store;
  const waiting = (await approvals.pending(programId)).filter(({ id }) => ids.includes(id));
  const those = waiting.map(({ id }) => id);
  if (answer === 'deny') return { answered: (await approvals.decide(those, 'denied')).length };
  if (waiting.some(({ effect }) => effect === 'read')) throw new Refusal(400, 'Leave to read is granted, not answered.');
  if (await needsAdmin(viewer)) throw new Refusal(403, 'In this team an admin allows what changes something outside. They see it under Settings, Waiting.');
  if (answer !== 'once' && waiting.some(({ viaShareId }) => viaShareId !== null)) throw new Refusal(400, 'What is asked through a link is allowed each time by itself.');
  if (answer !== 'once' && waiting.length > 0) {
    const { binding, operation } = waiting[0]!;
    if (waiting.some((one) => one.binding !== binding || one.operation !== operation)) throw new Refusal(400, 'A grant is for one function.');
    if (!waiting.every(({ args }) => isWithin(answer.limits, args))) throw new Refusal(400, 'What is asked goes beyond these limits.');
    const { grants } = store.team(team.id);
    const { id } = await grants.add({ effect: 'write', programId, binding, operation, ...answer });
    // The rule may have been made meanwhile, and took back what there was just before this.
    if (await needsAdmin(viewer)) await grants.revoke(programId, id);
  }
  return { answered: (await approvals.decide(those, 'approved')).length };
}

/**
 * What a person lets a program read: tables of a connection, or functions of an API. Null: all rows; until it's taken back. Tables may be
 * granted by their columns, one function by its arguments.
 */
export type Reading = { binding: string; names: string[]; columns?: Columns; limits?: Limits | null; maxRows: number | null; seconds: number | null };

/** Lets a program read. Runs that wait for it look again (run-call.ts). @throws Refusal where its columns or limits are of nothing that it names, or the viewer may not use the connection */
export async function letRead(viewer: Viewer, programId: string, reading: Reading): Promise<Grant> {
  const { grants } = (await getStore()).team(viewer.team.id);
  if (!(await mayUse(viewer, await grants.users(reading.binding)))) throw new Refusal(403, `An admin of your team said who may use ${reading.binding}, and you aren’t among them.`);
  if (reading.limits && reading.names.length !== 1) throw new Refusal(400, 'Limits of arguments are for one function.');
  if (Object.keys(reading.columns ?? {}).some((table) => !reading.names.includes(table))) throw new Refusal(400, 'Columns are of tables that are named.');
  return grants.add({ effect: 'read', programId, ...reading });
}
