/**
 * The host's reading of what the guest says. The guest is hostile, so a message is either exactly one of the known
 * shapes, within these limits, or it is a breach.
 */
import { z } from 'zod/mini';
import type { GuestMessage } from './messages';

/** A call carries a query and a few filter values; more than this is not a query a person could read in the ledger. */
export const MAX_CALL_UNITS = 256 * 1024;
/** More parallel calls than a screen full of cards makes; a program that loops over rows should have used a join. */
export const MAX_CALLS_PER_MESSAGE = 1_000;
/** One value that a program shares between its viewers. */
export const MAX_SHARED_UNITS = 64 * 1024;
/** A small picture for the home page. */
export const MAX_PICTURE_UNITS = 2 * 1024 * 1024;
/** What a chatty, honest program needs at most (typing, dragging a slider that fetches); above it the frame is closed. */
export const MAX_MESSAGES_PER_SECOND = 400;
/** Calls behind one place of the screen; more than a person looks through. */
export const MAX_ORIGIN_CALLS = 40;
/** Deeper JSON than any argument a person would write. */
const MAX_DEPTH = 32;

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.number().check(z.int(), z.nonnegative());
const plainJson = (maxUnits: number) => z.unknown().check(z.refine((value) => isPlainJson(value, maxUnits), 'not plain JSON within the limits'));

const call = z.strictObject({
  id: count,
  binding: text(100),
  operation: text(200),
  args: plainJson(MAX_CALL_UNITS),
  from: z.optional(text(200)),
});

const problem = z.strictObject({
  phase: z.enum(['evaluate', 'render', 'effect', 'handler', 'promise', 'loop', 'data', 'memory']),
  message: text(4_000),
  file: z.optional(z.enum(['ui.tsx', 'data.ts'])),
  line: z.optional(count),
  column: z.optional(count),
  component: z.optional(text(200)),
  seq: count,
});

const guestMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('ack'), seq: count, outcome: z.enum(['shown', 'kept', 'nothing']), ms: z.number() }),
  z.strictObject({ type: z.literal('calls'), calls: z.array(call).check(z.maxLength(MAX_CALLS_PER_MESSAGE)) }),
  z.strictObject({ type: z.literal('cancel'), ids: z.array(count).check(z.maxLength(10_000)) }),
  z.strictObject({ type: z.literal('problem'), problem }),
  z.strictObject({ type: z.literal('shared'), key: text(200), value: plainJson(MAX_SHARED_UNITS) }),
  z.strictObject({ type: z.literal('pong'), n: count }),
  z.strictObject({
    type: z.literal('picture'),
    png: z.nullable(text(MAX_PICTURE_UNITS).check(z.regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/))),
  }),
  z.strictObject({ type: z.literal('key'), key: z.enum(['escape', 'menu', 'send', 'help']) }),
  z.strictObject({ type: z.literal('link'), href: text(4_000) }),
  z.strictObject({ type: z.literal('origin'), origin: z.strictObject({ component: text(100), exact: z.boolean(), calls: z.array(count).check(z.maxLength(MAX_ORIGIN_CALLS)) }) }),
]);

/** The message, or null where it breaks a rule. */
export function parseGuestMessage(message: unknown): GuestMessage | null {
  const parsed = guestMessage.safeParse(message);
  return parsed.success ? (parsed.data as GuestMessage) : null;
}

/** True for what JSON can say: no functions, cycles, typed arrays, or objects with a class. `undefined` counts as absent. */
function isPlainJson(value: unknown, maxUnits: number): boolean {
  if (!isPlain(value, MAX_DEPTH)) return false;
  return (JSON.stringify(value) ?? '').length <= maxUnits;
}

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return true;
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((item) => isPlain(item, depth - 1));
}

/** Counts messages in windows of a second. `take` is false once there are too many. */
export class RateLimit {
  readonly #perSecond: number;
  #windowStart = 0;
  #taken = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  take(now: number): boolean {
    if (now - this.#windowStart >= 1_000) {
      this.#windowStart = now;
      this.#taken = 0;
    }
    this.#taken += 1;
    return this.#taken <= this.#perSecond;
  }
}
