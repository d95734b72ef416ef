/**
 * The host's reading of what the guest says. The guest is hostile, so a message is either exactly one of the known
 * shapes, within these limits, or it is a breach.
 */
import * as z from 'zod/mini';
import { type Call, type GuestMessage, MAX_ASKED, MAX_ASKED_UNITS, MAX_COPY_UNITS, MAX_DOWNLOAD_UNITS, MAX_ORIGIN_CALLS, MAX_ORIGIN_NAME_UNITS, MAX_STATE_UNITS } from './messages';

/** All texts and keys of a message together, before anything else of it is read: what follows costs a walk over all of it. */
export const MAX_MESSAGE_UNITS = 4 * 1024 * 1024;
/** A call carries a query and a few filter values; more than this is not a query a person could read in the ledger. */
export const MAX_CALL_UNITS = 256 * 1024;
/** More parallel calls than a screen full of cards makes; a program that loops over rows should have used a join. */
export const MAX_CALLS_PER_MESSAGE = 1_000;
/** What a call may name: a connection, a function of it, the data function that calls. */
const MAX_BINDING_UNITS = 100;
const MAX_OPERATION_UNITS = 200;
const MAX_FROM_UNITS = 200;
/** One value that a program shares between its viewers. */
export const MAX_SHARED_UNITS = 64 * 1024;
/** A picture of a long interface, whole. */
export const MAX_PICTURE_UNITS = 12 * 1024 * 1024;
/** Deeper JSON than any argument a person would write. */
const MAX_DEPTH = 32;
/** Around it in a message: `calls`, the call, `args`. */
const MAX_MESSAGE_DEPTH = MAX_DEPTH + 4;
/** Anything in a message counts at least this much, so that a long list of nothing is not a short message. */
const UNITS_PER_VALUE = 4;

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.number().check(z.int(), z.nonnegative());
const plainJson = (maxUnits: number) => z.unknown().check(z.refine((value) => isPlainJson(value, maxUnits), 'not plain JSON within the limits'));

const problem = z.strictObject({
  phase: z.enum(['evaluate', 'render', 'effect', 'handler', 'promise', 'loop', 'data', 'memory']),
  message: text(4_000),
  file: z.optional(z.enum(['ui.tsx', 'data.ts'])),
  line: z.optional(count),
  column: z.optional(count),
  component: z.optional(text(200)),
  seq: count,
});

/** Data and pictures, nothing that runs where it's opened. `lib/sandbox/download.ts` knows their endings. */
const DATA_URL = /^data:(?:text\/(?:plain|csv|tab-separated-values|markdown)|application\/json|image\/(?:png|jpeg))?;base64,[A-Za-z0-9+/]*=*$/;

const guestMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('ack'), seq: count, outcome: z.enum(['shown', 'kept', 'nothing']), ms: z.number() }),
  z.strictObject({ type: z.literal('calls'), calls: z.pipe(z.custom<Call[]>(areCalls), z.transform(ownCalls)) }),
  z.strictObject({ type: z.literal('cancel'), ids: z.array(count).check(z.maxLength(10_000)) }),
  z.strictObject({ type: z.literal('problem'), problem }),
  z.strictObject({ type: z.literal('shared'), key: text(200).check(z.refine((key) => key !== '__proto__')), value: plainJson(MAX_SHARED_UNITS) }),
  z.strictObject({ type: z.literal('pong'), n: count }),
  z.strictObject({
    type: z.literal('picture'),
    png: z.nullable(text(MAX_PICTURE_UNITS).check(z.regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/))),
  }),
  z.strictObject({ type: z.literal('key'), key: z.enum(['escape', 'menu', 'send', 'help']) }),
  z.strictObject({ type: z.literal('link'), href: text(4_000).check(z.regex(/^(?:https?:\/\/|mailto:|tel:)/i)) }),
  z.strictObject({ type: z.literal('copy'), text: text(MAX_COPY_UNITS) }),
  z.strictObject({ type: z.literal('download'), name: text(200), url: text(MAX_DOWNLOAD_UNITS).check(z.regex(DATA_URL)) }),
  z.strictObject({ type: z.literal('print') }),
  z.strictObject({ type: z.literal('asked'), asked: z.array(z.strictObject({ name: text(200), args: plainJson(MAX_ASKED_UNITS) })).check(z.maxLength(MAX_ASKED)) }),
  z.strictObject({ type: z.literal('state'), name: text(100).check(z.refine((name) => name !== '__proto__')), value: plainJson(MAX_STATE_UNITS), isFirst: z.boolean() }),
  z.strictObject({ type: z.literal('password'), shown: z.boolean() }),
  z.strictObject({ type: z.literal('origin'), origin: z.strictObject({ component: text(MAX_ORIGIN_NAME_UNITS), exact: z.boolean(), calls: z.array(count).check(z.maxLength(MAX_ORIGIN_CALLS)) }) }),
]);

/** The message, or null where it breaks a rule. */
export function parseGuestMessage(message: unknown): GuestMessage | null {
  if (!isWithin(message, MAX_MESSAGE_UNITS)) return null;
  const parsed = guestMessage.safeParse(message);
  return parsed.success ? (parsed.data as GuestMessage) : null;
}

/**
 * Whether a message is plain data of at most so many units, none of it too deep. It stops where there are more, so that a
 * message of any size costs no more than the largest that is allowed.
 */
export function isWithin(message: unknown, maxUnits: number): boolean {
  return weigh(message, maxUnits, MAX_MESSAGE_DEPTH) >= 0;
}

/** What is left of the units once a value has taken its own; negative where it has more, or isn't plain. */
function weigh(value: unknown, units: number, depth: number): number {
  const left = units - UNITS_PER_VALUE;
  if (typeof value === 'string') return left - value.length;
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' ? -1 : left;
  return depth > 0 ? weighParts(value, left, depth - 1) : -1;
}

function weighParts(value: object, units: number, depth: number): number {
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return -1;
  // A list may have holes: its length counts, whatever is in it.
  let left = isList ? units - value.length * UNITS_PER_VALUE : units;
  if (left < 0) return left;
  for (const key in value) {
    // Whatever takes such a key for a name would set what all objects are made of.
    if (key === '__proto__') return -1;
    left = weigh((value as Record<string, unknown>)[key], left - (isList ? 0 : key.length), depth);
    if (left < 0) return left;
  }
  return left;
}

/** By hand: a message may hold a thousand of them, and a schema takes a millisecond or three for those. */
function areCalls(value: unknown): value is Call[] {
  if (!Array.isArray(value) || value.length > MAX_CALLS_PER_MESSAGE) return false;
  // `every` goes over holes.
  for (let at = 0; at < value.length; at++) if (!isCall(value[at])) return false;
  return true;
}

/** A list comes over with whatever stands on it beside its items, `constructor` too: what goes on is a list of our own. */
function ownCalls(calls: Call[]): Call[] {
  return Array.from(calls);
}

const FIELDS_OF_CALL: ReadonlySet<string> = new Set<keyof Call>(['id', 'binding', 'operation', 'args', 'from']);

function isCall(value: unknown): value is Call {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) if (!FIELDS_OF_CALL.has(key)) return false;
  const { id, binding, operation, args, from } = value as Record<keyof Call, unknown>;
  const isNamed = isText(binding, MAX_BINDING_UNITS) && isText(operation, MAX_OPERATION_UNITS) && (from === undefined || isText(from, MAX_FROM_UNITS));
  return isNamed && Number.isSafeInteger(id) && (id as number) >= 0 && isPlainJson(args, MAX_CALL_UNITS);
}

function isText(value: unknown, maxUnits: number): value is string {
  return typeof value === 'string' && value.length <= maxUnits;
}

/** True for what JSON can say: no functions, cycles, typed arrays, or objects with a class. `undefined` counts as absent. */
function isPlainJson(value: unknown, maxUnits: number): boolean {
  // Nothing is longer as JSON than eight times its weight (a control character takes six), nor shorter than a quarter of it: what is far
  // too large, and what is far from it, isn't written out to be measured.
  if (weigh(value, Math.floor(maxUnits / 8), MAX_DEPTH) >= 0) return true;
  if (weigh(value, 4 * maxUnits, MAX_DEPTH) < 0) return false;
  return (JSON.stringify(value) ?? '').length <= maxUnits;
}
