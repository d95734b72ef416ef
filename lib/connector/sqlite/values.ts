import type { ValueType } from '../../binding/binding';
import type { Parameter } from '../sql/arguments';
import type { Json } from '../sql/json';
import type { Token } from '../sql/tokens';

/** A value as it reaches generated code: whole numbers of every size are numbers, bytes base64. */
export function toJson(value: unknown): Json {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return value as string | null;
}

/** The TypeScript of a column's type in a binding. */
export function typescriptOf(type: ValueType): string {
  return type === 'number' || type === 'boolean' ? type : type === 'json' ? 'unknown' : 'string';
}

/** A query with its values by name, a list as so many of them: `in ($1)` becomes `in ($1_0, $1_1)`. */
export function withLists(sql: string, tokens: readonly Token[], parameters: readonly Parameter[]): { sql: string; values: Record<string, string | number | null> } {
  const values: Record<string, string | number | null> = {};
  let text = '';
  let at = 0;
  for (const token of tokens) {
    if (token.kind !== 'parameter') continue;
    const value = parameters[Number(token.text.slice(1)) - 1];
    const items: [string, Parameter][] = Array.isArray(value) ? value.map((item, i) => [`${token.text}_${i}`, item]) : [[token.text, value ?? null]];
    text += sql.slice(at, token.start) + items.map(([name]) => name).join(', ');
    at = token.start + token.text.length;
    for (const [name, item] of items) values[name] = typeof item === 'boolean' ? Number(item) : (item as string | number | null);
  }
  return { sql: text + sql.slice(at), values };
}
