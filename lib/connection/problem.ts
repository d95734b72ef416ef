import { callErrorData } from '../connector/contract';

/** Why something can't be connected or used, in words for a person. */
export class ConnectionProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConnectionProblem';
  }
}

/** What may be said of an error: the words of those that were thrown to be told, and nothing of others. */
export function wordsOf(error: unknown): string {
  const data = callErrorData(error);
  if (data) return [data.message, data.hint].filter(Boolean).join(data.hint?.includes('\n') ? '\n' : ' ');
  if (error instanceof Error && (error.name === 'ConnectionProblem' || error.name === 'SpecProblem')) return error.message;
  console.error(error);
  return 'Something went wrong on the server.';
}
