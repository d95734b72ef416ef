import {
  type GraphQLEnumType, type GraphQLInputObjectType, type GraphQLNamedType, type GraphQLSchema, type GraphQLType,
  getNullableType, isAbstractType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isRequiredInputField, isScalarType,
} from 'graphql';
import type { Field, Shape } from '../../binding/binding';
import { pascalCase, RESERVED_TYPES, UniqueNames } from '../json-schema/identifiers';
import { firstSentence } from '../json-schema/schema-comment';
import { literalOf, withNull } from '../json-schema/shapes';
import { MAX_COMMENT_UNITS } from '../json-schema/limits';
import type { AlwaysSelected } from './always-selected';
import { MAX_POSSIBLE_TYPES } from './limits';
import { scalarShape } from './scalars';
import { type AnyField, type Composite, fieldsOf, isCurrent, isReservedName } from './schema-types';

/** Enums of so few values are written where they are used. */
const MAX_INLINE_VALUES = 6;

/**
 * Types of a schema as shapes. Those that have a name there have one here, and are read when they are first met: `types` has
 * them all after `finish`.
 */
export class TypeShapes {
  readonly types: Record<string, Shape> = {};
  readonly #names = new Map<GraphQLNamedType, string>();
  readonly #unique = new UniqueNames('Type', RESERVED_TYPES);
  readonly #open: GraphQLNamedType[] = [];
  readonly #schema: GraphQLSchema;
  readonly #always: AlwaysSelected;
  readonly #apart: ReadonlySet<Composite>;

  constructor(schema: GraphQLSchema, always: AlwaysSelected, apart: ReadonlySet<Composite>) {
    this.#schema = schema;
    this.#always = always;
    this.#apart = apart;
  }

  /** The values of a type, in either direction; null is one of them unless the schema says no. */
  read(type: GraphQLType): Shape {
    const shape = this.#readNullable(getNullableType(type)!);
    return isNonNullType(type) || shape.kind === 'unknown' ? shape : withNull(shape);
  }

  /** Reads the types that were met and not read yet, and those that they lead to. Not by recursion: schemas are deep. */
  finish(): void {
    for (let type = this.#open.pop(); type; type = this.#open.pop()) this.types[this.#names.get(type)!] = this.#declare(type);
  }

  #readNullable(type: GraphQLType): Shape {
    if (isListType(type)) return { kind: 'list', of: this.read(type.ofType as GraphQLType) };
    if (isScalarType(type)) return scalarShape(type);
    if (isEnumType(type) && type.getValues().length <= MAX_INLINE_VALUES) return enumShape(type);
    return { kind: 'named', name: this.#nameOf(type as GraphQLNamedType) };
  }

  #nameOf(type: GraphQLNamedType): string {
    const known = this.#names.get(type);
    if (known !== undefined) return known;
    const name = this.#unique.take(pascalCase(type.name));
    this.#names.set(type, name);
    this.#open.push(type);
    return name;
  }

  #declare(type: GraphQLNamedType): Shape {
    if (isEnumType(type)) return enumShape(type);
    if (isInputObjectType(type)) return { kind: 'object', fields: this.#inputFields(type) };
    if (isObjectType(type)) return { kind: 'object', fields: this.#outputFields(type) };
    return isAbstractType(type) ? this.#anyOf(type) : { kind: 'unknown' };
  }

  #inputFields(type: GraphQLInputObjectType): Field[] {
    const usable = Object.values(type.getFields()).filter(({ name }) => !isReservedName(name));
    return usable.map((field) => {
      const comment = commentOf([firstSentence(field.description ?? undefined), field.deprecationReason != null && 'deprecated']);
      return { name: field.name, shape: this.read(field.type), required: isRequiredInputField(field), ...(comment && { comment }) };
    });
  }

  #outputFields(type: Composite): Field[] {
    return [...this.#typeNameField(type), ...fieldsOf(type).map((field) => this.#outputField(type, field))];
  }

  #outputField(type: Composite, field: AnyField): Field {
    const takes = field.args.length > 0 && `takes ${field.args.map(({ name, type }) => `${name}: ${String(type)}`).join(', ')}`;
    const comment = commentOf([firstSentence(field.description ?? undefined), !isCurrent(field) && 'deprecated', takes]);
    return { name: field.name, shape: this.read(field.type), required: this.#always.has(type.name, field.name), ...(comment && { comment }) };
  }

  /** By it the types that a union or an interface stands for are told apart. */
  #typeNameField(type: Composite): Field[] {
    if (!isAbstractType(type) && !this.#apart.has(type)) return [];
    const shape: Shape = isObjectType(type) ? { kind: 'literal', values: [type.name] } : { kind: 'string' };
    return [{ name: '__typename', shape, required: this.#always.has(type.name, '__typename') }];
  }

  #anyOf(type: Composite): Shape {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [];
    if (possible.length > 0 && possible.length <= MAX_POSSIBLE_TYPES) return { kind: 'union', of: possible.map((one) => this.#readNullable(one)) };
    return { kind: 'object', fields: this.#outputFields(type), rest: { kind: 'unknown' } };
  }
}

function enumShape(type: GraphQLEnumType): Shape {
  return literalOf(type.getValues().map(({ name }) => name));
}

function commentOf(said: (string | false)[]): string | undefined {
  const text = said.filter(Boolean).join('; ');
  return text === '' ? undefined : text.slice(0, MAX_COMMENT_UNITS);
}
