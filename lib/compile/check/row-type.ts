import type { Finding } from './finding';
import { MAX_HINT_NAMES } from './limits';
import { nearestName } from '../../binding/nearest';
import type { Query } from './queries';
import type { QueryColumn } from './query-check';
import { type Node, type Project, type SourceFile, SymbolFlags, type Type, TypeFlags, type TypeScriptSymbol } from './typescript-server';

/** The type argument for a template whose author wrote none: `<{ region: string; orders: number }>`, on one line. */
export function rowTypeArgument(columns: readonly QueryColumn[]): string {
  const properties = columns.map((column) => `${propertyName(column.name)}: ${column.type.replace(/\s+/g, ' ')}`);
  return `<{ ${properties.join('; ')} }>`;
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** What a value is in JSON. `other` is what JSON can't bring: a Date, a function, a bigint. */
type Kind = 'string' | 'number' | 'boolean' | 'object' | 'other';

/**
 * Holds the row type that the author wrote against the columns that the query returns. A property that no column
 * fills and a type that the value can't have are findings; narrower is accepted (a union of strings for a string, a
 * number for `number | null`), since the author may know what the database doesn't say.
 */
export async function checkRowType(query: Query, columns: readonly QueryColumn[], file: SourceFile, project: Project): Promise<Finding[]> {
  const node = query.rowType;
  const type = node && (await project.checker.getTypeFromTypeNode(node as never));
  if (!node || !type) return [];
  const byName = new Map(columns.map((column) => [column.name, column]));
  const properties = (await project.checker.getPropertiesOfType(type)).filter((symbol) => symbol.flags & SymbolFlags.Property);
  const findings = await Promise.all(
    properties.map((property) => checkProperty(property, byName, { node, file, project })),
  );
  return findings.filter((finding) => finding !== null);
}

type Place = { node: Node; file: SourceFile; project: Project };

async function checkProperty(property: TypeScriptSymbol, columns: ReadonlyMap<string, QueryColumn>, place: Place): Promise<Finding | null> {
  const column = columns.get(property.name);
  if (!column) return missing(property, [...columns.keys()], await rangeOf(property, place));
  const type = await place.project.checker.getTypeOfSymbol(property);
  const wanted = type && (await kindsOf(type));
  const given = kindsOfText(column.type);
  if (!wanted || !given || [...wanted].some((kind) => given.has(kind))) return null;
  const written = await place.project.checker.typeToString(type);
  return {
    ...(await rangeOf(property, place)),
    severity: 'error',
    code: 'sql-row-type',
    message: `The query returns '${column.name}' as ${column.type}, not as ${written}.`,
    hint: mismatchHint(wanted, given),
  };
}

function missing(property: TypeScriptSymbol, names: readonly string[], range: { start: number; end: number }): Finding {
  const nearest = nearestName(property.name, names);
  return {
    ...range,
    severity: property.flags & SymbolFlags.Optional ? 'warning' : 'error',
    code: 'sql-row-column',
    message: `The query returns no column '${property.name}'.`,
    hint: nearest ? `Did you mean '${nearest}'?` : `It returns: ${names.slice(0, MAX_HINT_NAMES).join(', ')}.`,
  };
}

function mismatchHint(wanted: ReadonlySet<Kind>, given: ReadonlySet<Kind>): string | undefined {
  if (wanted.has('other') && given.has('string')) return 'Dates arrive as ISO strings, decimals and big integers as numbers.';
  if (wanted.has('number') && given.has('string')) return 'Cast it in SQL (`::int`, `::double`), or take it as a string.';
  return undefined;
}

/** Where the property is written, if that is in this file; otherwise the type argument. */
async function rangeOf(property: TypeScriptSymbol, { node, file, project }: Place): Promise<{ start: number; end: number }> {
  const declaration = property.valueDeclaration ?? property.declarations[0];
  const written = declaration?.path === file.path ? await declaration.resolve(project) : undefined;
  const target = written ? ((written as { name?: Node }).name ?? written) : node;
  return { start: target.getStart(file), end: target.end };
}

/** Null where anything goes: `any`, `unknown`, a type parameter, nothing but null. */
async function kindsOf(type: Type): Promise<Set<Kind> | null> {
  const kinds = new Set<Kind>();
  const parts = type.isUnionType() ? await type.getTypes() : [type];
  for (const part of parts) {
    const kind = await kindOf(part);
    if (kind === 'any') return null;
    if (kind !== null) kinds.add(kind);
  }
  return kinds.size > 0 ? kinds : null;
}

const ANY = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.TypeParameter | TypeFlags.IndexedAccess | TypeFlags.Conditional | TypeFlags.Intersection;
const NOTHING = TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Never | TypeFlags.Void;
const STRINGS = TypeFlags.String | TypeFlags.StringLiteral | TypeFlags.TemplateLiteral | TypeFlags.StringMapping | TypeFlags.Enum;

async function kindOf(type: Type): Promise<Kind | 'any' | null> {
  if (type.flags & ANY) return 'any';
  if (type.flags & NOTHING) return null;
  if (type.flags & STRINGS) return 'string';
  if (type.flags & (TypeFlags.Number | TypeFlags.NumberLiteral)) return 'number';
  if (type.flags & (TypeFlags.Boolean | TypeFlags.BooleanLiteral)) return 'boolean';
  if (!(type.flags & TypeFlags.Object)) return 'other';
  const name = (await type.getSymbol())?.name ?? '';
  return NOT_IN_JSON.has(name) ? 'other' : 'object';
}

const NOT_IN_JSON: ReadonlySet<string> = new Set(['Date', 'Map', 'Set', 'RegExp', 'Promise', 'Uint8Array', 'ArrayBuffer']);

/** The kinds in a column's type, null where the text is more than names we know. */
function kindsOfText(text: string): Set<Kind> | null {
  const kinds = new Set<Kind>();
  for (const part of text.split('|').map((piece) => piece.trim())) {
    const kind = kindOfText(part);
    if (kind === 'any') return null;
    if (kind !== null) kinds.add(kind);
  }
  return kinds.size > 0 ? kinds : null;
}

function kindOfText(text: string): Kind | 'any' | null {
  if (text === 'null' || text === 'undefined') return null;
  if (text === 'string' || text === 'number' || text === 'boolean') return text;
  if (/^["'].*["']$/.test(text)) return 'string';
  if (/^-?\d/.test(text)) return 'number';
  if (text === 'true' || text === 'false') return 'boolean';
  if (/^(Record<.*>|\{.*\}|.*\[\]|object)$/s.test(text)) return 'object';
  return 'any';
}
