import { CallError } from '../contract';

/** A login that could change something. Only one that can't is used, so that nothing depends on how well a query is looked at. */
export class LoginProblem extends CallError {
  constructor(user: string, reason: string, statements: readonly string[]) {
    super({
      code: 'not-read-only',
      message: `The login '${user}' ${reason}, and only one that can do nothing but read is used here.`,
      hint: `Make one:\n${statements.join('\n')}`,
      retryable: false,
    });
  }
}
