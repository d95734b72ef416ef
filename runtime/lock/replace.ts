import { apply } from './pristine';

/** Puts `value` in place of a property for good. What can't be replaced is left to the headers. */
export function replace(target: object, name: string, value: unknown): void {
  try {
    Object.defineProperty(target, name, { value, writable: false, configurable: false });
  } catch {
    // Unforgeable in this engine.
  }
}

/** Puts a new function around a method for good. `wrap` gets the old one, which takes its arguments as a list. */
export function wrapMethod(
  target: object,
  name: string,
  wrap: (self: unknown, args: unknown[], original: (args: unknown[]) => unknown) => unknown,
): void {
  const original = (target as Record<string, unknown>)[name];
  if (typeof original !== 'function') return;
  replace(target, name, function wrapped(this: unknown, ...args: unknown[]) {
    return wrap(this, args, (given) => apply(original as () => unknown, this, given));
  });
}
