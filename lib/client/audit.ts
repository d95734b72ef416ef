import type { AuditAction, AuditEntry, AuditFilter } from '../store';
import { send } from './api';

export type { AuditAction, AuditEntry };

/** What the audit log is asked for, as it stands in an address. */
export type AuditQuery = Partial<Record<(typeof NAMES)[number], string>>;

const NAMES = ['person', 'kind', 'within'] as const;

/** Kinds of what people do, each with its actions. */
export const AUDIT_KINDS = {
  people: ['accounts-opened', 'team-made', 'team-renamed', 'team-removed', 'invited', 'invitation-revoked', 'joined', 'left', 'removed', 'role-changed', 'ownership-transferred', 'person-deleted'],
  'sign-ins': ['signed-in', 'signed-out-everywhere', 'password-changed'],
  connections: ['connection-added', 'connection-changed', 'connection-removed', 'file-removed', 'model-added', 'model-removed'],
  rules: ['policy-changed', 'limit-changed', 'keeping-changed', 'reading-opened', 'reading-closed'],
  grants: ['granted', 'grant-revoked', 'change-allowed', 'change-denied'],
  sharing: ['visibility-changed', 'shared', 'share-changed', 'share-revoked', 'remixed', 'pinned', 'unpinned', 'token-made', 'token-revoked'],
  'exports and deletions': ['exported', 'program-deleted'],
} as const satisfies Record<string, readonly AuditAction[]>;

/** Times to look back, in days. */
export const AUDIT_WITHIN: Readonly<Record<string, number>> = { '1d': 1, '7d': 7, '30d': 30, '365d': 365 };

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The query of an address. What nobody can have meant is left out. */
export function readAuditQuery(params: Params): AuditQuery {
  const query: AuditQuery = {};
  for (const name of NAMES) {
    const value = [params[name]].flat()[0]?.slice(0, 200).replaceAll('\0', '');
    if (!value || (name === 'kind' && !Object.hasOwn(AUDIT_KINDS, value)) || (name === 'within' && !Object.hasOwn(AUDIT_WITHIN, value))) continue;
    query[name] = value;
  }
  return query;
}

/** The address' part behind `?`; empty where nothing is asked. */
export function auditSearch(query: AuditQuery): string {
  return new URLSearchParams(NAMES.flatMap((name) => (query[name] ? [[name, query[name]]] : []))).toString();
}

/** What the store is to look for, at a moment. */
export function auditFilter({ person, kind, within }: AuditQuery, now = Date.now()): AuditFilter {
  return {
    personId: person,
    actions: kind ? AUDIT_KINDS[kind as keyof typeof AUDIT_KINDS] : undefined,
    since: within && new Date(now - AUDIT_WITHIN[within]! * 24 * 3_600_000).toISOString(),
  };
}

export type AuditPage = { entries: AuditEntry[]; more: boolean };

/** Entries that fit, the newest first; `before` an entry's position for those after it. */
export function listAudit(query: AuditQuery, before: number): Promise<AuditPage> {
  const search = new URLSearchParams(auditSearch(query));
  search.set('before', String(before));
  return send('GET', `/api/audit?${search}`);
}

/** Keeps entries for so many days; older ones are removed at once. */
export function keepAuditFor(days: number): Promise<{ removed: number }> {
  return send('PUT', '/api/audit/keeping', { days });
}
