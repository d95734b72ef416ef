import { fieldPath, kindOf, type ValueProblem } from './value-problem';

/** Lists and objects within each other: no API takes more, and what walks a value may call itself so often. */
export const MAX_VALUE_DEPTH = 64;

/** Values within one argument, lists and objects counted too: a tenth of a second to check. */
export const MAX_VALUES = 100_000;

/** UTF-16 units of all texts and names: a file of 6 MB as base64. */
export const MAX_VALUE_UNITS = 8_000_000;

/**
 * Null where a value is JSON and within the limits, so that others may walk it: plain objects and lists, without cycles.
 * Properties that are undefined count as absent; what is inherited is never looked at.
 */
export function findForeign(value: unknown): ValueProblem | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  let values = 0;
  let units = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    if (++values > MAX_VALUES) return { path: '', message: `more than ${MAX_VALUES.toLocaleString('en')} values` };
    if (typeof value === 'string') units += value.length;
    else if (!isContainer(value)) {
      if (!isScalar(value)) return { path, message: `${kindOf(value)} is no JSON` };
    } else {
      if (depth >= MAX_VALUE_DEPTH) return { path, message: `nested more than ${MAX_VALUE_DEPTH} levels deep` };
      const problem = Array.isArray(value) ? openList(value, path) : openObject(value, path);
      if (problem) return problem;
    }
    if (units > MAX_VALUE_UNITS) return { path: '', message: `larger than ${MAX_VALUE_UNITS / 1_000_000} MB` };

    function openList(list: unknown[], path: string): ValueProblem | null {
      if (values + open.length + list.length > MAX_VALUES) return { path, message: `a list of ${list.length.toLocaleString('en')} values is too long` };
      // The last goes in first, so that problems are found in their order.
      for (let i = list.length - 1; i >= 0; i--) open.push({ value: list[i], path: `${path}[${i}]`, depth: depth + 1 });
      return null;
    }

    function openObject(object: object, path: string): ValueProblem | null {
      if (!isPlain(object)) return { path, message: `${object.constructor?.name || 'an instance'} is no JSON` };
      for (const [name, item] of Object.entries(object).toReversed()) {
        units += name.length;
        if (item !== undefined) open.push({ value: item, path: fieldPath(path, name), depth: depth + 1 });
      }
      return null;
    }
  }
  return null;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/** Told by what it inherits from, since objects of another realm have another `Object.prototype`. */
function isPlain(object: object): boolean {
  const parent: unknown = Object.getPrototypeOf(object);
  return parent === null || Object.getPrototypeOf(parent) === null;
}
