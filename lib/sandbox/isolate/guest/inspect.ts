import { bindingName } from './bindings';

/** Beyond these a line says less, not more. */
const MAX_NESTING = 4;
const MAX_ITEMS = 100;
const MAX_KEYS = 60;
const MAX_TEXT_UNITS = 1_000;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * A value as a person reads it: nested, strings in quotes inside of something, cycles named, no getter called. Ends soon after
 * `maxUnits`, whatever is in it.
 */
export function inspect(value: unknown, maxUnits: number): string {
  const above: object[] = [];
  let units = 0;

  function shown(value: unknown, depth: number): string {
    const text = units > maxUnits ? '…' : textOf(value, depth);
    if (typeof value !== 'object') units += text.length;
    return text;
  }

  function textOf(value: unknown, depth: number): string {
    if (typeof value === 'string') return quoted(value);
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'function') return functionText(value);
    if (typeof value === 'symbol') return value.toString();
    if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value);
    return objectText(value, depth);
  }

  function objectText(value: object, depth: number): string {
    if (above.includes(value)) return '[cycle]';
    const name = bindingName(value);
    if (name !== null) return `[binding ${name}]`;
    try {
      above.push(value);
      return insideOf(value, depth);
    } catch {
      return '[unreadable]';
    } finally {
      above.pop();
    }
  }

  function insideOf(value: object, depth: number): string {
    if (value instanceof Error) return errorText(value, depth);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return 'Promise (await it for its value)';
    if (Array.isArray(value)) return depth > MAX_NESTING ? `[… ${value.length} items]` : list('[', value, ']', value.length, depth);
    if (value instanceof Set) return `Set(${value.size}) ${depth > MAX_NESTING ? '{…}' : list('{', firstOf(value, MAX_ITEMS), '}', value.size, depth)}`;
    if (value instanceof Map) return `Map(${value.size}) ${depth > MAX_NESTING ? '{…}' : entries(firstOf(value, MAX_KEYS), ' => ', value.size, depth)}`;
    if (ArrayBuffer.isView(value)) return `${className(value)}(${value.byteLength} bytes)`;
    return fields(value, depth);
  }

  function list(open: string, items: readonly unknown[], close: string, size: number, depth: number): string {
    const texts: string[] = [];
    for (let i = 0; i < items.length && i < MAX_ITEMS && units <= maxUnits; i++) texts.push(i in items ? shown(items[i], depth + 1) : 'empty');
    if (size > texts.length) texts.push(`… ${size - texts.length} more`);
    return texts.length === 0 ? open + close : `${open}${open === '{' ? ' ' : ''}${texts.join(', ')}${open === '{' ? ' ' : ''}${close}`;
  }

  function entries(pairs: readonly (readonly [unknown, unknown])[], arrow: string, size: number, depth: number): string {
    const texts: string[] = [];
    for (let i = 0; i < pairs.length && i < MAX_KEYS && units <= maxUnits; i++) texts.push(`${shown(pairs[i]![0], depth + 1)}${arrow}${shown(pairs[i]![1], depth + 1)}`);
    if (size > texts.length) texts.push(`… ${size - texts.length} more`);
    return texts.length === 0 ? '{}' : `{ ${texts.join(', ')} }`;
  }

  function fields(value: object, depth: number): string {
    const name = className(value);
    const prefix = name === 'Object' || name === '' ? '' : `${name} `;
    const keys = Object.keys(value);
    if (keys.length === 0) return `${prefix}{}`;
    if (depth > MAX_NESTING) return `${prefix}{…}`;
    const texts: string[] = [];
    for (let i = 0; i < keys.length && i < MAX_KEYS && units <= maxUnits; i++) {
      const key = keys[i]!;
      units += key.length;
      texts.push(`${IDENTIFIER.test(key) ? key : quoted(key)}: ${field(value, key, depth)}`);
    }
    if (keys.length > texts.length) texts.push(`… ${keys.length - texts.length} more`);
    return `${prefix}{ ${texts.join(', ')} }`;
  }

  function field(value: object, key: string, depth: number): string {
    const property = Object.getOwnPropertyDescriptor(value, key);
    return property && 'value' in property ? shown(property.value, depth + 1) : '[getter]';
  }

  function errorText(error: Error, depth: number): string {
    const line = lineOf(String(error.stack ?? ''));
    const head = `${error.name}: ${cut(String(error.message))}${line === null ? '' : ` (line ${line})`}`;
    const rest = Object.keys(error).filter((key) => key !== 'stack' && key !== 'message');
    if (rest.length === 0 || depth > MAX_NESTING) return head;
    return `${head} { ${rest.slice(0, MAX_KEYS).map((key) => `${key}: ${field(error, key, depth)}`).join(', ')} }`;
  }

  return typeof value === 'string' ? value : shown(value, 0);
}

function firstOf<T>(values: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const value of values) {
    if (first.length === count) break;
    first.push(value);
  }
  return first;
}

/** The line of generated code that a stack names first. */
export function lineOf(stack: string): number | null {
  const found = /\b(?:execute|data)\.ts:(\d+)/.exec(stack);
  return found ? Number(found[1]) : null;
}

function className(value: object): string {
  const { constructor } = Object.getPrototypeOf(value) ?? {};
  return typeof constructor === 'function' && typeof constructor.name === 'string' ? cut(constructor.name) : '';
}

function functionText(value: { name?: unknown }): string {
  const property = Object.getOwnPropertyDescriptor(value, 'name');
  return typeof property?.value === 'string' && property.value !== '' ? `[function ${cut(property.value)}]` : '[function]';
}

function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

function cut(text: string): string {
  return text.length > MAX_TEXT_UNITS ? `${text.slice(0, MAX_TEXT_UNITS)}…` : text;
}
