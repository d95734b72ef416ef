import type { ApiBinding, Shape } from '../binding/binding';

/** What stands in the ledger where something secret was. */
const MASK = '•••';

/** Deeper than any argument a person would write, and than the bridge lets through. */
const MAX_DEPTH = 40;

/** Shorter values (a PIN of two digits, `on`) stand in a message by chance. */
const MIN_QUOTED_UNITS = 4;

/** Words of a field's name that say that its value is secret: `newPassword`, `api_key`, `X-Auth-Token`. */
const SECRET_NAME =
  /^(?:.*[-_. ])?(?:pass(?:word|wd|phrase|code)?|pwd|secrets?|tokens?|authorization|bearer|cookies?|credentials?|otp|pin|cvc|cvv|jwt|(?:api|access|private|secret|signing|encryption|auth)[-_. ]?keys?)(?:[-_. ](?:value|hash|text))?$/i;

/** Names that only sound like one: how many tokens, which kind of token. */
const HARMLESS_NAME = /(?:^|[-_. ])(?:max|min|num|count|total|input|output|prompt|used|page|next|continuation|sync|cursor)[-_. ]tokens?$/i;

/** What is longer is no field's name. */
const MAX_NAME_UNITS = 100;

/** A secret where a query names what it compares: `password = 'x'`, or at the end of a piece before a value. Bounded, since a query may be one endless word. */
const COMPARED = /(?<![\w"`])(["`\w]{1,80})\s{0,20}(?:=|<>|!=|like|ilike|in\s{0,20}\()\s{0,20}$/i;
const COMPARED_WITHIN = 150;
const WRITTEN = /(?<![\w"`])(["`\w]{1,80})(\s{0,20}(?:=|<>|!=|like|ilike)\s{0,20})'(?:[^']|'')*'/gi;

/** The scheme stays: it says what kind of thing was there. */
const IN_TEXT = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}|([?&](?:[\w-]*(?:token|secret|password|key|signature))=)[^&\s"']+/gi;

/** `args` for the ledger, where in them something was left out, and the message without it. */
export type Masked = { args: unknown; masked: string[]; withoutSecrets(message: string): string };

/**
 * Arguments as the ledger may keep them: what is secret by its field's name, what the binding's types mark as secret (`format: password`,
 * `writeOnly`), and keys inside of texts are left out. A connection's own secrets never get here.
 */
export function maskArguments(args: unknown, input?: Shape, types: ApiBinding['types'] = {}): Masked {
  const masked: string[] = [];
  const hidden = new Set<string>();

  function hide(value: unknown, path: string): unknown {
    if (value === null || value === undefined || value === '') return value;
    masked.push(path);
    quotedFrom(value, hidden, MAX_DEPTH);
    return MASK;
  }

  function mask(value: unknown, path: string, shapes: readonly Shape[], depth: number): unknown {
    if (typeof value === 'string') return maskText(value, path);
    if (typeof value !== 'object' || value === null) return value;
    if (depth === 0) return hide(value, path);
    const at = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
    if (Array.isArray(value)) return value.map((item, i) => mask(item, at(i), shapes.flatMap((shape) => (shape.kind === 'list' ? open(shape.of, types) : [])), depth - 1));
    const names = Object.keys(value);
    // A header or a parameter as a pair: { name: 'Authorization', value: '…' }.
    const pair = names.some((name) => {
      const called = (value as Record<string, unknown>)[name];
      return /^(?:name|key|header)$/i.test(name) && typeof called === 'string' && isSecret(called);
    });
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const fields = shapes.flatMap((shape) => (shape.kind === 'object' ? shape.fields.filter((field) => field.name === name) : []));
        const isMarked = fields.some((field) => field.secret || open(field.shape, types).some((shape) => shape.kind === 'string' && shape.format === 'password'));
        if (isMarked || isSecret(name) || (pair && /^value$/i.test(name))) return [name, hide(inner, at(name))];
        return [name, mask(inner, at(name), fields.flatMap((field) => open(field.shape, types)), depth - 1)];
      }),
    );
  }

  function maskText(text: string, path: string): string {
    const without = text.replace(IN_TEXT, (_all, scheme?: string, parameter?: string) => (scheme ? `${scheme} ${MASK}` : `${parameter}${MASK}`));
    if (without !== text) masked.push(path);
    return without;
  }

  function maskSql({ text, values }: { text: string[]; values: unknown[] }): unknown {
    const pieces = text.map((piece, i) =>
      piece.replace(WRITTEN, (all, name: string, between: string) => {
        if (!isSecret(bare(name))) return all;
        masked.push(`text.${i}`);
        return `${name}${between}'${MASK}'`;
      }),
    );
    return { text: pieces, values: values.map((value, i) => (isSecret(bare(COMPARED.exec((text[i] ?? '').slice(-COMPARED_WITHIN))?.[1] ?? '')) ? hide(value, `values.${i}`) : mask(value, `values.${i}`, [], MAX_DEPTH))) };
  }

  return {
    args: isSql(args) ? maskSql(args) : mask(args, '', input ? open(input, types) : [], MAX_DEPTH),
    masked,
    withoutSecrets: (message) => [...hidden].toSorted((a, b) => b.length - a.length).reduce((rest, secret) => rest.replaceAll(secret, MASK), message),
  };
}

function isSecret(name: string): boolean {
  if (name.length > MAX_NAME_UNITS) return false;
  const spaced = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_');
  return SECRET_NAME.test(spaced) && !HARMLESS_NAME.test(spaced);
}

function bare(name: string): string {
  return name.replaceAll(/["`]/g, '');
}

function isSql(args: unknown): args is { text: string[]; values: unknown[] } {
  const { text, values } = (args ?? {}) as { text?: unknown; values?: unknown };
  return Array.isArray(text) && text.every((piece) => typeof piece === 'string') && Array.isArray(values) && Object.keys(args as object).length === 2;
}

/** A shape without names, choices and joins around it. */
function open(shape: Shape, types: ApiBinding['types'], seen: readonly string[] = []): Shape[] {
  if (shape.kind === 'union' || shape.kind === 'all') return shape.of.flatMap((part) => open(part, types, seen));
  if (shape.kind !== 'named') return [shape];
  const named = Object.hasOwn(types, shape.name) && !seen.includes(shape.name) ? types[shape.name] : undefined;
  return named ? open(named, types, [...seen, shape.name]) : [];
}

/** Every text in a value, to be found in messages that quote it. */
function quotedFrom(value: unknown, into: Set<string>, depth: number): void {
  if (depth === 0) return;
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) quotedFrom(inner, into, depth - 1);
  else if (String(value).length >= MIN_QUOTED_UNITS) into.add(String(value));
}
