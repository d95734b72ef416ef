/** A call that was refused or failed. `code` says how (`not-in-snapshot`, `not-granted`, `sql-error`, …). */
export class CallFailed extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly retryable: boolean;

  constructor({ code, message, hint, retryable = false }: { code: string; message: string; hint?: string; retryable?: boolean }) {
    super(message);
    this.name = 'CallFailed';
    this.code = code;
    this.hint = hint;
    this.retryable = retryable;
  }
}
