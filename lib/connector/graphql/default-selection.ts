import { type GraphQLSchema, isAbstractType } from 'graphql';
import { MAX_DEFAULT_FIELDS, MAX_DEFAULT_LEVEL, MAX_POSSIBLE_TYPES } from './limits';
import { type AnyField, type Composite, compositeOf, connectionOf, fieldsOf, isLeaf, isList, partsOf } from './schema-types';

/**
 * What is asked of one type: its fields by name, null where a field is a value of its own; and of a type that stands for
 * several, what is asked beside that of each of them.
 */
export type Selection = { type: Composite; fields: Map<string, Selection | null>; on: Map<string, Selection> };

/**
 * What is asked for where a program selects nothing: scalars and objects that are only values, and one level further the scalars
 * of what is referred to. Of a connection its page and where the next begins. Never a field that wants arguments, one that
 * is deprecated, or one that leads back to where it came from. `apart` are the types that say what they are. Null where that would be nothing at all.
 */
export function defaultSelection(type: Composite, schema: GraphQLSchema, apart: ReadonlySet<Composite>): Selection | null {
  const selection = new Selecting(schema, apart).select(type, 1, []);
  return isEmpty(selection) ? null : selection;
}

class Selecting {
  readonly #schema: GraphQLSchema;
  readonly #apart: ReadonlySet<Composite>;
  #left = MAX_DEFAULT_FIELDS;

  constructor(schema: GraphQLSchema, apart: ReadonlySet<Composite>) {
    this.#schema = schema;
    this.#apart = apart;
  }

  select(type: Composite, level: number, within: readonly Composite[]): Selection {
    const selection: Selection = { type, fields: new Map(), on: new Map() };
    if (isAbstractType(type)) this.#tellApart(type, selection);
    const connection = connectionOf(type);
    const { leaves, values, references } = partsOf(type);
    for (const field of leaves) if (field.name !== 'clientMutationId') this.#add(selection, field, null);
    for (const field of values) this.#addValue(selection, field);
    // What it is alone would be nothing.
    if (this.#apart.has(type) && selection.fields.size > 0) selection.fields.set('__typename', null);
    if (connection) this.#addPage(selection, connection, level, within);
    else if (level < MAX_DEFAULT_LEVEL) for (const field of references) this.#addReference(selection, field, level, [...within, type]);
    return selection;
  }

  #add(selection: Selection, field: AnyField, of: Selection | null): void {
    if (this.#left <= 0 || selection.fields.has(field.name)) return;
    this.#left--;
    selection.fields.set(field.name, of);
  }

  #addValue(selection: Selection, field: AnyField): void {
    const type = compositeOf(field.type)!;
    if (this.#left < partsOf(type).leaves.length + 1) return;
    this.#add(selection, field, this.select(type, MAX_DEFAULT_LEVEL, []));
  }

  /** The items of a page are what was asked for, not something further away. */
  #addPage(selection: Selection, { items, node }: NonNullable<ReturnType<typeof connectionOf>>, level: number, within: readonly Composite[]): void {
    const add = (to: Selection, field: AnyField) => {
      const of = this.select(compositeOf(field.type)!, level, within);
      if (!isEmpty(of)) this.#add(to, field, of);
    };
    if (!node) return add(selection, items);
    const edge = this.select(compositeOf(items.type)!, MAX_DEFAULT_LEVEL, within);
    add(edge, node);
    if (!isEmpty(edge)) this.#add(selection, items, edge);
  }

  /** Lists that can be asked for in parts are long. */
  #addReference(selection: Selection, field: AnyField, level: number, within: readonly Composite[]): void {
    const type = compositeOf(field.type)!;
    if (within.includes(type) || connectionOf(type) || (isList(field.type) && field.args.length > 0)) return;
    // What would be told by half of its fields is rather left out.
    if (this.#left <= partsOf(type).leaves.length) return;
    const before = this.#left;
    const of = this.select(type, level + 1, within);
    if (isEmpty(of) || this.#left <= 0) this.#left = before;
    else this.#add(selection, field, of);
  }

  /** Fields of two possible types that have one name and not one type can't be asked for together. */
  #tellApart(type: Composite, selection: Selection): void {
    selection.fields.set('__typename', null);
    if (!isAbstractType(type)) return;
    const possible = this.#schema.getPossibleTypes(type);
    if (possible.length > MAX_POSSIBLE_TYPES) return;
    const own = new Set(fieldsOf(type).map(({ name }) => name));
    const taken = new Map<string, string>();
    for (const one of possible) {
      const of: Selection = { type: one, fields: new Map(), on: new Map() };
      const { leaves, values } = partsOf(one);
      for (const field of [...leaves, ...values]) {
        const written = String(field.type);
        if (own.has(field.name) || (taken.get(field.name) ?? written) !== written) continue;
        const before = of.fields.size;
        if (isLeaf(field)) this.#add(of, field, null);
        else this.#addValue(of, field);
        if (of.fields.size > before) taken.set(field.name, written);
      }
      if (of.fields.size > 0) selection.on.set(one.name, of);
    }
  }
}

function isEmpty({ fields, on }: Selection): boolean {
  return fields.size === 0 && on.size === 0;
}

/** A selection as GraphQL: `{ id owner { login } ... on Dog { barks } }`. */
export function writeSelection({ fields, on }: Selection): string {
  const written = [...fields].map(([name, of]) => (of ? `${name} ${writeSelection(of)}` : name));
  return `{ ${[...written, ...[...on].map(([name, of]) => `... on ${name} ${writeSelection(of)}`)].join(' ')} }`;
}
