import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApiBinding, Field, Shape } from '../../binding/binding';
import type { Connector } from '../contract';
import { openApiConnector } from './connector';
import type { BodyContent, ParameterPlan, RequestPlan, SecurityScheme } from './request-plan';

/** Ten operations as GitHub and Stripe describe them, and exactly what a server sees of each. */

type Seen = { line: string; headers: Record<string, string | string[] | undefined>; body: Buffer };
let seen: Seen[];
let base: string;

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body: Buffer.concat(chunks) });
  if (request.method === 'PUT') response.writeHead(204).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  seen = [];
});

const text: Shape = { kind: 'string' };
const integer: Shape = { kind: 'integer' };
const list = (of: Shape): Shape => ({ kind: 'list', of });

function field(name: string, shape: Shape, required = false): Field {
  return { name, shape, required };
}

function object(...fields: Field[]): Extract<Shape, { kind: 'object' }> {
  return { kind: 'object', fields };
}

function parameter(place: ParameterPlan['in'], name: string, rest: Partial<ParameterPlan> = {}): ParameterPlan {
  const style = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  return { argument: name, name, in: place, required: place === 'path', style, explode: style === 'form', allowReserved: false, json: false, ...rest };
}

type Described = { plan: RequestPlan; input: Field[] };

function operation(method: string, path: string, parameters: [ParameterPlan, Shape][], body: BodyContent | null, security: string[][] = []): Described {
  const input = parameters.map(([{ argument, required }, shape]) => field(argument, shape, required));
  if (body) input.push(field('body', body.shape, true));
  return { plan: { method, path, servers: [], parameters: parameters.map(([plan]) => plan), accepts: ['application/json'], security, body: body && { required: true, contents: [body] } }, input };
}

function connect(title: string, path: string, operations: Record<string, Described>, security: Record<string, SecurityScheme>, credential: Parameters<typeof openApiConnector>[0]['credentials']): Connector<ApiBinding> {
  const entries = Object.entries(operations);
  const binding: ApiBinding = {
    kind: 'api', name: title.toLowerCase(), title, types: {},
    operations: entries.map(([name, { plan, input }]) => ({ name, groups: [], effect: plan.method === 'GET' ? 'read' : 'write', deprecated: false, input: object(...input), output: { kind: 'unknown' } })),
  };
  const plan = { requests: Object.fromEntries(entries.map(([name, { plan }]) => [name, plan])), security, notes: [] };
  return openApiConnector({ binding, plan, server: base + path, credentials: credential, allowPrivate: true });
}

const owner: [ParameterPlan, Shape] = [parameter('path', 'owner'), text];
const repo: [ParameterPlan, Shape] = [parameter('path', 'repo'), text];
const json = (shape: Shape): BodyContent => ({ mediaType: 'application/json', shape, encoding: {} });

const github = {
  issuesListForRepo: operation('GET', '/repos/{owner}/{repo}/issues', [owner, repo, [parameter('query', 'state'), { kind: 'literal', values: ['open', 'closed', 'all'] }], [parameter('query', 'labels'), text], [parameter('query', 'per_page'), integer]], null),
  issuesCreate: operation('POST', '/repos/{owner}/{repo}/issues', [owner, repo], json(object(field('title', { kind: 'union', of: [text, integer] }, true), field('body', text), field('labels', list({ kind: 'union', of: [text, object(field('name', text))] }))))),
  reposGetContent: operation('GET', '/repos/{owner}/{repo}/contents/{path}', [owner, repo, [parameter('path', 'path'), text], [parameter('query', 'ref'), text]], null),
  searchIssuesAndPullRequests: operation('GET', '/search/issues', [[parameter('query', 'q', { required: true }), text]], null),
  activityStarRepo: operation('PUT', '/user/starred/{owner}/{repo}', [owner, repo], null),
  markdownRenderRaw: operation('POST', '/markdown/raw', [], { mediaType: 'text/plain', shape: text, encoding: {} }),
};

// GitHub's specification leaves out who may ask; a person's token stands for all operations.
const openGithub = () => connect('GitHub', '', github, { token: { kind: 'bearer' } }, { token: { kind: 'token', value: 'ghp_token' } });

const deep = { style: 'deepObject', explode: true } as const;
const form = (encoding: BodyContent['encoding'], ...fields: Field[]): BodyContent => ({ mediaType: 'application/x-www-form-urlencoded', shape: object(...fields), encoding });
const metadata = field('metadata', { kind: 'union', of: [{ kind: 'object', fields: [], rest: text }, { kind: 'literal', values: [''] }] });
const either = [['basicAuth'], ['bearerAuth']];

const stripe = {
  getCustomers: operation('GET', '/v1/customers', [[parameter('query', 'created', deep), { kind: 'union', of: [object(field('gte', integer), field('lt', integer)), integer] }], [parameter('query', 'expand', deep), list(text)], [parameter('query', 'limit'), integer]], null, either),
  postCustomers: operation('POST', '/v1/customers', [], form({ metadata: deep, expand: deep, address: deep }, field('email', text), field('description', text), metadata, field('expand', list(text)), field('address', object(field('line1', text), field('city', text)))), either),
  postSubscriptions: operation('POST', '/v1/subscriptions', [[parameter('header', 'Idempotency-Key', { argument: 'idempotencyKey' }), text]], form({ items: deep }, field('customer', text, true), field('items', list(object(field('price', text), field('quantity', integer)))), field('cancel_at_period_end', { kind: 'boolean' })), either),
  postFiles: operation('POST', '/v1/files', [], { mediaType: 'multipart/form-data', shape: object(field('file', { kind: 'bytes' }, true), field('purpose', text, true), field('file_link_data', object(field('create', { kind: 'boolean' })))), encoding: {} }, either),
};

const openStripe = () => connect('Stripe', '', stripe, { basicAuth: { kind: 'basic' }, bearerAuth: { kind: 'bearer' } }, { basicAuth: { kind: 'basic', user: 'sk_test_key', password: '' } });

async function send(connector: Connector<ApiBinding>, name: string, input: unknown): Promise<Seen> {
  await connector.call(name, input, new AbortController().signal);
  await connector.close();
  return seen[0]!;
}

test.each([
  ['issuesListForRepo', { owner: 'acme', repo: 'site', state: 'open', labels: 'bug,help wanted', per_page: 50 }, 'GET /repos/acme/site/issues?state=open&labels=bug%2Chelp%20wanted&per_page=50', ''],
  ['issuesCreate', { owner: 'acme', repo: 'site', body: { title: 'It’s broken', labels: ['bug', { name: 'urgent' }] } }, 'POST /repos/acme/site/issues', '{"title":"It’s broken","labels":["bug",{"name":"urgent"}]}'],
  ['reposGetContent', { owner: 'acme', repo: 'site', path: 'src/a b.ts', ref: 'feature/x' }, 'GET /repos/acme/site/contents/src%2Fa%20b.ts?ref=feature%2Fx', ''],
  ['searchIssuesAndPullRequests', { q: 'repo:acme/site is:open "a & b" c++' }, 'GET /search/issues?q=repo%3Aacme%2Fsite%20is%3Aopen%20%22a%20%26%20b%22%20c%2B%2B', ''],
  ['activityStarRepo', { owner: 'acme', repo: 'site' }, 'PUT /user/starred/acme/site', ''],
  ['markdownRenderRaw', { body: '# Hé' }, 'POST /markdown/raw', '# Hé'],
])('GitHub: %s', async (name, input, line, body) => {
  const got = await send(openGithub(), name, input);
  expect({ line: got.line, body: String(got.body) }).toEqual({ line, body });
  expect(got.headers).toMatchObject({ authorization: 'Bearer ghp_token', accept: 'application/json', 'user-agent': 'Vitrine' });
});

test.each([
  ['getCustomers', { created: { gte: 100, lt: 200 }, expand: ['data.sources', 'total_count'], limit: 3 }, 'GET /v1/customers?created[gte]=100&created[lt]=200&expand[0]=data.sources&expand[1]=total_count&limit=3', ''],
  ['postCustomers', { body: { email: 'a+b@example.com', metadata: { order: '1 2' }, expand: ['sources'], address: { line1: 'Main & 1st', city: 'Köln' } } }, 'POST /v1/customers', 'email=a+b@example.com&metadata[order]=1 2&expand[0]=sources&address[line1]=Main & 1st&address[city]=Köln'],
  ['postCustomers', { body: { metadata: '' } }, 'POST /v1/customers', 'metadata='],
  ['postSubscriptions', { idempotencyKey: 'k1', body: { customer: 'cus_1', items: [{ price: 'p1', quantity: 2 }, { price: 'p2' }], cancel_at_period_end: true } }, 'POST /v1/subscriptions', 'customer=cus_1&items[0][price]=p1&items[0][quantity]=2&items[1][price]=p2&cancel_at_period_end=true'],
])('Stripe: %s', async (name, input, line, body) => {
  const got = await send(openStripe(), name, input);
  const sent = String(got.body);
  expect({ line: decodeURIComponent(got.line), body: [...new URLSearchParams(sent)].map((pair) => pair.join('=')).join('&') }).toEqual({ line, body });
  expect(got.headers.authorization).toBe(`Basic ${Buffer.from('sk_test_key:').toString('base64')}`);
  if (name === 'postSubscriptions') expect(got.headers['idempotency-key']).toBe('k1');
});

test('Stripe: postFiles', async () => {
  const got = await send(openStripe(), 'postFiles', { body: { purpose: 'dispute_evidence', file: Buffer.from([0, 255, 13, 10]).toString('base64'), file_link_data: { create: true } } });
  const parsed = await new Response(got.body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': String(got.headers['content-type']) } }).formData();
  const file = parsed.get('file') as File;
  expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([0, 255, 13, 10]);
  expect({ name: file.name, type: file.type, purpose: parsed.get('purpose') }).toEqual({ name: 'file', type: 'application/octet-stream', purpose: 'dispute_evidence' });
  expect(got.line).toBe('POST /v1/files');
});
