/** A call of a binding that was refused or failed, as generated code sees it. */
export class CallFailed extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly retryable: boolean;
  /** What the outside system answered with. */
  readonly status: number | undefined;

  /** @param calledAt made where the call was: its stack is this one's */
  constructor(error: { code: string; message: string; hint?: string; retryable: boolean; status?: number }, calledAt?: Error) {
    super(error.message);
    this.name = 'CallFailed';
    this.code = error.code;
    this.hint = error.hint;
    this.retryable = error.retryable;
    this.status = error.status;
    // Read when somebody looks: an engine writes a stack out only then.
    if (calledAt) Object.defineProperty(this, 'stack', { get: () => String(calledAt.stack).replace(/^Error\b[^\n]*/, `${this.name}: ${this.message}`), configurable: true });
  }
}

const NO_PROBLEM: ReadonlySet<string> = new Set(['cancelled', 'denied', 'approval-expired']);

/** True where nobody waits for a call any more, or a person didn't allow it: that is no problem of the program. */
export function isNoProblem(error: unknown): boolean {
  return error instanceof CallFailed && NO_PROBLEM.has(error.code);
}
