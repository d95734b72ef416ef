import type { ListedLine } from '@/lib/client/ledger';

/** An API's answer that is no list has no rows to count. */
export function rowsInWords({ rows, operation }: Pick<ListedLine, 'rows' | 'operation'>): string {
  if (rows === null || (rows === 0 && operation !== 'sql')) return '';
  return rows === 1 ? '1 row' : `${rows.toLocaleString()} rows`;
}

export function msInWords(ms: number | null): string {
  return ms === null ? '' : ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

export function bytesInWords(bytes: number | null): string {
  if (bytes === null) return '';
  return bytes < 1_000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const OUTCOMES: Record<string, string> = {
  ok: 'Went well',
  failed: 'Failed',
  begun: 'Begun, end unknown',
  denied: 'Declined',
  'not-granted': 'Not allowed yet',
  'not-allowed': 'Not allowed to this person',
  'approval-expired': 'Nobody allowed it in time',
  'bad-arguments': 'Wrong arguments',
  'unknown-binding': 'No such connection',
  'unknown-operation': 'No such function',
  'not-read-only': 'Refused: not only reading',
  'sql-error': 'Error in the query',
  'http-error': 'The server answered with an error',
  'bad-answer': 'The answer couldn’t be read',
  'address-refused': 'Address refused',
  'limit-time': 'Took too long',
  'limit-rows': 'Too many rows',
  'limit-bytes': 'Too large',
  'limit-calls': 'Too many calls',
  'limit-memory': 'Too much memory',
  cancelled: 'Cancelled while it was made',
  unavailable: 'Not reachable',
  internal: 'Failed in the app',
  breach: 'It broke the rules of its frame, and was closed',
};

/** What came of a call; a code that nobody here knows as it is. */
export function outcomeInWords(outcome: string): string {
  return Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome]! : outcome;
}

/** In local mode there is one person, and that is who reads this. */
export function viewerInWords(viewer: string): string {
  if (viewer.startsWith('token:')) return 'A project outside, by a token';
  return viewer === 'local' ? 'You' : viewer;
}

/** Who allowed it, and how. */
export function leaveInWords({ allowedAs, effect, outcome }: Pick<ListedLine, 'allowedAs' | 'effect' | 'outcome'>): string {
  if (allowedAs === 'approval') return 'You allowed it, this once';
  if (allowedAs === 'grant') return effect === 'read' ? 'You let this interface read it' : 'You allowed it before, within limits';
  if (outcome === 'denied') return 'You declined it';
  return effect === 'write' || outcome === 'not-granted' ? 'Nobody allowed it' : 'It reads what every interface may read';
}
