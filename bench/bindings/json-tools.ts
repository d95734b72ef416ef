/** What the same operations cost as a list of JSON tools, one each: the usual way, and with nothing but what is required. */

// The document as its author wrote it; nothing of our own reader is used here.
type Json = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

export type JsonTool = { name: string; description: string; inputSchema: Json };

/** Each is written when it's asked for: some can't be written at all. */
export type ToolSource = { tool(): JsonTool; required(): JsonTool };

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

/** Deeper ones are cut: some specifications lead from anything to everything. */
const MAX_DEPTH = 8;

/** Every operation of a document as a tool, with references written out and cycles cut. */
export function* jsonTools(document: Json): Generator<ToolSource> {
  for (const [path, item] of Object.entries(document.paths as Json)) {
    for (const method of METHODS.filter((name) => item[name])) yield toolOf(document, path, method, item);
  }
}

function toolOf(document: Json, path: string, method: string, item: Json): ToolSource {
  const operation: Json = item[method];
  const parameters: Json[] = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) => resolve(document, parameter));
  const content: Json[] = Object.values(resolve(document, operation.requestBody ?? {}).content ?? {});
  const body = content[0]?.schema as Json | undefined;
  const name = String(operation.operationId ?? `${method} ${path}`);
  const description = [operation.summary, operation.description].filter(Boolean).join('\n');
  const written = (wanted: Json[], full: boolean): Json => ({
    type: 'object',
    properties: Object.fromEntries([
      ...wanted.map((parameter) => [parameter.name, { ...inlined(document, parameter.schema ?? {}, full), ...(full && parameter.description && { description: parameter.description }) }]),
      ...(body ? [['body', inlined(document, body, full)]] : []),
    ]),
    required: wanted.filter(({ required }) => required).map((parameter) => parameter.name),
  });
  return {
    tool: () => ({ name, description, inputSchema: written(parameters, true) }),
    required: () => ({ name, description: String(operation.summary ?? name), inputSchema: written(parameters.filter(({ required }) => required), false) }),
  };
}

function resolve(document: Json, value: Json): Json {
  if (typeof value?.$ref !== 'string') return value;
  return resolve(document, value.$ref.slice(2).split('/').reduce((at: Json, key: string) => at[key.replaceAll('~1', '/')], document));
}

/** `full` keeps optional properties and descriptions. */
function inlined(document: Json, schema: Json, full: boolean, open: readonly string[] = []): Json {
  if (typeof schema.$ref === 'string') {
    if (open.includes(schema.$ref) || open.length >= MAX_DEPTH) return {};
    return inlined(document, resolve(document, schema), full, [...open, schema.$ref]);
  }
  const kept = Object.entries(schema).filter(([key]) => !LEFT_OUT.has(key) && (full || key !== 'description'));
  return Object.fromEntries(kept.map(([key, value]) => [key, key === 'properties' ? properties(document, schema, full, open) : inside(document, value, full, open)]));
}

const LEFT_OUT = new Set(['example', 'examples', 'x-examples']);

function properties(document: Json, { properties, required }: Json, full: boolean, open: readonly string[]): Json {
  const kept = Object.entries((properties ?? {}) as Json).filter(([name]) => full || (Array.isArray(required) && required.includes(name)));
  return Object.fromEntries(kept.map(([name, property]) => [name, inside(document, property, full, open)]));
}

/** Whatever else a schema holds schemas in. */
function inside(document: Json, value: unknown, full: boolean, open: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(document, item, full, open));
  return typeof value === 'object' && value !== null ? inlined(document, value, full, open) : value;
}
