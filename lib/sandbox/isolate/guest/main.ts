import { bindingObject } from './bindings';
import { callErrorOf } from './call-failed';
import { createCalls } from './calls';
import { createConsole } from './console';
import type { GuestRequest, Host, ThrownError } from './host';
import { inspect } from './inspect';
import { createRandom } from './random';

const { stringify, parse } = JSON;

/** UTF-16 units of an error’s message, as the host takes them. */
const MAX_UNITS = 4_000;

export type Guest = {
  /** Lays out what generated code may use. `text` is a GuestRequest as JSON. */
  begin(text: string): void;
  /** Waits for what evaluating gave, and says the run's end to the host. */
  follow(promise: Promise<unknown>, form: 'script' | 'function' | 'module'): void;
  settle(answers: string): void;
  /** Calls to be sent, as JSON; nothing where there is none and none is open: then nothing will ever happen any more. */
  take(): string | undefined;
};

/** The guest's own code: everything between the thread and what was generated. */
export function createGuest(host: Host): Guest {
  let request: GuestRequest;
  const calls = createCalls(host, () => request.limits);

  async function follow(promise: Promise<unknown>, form: 'script' | 'function' | 'module'): Promise<void> {
    try {
      const settled = await promise;
      if (form === 'module') return say(await callExport(settled as Record<string, unknown>));
      const value = form === 'script' ? (settled as { value: unknown }).value : settled;
      // A model may as well write a function that is to be called.
      return say(typeof value === 'function' ? await (value as () => unknown)() : await value);
    } catch (error) {
      if (error !== ENDED) host.end('threw', stringify(thrown(error)));
    }
  }

  function callExport(module: Record<string, unknown>): unknown {
    const { name, args } = request.call!;
    const called = Object.hasOwn(module, name) ? module[name] : undefined;
    if (typeof called === 'function') return called(parse(args));
    host.end('unfit', `It exports no function '${name}'.`);
    throw ENDED;
  }

  function say(value: unknown): void {
    let text: string | undefined;
    try {
      text = stringify(value);
    } catch (error) {
      return host.end('bad-value', reasonOf(error));
    }
    if (text !== undefined && text.length > request.limits.valueUnits) {
      return host.end('limit-bytes', `The value is larger than ${request.limits.valueUnits} characters as JSON.`);
    }
    const open = calls.open();
    if (open > 0) host.line('warn', `${open} of its calls weren’t awaited: what they do may not be done, or only half.`);
    host.end('value', text);
  }

  return {
    begin(text) {
      request = parse(text) as GuestRequest;
      Math.random = createRandom(request.seeds);
      place('console', createConsole(host, () => request.limits));
      for (const { name, operations } of request.bindings) place(name, bindingObject(name, operations, calls));
    },
    follow: (promise, form) => void follow(promise, form),
    settle: calls.settle,
    take: () => (calls.open() === 0 ? undefined : calls.take()),
  };
}

const ENDED = Symbol('ended');

/** A name that generated code can use and shadow, but not put something else behind. */
function place(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, enumerable: true, writable: false });
}

/** Reads an error as far as it can be read: its parts may be missing, of any type, or throw when asked for. */
function thrown(error: unknown): ThrownError {
  if (typeof error !== 'object' || error === null) return { name: '', message: wordsFor(error), stack: '' };
  const message = part(error, 'message') || (error instanceof Error ? '' : inspect(error, MAX_UNITS));
  return { name: part(error, 'name'), message, stack: part(error, 'stack'), call: callErrorOf(error) };
}

function part(error: object, key: string): string {
  try {
    const value = (error as Record<string, unknown>)[key];
    return typeof value === 'string' ? value.slice(0, MAX_UNITS) : '';
  } catch {
    return '';
  }
}

function wordsFor(error: unknown): string {
  try {
    return String(error).slice(0, MAX_UNITS);
  } catch {
    return '';
  }
}

function reasonOf(error: unknown): string {
  const { message } = thrown(error);
  return message;
}
