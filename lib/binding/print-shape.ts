import type { Field, Shape } from './binding';
import { commentText } from './comment-text';

/** How much of a shape is written. */
export type Printing = {
  /** How one of the binding's types is named here. */
  named(name: string): string;
  /** One field a line with its comment, or all on one line without. */
  comments: boolean;
  /** Fields of one object and values of one literal; what is left out is counted in a comment. */
  maxFields: number;
  maxValues: number;
  /** Optional fields at the top that aren't worth their place; they count as left out. */
  skip?: ReadonlySet<string>;
  /** Objects inside of objects; deeper ones are only known to be objects, with the names of their fields in a comment where `hints` are wanted. */
  maxDepth: number;
  hints: boolean;
};

export const EVERYTHING: Printing = {
  named: (name) => name,
  comments: true,
  maxFields: Infinity,
  maxValues: Infinity,
  maxDepth: Infinity,
  hints: true,
};

/** A shape as a TypeScript type. */
export function printShape(shape: Shape, printing: Printing, depth = 0): string {
  switch (shape.kind) {
    case 'unknown':
    case 'null':
    case 'string':
    case 'number':
    case 'boolean':
      return shape.kind;
    case 'integer':
      return 'number';
    case 'bytes':
      return 'string /* base64 */';
    case 'literal':
      return printLiteral(shape.values, printing);
    case 'list': {
      const of = printShape(shape.of, printing, depth);
      return isCompound(shape.of) ? `(${of})[]` : shape.of.kind === 'bytes' ? 'string[] /* base64 */' : `${of}[]`;
    }
    case 'object':
      return printObject(shape, printing, depth);
    case 'union':
      return printUnion(shape.of, printing, depth);
    case 'all':
      return printAll(shape.of, printing, depth);
    case 'named':
      return printing.named(shape.name);
  }
}

/** Whether a list of it needs parentheses. */
function isCompound(shape: Shape): boolean {
  return (shape.kind === 'literal' && shape.values.length > 1) || (shape.kind === 'union' && shape.of.length > 1) || (shape.kind === 'all' && shape.of.length > 1);
}

function printUnion(of: readonly Shape[], printing: Printing, depth: number): string {
  if (of.length === 0) return 'never';
  if (of.length > printing.maxFields) return tooMany('one', of);
  return [...new Set(of.map((option) => (option.kind === 'all' ? `(${printShape(option, printing, depth)})` : printShape(option, printing, depth))))].join(' | ');
}

function printAll(of: readonly Shape[], printing: Printing, depth: number): string {
  if (of.length > printing.maxFields) return tooMany('all', of);
  return of.map((part) => (isCompound(part) && part.kind !== 'all' ? `(${printShape(part, printing, depth)})` : printShape(part, printing, depth))).join(' & ');
}

function tooMany(which: 'one' | 'all', of: readonly Shape[]): string {
  const names = of.slice(0, MAX_NAMED).map((option) => (option.kind === 'named' ? option.name : option.kind));
  return `unknown /* ${which} of ${of.length}: ${commentText(names.join(', '), MAX_VALUES_UNITS)} */`;
}

/** Of choices that are only named, so many are. */
const MAX_NAMED = 20;

function printLiteral(values: readonly (string | number | boolean | null)[], { maxValues }: Printing): string {
  if (values.length === 0) return 'never';
  const written = values.slice(0, maxValues).map((value) => JSON.stringify(value));
  const text = written.join(' | ');
  if (values.length <= maxValues && (maxValues === Infinity || text.length <= MAX_VALUES_UNITS)) return text;
  const more = values.length - written.length;
  const kinds = [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))];
  return `${kinds.join(' | ')} /* ${commentText(written.join(', '), MAX_VALUES_UNITS)}${more > 0 ? ` and ${more} more` : ''} */`;
}

/** UTF-16 units of values that are only shown as examples. */
const MAX_VALUES_UNITS = 200;

function printObject({ fields, rest }: Extract<Shape, { kind: 'object' }>, printing: Printing, depth: number): string {
  if (fields.length === 0) return rest ? `Record<string, ${printShape(rest, printing, depth + 1)}>` : 'Record<string, never>';
  if (depth >= printing.maxDepth && !printing.hints) return 'Record<string, unknown>';
  if (depth >= printing.maxDepth) return `Record<string, unknown> /* ${commentText(fields.map(({ name }) => name).join(', '), MAX_VALUES_UNITS)} */`;
  const worth = printing.skip && depth === 0 ? fields.filter(({ name, required }) => required || !printing.skip!.has(name)) : fields;
  const shown = worth.length > printing.maxFields ? mostTelling(worth).slice(0, printing.maxFields) : worth;
  const lines = shown.map((field) => printField(field, printing, depth));
  if (rest) lines.push({ text: `[key: string]: ${restText(fields, rest, printing, depth)}`, comment: '' });
  const more = fields.length - shown.length;
  if (!printing.comments) return `{ ${[...lines.map(({ text }) => text), ...(more > 0 ? [`/* ${more} more */`] : [])].join('; ')} }`;
  const indent = '  '.repeat(depth + 2);
  const written = lines.map(({ text, comment }) => `${indent}${text};${comment && ` // ${comment}`}\n`);
  return `{\n${written.join('')}${more > 0 ? `${indent}// ${more} more\n` : ''}${'  '.repeat(depth + 1)}}`;
}

function printField({ name, shape, required, comment }: Field, printing: Printing, depth: number): { text: string; comment: string } {
  const format = 'format' in shape && shape.format && TELLING_FORMATS.has(shape.format) ? shape.format : '';
  const said = printing.comments ? [comment, format].filter(Boolean).join('; ') : '';
  return { text: `${propertyName(name)}${required ? '' : '?'}: ${printShape(shape, printing, depth + 1)}`, comment: commentText(said, MAX_FIELD_COMMENT_UNITS) };
}

const TELLING_FORMATS = new Set(['date', 'date-time', 'time', 'duration', 'email', 'uri', 'uuid', 'ipv4', 'ipv6', 'unix-time']);

/** UTF-16 units of what a field says of itself: a sentence or two. */
const MAX_FIELD_COMMENT_UNITS = 160;

/** TypeScript wants the type of further properties to cover the known ones too. */
function restText(fields: readonly Field[], rest: Shape, printing: Printing, depth: number): string {
  const text = printShape(rest, printing, depth + 1);
  return fields.every(({ shape, required }) => required && printShape(shape, printing, depth + 1) === text) ? text : 'unknown';
}

/** Where not all are shown: required ones first, addresses of further requests last. Otherwise in their order. */
function mostTelling(fields: readonly Field[]): Field[] {
  const rank = ({ name, required }: Field): number => (/(^|_)(url|urls|links|href|node_id)$|Url$/.test(name) ? 2 : required ? 0 : 1);
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
