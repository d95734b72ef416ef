import type { Binding, Columns, Effect } from '../binding/binding';

/**
 * What every kind of outside system offers. One file per kind implements it; one suite of tests runs on all of them.
 * Only a connector knows its vendor's shapes; secrets never leave it.
 */
export interface Connector<Kind extends Binding = Binding> {
  /**
   * Tables, columns, types, keys, sample values; or operations with their types. May be slow (a second); its result is
   * stored by the caller.
   */
  describe(): Promise<Kind>;
  /** What the operation does outside. What there is no operation of changes nothing either. */
  effectOf(operation: string): Effect;
  /**
   * The tables that a call reads, by the names of its binding; others as they are written. Absent where the operation's own
   * name says what it reads. Rejects with a CallError where the call isn't one.
   */
  reads?(operation: string, args: unknown): Promise<TableRead[]>;
  /**
   * Runs one operation. `args` come from generated code and are hostile: validate them here.
   * Rejects with a CallError. Stops when `signal` fires.
   */
  call(operation: string, args: unknown, signal: AbortSignal): Promise<CallResult>;
  /** Checks a call without running it: for `sql`, DESCRIBE. Absent problems mean it would run. */
  check(operation: string, args: unknown): Promise<CallCheck>;
  close(): Promise<void>;
}

/** What a call reads of a table: columns by the names of the binding, null where it's all of them or can't be told. */
export type TableRead = { table: string; columns: string[] | null };

/** Arguments of the `sql` operation: a template's text pieces and, at run time, the values between them. */
export type SqlArgs = { text: string[]; values: unknown[] };

export type CallResult = {
  value: unknown;
  /** Rows in `value`, where it is a list. */
  rows: number;
  /** Length of `value` as JSON, in UTF-16 units. */
  bytes: number;
  /** Milliseconds in the outside system. */
  ms: number;
};

export type CallCheck =
  | { ok: true; columns: { name: string; type: string; nullable: boolean }[] }
  /** `type` above is TypeScript text (`string | null`). `offset` below counts UTF-16 units in the pieces of text joined by `$1`, `$2`, … */
  | { ok: false; message: string; offset?: number; length?: number; hint?: string; code: string };

/** Why a call was refused or failed. It crosses the trust line as data, so nothing relies on `instanceof`. */
export type CallErrorCode =
  | 'bad-arguments'
  | 'unknown-binding'
  | 'unknown-operation'
  /** A person declined it, or nobody answered in time. */
  | 'denied'
  /** Nobody has let this program read that yet; `needs` says what. */
  | 'not-granted'
  /** The viewer’s role in the team doesn’t let them. */
  | 'not-allowed'
  /** It would change something, and is made once more by somebody who asks first. */
  | 'asks-first'
  | 'approval-expired'
  | 'not-read-only'
  | 'sql-error'
  /** The outside system answered with an error; `status` is its own. */
  | 'http-error'
  /** The answer isn't what it says it is: broken JSON, broken compression. */
  | 'bad-answer'
  /** The request would have left the connection's own hosts, or gone to an address that isn't allowed. */
  | 'address-refused'
  | 'limit-time'
  | 'limit-rows'
  | 'limit-bytes'
  | 'limit-calls'
  | 'limit-memory'
  | 'cancelled'
  | 'unavailable'
  | 'internal';

/** What a program wants to read of a connection and may not yet: tables, or functions of an API. */
export type Needs = {
  binding: string;
  title: string;
  names: string[];
  /** What is wanted of tables, where that is known and isn't all. */
  columns: Columns;
  /** Those of which something was granted before: other columns, or the function with other arguments. */
  partly: string[];
};

export type CallErrorData = {
  code: CallErrorCode;
  message: string;
  hint?: string;
  /** The same call may do better later, and repeating it does no harm. */
  retryable: boolean;
  /** The outside system's status: 404. */
  status?: number;
  /** What the outside system said, shortened, without secrets. */
  detail?: string;
  /** What would have to be granted. */
  needs?: Needs;
  /** Seconds after which the outside system wants to be asked again. Nothing here waits for them. */
  retryAfter?: number;
};

/** Thrown inside the server; only `data` leaves it, `cause` stays. */
export class CallError extends Error {
  readonly data: CallErrorData;
  constructor(data: CallErrorData, cause?: unknown) {
    super(data.message, { cause });
    this.name = 'CallError';
    this.data = data;
  }
}

/**
 * What of an error may leave the server; null where it wasn't thrown to be told. Told by its name: routes are bundled apart
 * from each other, so the class that threw may be another copy than the one asked for here.
 */
export function callErrorData(error: unknown): CallErrorData | null {
  return error instanceof Error && error.name === 'CallError' ? (error as CallError).data : null;
}
