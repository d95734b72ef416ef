import { quoted } from '../../binding/sql-name';
import type { DatabaseServer } from '../sql/database-server';
import { LoginProblem } from '../sql/login-problem';
import type { Session } from './session';

/** Rights that change nothing and reach no file. */
const READING = new Set(['USAGE', 'SELECT', 'SHOW VIEW', 'SHOW DATABASES']);

/**
 * Makes sure that a login can't change anything, whatever it is told.
 * @throws LoginProblem that says how a login that only reads is made
 */
export async function checkRights(session: Session, server: DatabaseServer): Promise<void> {
  const grants = (await session.ask('show grants')).map(([grant]) => String(grant));
  const reasons = grants.map(reasonOf).filter((one) => one !== null);
  const reason = reasons.find((one) => one !== ROLE) ?? reasons[0];
  if (reason) throw new LoginProblem(server.user, reason, readerStatements(server));
}

const ROLE = 'has a role, whose rights aren’t seen';

/** Why a grant is more than reading; null where it isn't. What follows TO may hold a password's hash, so it's never told. */
export function reasonOf(grant: string): string | null {
  const [, rights = '', place = ''] = /^GRANT (.+?) ON (.+?) TO /s.exec(grant) ?? [];
  if (rights === '') return ROLE;
  if (/ WITH GRANT OPTION/.test(grant)) return 'may give rights to others';
  if (rights === 'PROXY') return 'may act as another';
  const more = rights.replace(/\([^)]*\)/g, '').split(',').map((right) => right.trim()).filter((right) => !READING.has(right));
  return more.length > 0 ? `has the rights ${more.slice(0, 4).join(', ')} on ${place}` : null;
}

function readerStatements({ database, schemas }: DatabaseServer): string[] {
  return [`CREATE USER vitrine_reader IDENTIFIED BY '…';`, ...[database, ...schemas].map((name) => `GRANT SELECT, SHOW VIEW ON ${quoted(name, 'MySQL')}.* TO vitrine_reader;`)];
}
