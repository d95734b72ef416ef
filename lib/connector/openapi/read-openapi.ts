import type { ApiBinding, Operation } from '../../binding/binding';
import { doubtfulReads } from './doubtful-reads';
import { camelCase, UniqueNames } from '../json-schema/identifiers';
import { isRecord, type JsonRecord, listOf, own, recordOf, textOf, textsOf } from '../json-schema/json-value';
import { Notes } from '../json-schema/notes';
import { parseDocument } from './parse-document';
import { readAnswer } from './read-answer';
import { readBody } from './read-body';
import { parametersOf, readParameters } from './read-parameters';
import { readRequirements, readSecuritySchemes } from './read-security';
import { readServers } from './read-servers';
import { recognisePaging } from './recognise-paging';
import { References } from '../json-schema/references';
import type { ApiPlan, RequestPlan } from './request-plan';
import { firstSentence, plainText } from '../json-schema/schema-comment';
import { SchemaReader } from '../json-schema/schema-reader';
import { MAX_DESCRIPTION_UNITS } from '../json-schema/limits';
import { MAX_OPERATIONS } from './spec-limits';
import { SpecProblem } from './spec-problem';
import { operationFromSwagger2, schemeFromSwagger2, serversFromSwagger2 } from './swagger-2';

export type ReadOptions = {
  /** The binding's identifier in generated code. */
  name: string;
  /** What people call it; otherwise the specification's own title. */
  title?: string;
  /** Where the specification came from; relative servers are resolved against it. */
  address?: string;
};

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace', 'query'];

/**
 * A specification (OpenAPI 3.0, 3.1, Swagger 2; JSON or YAML) as the typed binding that generated code sees, and the plan by which
 * its calls become requests. What can't be read is left out with a note in the plan; the rest stays usable.
 * @throws SpecProblem where the text is no specification at all.
 */
export function readOpenApi(text: string, options: ReadOptions): { binding: ApiBinding; plan: ApiPlan } {
  const document = parseDocument(text);
  const swagger2 = isSwagger2(document);
  const paths = own(document, 'paths');
  if (!isRecord(paths)) throw new SpecProblem('The specification has no "paths": there is nothing that could be called.');
  const context = contextOf(document, swagger2, options.address);
  const read = readOperations(paths, context);
  if (read.length === 0) throw new SpecProblem('The specification describes no operation: its "paths" are empty.');
  context.schemas.finish();
  for (const { operation, request, headers } of read) {
    const paging = recognisePaging(request.parameters, operation.output, context.schemas.types, headers);
    if (paging) operation.paging = paging;
  }
  const doubt = doubtfulReads(read.map(({ operation }) => operation));
  if (doubt) context.notes.add(doubt);
  const info = recordOf(document.info);
  const description = cut(textOf(info.description));
  return {
    binding: {
      kind: 'api',
      name: options.name,
      title: options.title ?? (plainText((textOf(info.title) ?? options.name).slice(0, 200)) || options.name),
      ...(description && { description }),
      operations: read.map(({ operation }) => operation),
      types: context.schemas.types,
    },
    plan: {
      requests: Object.fromEntries(read.map(({ operation, request }) => [operation.name, request])),
      security: readSecuritySchemes(schemesOf(context), context.scopes, { ...context, address: context.servers[0] ?? options.address }),
      notes: context.notes.all(),
    },
  };
}

function isSwagger2(document: JsonRecord): boolean {
  const version = String(own(document, 'openapi') ?? own(document, 'swagger') ?? '');
  if (/^3\.\d/.test(version)) return false;
  if (/^2(\.|$)/.test(version)) return true;
  if (version !== '') throw new SpecProblem(`Version ${JSON.stringify(version.slice(0, 40))} of OpenAPI can't be read; 2.0, 3.0 and 3.1 can.`);
  if (own(document, 'asyncapi') !== undefined) throw new SpecProblem('This is an AsyncAPI document; OpenAPI 2.0, 3.0 and 3.1 can be read.');
  throw new SpecProblem('The text is no specification: it has neither "openapi" nor "swagger" at its top.');
}

type Context = {
  document: JsonRecord;
  swagger2: boolean;
  address: string | undefined;
  notes: Notes;
  references: References;
  schemas: SchemaReader;
  /** The document's, for operations without their own. */
  servers: string[];
  scopes: Map<string, Set<string>>;
  names: UniqueNames;
};

function contextOf(document: JsonRecord, swagger2: boolean, address: string | undefined): Context {
  const notes = new Notes();
  const references = new References(document, notes);
  const schemaNames = Object.keys(recordOf(swagger2 ? document.definitions : recordOf(document.components).schemas));
  const listed = swagger2 ? serversFromSwagger2(document) : listOf(document.servers);
  const servers = readServers(listed.length > 0 ? listed : address ? [{ url: '/' }] : [], address, notes);
  if (servers.length === 0) notes.add('The specification names no server with a full address: one has to be given by hand.');
  const schemas = new SchemaReader(references, notes, schemaNames);
  return { document, swagger2, address, notes, references, schemas, servers, scopes: new Map(), names: new UniqueNames('call') };
}

type ReadOperation = { operation: Operation; request: RequestPlan; headers: string[] };

function readOperations(paths: JsonRecord, context: Context): ReadOperation[] {
  const read: ReadOperation[] = [];
  for (const [path, value] of Object.entries(paths)) {
    const item = path.startsWith('/') ? pathItem(value, context) : null;
    if (!item) continue;
    for (const method of METHODS) {
      const operation = own(item, method);
      if (!isRecord(operation)) continue;
      if (read.length >= MAX_OPERATIONS) throw new SpecProblem(`The specification has more than ${MAX_OPERATIONS} operations.`);
      read.push(readOperation(path, method, operation, item, context));
    }
  }
  return read;
}

/** What stands beside a path item's `$ref` is kept and wins. */
function pathItem(value: unknown, { references }: Context): JsonRecord | null {
  const target = references.follow(value);
  return isRecord(value) && target ? { ...target, ...value } : target;
}

function readOperation(path: string, method: string, written: JsonRecord, item: JsonRecord, context: Context): ReadOperation {
  const { document, swagger2, references, schemas, notes } = context;
  const converted = swagger2 ? operationFromSwagger2(written, parametersOf(item), document, references) : written;
  const body = bodyOf(method, converted, context);
  const shared = swagger2 ? [] : parametersOf(item);
  const { fields, plans } = readParameters(path, shared, parametersOf(converted), body !== null, context);
  const answer = readAnswer(method.toUpperCase(), recordOf(converted.responses), references, schemas);
  const ownServers = [converted.servers, item.servers].find((servers) => listOf(servers).length > 0);
  const operation: Operation = {
    name: context.names.take(camelCase(textOf(written.operationId) ?? `${method} ${path}`)),
    ...words(written, item),
    groups: textsOf(written.tags).map((tag) => tag.slice(0, 100)),
    effect: method === 'get' || method === 'head' ? 'read' : 'write',
    deprecated: written.deprecated === true,
    input: { kind: 'object', fields: body ? withBody(fields, body.field) : fields },
    output: answer.output,
  };
  const request: RequestPlan = {
    method: method.toUpperCase(),
    path,
    servers: ownServers ? readServers(ownServers, context.address, notes) : context.servers,
    parameters: plans,
    body: body?.plan ?? null,
    accepts: answer.accepts,
    security: readRequirements(written.security, document.security, context.scopes),
  };
  return { operation, request, headers: answer.headers };
}

/** A GET with an empty body says nothing, and few servers and clients would carry it. */
function bodyOf(method: string, operation: JsonRecord, { references, schemas }: Context): ReturnType<typeof readBody> {
  const body = readBody(references.follow(operation.requestBody), schemas);
  const empty = body?.field.shape.kind === 'object' && body.field.shape.fields.length === 0 && !body.plan.required;
  return empty && (method === 'get' || method === 'head') ? null : body;
}

/** Behind what is required, before what isn't. */
function withBody(fields: Operation['input']['fields'], body: Operation['input']['fields'][number]): Operation['input']['fields'] {
  const required = fields.filter((field) => field.required);
  return [...required, body, ...fields.slice(required.length)];
}

/** The summary; where there is none, the description's first sentence. */
function words(operation: JsonRecord, item: JsonRecord): Pick<Operation, 'summary' | 'description'> {
  const description = cut(textOf(operation.description) ?? textOf(item.description));
  const summary = firstSentence(textOf(operation.summary) ?? textOf(operation.description) ?? textOf(item.summary));
  return { ...(summary && { summary }), ...(description && { description }) };
}

function cut(text: string | undefined): string | undefined {
  return text?.slice(0, MAX_DESCRIPTION_UNITS);
}

function schemesOf({ document, swagger2, references }: Context): JsonRecord {
  if (!swagger2) return recordOf(recordOf(document.components).securitySchemes);
  const definitions = Object.entries(recordOf(document.securityDefinitions));
  return Object.fromEntries(definitions.map(([name, value]) => [name, schemeFromSwagger2(references.follow(value) ?? {})]));
}
