import {
  type GraphQLField, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, type GraphQLUnionType,
  getNamedType, getNullableType, isAbstractType, isCompositeType, isLeafType, isListType, isObjectType, isRequiredArgument,
} from 'graphql';
import { MAX_VALUE_FIELDS } from './limits';

/** A type with fields of its own, or one that stands for several such. */
export type Composite = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType;

export type AnyField = GraphQLField<unknown, unknown>;

/** What the specification keeps for itself: `__type`. `__proto__` is among them. */
export function isReservedName(name: string): boolean {
  return name.startsWith('__');
}

/** The fields of a type that can be asked for, in its own order; a union has none. */
export const fieldsOf = onceEach((type): readonly AnyField[] => ('getFields' in type ? Object.values(type.getFields()).filter(({ name }) => !isReservedName(name)) : []));

/** Found out once for each type: a large schema asks it of the same types a hundred thousand times. */
function onceEach<T>(find: (type: Composite) => T): (type: Composite) => T {
  const known = new WeakMap<Composite, { found: T }>();
  return (type) => {
    const there = known.get(type) ?? { found: find(type) };
    known.set(type, there);
    return there.found;
  };
}

export function compositeOf(type: GraphQLOutputType): Composite | null {
  const named = getNamedType(type);
  return isCompositeType(named) ? named : null;
}

export function isLeaf(field: AnyField): boolean {
  return isLeafType(getNamedType(field.type));
}

export function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

/** Whether a field gives something without being told anything. */
export function isFree(field: AnyField): boolean {
  return !field.args.some(isRequiredArgument);
}

export function isCurrent(field: AnyField): boolean {
  return field.deprecationReason === undefined || field.deprecationReason === null;
}

/** An object that is no more than its few scalars and has no identity: money, an address, `pageInfo`. */
export const isValue = onceEach((type) => {
  if (isAbstractType(type)) return false;
  const fields = fieldsOf(type);
  return fields.length > 0 && fields.length <= MAX_VALUE_FIELDS && fields.every((field) => isLeaf(field) && field.args.length === 0 && field.name !== 'id');
});

/** What can be asked for without more ado: fields that are current and want no arguments. */
export type Parts = { leaves: readonly AnyField[]; values: readonly AnyField[]; references: readonly AnyField[] };

export const partsOf = onceEach((type): Parts => {
  const usable = fieldsOf(type).filter((field) => isCurrent(field) && isFree(field));
  const isOfValue = (field: AnyField) => field.args.length === 0 && isValue(compositeOf(field.type)!);
  const [leaves, others] = [usable.filter(isLeaf), usable.filter((field) => !isLeaf(field))];
  return { leaves, values: others.filter(isOfValue), references: others.filter((field) => !isOfValue(field)) };
});

/** A page of a list (relay's cursor connections, and what is built like them): where its items are. */
export type Connection = { items: AnyField; /** Of an edge; null where the items stand there themselves. */ node: AnyField | null };

/** Null where a type is no connection. */
export const connectionOf = onceEach((type): Connection | null => {
  if (!isObjectType(type)) return null;
  const fields = fieldsOf(type);
  const find = (name: string) => fields.find((field) => field.name === name && isFree(field) && compositeOf(field.type) !== null);
  if (!find('pageInfo')) return null;
  const nodes = find('nodes');
  if (nodes && isList(nodes.type)) return { items: nodes, node: null };
  const edges = find('edges');
  const edge = edges && isList(edges.type) ? compositeOf(edges.type)! : null;
  const node = edge && fieldsOf(edge).find((field) => field.name === 'node' && isFree(field) && compositeOf(field.type) !== null);
  return node ? { items: edges!, node } : null;
});

/**
 * Objects that stand in a union or have an interface. What each is has to be there wherever they are: a type that says it only
 * sometimes can't be told from the others.
 */
export function toldApart(schema: GraphQLSchema): ReadonlySet<Composite> {
  return new Set(Object.values(schema.getTypeMap()).filter(isAbstractType).flatMap((type) => schema.getPossibleTypes(type)));
}
