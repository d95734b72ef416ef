import type { Secrets } from './secrets';

/**
 * Parsed JSON from outside without secrets in its texts and names, and without the name `__proto__`, which sets a
 * prototype where it's copied carelessly. Changes the value itself.
 */
export function tidyAnswer(value: unknown, secrets: Secrets): unknown {
  const root = { value };
  const open: object[] = [root];
  const keep: Keep = (item) => {
    if (typeof item === 'object' && item !== null) open.push(item);
    return typeof item === 'string' ? secrets.mask(item) : typeof item === 'number' ? maskNumber(item, secrets) : item;
  };
  for (let holder = open.pop(); holder; holder = open.pop()) {
    if (Array.isArray(holder)) tidyList(holder, keep);
    else tidyObject(holder as Record<string, unknown>, secrets, keep);
  }
  return root.value;
}

type Keep = (item: unknown) => unknown;

function tidyList(list: unknown[], keep: Keep): void {
  for (let i = 0; i < list.length; i++) list[i] = keep(list[i]);
}

function tidyObject(object: Record<string, unknown>, secrets: Secrets, keep: Keep): void {
  for (const name of Object.keys(object)) {
    const item = object[name];
    const keptName = name === '__proto__' ? null : secrets.mask(name);
    if (keptName !== name) Reflect.deleteProperty(object, name);
    if (keptName !== null) object[keptName] = keep(item);
  }
}

/** A secret of digits alone may come back as a number. */
function maskNumber(number: number, secrets: Secrets): unknown {
  const text = String(number);
  const masked = secrets.mask(text);
  return masked === text ? number : masked;
}
