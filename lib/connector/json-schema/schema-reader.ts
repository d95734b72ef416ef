import type { Field, Shape } from '../../binding/binding';
import { pascalCase, RESERVED_TYPES, UniqueNames } from './identifiers';
import { isRecord, type JsonRecord, listOf, own, recordOf, textOf, textsOf } from './json-value';
import type { Notes } from './notes';
import type { References } from './references';
import { segmentsOf } from './references';
import { breakAliasCycles, isScalar, literalOf, union, withNull } from './shapes';
import { fieldComment } from './schema-comment';
import { MAX_SCHEMA_DEPTH, MAX_SCHEMAS } from './limits';
import { commonPrefix } from './type-names';

const UNKNOWN: Shape = { kind: 'unknown' };
const NEVER: Shape = { kind: 'union', of: [] };

/** JSON Schema (also in the dialects of Swagger 2, OpenAPI 3.0 and 3.1) as Shapes. What a `$ref` names becomes one of `types`, once. */
export class SchemaReader {
  readonly types: Record<string, Shape> = {};
  readonly #references: References;
  readonly #notes: Notes;
  readonly #names: UniqueNames;
  /** By the pointer that names them. */
  readonly #named = new Map<string, Shape>();
  /** Each schema object is read once, however many operations share it; null while it is being read. */
  readonly #read = new WeakMap<JsonRecord, Shape | null>();
  readonly #prefix: string;
  /** Named schemas still to be read: in a queue, so that a chain of names is no recursion. */
  readonly #waiting: { name: string; schema: JsonRecord }[] = [];
  #count = 0;
  #depth = 0;

  /** `names` are shared by the readers of one binding, where its schemas are documents of their own. */
  constructor(references: References, notes: Notes, schemaNames: readonly string[], names = new UniqueNames('Type', RESERVED_TYPES)) {
    this.#references = references;
    this.#notes = notes;
    this.#names = names;
    this.#prefix = commonPrefix(schemaNames);
  }

  /** The shape of a schema as it stands in the document. */
  read(schema: unknown): Shape {
    if (schema === false) return NEVER;
    if (!isRecord(schema)) return UNKNOWN;
    const known = this.#read.get(schema);
    if (known) return known;
    if (known === null) return this.#tooMuch('One schema contains itself without a reference');
    if (this.#depth >= MAX_SCHEMA_DEPTH) return this.#tooMuch(`Schemas stand more than ${MAX_SCHEMA_DEPTH} deep in each other`);
    if (++this.#count > MAX_SCHEMAS) return this.#tooMuch(`There are more than ${MAX_SCHEMAS} schemas`);
    this.#read.set(schema, null);
    this.#depth++;
    const shape = this.#shapeOf(schema);
    this.#depth--;
    this.#read.set(schema, shape);
    return shape;
  }

  /** Reads what was named so far. Call it when all else was read. */
  finish(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.types[next.name] = this.read(next.schema);
    breakAliasCycles(this.types);
  }

  #tooMuch(why: string): Shape {
    this.#notes.add(`${why}: what goes further has an unknown type.`);
    return UNKNOWN;
  }

  #shapeOf(schema: JsonRecord): Shape {
    const parts: Shape[] = [];
    if (typeof own(schema, '$ref') === 'string') parts.push(this.#reference(schema));
    const base = this.#own(schema);
    if (base) parts.push(base);
    for (const part of listOf(schema.allOf)) parts.push(this.#part(part));
    for (const choice of ['oneOf', 'anyOf']) {
      const options = listOf(own(schema, choice));
      if (options.length > 0) parts.push(union(this.#choices(options, recordOf(schema.discriminator))));
    }
    const known = parts.filter((part) => part.kind !== 'unknown');
    const said = known.some((part) => !isAnyObject(part)) ? known.filter((part) => !isAnyObject(part)) : known.slice(0, 1);
    const shape: Shape = said.length === 0 ? UNKNOWN : said.length === 1 ? said[0]! : { kind: 'all', of: said };
    return schema.nullable === true || schema['x-nullable'] === true ? withNull(shape) : shape;
  }

  /** A part that says nothing but what is required is read as just that: `{ name: unknown }` beside the others makes `name` required. */
  #part(schema: unknown): Shape {
    const required = isRecord(schema) && Object.keys(schema).length === 1 ? textsOf(schema.required) : [];
    if (required.length === 0) return this.read(schema);
    return { kind: 'object', fields: required.filter(isFieldName).map((name) => ({ name, shape: UNKNOWN, required: true })) };
  }

  #choices(options: unknown[], discriminator: JsonRecord): Shape[] {
    const property = textOf(discriminator.propertyName);
    const mapping = Object.entries(recordOf(discriminator.mapping));
    return options.map((option) => {
      if (options.length > 1 && isNullByHabit(option)) return { kind: 'null' };
      const shape = this.#part(option);
      const reference = own(option, '$ref');
      if (!property || !isFieldName(property) || typeof reference !== 'string') return shape;
      const mapped = mapping.filter(([, target]) => target === reference || reference.endsWith(`/${String(target)}`)).map(([value]) => value);
      return this.#marked(shape, option, property, mapped.length > 0 ? mapped : [segmentsOf(reference).at(-1)!]);
    });
  }

  /** The variant with the value that tells it from the others, unless it says that itself. */
  #marked(shape: Shape, option: unknown, property: string, values: string[]): Shape {
    const { target } = this.#references.followNamed(option);
    const said = recordOf(own(recordOf(target?.properties), property));
    if (said.enum !== undefined || said.const !== undefined || said.$ref !== undefined || target?.allOf !== undefined) return shape;
    return { kind: 'all', of: [shape, { kind: 'object', fields: [{ name: property, shape: { kind: 'literal', values }, required: true }] }] };
  }

  #reference(schema: JsonRecord): Shape {
    const { target, pointer } = this.#references.followNamed(schema);
    if (!target || !pointer) return UNKNOWN;
    const known = this.#named.get(pointer);
    if (known) return known;
    if (isScalar(target)) return this.read(target); // A name for a plain string says less than "string".
    const name = this.#names.take(pascalCase(this.#shortName(pointer)));
    const shape: Shape = { kind: 'named', name };
    this.#named.set(pointer, shape);
    this.types[name] = UNKNOWN; // Keeps its place in the order.
    this.#waiting.push({ name, schema: target });
    return shape;
  }

  #shortName(pointer: string): string {
    const last = segmentsOf(pointer).at(-1) ?? '';
    return last.startsWith(this.#prefix) ? last.slice(this.#prefix.length) : last;
  }

  /** What the schema says itself, beside references and combinations; null where that is nothing. */
  #own(schema: JsonRecord): Shape | null {
    if (schema.const !== undefined) return literalOf([schema.const]);
    const types = typesOf(schema);
    const values = listOf(schema.enum);
    if (values.length > 0) {
      const shape = literalOf(values);
      return types.includes('null') ? withNull(shape) : shape;
    }
    if (types.length === 0) return null;
    return union(types.map((type) => this.#typed(type, schema)));
  }

  #typed(type: string, schema: JsonRecord): Shape {
    switch (type) {
      case 'null':
        return { kind: 'null' };
      case 'boolean':
      case 'number':
      case 'integer':
        return { kind: type };
      case 'string':
        return stringOf(schema);
      case 'file':
        return { kind: 'bytes' };
      case 'array':
        return { kind: 'list', of: this.#items(schema) };
      case 'object':
        return this.#object(schema);
      default:
        this.#notes.add(`The type ${JSON.stringify(type.slice(0, 60))} is none of JSON Schema's: it is unknown.`);
        return UNKNOWN;
    }
  }

  #items(schema: JsonRecord): Shape {
    const first = [...listOf(schema.prefixItems), ...listOf(schema.items)];
    const rest = isRecord(schema.items) ? [schema.items] : [];
    const items = [...first, ...rest].map((item) => this.read(item));
    return items.length > 0 ? union(items) : UNKNOWN;
  }

  #object(schema: JsonRecord): Shape {
    const required = new Set(textsOf(schema.required));
    const fields: Field[] = [];
    for (const [name, property] of Object.entries(recordOf(schema.properties))) {
      if (!isFieldName(name)) continue;
      // Who only reads or only writes a field can't be asked to give it, and one type stands for both directions.
      const oneWay = own(property, 'readOnly') === true || own(property, 'writeOnly') === true;
      const comment = fieldComment(recordOf(property));
      fields.push({ name, shape: this.read(property), required: required.has(name) && !oneWay, ...(comment && { comment }), ...(own(property, 'writeOnly') === true && { secret: true as const }) });
    }
    for (const name of required) {
      if (isFieldName(name) && !Object.hasOwn(recordOf(schema.properties), name)) fields.push({ name, shape: UNKNOWN, required: true });
    }
    const rest = this.#rest(schema, fields.length > 0);
    return { kind: 'object', fields, ...(rest && { rest }) };
  }

  #rest(schema: JsonRecord, hasFields: boolean): Shape | null {
    const patterns = Object.values(recordOf(schema.patternProperties)).map((property) => this.read(property));
    const additional = schema.additionalProperties;
    if (isRecord(additional)) return union([...patterns, this.read(additional)]);
    if (patterns.length > 0) return union(patterns);
    return additional === true || (!hasFields && additional === undefined) ? UNKNOWN : null;
  }
}

/** `__proto__` as a name in a literal sets a prototype: such a field could never be sent. */
export function isFieldName(name: string): boolean {
  return name !== '__proto__';
}

/** Any object at all: beside other types it adds nothing. */
function isAnyObject(shape: Shape): boolean {
  return shape.kind === 'object' && shape.fields.length === 0 && shape.rest?.kind === 'unknown';
}

/** OpenAPI 3.0 can't make a `$ref` nullable; generators write `anyOf: [{ $ref }, { type: object, nullable: true }]` for it. */
function isNullByHabit(option: unknown): boolean {
  return own(option, 'nullable') === true && Object.keys(recordOf(option)).every((key) => key === 'nullable' || (key === 'type' && own(option, 'type') === 'object'));
}

function typesOf(schema: JsonRecord): string[] {
  if (Array.isArray(schema.type)) return [...new Set(textsOf(schema.type))];
  const type = textOf(schema.type);
  if (type) return [type];
  if (schema.properties !== undefined || schema.additionalProperties !== undefined || schema.patternProperties !== undefined) return ['object'];
  if (schema.items !== undefined || schema.prefixItems !== undefined) return ['array'];
  if (textsOf(schema.required).length > 0) return ['object'];
  if (schema.pattern !== undefined || schema.minLength !== undefined || schema.maxLength !== undefined) return ['string'];
  return [];
}

function stringOf(schema: JsonRecord): Shape {
  const format = textOf(schema.format);
  if (format === 'binary' || format === 'byte' || schema.contentEncoding === 'base64') return { kind: 'bytes' };
  if (schema.contentMediaType === 'application/octet-stream') return { kind: 'bytes' };
  return format ? { kind: 'string', format: format.slice(0, 60) } : { kind: 'string' };
}
