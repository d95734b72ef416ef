import type { Calls } from './calls';
import { CallFailed, failWith } from './call-failed';

const names = new WeakMap<object, string>();
const ownKeys = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * A binding as generated code sees it: each of its operations is a function. Only what was declared counts, so that an
 * operation may be called `constructor`. One that isn't there can be called too, and says so in its error. `then` is never
 * one: `await` asks for it.
 */
export function bindingObject(name: string, operations: readonly string[], calls: Calls): object {
  const declared = new Set(operations);
  const made = new Map<string, unknown>();

  function operation(key: string): unknown {
    const known = declared.has(key);
    if (!known && (ownKeys.has(key) || key === 'toJSON')) return undefined;
    let send = made.get(key);
    if (!send) {
      send = known ? called(calls.caller(name, key)) : () => PromiseOfEngine.reject(missing(name, key));
      made.set(key, send);
    }
    return send;
  }

  const binding = new Proxy(Object.create(null) as object, {
    get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : operation(key)),
    has: (_, key) => typeof key === 'string' && declared.has(key) && key !== 'then',
    ownKeys: () => [...operations],
    getOwnPropertyDescriptor: (_, key) => (typeof key === 'string' && declared.has(key) ? { value: operation(key), enumerable: true, configurable: true } : undefined),
    set: () => false,
    defineProperty: () => false,
    deleteProperty: () => false,
  });
  names.set(binding, name);
  return binding;
}

/** The name of a binding, null for anything else. */
export function bindingName(value: object): string | null {
  return names.get(value) ?? null;
}

/** Either a template tag or a function of one argument: how it's called says which. */
function called(call: (args: unknown) => Promise<unknown>) {
  return (first: unknown, ...values: unknown[]) => call(isTemplate(first) ? sqlArgs(first, values) : first);
}

const PromiseOfEngine = Promise;

function missing(binding: string, operation: string): CallFailed {
  return failWith(new CallFailed(), { code: 'unknown-operation', message: `${binding} has no operation '${operation}'.`, retryable: false });
}

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value) && 'raw' in value;
}

function sqlArgs(pieces: TemplateStringsArray, values: unknown[]): { text: string[]; values: unknown[] } {
  // A piece with an escape that no string has is undefined; what was typed is in `raw`.
  return { text: pieces.map((piece, i) => piece ?? pieces.raw[i] ?? ''), values };
}
