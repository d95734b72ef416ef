/** Why a file can't be taken, in words for the person who brought it. `status` is the HTTP status that fits. */
export class FileProblem extends Error {
  readonly status: number;
  constructor(message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'FileProblem';
    this.status = options.status ?? 422;
  }
}
