/** What is wrong with a value, and where: `{ path: 'body.labels[2]', message: 'expected string, got number' }`. */
export type ValueProblem = {
  /** From the value's root, as code writes it; empty where the whole value is meant. */
  path: string;
  message: string;
  /** What was probably meant: `Did you mean 'perPage'?` */
  hint?: string;
};

/** The problem in one line. */
export function problemText({ path, message }: ValueProblem): string {
  return path ? `${path}: ${message}` : message;
}

/** UTF-16 units of a value or a name that a message quotes: what generated code passes can be of any length. */
const MAX_QUOTED_UNITS = 60;

/** UTF-16 units of a path: deep values with long names are found by its beginning. */
const MAX_PATH_UNITS = 300;

export function fieldPath(path: string, name: string): string {
  const plain = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) && name.length <= MAX_QUOTED_UNITS;
  const whole = plain ? (path ? `${path}.${name}` : name) : `${path}[${JSON.stringify(shorten(name))}]`;
  return whole.length > MAX_PATH_UNITS ? `${whole.slice(0, MAX_PATH_UNITS)}…` : whole;
}

export function quote(text: string): string {
  return `'${shorten(text.replace(/[\s\p{Cc}]+/gu, ' '))}'`;
}

/** What a value is, in a word: `list`, `null`, `string`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value;
}

function shorten(text: string): string {
  return text.length > MAX_QUOTED_UNITS ? `${text.slice(0, MAX_QUOTED_UNITS)}…` : text;
}
