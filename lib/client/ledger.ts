import type { Keeping } from '../grant/keep-ledger';
import type { LedgerFilter, ListedLine } from '../store';
import { send } from './api';

export type { Keeping, LedgerFilter, ListedLine };

/** What the team's ledger is asked for, as it stands in an address: every value a short text. */
export type LedgerQuery = Partial<Record<(typeof NAMES)[number], string>>;

const NAMES = ['q', 'program', 'binding', 'effect', 'outcome', 'allowed', 'within', 'since', 'until', 'line'] as const;

/** Times to look back, in hours. */
export const WITHIN: Readonly<Record<string, number>> = { '1h': 1, '1d': 24, '7d': 7 * 24, '30d': 30 * 24 };

/** Longer than any name or question; so many lines at a time have room. */
const MAX_VALUE_UNITS = 1_000;

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The query of an address. What nobody can have meant is left out. */
export function readLedgerQuery(params: Params): LedgerQuery {
  const query: LedgerQuery = {};
  for (const name of NAMES) {
    const value = [params[name]].flat()[0]?.slice(0, MAX_VALUE_UNITS).replaceAll('\0', '');
    if (value && isMeant(name, value)) query[name] = value;
  }
  return query;
}

function isMeant(name: keyof LedgerQuery, value: string): boolean {
  if (name === 'effect') return value === 'read' || value === 'write';
  if (name === 'allowed') return value === 'approval' || value === 'grant' || value === 'nobody';
  if (name === 'within') return Object.hasOwn(WITHIN, value);
  if (name === 'since' || name === 'until') return /^\d{4}-/.test(value) && !Number.isNaN(Date.parse(value));
  return true;
}

/** The address' part behind `?`; empty where nothing is asked. */
export function ledgerSearch(query: LedgerQuery): string {
  return new URLSearchParams(NAMES.flatMap((name) => (query[name] ? [[name, query[name]]] : []))).toString();
}

/** What the store is to look for, at a moment. */
export function ledgerFilter({ q, program, within, since, until, line, binding, effect, outcome, allowed }: LedgerQuery, now = Date.now()): LedgerFilter {
  return {
    ids: line?.split(','),
    programId: program,
    binding,
    effect: effect as LedgerFilter['effect'],
    outcome,
    allowed: allowed as LedgerFilter['allowed'],
    since: within ? new Date(now - WITHIN[within]! * 3_600_000).toISOString() : since && new Date(since).toISOString(),
    until: until && new Date(until).toISOString(),
    words: q,
  };
}

export type LedgerPage = { lines: ListedLine[]; more: boolean };

/** Lines that fit, the newest first; `before` a line's position for those after it. */
export function listLedger(query: LedgerQuery, before?: number): Promise<LedgerPage> {
  const search = new URLSearchParams(ledgerSearch(query));
  if (before !== undefined) search.set('before', String(before));
  return send('GET', `/api/ledger?${search}`);
}

/** Where all that fits is had as NDJSON. */
export function ledgerExport(query: LedgerQuery): string {
  return `/api/ledger/export?${ledgerSearch(query)}`;
}

/** Keeps lines for so many days; older ones are removed at once. */
export function keepLedgerFor(days: number): Promise<Keeping> {
  return send('PUT', '/api/ledger/keeping', { days });
}
