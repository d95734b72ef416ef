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

/** True for the end of a call that nobody waits for any more; it is no problem of the program. */
export function isCancelled(error: unknown): boolean {
  return error instanceof CallFailed && error.code === 'cancelled';
}
