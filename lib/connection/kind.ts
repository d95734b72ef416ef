import type { z } from 'zod';
import type { ApiBinding, Binding, Effect } from '../binding/binding';
import type { Connector } from '../connector/contract';

/** What every connection has, whatever its kind. What is secret is stored apart, encrypted. */
export type Settings = {
  title: string;
  /** What its functions do outside, where what it says of itself is wrong: a POST may only search. */
  effects: Record<string, Effect>;
  /** When what is secret of it was last changed. */
  secretChangedAt?: string;
};

/** What the outside system said of itself, read: its binding, and what of it could not be read or a person should know. */
export type Read = { binding: Binding; notes: readonly string[] };

/** What a connection is made of: what a person chose, what they keep secret, and what the outside system says of itself. */
export type Made<S extends Settings, Secret> = { settings: S; secret: Secret | null; described: string };

export type TestResult = { ok: boolean; message: string };

/**
 * What the house needs to know of one kind of connection; one file of `kinds` each. Every function may throw a
 * ConnectionProblem in words for a person.
 */
export type ConnectionKind<S extends Settings, Secret, Given, Change, R extends Read, Card> = {
  /** What the form that adds one sends, beside its `kind`. */
  given: z.ZodType<Given>;
  /** What the form that changes one sends. What isn't mentioned stays. */
  change: z.ZodType<Change>;
  /** Asks the outside system what it is, without keeping anything. */
  make(given: Given): Promise<Made<S, Secret> & { /** What its name in code is made of. */ title: string }>;
  /** What is stored after a change; asks nobody. A secret that the change doesn't mention stays. */
  apply(change: Change, settings: S, secret: Secret | null): Omit<Made<S, Secret>, 'described'>;
  /** Whether the outside system has to be asked anew what it is, since it's asked elsewhere or otherwise than before. */
  isOther(before: Omit<Made<S, Secret>, 'described'>, after: Omit<Made<S, Secret>, 'described'>): boolean;
  /** The server that secrets are told to; null where that is none. What was given for one is never told to another. */
  origin(settings: S): string | null;
  /** Asks the outside system anew what it is. Absent from `card` where it can't be asked. */
  describe(settings: S, secret: Secret | null): Promise<string>;
  /** Reads what the outside system said, without asking it. */
  read(described: string, name: string, settings: S): R | Promise<R>;
  /** Null where something is lacking before it can be used; then it is offered to nobody. */
  problem(settings: S): string | null;
  open(read: R, settings: S, secret: Secret | null): Connector | Promise<Connector>;
  /** Does something harmless outside and says in words how it went. Rejects where it failed. */
  test(connector: Connector, read: R, signal: AbortSignal, settings: S, secret: Secret | null): Promise<string>;
  /** The request behind a function, to be recognised by: `POST /search/issues`. */
  requestOf?(read: R, operation: string): string;
  /** Deletes what is kept of it beside what is stored: a file. */
  forget?(settings: S): Promise<void>;
  /** What its card in settings shows, and what its form begins with. Nothing secret. `read` is null where it can't be read. */
  card(settings: S, hasSecret: boolean, read: R | null): Card & CommonCard;
};

/** What every card shows beside its title. */
export type CommonCard = {
  /** Where it is, shortly: "at api.example.com", "by npx -y server-memory". */
  place: string | null;
  /** What is lacking still, in two or three words: "no key yet". */
  lacking: string[];
  /** It can be asked anew what it is. */
  refreshable: boolean;
};

/** A binding whose functions do what a person says they do. */
export function corrected(binding: ApiBinding, effects: Settings['effects']): ApiBinding {
  const operations = binding.operations.map((operation) => (Object.hasOwn(effects, operation.name) ? { ...operation, effect: effects[operation.name]! } : operation));
  return { ...binding, operations };
}
