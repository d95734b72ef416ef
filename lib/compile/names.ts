import { parse } from 'sucrase/dist/parser/index.js';
import { TokenType } from 'sucrase/dist/parser/tokenizer/types.js';
import type { Scope } from 'sucrase/dist/types/parser/tokenizer/state';
import { type FunctionBody, functionBodies } from './functions';
import { GLOBAL_NAMES } from './globals';

/** A use of a name; `tag` where it stands for an element. Type names, which are erased, are not among them. */
export type Use = { name: string; tag: boolean };

export type Names = {
  /** Declared at the top, outside of any function. */
  declared: string[];
  /** Uses of names that are not declared where they stand, each name once for each of its kinds. */
  uses: Use[];
  /** What stands in quotes, in values and attributes alike; of templates the text between the holes. */
  literals: string[];
  /** Bodies of functions, inner ones before outer ones. */
  functions: FunctionBody[];
};

/** sucrase's roles of an identifier, by what they say (its numbers are a `const` of its own build). */
const ACCESS = new Set([0, 1, 8, 11]);
const OBJECT_SHORTHAND = 8;
const TOP_LEVEL = new Set([2, 5, 9]);
const FUNCTION_SCOPED = new Set([3, 6]);
const BLOCK_SCOPED = new Set([4, 7]);

type Span = { start: number; end: number };

/** Which names a statement declares and which it takes from outside. @throws sucrase's error where it does not parse */
export function readNames(code: string, hasTags: boolean): Names {
  const { tokens, scopes } = parse(code, hasTags, true, false);
  const declared = new Set<string>();
  const literals: string[] = [];
  const inner = new Map<string, Span[]>();
  const uses: (Use & { token: number })[] = [];
  tokens.forEach(({ type, identifierRole: role, isType, start, end }, token) => {
    if (isType) return;
    if (type === TokenType.string) literals.push(code.slice(start + 1, end - 1));
    if (type === TokenType.template) literals.push(code.slice(start, end));
    if (role === null) return;
    const name = code.slice(start, end);
    if (ACCESS.has(role)) uses.push({ name, tag: code[start - 1] === '<', token });
    else if (TOP_LEVEL.has(role)) declared.add(name);
    else if (FUNCTION_SCOPED.has(role) || BLOCK_SCOPED.has(role)) {
      const span = scopeOf(token, scopes, FUNCTION_SCOPED.has(role));
      inner.set(name, [...(inner.get(name) ?? []), span]);
    }
  });
  return { declared: [...declared], uses: outerUses(uses, inner), literals, functions: functionBodies(tokens, scopes) };
}

function outerUses(uses: readonly (Use & { token: number })[], inner: ReadonlyMap<string, Span[]>): Use[] {
  const found = new Map<string, Use>();
  for (const { name, tag, token } of uses) {
    if (inner.get(name)?.some(({ start, end }) => start <= token && token < end)) continue;
    found.set(`${tag} ${name}`, { name, tag });
  }
  return [...found.values()];
}

/**
 * A text whose free uses of some names have other names: what is declared in it, in a string or a property of that name, stays.
 * @throws sucrase's error where it does not parse
 */
export function renameFree(code: string, renamed: ReadonlyMap<string, string>): string {
  const { tokens, scopes } = parse(code, false, true, false);
  const declared = new Set<string>();
  const inner = new Map<string, Span[]>();
  tokens.forEach(({ isType, identifierRole: role, start, end }, token) => {
    if (isType || role === null) return;
    const name = code.slice(start, end);
    if (TOP_LEVEL.has(role)) declared.add(name);
    else if (FUNCTION_SCOPED.has(role) || BLOCK_SCOPED.has(role)) inner.set(name, [...(inner.get(name) ?? []), scopeOf(token, scopes, FUNCTION_SCOPED.has(role))]);
  });
  let made = '';
  let done = 0;
  tokens.forEach(({ isType, identifierRole: role, start, end }, token) => {
    if (isType || role === null || !ACCESS.has(role)) return;
    const name = code.slice(start, end);
    const other = renamed.get(name);
    if (other === undefined || declared.has(name) || inner.get(name)?.some((span) => span.start <= token && token < span.end)) return;
    // `{ shop }` says the property's name too, which stays.
    made += code.slice(done, start) + (role === OBJECT_SHORTHAND ? `${name}: ${other}` : other);
    done = end;
  });
  return made + code.slice(done);
}

/** True where a use means something from outside of the file. A global counts only where it is used as a tag, and so means something else. */
export function isFree({ name, tag }: Use): boolean {
  return tag || !GLOBAL_NAMES.has(name);
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
