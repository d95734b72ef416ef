import type { AuditAction, AuditEntry } from '@/lib/client/audit';

/** What was done, with `…` where its subject stands. */
const WORDS: Record<AuditAction, string> = {
  'accounts-opened': 'opened Vitrine to the team …',
  'signed-in': 'signed in',
  'signed-out-everywhere': 'signed out everywhere',
  'password-changed': 'changed their password',
  'team-made': 'made the team …',
  'team-renamed': 'renamed the team to …',
  'team-removed': 'removed the team …',
  invited: 'invited …',
  'invitation-revoked': 'took back the invitation of …',
  joined: 'joined the team',
  left: 'left the team',
  removed: 'removed … from the team',
  'role-changed': 'changed the role of …',
  'ownership-transferred': 'made … the owner',
  'person-deleted': 'deleted everything of a person',
  'visibility-changed': 'changed who may open …',
  shared: 'made a link to …',
  'share-changed': 'changed a link to …',
  'share-revoked': 'revoked a link to …',
  remixed: 'remixed …',
  pinned: 'pinned …',
  unpinned: 'took down the pin of …',
  'policy-changed': 'changed the rule about …',
  'limit-changed': 'changed the spending limit of …',
  'connection-added': 'connected …',
  'connection-changed': 'changed the connection …',
  'connection-removed': 'removed the connection …',
  'file-removed': 'removed the file …',
  'model-added': 'added the model …',
  'model-removed': 'removed the model …',
  granted: 'let … read',
  'grant-revoked': 'took back a grant of …',
  'change-allowed': 'allowed a change of …',
  'change-denied': 'declined a change of …',
  'reading-opened': 'opened … to every interface',
  'reading-closed': 'lets interfaces ask before they read …',
  'token-made': 'made a token for …',
  'token-revoked': 'took back a token of …',
  exported: 'exported …',
  'program-deleted': 'deleted …',
  'keeping-changed': 'changed how long this is kept: …',
};

export function entryInWords({ action, subject }: Pick<AuditEntry, 'action' | 'subject'>): { before: string; subject: string | null; after: string } {
  const words = WORDS[action] ?? action;
  const [before, after] = words.split('…');
  if (after === undefined) return { before: words, subject: null, after: '' };
  return { before: before!, subject: subject ?? 'something', after };
}

/** `role: admin · grants taken back: 7` */
export function detailInWords(detail: AuditEntry['detail']): string {
  return Object.entries(detail ?? {}).map(([name, value]) => `${name.replaceAll(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`)}: ${valueInWords(value)}`).join(' · ');
}

function valueInWords(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return value.toLocaleString('en');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
