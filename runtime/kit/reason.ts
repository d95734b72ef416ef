/** Longer than this it is a stack or a page of HTML, and its start says it. */
const LONGEST_REASON = 300;

/** The reason in words, with a full stop. An error crossed a boundary, so it is known by its message only. */
export function reasonOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const text = typeof message === 'string' ? message.trim().replace(/^(Uncaught )?(\w*Error): /, '') : '';
  if (text === '') return 'No reason was given.';
  const short = text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON).trimEnd()}…` : text;
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}
