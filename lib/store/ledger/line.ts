/** One call that a run made: what it asked of which binding, and what came of it. */
export type LedgerLine = {
  id: string;
  at: string;
  programId: string;
  /** The version that made it; null for a draft, and for what a model tries while it writes. */
  versionId: string | null;
  /** In whose name it was made: a Viewer's id. */
  viewer: string;
  /** The function that made the call, where it is known. */
  from: string | null;
  binding: string;
  operation: string;
  effect: 'read' | 'write';
  /** Without what is secret in them. */
  args: unknown;
  /** Where in `args` something secret was left out: `body.password`. Null where nothing was. */
  masked: string[] | null;
  rows: number | null;
  bytes: number | null;
  ms: number | null;
  /** `ok`, the code of the failure, or `begun` for a write of which nothing is known since. */
  outcome: string;
  message: string | null;
  /** What allowed it: the id of an approval, or of a grant. */
  allowedBy: string | null;
  allowedAs: 'approval' | 'grant' | null;
};

type Unknown = 'id' | 'versionId' | 'from' | 'args' | 'masked' | 'rows' | 'bytes' | 'ms' | 'message' | 'allowedBy' | 'allowedAs';
export type NewLedgerLine = Omit<LedgerLine, Unknown> & Partial<Pick<LedgerLine, Unknown>>;

/** A line as the team's ledger shows it. */
export type ListedLine = LedgerLine & {
  /** Counts up with every line; what to go on before when the next page is asked for. */
  position: number;
  /** The program's title; null where it was deleted. */
  program: string | null;
  /** The version's ordinal. */
  version: number | null;
};

/** Lines that fit all of what is given. */
export type LedgerFilter = {
  /** One of these. */
  ids?: readonly string[];
  programId?: string;
  /** In whose name. */
  viewer?: string;
  binding?: string;
  effect?: 'read' | 'write';
  /** `failed` for whatever isn't `ok` or `begun`; anything else to the letter. */
  outcome?: string;
  /** `nobody` for what needed no leave. */
  allowed?: 'approval' | 'grant' | 'nobody';
  /** From this moment on (ISO). */
  since?: string;
  /** Before this moment (ISO). */
  until?: string;
  /** Words, or how they begin, all of which the line has. */
  words?: string;
};
