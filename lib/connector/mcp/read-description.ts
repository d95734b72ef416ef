import type { ApiBinding, Operation, Shape } from '../../binding/binding';
import { camelCase, RESERVED_TYPES, UniqueNames } from '../json-schema/identifiers';
import { isRecord, type JsonRecord, listOf, own, recordOf, textOf } from '../json-schema/json-value';
import { Notes } from '../json-schema/notes';
import { References } from '../json-schema/references';
import { firstSentence, plainText } from '../json-schema/schema-comment';
import { SchemaReader } from '../json-schema/schema-reader';
import { MAX_LISTED, MAX_TEXT_UNITS } from './limits';
import type { McpDescription } from './description';

/** How an operation is asked for: as a tool by its own name, or as one of the two about resources. */
export type McpCall = { tool: string; isStructured: boolean } | 'list-resources' | 'read-resource';

export type ReadMcp = { binding: ApiBinding; calls: Readonly<Record<string, McpCall>>; notes: readonly string[] };

type ObjectShape = Extract<Shape, { kind: 'object' }>;

const TEXT: Shape = { kind: 'string' };
const NOTHING: ObjectShape = { kind: 'object', fields: [] };

/** What a tool gives that says nothing of its answer, and what a resource holds. */
const CONTENT: Shape = { kind: 'named', name: 'Content' };
const CONTENT_TYPE: Shape = object({
  text: [TEXT, 'all of its text'],
  parts: [{ kind: 'list', of: object({ type: [TEXT, 'image, audio, resource, resource_link'], mimeType: [TEXT], data: [{ kind: 'bytes' }], uri: [TEXT], name: [TEXT] }, false) }, 'what is no text'],
});
const RESOURCES: Shape = object({
  resources: [{ kind: 'list', of: object({ uri: [TEXT], name: [TEXT], description: [TEXT], mimeType: [TEXT] }, false) }],
  templates: [{ kind: 'list', of: object({ uriTemplate: [TEXT], name: [TEXT], description: [TEXT], mimeType: [TEXT] }, false) }, 'addresses with {gaps} to fill in'],
});

/** Reads what a server said of itself, without asking it. What can't be read of it is left out with a note. */
export function readDescription(text: string, { name, title }: { name: string; title?: string }): ReadMcp {
  const said = recordOf(JSON.parse(text)) as Partial<Record<keyof McpDescription, unknown>>;
  const notes = new Notes();
  const tools = listOf(said.tools).slice(0, MAX_LISTED).filter(isRecord).map((tool, index) => withOwnReferences(tool, index));
  if (said.isCut === true) notes.add(`The server has more tools than can be taken in: these are the first ${MAX_LISTED.toLocaleString('en')}, or fewer.`);
  const references = new References({ tools }, notes);
  const schemas = new SchemaReader(references, notes, [], new UniqueNames('Type', [...RESERVED_TYPES, 'Content']));
  const names = new UniqueNames('tool', []);
  const calls: Record<string, McpCall> = {};
  const operations: Operation[] = [];
  for (const tool of tools) {
    const toolName = textOf(tool.name);
    if (!toolName) {
      notes.add('A tool without a name was left out.');
      continue;
    }
    const operation = operationOf(tool, names.take(camelCase(toolName)), schemas);
    if (!operation) {
      notes.add(`The tool ${JSON.stringify(toolName.slice(0, 60))} was left out: what it takes is no object.`);
      continue;
    }
    operations.push(operation);
    calls[operation.name] = { tool: toolName, isStructured: isRecord(tool.outputSchema) };
  }
  if (said.hasResources === true) {
    const list = names.take('listResources');
    const read = names.take('readResource');
    operations.push(aboutResources(list, 'List what can be read', NOTHING, RESOURCES), aboutResources(read, 'Read what is at a uri', object({ uri: [TEXT] }), CONTENT));
    calls[list] = 'list-resources';
    calls[read] = 'read-resource';
  }
  schemas.finish();
  const types = { ...schemas.types, Content: CONTENT_TYPE };
  const instructions = plainText((textOf(said.instructions) ?? '').slice(0, MAX_TEXT_UNITS));
  const binding: ApiBinding = { kind: 'api', name, title: title ?? textOf(said.title) ?? name, operations, types, ...(instructions && { description: instructions }) };
  return { binding, calls, notes: notes.all() };
}

function operationOf(tool: JsonRecord, name: string, schemas: SchemaReader): Operation | null {
  const input = tool.inputSchema === undefined ? NOTHING : inputOf(schemas.read(tool.inputSchema));
  if (!input) return null;
  const description = textOf(tool.description)?.slice(0, MAX_TEXT_UNITS);
  const annotations = recordOf(tool.annotations);
  const title = textOf(tool.title) ?? textOf(annotations.title);
  return {
    name,
    summary: firstSentence(description) || title || name,
    ...(description && { description }),
    groups: title ? [title.slice(0, 100)] : [],
    // A hint of its author; who doesn't give it is taken to change something.
    effect: own(annotations, 'readOnlyHint') === true ? 'read' : 'write',
    deprecated: false,
    input,
    output: isRecord(tool.outputSchema) ? schemas.read(tool.outputSchema) : CONTENT,
  };
}

/** Zod writes `{ type: 'object', properties: {}, additionalProperties: false }`; others leave out what isn't there. */
function inputOf(shape: Shape): ObjectShape | null {
  if (shape.kind === 'unknown') return NOTHING;
  if (shape.kind !== 'object') return null;
  // "Anything else too" is what a schema says that says nothing of it.
  return shape.rest?.kind === 'unknown' && shape.fields.length > 0 ? { kind: 'object', fields: shape.fields } : shape;
}

function aboutResources(name: string, summary: string, input: ObjectShape, output: Shape): Operation {
  return { name, summary, groups: ['resources'], effect: 'read', deprecated: false, input, output };
}

function object(fields: Record<string, [shape: Shape, comment?: string]>, required = true): ObjectShape {
  return { kind: 'object', fields: Object.entries(fields).map(([name, [shape, comment]]) => ({ name, shape, required, ...(comment && { comment }) })) };
}

/** Each schema is a document of its own; here they stand in one. */
function withOwnReferences(tool: JsonRecord, index: number): JsonRecord {
  const placed = (schema: unknown, at: string) => (isRecord(schema) ? moved(schema, `#/tools/${index}/${at}`, 0) : schema);
  return { ...tool, inputSchema: placed(tool.inputSchema, 'inputSchema'), outputSchema: placed(tool.outputSchema, 'outputSchema') };
}

/** Nesting of a schema in which references are moved; what is deeper has an unknown type. */
const MAX_DEPTH = 100;

function moved(value: unknown, root: string, depth: number): unknown {
  if (depth > MAX_DEPTH) return {};
  if (Array.isArray(value)) return value.map((item) => moved(item, root, depth + 1));
  if (!isRecord(value)) return value;
  const to: JsonRecord = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') continue;
    to[key] = key === '$ref' && typeof item === 'string' && item.startsWith('#') ? `${root}${item.slice(1)}` : moved(item, root, depth + 1);
  }
  return to;
}
