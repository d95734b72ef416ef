import { parse } from 'sucrase/dist/parser/index.js';
import { TokenType } from 'sucrase/dist/parser/tokenizer/types.js';
import type { Scope } from 'sucrase/dist/types/parser/tokenizer/state';
import { GLOBAL_NAMES } from './globals';

/** A name as it stands in the text; type names, which are erased, are not among them. */
type Use = { name: string; at: number; tag: boolean };

export type Names = {
  /** Declared at the top of the file, with the place. */
  topLevel: Use[];
  /** Uses of names that are declared at the top of the file. */
  internal: Use[];
  /** Uses of names that the file does not declare where they stand. */
  free: Use[];
  /** What stands in quotes, in values and attributes alike; of templates the text between the holes. */
  literals: string[];
};

/** sucrase's roles of an identifier, by what they say (its numbers are a `const` of its own build). */
const ACCESS = new Set([0, 1, 8, 11]);
const TOP_LEVEL = new Set([2, 5, 9]);
const FUNCTION_SCOPED = new Set([3, 6]);
const BLOCK_SCOPED = new Set([4, 7]);

type Span = { start: number; end: number };

/** Which names a module declares and which it takes from outside. @throws sucrase's error where it does not parse */
export function readNames(code: string, hasTags: boolean): Names {
  const { tokens, scopes } = parse(code, hasTags, true, false);
  const names: Names = { topLevel: [], internal: [], free: [], literals: [] };
  const inner = new Map<string, Span[]>();
  const uses: (Use & { token: number })[] = [];
  tokens.forEach(({ type, identifierRole: role, isType, start, end }, token) => {
    if (isType) return;
    if (type === TokenType.string) names.literals.push(code.slice(start + 1, end - 1));
    if (type === TokenType.template) names.literals.push(code.slice(start, end));
    if (role === null) return;
    const name = code.slice(start, end);
    const use = { name, at: start, tag: code[start - 1] === '<' };
    if (ACCESS.has(role)) uses.push({ ...use, token });
    else if (TOP_LEVEL.has(role)) names.topLevel.push(use);
    else if (FUNCTION_SCOPED.has(role) || BLOCK_SCOPED.has(role)) {
      const span = scopeOf(token, scopes, FUNCTION_SCOPED.has(role));
      inner.set(name, [...(inner.get(name) ?? []), span]);
    }
  });
  const declared = new Set(names.topLevel.map(({ name }) => name));
  for (const { token, ...use } of uses) {
    if (inner.get(use.name)?.some(({ start, end }) => start <= token && token < end)) continue;
    (declared.has(use.name) ? names.internal : names.free).push(use);
  }
  return names;
}

/** Names that have to be handed in, each once. A global counts only where it is used as a tag, and so means something else. */
export function freeNames({ free }: Names): string[] {
  return [...new Set(free.filter(({ name, tag }) => tag || !GLOBAL_NAMES.has(name)).map(({ name }) => name))];
}

/** The innermost scope around a token. sucrase lists scopes as they close, so the first that fits is the innermost. */
function scopeOf(token: number, scopes: Scope[], ofFunction: boolean): Span {
  const from = firstEndingAfter(token, scopes);
  for (let at = from; at < scopes.length; at++) {
    const { startTokenIndex: start, endTokenIndex: end, isFunctionScope } = scopes[at]!;
    if (start <= token && token < end && (isFunctionScope || !ofFunction)) return { start, end };
  }
  return { start: 0, end: Infinity };
}

function firstEndingAfter(token: number, scopes: Scope[]): number {
  let low = 0;
  let high = scopes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scopes[middle]!.endTokenIndex > token) high = middle;
    else low = middle + 1;
  }
  return low;
}
