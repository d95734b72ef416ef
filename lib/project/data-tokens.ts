import { createHash, randomBytes } from 'node:crypto';
import { hasAccounts } from '../auth/mode';
import type { Viewer } from '../auth/viewer';
import type { Program } from '../program/program';
import { Refusal } from '../program/refusal';
import { type DataToken, getStore } from '../store';
import { MAX_TOKENS } from './limits';

/** So that whoever finds one knows what it is. */
const PREFIX = 'vtr_';
const TOKEN = /^vtr_[\w-]{43}$/;

/**
 * Makes a key to what the current version's data functions read. The token itself is given once and not kept.
 * @throws Refusal 409 where there is no version, or there are too many already
 */
export async function makeDataToken(viewer: Viewer, program: Program): Promise<{ token: string; kept: DataToken }> {
  const { dataTokens } = await getStore();
  if (!program.currentVersionId) throw new Refusal(409, 'There is no version yet that could be read from.');
  if ((await dataTokens.list(program.id)).length >= MAX_TOKENS) throw new Refusal(409, `There are ${MAX_TOKENS} tokens already. Take one back first.`);
  const token = PREFIX + randomBytes(32).toString('base64url');
  const kept = await dataTokens.add({ programId: program.id, versionId: program.currentVersionId, hash: hashOf(token), createdBy: viewer.id });
  return { token, kept };
}

/** The key behind `Authorization: Bearer …`; null where it opens nothing of this program. */
export async function findDataToken(programId: string, authorization: string | null): Promise<DataToken | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!token || !TOKEN.test(token)) return null;
  const { dataTokens, teams } = await getStore();
  const found = await dataTokens.byHash(hashOf(token));
  if (found?.programId !== programId) return null;
  // Who left the team leaves no key behind.
  const isStillThere = !(await hasAccounts()) || (await teams.role(found.teamId, found.createdBy)) !== null;
  return isStillThere ? found : null;
}

/** 256 random bits need no salt and no slow hash. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
