export type Call = { binding: string; operation: string; args: unknown };

/** `at` is when it was made first; moments in its arguments are seen from there. */
export type SnapshotCall = Call & { at: string; value: unknown };

/**
 * The same call; or the one that differs only in moments which were as far from its now as these are from `now`, in milliseconds
 * (`where at > ${thirtyDaysAgo}`).
 */
export function findCall<Known extends Call & { at: string }>(calls: readonly Known[], call: Call, now: number): Known | undefined {
  const text = callText(call);
  const relative = callText(call, now);
  return calls.find((other) => callText(other) === text) ?? calls.find((other) => isNear(callText(other, Date.parse(other.at)), relative));
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const MARK = '\u0000now';
const MARKED = /\\u0000now([+-]?\d+)/g;

/** Between reading the clock and making the call some time goes by. */
const TOLERANCE_MS = 10_000;

/** As text, whatever the order of keys; moments by their distance from `now`, where there is one. */
function callText({ binding, operation, args }: Call, now?: number): string {
  return JSON.stringify([binding, operation, args], (_key, inner: unknown) => {
    if (typeof inner === 'string' && now !== undefined && MOMENT.test(inner)) return `${MARK}${Date.parse(inner) - now}`;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function isNear(a: string, b: string): boolean {
  if (a.replaceAll(MARKED, '') !== b.replaceAll(MARKED, '')) return false;
  const distances = (text: string) => [...text.matchAll(MARKED)].map(([, ms]) => Number(ms));
  const others = distances(b);
  return others.length > 0 && distances(a).every((ms, i) => Math.abs(ms - others[i]!) <= TOLERANCE_MS);
}

/** A call as a person reads it. */
export function callInWords({ binding, operation, args }: Call): string {
  const { text, values } = (args ?? {}) as { text?: string[]; values?: unknown[] };
  if (operation !== 'sql' || !text) return `${binding}.${operation}(${JSON.stringify(args)})`;
  const query = text.map((piece, i) => piece + (i < text.length - 1 ? JSON.stringify(values?.[i]) : '')).join('');
  return `${binding}.sql\`${query.replaceAll(/\s+/g, ' ').trim()}\``;
}
