import { describe, expect, it } from 'vitest';
import type { Operation, Shape } from '../../binding/binding';
import { readOpenApi } from './read-openapi';
import { MAX_SCHEMA_DEPTH } from '../json-schema/limits';
import { SpecProblem } from './spec-problem';

type Json = Record<string, unknown>;

const spec = (paths: Json, more: Json = {}): string => JSON.stringify({ openapi: '3.0.3', info: { title: 'Test' }, servers: [{ url: 'https://a.example' }], paths, ...more });

const read = (text: string, address?: string) => readOpenApi(text, { name: 'test', ...(address && { address }) });

/** The only operation of a specification with one path. */
function readOne(path: string, item: Json, more: Json = {}, address?: string) {
  const { binding, plan } = read(spec({ [path]: item }, more), address);
  const operation = binding.operations[0]!;
  return { operation, request: plan.requests[operation.name]!, binding, plan };
}

const answering = (schema: unknown): Json => ({ responses: { 200: { description: '', content: { 'application/json': { schema } } } } });

const outputOf = (schema: unknown, schemas: Json = {}, version = '3.1.0'): { output: Shape; types: Record<string, Shape>; notes: string[] } => {
  const { binding, plan } = read(spec({ '/x': { get: answering(schema) } }, { openapi: version, components: { schemas } }));
  return { output: binding.operations[0]!.output, types: binding.types, notes: plan.notes };
};

const names = ({ input }: Operation) => input.fields.map(({ name }) => name);

describe('references', () => {
  it('are followed in path items, parameters, bodies and answers, escaped or not', () => {
    const { operation, request } = readOne('/a/{id}', { $ref: '#/x-items/~1a~1%7Bid%7D' }, {
      'x-items': {
        '/a/{id}': {
          parameters: [{ $ref: '#/components/parameters/id' }],
          post: { operationId: 'a', requestBody: { $ref: '#/components/requestBodies/b%20c' }, responses: { 201: { $ref: '#/components/responses/r' } } },
        },
      },
      components: {
        parameters: { id: { $ref: '#/components/parameters/other' }, other: { name: 'id', in: 'path', required: true, schema: { type: 'integer' } } },
        requestBodies: { 'b c': { required: true, content: { 'application/json': { schema: { type: 'array', items: { type: 'string' } } } } } },
        responses: { r: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/~0odd' } } } } },
        schemas: { '~odd': { type: 'object', properties: { n: { type: 'number' } } } },
      },
    });
    expect(operation.input.fields).toEqual([
      { name: 'id', shape: { kind: 'integer' }, required: true },
      { name: 'body', shape: { kind: 'list', of: { kind: 'string' } }, required: true },
    ]);
    expect(operation.output).toEqual({ kind: 'named', name: 'Odd' });
    expect(request.body?.contents[0]?.mediaType).toBe('application/json');
  });

  it('may go in circles', () => {
    const { output, types, notes } = outputOf({ $ref: '#/components/schemas/node' }, {
      node: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/node' } } } },
    });
    expect(output).toEqual({ kind: 'named', name: 'Node' });
    expect(types.Node).toMatchObject({ fields: [{ name: 'children', shape: { kind: 'list', of: { kind: 'named', name: 'Node' } } }] });
    expect(notes).toEqual([]);
  });

  it('that are nothing but each other are unknown, with a note', () => {
    const circle = outputOf({ $ref: '#/components/schemas/a' }, { a: { $ref: '#/components/schemas/b' }, b: { $ref: '#/components/schemas/a' } });
    expect(circle.output).toEqual({ kind: 'unknown' });
    expect(circle.notes[0]).toContain('circle');
    const alias = outputOf({ $ref: '#/components/schemas/a' }, { a: { allOf: [{ $ref: '#/components/schemas/a' }, { type: 'string' }] } });
    expect(alias.types.A).toEqual({ kind: 'all', of: [{ kind: 'unknown' }, { kind: 'string' }] });
  });

  it('to other files and to nowhere are noted', () => {
    expect(outputOf({ $ref: 'common.yaml#/Pet' }).notes[0]).toContain('another file');
    expect(outputOf({ $ref: '#/components/schemas/missing' }).notes[0]).toContain('nowhere');
    expect(outputOf({ $ref: '#/constructor' }).output).toEqual({ kind: 'unknown' });
  });
});

describe('schemas', () => {
  it.each<[string, unknown, Shape]>([
    ['nullable of 3.0', { type: 'string', nullable: true }, { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }] }],
    ['type lists of 3.1', { type: ['integer', 'null'] }, { kind: 'union', of: [{ kind: 'integer' }, { kind: 'null' }] }],
    ['enum', { type: 'string', enum: ['a', 'b'] }, { kind: 'literal', values: ['a', 'b'] }],
    ['enum with null', { type: 'string', nullable: true, enum: ['a'] }, { kind: 'literal', values: ['a', null] }],
    ['const', { const: 5 }, { kind: 'literal', values: [5] }],
    ['binary', { type: 'string', format: 'binary' }, { kind: 'bytes' }],
    ['date', { type: 'string', format: 'date' }, { kind: 'string', format: 'date' }],
    ['map', { additionalProperties: { type: 'number' } }, { kind: 'object', fields: [], rest: { kind: 'number' } }],
    ['tuple', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, { kind: 'list', of: { kind: 'union', of: [{ kind: 'string' }, { kind: 'number' }] } }],
    ['anything', {}, { kind: 'unknown' }],
    ['nothing', false, { kind: 'union', of: [] }],
    ['oneOf', { oneOf: [{ type: 'string' }, { type: 'boolean' }] }, { kind: 'union', of: [{ kind: 'string' }, { kind: 'boolean' }] }],
  ])('%s', (_, schema, shape) => {
    expect(outputOf(schema).output).toEqual(shape);
  });

  it('keeps what stands beside allOf, and what a part only requires', () => {
    const { output } = outputOf({
      properties: { own: { type: 'string' } },
      allOf: [{ $ref: '#/components/schemas/base' }, { required: ['id'] }],
    }, { base: { type: 'object', properties: { id: { type: 'string' } } } });
    expect(output).toEqual({
      kind: 'all',
      of: [
        { kind: 'object', fields: [{ name: 'own', shape: { kind: 'string' }, required: false }] },
        { kind: 'named', name: 'Base' },
        { kind: 'object', fields: [{ name: 'id', shape: { kind: 'unknown' }, required: true }] },
      ],
    });
  });

  it('marks the variants of a discriminator', () => {
    const { output } = outputOf(
      { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: 'kind', mapping: { meow: '#/components/schemas/Cat' } } },
      { Cat: { type: 'object', properties: { kind: { type: 'string' } } }, Dog: { type: 'object', properties: { kind: { const: 'woof' } } } },
    );
    expect(output).toEqual({
      kind: 'union',
      of: [
        { kind: 'all', of: [{ kind: 'named', name: 'Cat' }, { kind: 'object', fields: [{ name: 'kind', shape: { kind: 'literal', values: ['meow'] }, required: true }] }] },
        { kind: 'named', name: 'Dog' },
      ],
    });
  });

  it('asks nobody for fields that only answers have', () => {
    const { output } = outputOf({ type: 'object', required: ['id'], properties: { id: { type: 'string', readOnly: true } } });
    expect(output).toMatchObject({ fields: [{ name: 'id', required: false, comment: 'only in answers' }] });
  });
});

describe('operations', () => {
  it('have identifiers that are unique and mean nothing else', () => {
    const get = (operationId: string) => ({ get: { operationId, responses: {} } });
    const { binding } = read(spec({
      '/1': get('issues/list-for-repo'), '/2': get('issues_list_for_repo'), '/3': get('delete'), '/4': get('constructor'), '/5': get('__proto__'),
      '/6': get('2fa'), '/7': get('then'), '/8/{id}': { get: { responses: {} } }, '/9': get('GET_Thing'),
    }));
    expect(binding.operations.map(({ name }) => name)).toEqual([
      'issuesListForRepo', 'issuesListForRepo2', 'delete_', 'constructor_', 'proto', 'call2fa', 'then_', 'get8Id', 'getThing',
    ]);
  });

  it('that are sent with GET and change something all the same are noted', () => {
    const get = (operationId: string) => ({ get: { operationId, responses: {} } });
    const { plan } = read(spec({ '/1': get('GET_DeleteVpc'), '/2': get('removeUser'), '/3': get('getReleases'), '/4': get('runners/list'), '/5': get('GetRunnersUpdate') }));
    expect(plan.notes).toEqual([expect.stringContaining('2 operations are sent with GET and so count as reading, but their names say that they change something (getDeleteVpc, removeUser…)')]);
  });

  it('override the parameters of their path, and keep places apart', () => {
    const { operation, request } = readOne('/a/{id}', {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }, { name: 'q', in: 'query', schema: { type: 'string' } }],
      put: {
        parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'integer' } }, { name: 'id', in: 'header', schema: { type: 'string' } }, { name: 'body', in: 'query', schema: {} }],
        requestBody: { content: { 'application/json': { schema: { type: 'string' } } } },
        responses: { 204: { description: '' } },
      },
    });
    expect(names(operation)).toEqual(['id', 'q', 'body', 'headerId', 'queryBody']);
    expect(request.parameters.map(({ argument, name, in: place, required }) => [argument, name, place, required])).toEqual([
      ['id', 'id', 'path', true], ['q', 'q', 'query', true], ['headerId', 'id', 'header', false], ['queryBody', 'body', 'query', false],
    ]);
    expect(operation).toMatchObject({ effect: 'write', output: { kind: 'null' } });
  });

  it('know the variables that only their path names, and names that are no identifiers', () => {
    const { request } = readOne('/a/{calendar-id}', { get: { parameters: [{ name: 'filter[name]', in: 'query', style: 'deepObject', schema: { type: 'object' } }], responses: {} } });
    expect(request.parameters).toMatchObject([
      { argument: 'calendarId', name: 'calendar-id', in: 'path', required: true, style: 'simple', explode: false },
      { argument: 'filterName', name: 'filter[name]', in: 'query', style: 'deepObject', explode: false },
    ]);
  });

  it('prefer JSON, then forms, then text, and say what they accept', () => {
    const { request, operation } = readOne('/a', {
      post: {
        requestBody: { content: { 'text/plain': {}, 'multipart/form-data': { schema: { properties: { f: { type: 'string', format: 'binary' } } }, encoding: { f: { contentType: 'image/png' } } }, 'application/vnd.a+json': { schema: { type: 'string' } } } },
        responses: { 200: { description: '', content: { 'text/csv': {}, 'application/json': { schema: { type: 'number' } } } }, 404: { description: '' } },
      },
    });
    expect(request.body?.contents.map(({ mediaType }) => mediaType)).toEqual(['application/vnd.a+json', 'multipart/form-data', 'text/plain']);
    expect(request.body?.contents[1]).toMatchObject({ encoding: { f: { contentType: 'image/png' } }, shape: { fields: [{ name: 'f', shape: { kind: 'bytes' } }] } });
    expect(request.accepts).toEqual(['application/json', 'text/csv']);
    expect(operation.output).toEqual({ kind: 'number' });
  });

  it.each([
    [['page', 'per_page'], {}, { Link: {} }, 'page, per_page, Link header'],
    [['cursor', 'limit'], { next_cursor: { type: 'string' } }, {}, 'cursor from next_cursor, limit'],
    [['offset', 'limit'], {}, {}, 'offset, limit'],
    [['starting_after', 'limit'], { has_more: { type: 'boolean' } }, {}, 'starting_after while has_more, limit'],
    [['q'], {}, {}, undefined],
  ])('say how their pages follow each other: %j', (parameters, properties, headers, paging) => {
    const { operation } = readOne('/a', {
      get: {
        parameters: parameters.map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
        responses: { 200: { description: '', headers, content: { 'application/json': { schema: { type: 'object', properties } } } } },
      },
    });
    expect(operation.paging).toBe(paging);
  });
});

describe('servers and security', () => {
  it('fill variables, resolve what is relative, and prefer what is encrypted', () => {
    const servers = [{ url: 'http://{region}.example.com/v1/', variables: { region: { default: 'eu' } } }, { url: '/api' }, { url: '{host}/x' }, { url: 'file:///etc' }];
    const { request, plan } = readOne('/a', { get: { responses: {} } }, { servers }, 'https://docs.example.com/spec/openapi.json');
    expect(request.servers).toEqual(['https://docs.example.com/api', 'http://eu.example.com/v1']);
    expect(plan.notes).toHaveLength(2); // {host} and file:
    expect(readOne('/a', { get: { responses: {} } }, { servers: [{ url: '/api' }] }).request.servers).toEqual([]);
  });

  it('ask for one set of schemes, with no more scopes than needed', () => {
    const { request, plan } = readOne('/a', { get: { security: [{ o: ['read'] }, {}], responses: {} } }, {
      security: [{ key: [] }],
      components: {
        securitySchemes: {
          key: { type: 'apiKey', in: 'header', name: 'X-Key' },
          o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.example/token', scopes: { read: '', write: '' } } } },
          b: { type: 'http', scheme: 'Bearer' },
          i: { type: 'openIdConnect' },
          constructor: { type: 'http', scheme: 'basic' },
        },
      },
    });
    expect(request.security).toEqual([['o'], []]);
    expect(plan.security).toEqual({
      key: { kind: 'header', name: 'X-Key' },
      o: { kind: 'client-credentials', tokenUrl: 'https://a.example/token', scopes: ['read'] },
      b: { kind: 'bearer' },
      i: { kind: 'other', description: 'OpenID Connect' },
    });
  });
});

const SWAGGER_2 = `
swagger: "2.0"
info: { title: Old }
host: old.example.com
basePath: /v2
schemes: [http, https]
consumes: [application/json]
securityDefinitions:
  app: { type: oauth2, flow: application, tokenUrl: https://old.example.com/token, scopes: { a: all } }
parameters:
  ids: { name: ids, in: query, type: array, items: { type: integer }, collectionFormat: pipes }
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, type: string, required: true }
    get:
      operationId: getPet
      parameters: [ { $ref: "#/parameters/ids" } ]
      responses: { 200: { description: ok, schema: { $ref: "#/definitions/Pet" } } }
    put:
      parameters: [ { name: pet, in: body, required: true, schema: { $ref: "#/definitions/Pet" } } ]
      responses: { default: { description: ok } }
    post:
      parameters:
        - { name: photo, in: formData, type: file, required: true }
        - { name: tags, in: formData, type: array, items: { type: string }, collectionFormat: multi }
      responses: { 204: { description: ok } }
definitions:
  Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

describe('Swagger 2 in YAML', () => {
  const { binding, plan } = read(SWAGGER_2);
  const of = (name: string) => ({ operation: binding.operations.find((operation) => operation.name === name)!, request: plan.requests[name]! });

  it('has servers, security and types', () => {
    expect(of('getPet').request.servers).toEqual(['https://old.example.com/v2', 'http://old.example.com/v2']);
    expect(plan.security).toEqual({ app: { kind: 'client-credentials', tokenUrl: 'https://old.example.com/token', scopes: ['a'] } });
    expect(of('getPet').operation.output).toEqual({ kind: 'named', name: 'Pet' });
  });

  it('has parameters with their way of listing, bodies and forms', () => {
    expect(of('getPet').request.parameters[1]).toMatchObject({ argument: 'ids', style: 'pipeDelimited', explode: false });
    expect(of('putPetsId').request.body).toMatchObject({ required: true, contents: [{ mediaType: 'application/json', shape: { kind: 'named', name: 'Pet' } }] });
    const form = of('postPetsId').request.body!;
    expect(form.contents).toMatchObject([{ mediaType: 'multipart/form-data', encoding: { tags: { style: 'form', explode: true } } }]);
    expect(form.contents[0]!.shape).toMatchObject({ fields: [{ name: 'photo', shape: { kind: 'bytes' }, required: true }, { name: 'tags', required: false }] });
  });
});

describe('what is no specification, or means harm', () => {
  it.each([
    ['', 'empty'],
    ['{"openapi": "3.0.0", "paths": {', 'line 1, column 32'],
    ['[1, 2]', 'no specification'],
    ['just words', 'no specification'],
    ['{"hello": "world"}', 'neither "openapi" nor "swagger"'],
    ['{"openapi": "4.0.0", "paths": {}}', 'Version "4.0.0"'],
    ['{"openapi": "3.0.0", "info": {}}', 'no "paths"'],
    ['{"openapi": "3.0.0", "paths": {}}', 'no operation'],
    ['openapi: [3\npaths: {', 'neither JSON nor YAML'],
  ])('says what is wrong: %s', (text, message) => {
    expect(() => read(text)).toThrow(SpecProblem);
    expect(() => read(text)).toThrow(message);
  });

  it('refuses YAML that grows without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)];
    expect(() => read(`openapi: 3.0.0\n${lines.join('\n')}`)).toThrow(/aliases/);
  });

  it('reads YAML that contains itself', () => {
    const { binding, plan } = read('openapi: 3.0.0\nservers: [{ url: https://a.example }]\npaths: { /a: { get: { responses: { 200: { content: { application/json: { schema: &s { type: array, items: *s } } } } } } } }');
    expect(binding.operations[0]!.output).toEqual({ kind: 'list', of: { kind: 'unknown' } });
    expect(plan.notes[0]).toContain('contains itself');
  });

  it('stops at schemas that are too deep', () => {
    let schema: Json = { type: 'string' };
    for (let i = 0; i < MAX_SCHEMA_DEPTH * 3; i++) schema = { type: 'array', items: schema };
    expect(outputOf(schema).notes[0]).toContain('deep');
  });

  it('survives a chain of ten thousand names', () => {
    const schemas = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`s${i}`, { allOf: [{ $ref: `#/components/schemas/s${i + 1}` }] }]));
    expect(Object.keys(outputOf({ $ref: '#/components/schemas/s0' }, schemas).types)).toHaveLength(10_000);
  });

  it('pollutes no prototype', () => {
    const text = `{"openapi":"3.0.0","paths":{"/a/{__proto__}":{"post":{"operationId":"__proto__","parameters":[{"name":"constructor","in":"query"}],
      "requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"__proto__":{"type":"string"},"ok":{"type":"string"}}},"encoding":{"__proto__":{"contentType":"x"}}}}},
      "responses":{}}}},"components":{"securitySchemes":{"__proto__":{"type":"http","scheme":"basic"}}}}`;
    const { binding, plan } = read(text);
    expect(({} as Json).polluted).toBeUndefined();
    expect(names(binding.operations[0]!)).toEqual(['parameter__proto__', 'body', 'parameterconstructor']);
    expect(binding.operations[0]!.input.fields[1]!.shape).toMatchObject({ fields: [{ name: 'ok' }] });
    expect(Object.getPrototypeOf(plan.security)).toBe(Object.prototype);
    expect(Object.keys(plan.security)).toEqual([]);
  });

  it('takes any value for any part', () => {
    for (const junk of [null, 5, 'x', [], [null], {}]) {
      const text = JSON.stringify({
        openapi: '3.0.0', info: junk, servers: junk, tags: junk, security: junk, components: junk,
        paths: { '/a': { parameters: junk, get: { operationId: junk, tags: junk, parameters: junk, requestBody: junk, responses: junk, security: junk, servers: junk } }, '/b': junk },
      });
      expect(read(text).binding.operations).toHaveLength(1);
    }
  });
});
