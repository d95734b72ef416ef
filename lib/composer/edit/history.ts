import { type Plan, planSchema } from '../plan';

/** Steps that can be taken back; earlier ones are in the list of versions. */
const MAX_STEPS = 10;

/** The Plan after a change, with the one before it to go back to. Where nothing changed it is the very Plan of before. */
export function withHistory(after: Plan, before: Plan): Plan {
  const { history: _, ...plain } = before;
  const { history: __, ...next } = after;
  if (JSON.stringify(plain) === JSON.stringify(next)) return before;
  return { ...next, history: [...(before.history ?? []), plain].slice(-MAX_STEPS) };
}

/** The Plan of before the last change; null where there is none. */
export function undone({ history }: Plan): Plan | null {
  const before = planSchema.safeParse(history?.at(-1));
  if (!before.success) return null;
  const earlier = history?.slice(0, -1) ?? [];
  return earlier.length ? { ...before.data, history: earlier } : before.data;
}
