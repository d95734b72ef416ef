import { TokenType } from 'sucrase/dist/parser/tokenizer/types.js';
import type { Scope } from 'sucrase/dist/types/parser/tokenizer/state';
import type { Token } from 'sucrase/dist/types/parser/tokenizer';

/** The body of a function: a block with its braces, or the expression after an arrow. */
export type FunctionBody = { start: number; end: number; block: boolean };

/** Bodies of all functions of a text, inner ones before outer ones. */
export function functionBodies(tokens: readonly Token[], scopes: readonly Scope[]): FunctionBody[] {
  // The last scope is the module itself.
  return scopes.slice(0, -1).flatMap(({ startTokenIndex: first, endTokenIndex: end, isFunctionScope }): FunctionBody[] => {
    if (!isFunctionScope) return [];
    // sucrase gives a block a scope of its own beside the one of its parameters.
    if (tokens[first]?.type === TokenType.braceL) return [{ start: tokens[first]!.start, end: tokens[end - 1]!.end, block: true }];
    const body = afterArrow(tokens, first, end);
    return body === null || body >= end || tokens[body]!.type === TokenType.braceL ? [] : [{ start: tokens[body]!.start, end: tokens[end - 1]!.end, block: false }];
  });
}

/** Index of the token after a function's own arrow, null where it has none. */
function afterArrow(tokens: readonly Token[], first: number, end: number): number | null {
  let depth = 0;
  for (let at = first; at < end; at++) {
    const { type, isType } = tokens[at]!;
    if (isType) continue;
    if (type === TokenType.arrow && depth === 0) return at + 1;
    if (OPENING.has(type)) depth += 1;
    if (CLOSING.has(type)) depth -= 1;
    if (type === TokenType.braceL && depth === 1 && at > first) return null;
  }
  return null;
}

const OPENING = new Set<TokenType>([TokenType.parenL, TokenType.braceL, TokenType.bracketL]);
const CLOSING = new Set<TokenType>([TokenType.parenR, TokenType.braceR, TokenType.bracketR]);
