import { CallError, type CallCheck } from '../contract';

/** What is wrong with a query, as a check answers it. */
export type Problem = CallCheck & { ok: false };

/** A query that doesn't run, with what a check says of it. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Omit<Problem, 'ok'>, cause?: unknown) {
    super(problem.message, { cause });
    this.problem = { ok: false, ...problem };
  }

  /** The same for a query that was to run. */
  toCallError(): CallError {
    const { code, message, hint } = this.problem;
    return new CallError({ code: code === 'sql-not-read-only' ? 'not-read-only' : 'sql-error', message, hint, retryable: false }, this);
  }
}
