/** A call of a binding that was refused or failed, as generated code sees it. */
export class CallFailed extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly retryable: boolean;

  constructor(error: { code: string; message: string; hint?: string; retryable: boolean }) {
    super(error.message);
    this.name = 'CallFailed';
    this.code = error.code;
    this.hint = error.hint;
    this.retryable = error.retryable;
  }
}

const NO_PROBLEM: ReadonlySet<string> = new Set(['cancelled', 'denied', 'approval-expired']);

/** True where nobody waits for a call any more, or a person didn't allow it: that is no problem of the program. */
export function isNoProblem(error: unknown): boolean {
  return error instanceof CallFailed && NO_PROBLEM.has(error.code);
}
