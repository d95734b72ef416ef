/** The part of JSON Schema that samples can tell of. */
export type Schema = {
  type?: string;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  anyOf?: Schema[];
};

/** Deeper is whatever it is. */
const MAX_DEPTH = 20;

/** Items of a list that are looked at: what differs, differs among the first of them. */
const MAX_ITEMS = 200;

/** An object with more names than this whose values are all alike is a table of names, not a form. */
const MAX_FORM_FIELDS = 24;

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** What a sample answer says of the type of all. Values aren't taken for the only ones there are. */
export function inferSchema(value: unknown, depth = 0): Schema {
  if (depth > MAX_DEPTH) return {};
  if (value === null) return { type: 'null' };
  if (Array.isArray(value)) return { type: 'array', items: value.slice(0, MAX_ITEMS).map((item) => inferSchema(item, depth + 1)).reduce(merge, {}) };
  if (typeof value === 'object') return inferObject(Object.entries(value as object), depth);
  if (typeof value === 'string') return DATE_TIME.test(value) ? { type: 'string', format: 'date-time' } : { type: 'string' };
  return { type: typeof value === 'boolean' ? 'boolean' : 'number' };
}

function inferObject(entries: [string, unknown][], depth: number): Schema {
  const fields = entries.filter(([name]) => name !== '__proto__').map(([name, value]) => [name, inferSchema(value, depth + 1)] as const);
  if (fields.length > MAX_FORM_FIELDS) {
    const all = fields.map(([, schema]) => schema).reduce(merge);
    if (!all.anyOf) return { type: 'object', additionalProperties: all };
  }
  return { type: 'object', properties: Object.fromEntries(fields), required: fields.map(([name]) => name) };
}

/** A type that both samples are of. An empty one says nothing. */
export function merge(one: Schema, other: Schema): Schema {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) ? other : one;
  const variants = [...(one.anyOf ?? [one])];
  for (const schema of other.anyOf ?? [other]) {
    const at = variants.findIndex(({ type }) => type === schema.type);
    if (at < 0) variants.push(schema);
    else variants[at] = mergeAlike(variants[at]!, schema);
  }
  return variants.length === 1 ? variants[0]! : { anyOf: variants };
}

function mergeAlike(one: Schema, other: Schema): Schema {
  if (one.type === 'array') return { type: 'array', items: merge(one.items ?? {}, other.items ?? {}) };
  if (one.type === 'object') return mergeObjects(one, other);
  return one.format === other.format ? one : { type: one.type };
}

function mergeObjects(one: Schema, other: Schema): Schema {
  if (one.additionalProperties || other.additionalProperties) {
    const all = [one, other].flatMap(({ additionalProperties, properties }) => (additionalProperties ? [additionalProperties] : Object.values(properties ?? {})));
    return { type: 'object', additionalProperties: all.reduce(merge, {}) };
  }
  const names = [...new Set([...Object.keys(one.properties ?? {}), ...Object.keys(other.properties ?? {})])];
  const of = ({ properties = {} }: Schema, name: string) => (Object.hasOwn(properties, name) ? properties[name]! : {});
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, merge(of(one, name), of(other, name))])),
    required: (one.required ?? []).filter((name) => other.required?.includes(name)),
  };
}

function isEmpty(schema: Schema): boolean {
  return Object.keys(schema).length === 0;
}
