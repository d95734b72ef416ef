import { type GraphQLSchema, isAbstractType } from 'graphql';
import type { Selection } from './default-selection';

/**
 * Which fields of a type are there wherever the type is met, as long as programs select nothing themselves. The others may be
 * missing, and types say so.
 */
export class AlwaysSelected {
  readonly #fields = new Map<string, Set<string>>();
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Counts in what one operation asks for. */
  add(selection: Selection): void {
    const { type, fields, on } = selection;
    if (isAbstractType(type)) {
      for (const { name } of this.#schema.getPossibleTypes(type)) this.#meet(name, [...fields.keys(), ...(on.get(name)?.fields.keys() ?? [])]);
    }
    this.#meet(type.name, [...fields.keys()]);
    for (const of of [...fields.values(), ...[...on.values()].flatMap((one) => [...one.fields.values()])]) if (of) this.add(of);
  }

  has(type: string, field: string): boolean {
    return this.#fields.get(type)?.has(field) ?? false;
  }

  #meet(type: string, fields: readonly string[]): void {
    const before = this.#fields.get(type);
    this.#fields.set(type, new Set(before ? fields.filter((name) => before.has(name)) : fields));
  }
}
