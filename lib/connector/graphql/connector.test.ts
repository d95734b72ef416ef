import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, validate } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTracker, type Tracker, TRACKER_TOKEN } from '../../../e2e/fakes/tracker';
import type { ApiBinding } from '../../binding/binding';
import { operationsSuite } from '../operations-suite';
import type { CallErrorData, Connector } from '../contract';
import { graphQlConnector, introspect, readGraphQl } from '.';
import type { GraphQlOptions } from './connector';

const signal = new AbortController().signal;
let tracker: Tracker;
let described: string;

beforeAll(async () => {
  tracker = await startTracker();
  described = await introspect({ server: tracker.url, allowPrivate: true, security: {}, credentials: {} }, signal);
});
afterAll(() => tracker.close());

const opened: Connector<ApiBinding>[] = [];
afterEach(() => Promise.all(opened.splice(0).map((connector) => connector.close())));
beforeEach(() => void tracker.asked.splice(0));

function make(rest: Partial<GraphQlOptions> = {}): Connector<ApiBinding> {
  const { binding, plan } = readGraphQl(described, { name: 'tracker', title: 'Tracker' });
  return graphQlConnector({ binding, plan, server: tracker.url, allowPrivate: true, security: {}, credentials: {}, ...rest });
}

function open(rest: Partial<GraphQlOptions> = {}): Connector<ApiBinding> {
  const connector = make(rest);
  opened.push(connector);
  return connector;
}

const call = async (name: string, args: unknown = {}) => (await open().call(name, args, signal)).value;
const failure = (name: string, args: unknown = {}, connector = open()): Promise<CallErrorData> =>
  connector.call(name, args, signal).then(() => expect.unreachable('it ran'), (error: { data: CallErrorData }) => error.data);

operationsSuite(async () => make(), { reads: { name: 'project', args: { owner: 'a', name: 'engine' } }, writes: { name: 'closeIssue', args: { id: 'i1' } }, wrong: { args: { owner: 'a', nam: 'engine' }, hint: "Did you mean 'name'?" } });

describe('a call', () => {
  test('gives what is usual, and every usual selection is valid', async () => {
    expect(await call('project', { owner: 'a', name: 'engine' })).toMatchObject({ id: 'r1', budget: { amount: 12.5 }, owner: { login: 'ada' }, labels: [{ name: 'bug' }] });
    expect(await call('project', { owner: 'a', name: 'none' })).toBeNull();
    expect(await call('serverTime')).toBe('2026-10-03T12:00:00Z');
    expect(await call('actors')).toEqual([expect.objectContaining({ __typename: 'Person', name: 'Ada' }), expect.not.objectContaining({ name: 7 })]);
    const { plan } = readGraphQl(described, { name: 't', title: 'T' });
    for (const { kind, field, selection } of plan.operations.values()) {
      const problems = validate(plan.schema, parse(`${kind} { ${field.name} ${selection ?? ''} }`)).map(({ message }) => message);
      expect(problems.filter((message) => !message.startsWith('Argument') && !message.includes('must have a selection')), field.name).toEqual([]);
    }
  });

  test('sends values as variables, never in the text, and only those that are given', async () => {
    const nasty = '") { id } } mutation { x(a: "';
    await call('issues', { first: 1, where: { labels: [nasty], by: { or: [{ login: nasty }] } }, after: undefined });
    const [{ query, variables }] = tracker.asked as [Tracker['asked'][number]];
    expect(query).not.toContain(nasty);
    expect(variables).toEqual({ first: 1, where: { labels: [nasty], by: { or: [{ login: nasty }] } } });
    expect(query).toContain('($first: Int, $where: IssueFilter)');
  });

  test('goes through pages by the cursor', async () => {
    const connector = open();
    const titles: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { value, rows } = await connector.call('issues', { first: 10, after }, signal);
      const { nodes, pageInfo } = value as { nodes: { title: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      expect(rows).toBe(nodes.length);
      titles.push(...nodes.map(({ title }) => title));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(new Set(titles).size).toBe(25);
  });

  test('gives what is selected instead, arguments, other names and fragments in place included', async () => {
    expect(await call('project', { owner: 'a', name: 'engine', select: 'name open: issues(first: 1, state: OPEN) { nodes { title author { ... on Robot { owner { login } } } } }' })).toEqual({
      name: 'engine', open: { nodes: [{ title: 'Issue 2', author: { owner: { login: 'ada' } } }] },
    });
    expect(await call('project', { owner: 'a', name: 'engine', select: '{ id } # whole' })).toEqual({ id: 'r1' });
    expect(await call('settings', { select: 'constructor' })).toEqual({ constructor: 'c' });
  });

  test('a change is a mutation', async () => {
    expect(await call('openIssue', { input: { title: 'New' } })).toMatchObject({ issue: { title: 'New' }, problems: [] });
    expect(tracker.asked[0]!.query).toMatch(/^mutation/);
  });
});

describe('what is selected is refused before anything is sent', () => {
  const deep = (levels: number) => `${'issues(first: 1) { nodes { project { '.repeat(levels)}id${' } } }'.repeat(levels)}`;
  test.each<[string, unknown, unknown]>([
    ['nam', 'select: Cannot query field "nam" on type "Project".', 'Did you mean "name"?'],
    ['owner', expect.stringContaining('must have a selection of subfields'), 'Did you mean "owner { ... }"?'],
    ['readme', expect.stringContaining('(ref:)'), undefined],
    ['issues(stat: OPEN) { totalCount }', expect.stringContaining('Unknown argument "stat"'), 'Did you mean "state"?'],
    ['issues(state: OPE) { totalCount }', expect.stringContaining('"OPE"'), expect.stringContaining('OPEN')],
    ['id } mutation { closeIssue(id: "i1") { clientMutationId }', 'select: expected one selection', expect.any(String)],
    ['id } fragment F on Project { id', 'select: expected one selection', expect.any(String)],
    ['...F', "select: there is no fragment 'F'", expect.any(String)],
    ['readme(ref: $x)', expect.stringContaining('Variable "$x" is not defined'), undefined],
    ['id\nname name(', expect.stringMatching(/Syntax Error.*line/), undefined],
    ['', 'select: nothing is selected', expect.any(String)],
    ['id owner {}', 'select: nothing is selected', expect.any(String)],
    ['{ id } { name }', 'select: expected one selection', expect.any(String)],
    ['x'.repeat(8_001), 'select: more than 8,000 characters', undefined],
    ['id '.repeat(301), 'select: more than 300 fields', undefined],
    [Array.from({ length: 21 }, (_, i) => `a${i}: id`).join(' '), 'select: more than 20 fields under another name', undefined],
    [deep(3), 'select: fields within more than 9 others', undefined],
    [`readme(ref: ${'['.repeat(1_900)}`, 'select: nested too deep', undefined],
    [`readme(ref: ${'5 '.repeat(1_999)})`, expect.stringContaining('Syntax Error'), undefined],
  ])('%#: %s', async (select, message, hint) => {
    const connector = open();
    const args = { owner: 'a', name: 'engine', select };
    expect(await failure('project', args, connector)).toEqual({ code: 'bad-arguments', message, hint, retryable: false });
    expect(await connector.check('project', args)).toMatchObject({ ok: false, code: 'bad-arguments' });
    expect(tracker.asked).toEqual([]);
  });
});

describe('errors of an answer', () => {
  test('are told with code, place and message', async () => {
    expect(await failure('closeIssue', { id: 'zz' })).toMatchObject({ code: 'http-error', message: 'Tracker answered with an error: NOT_FOUND at closeIssue: There is no issue zz.', retryable: false, status: 200 });
    expect(await failure('issues', { first: 2, select: 'nodes { title secretNote }' })).toMatchObject({
      message: 'Tracker answered with an error: FORBIDDEN at issues.nodes[1].secretNote: Not for you', hint: expect.stringContaining('don’t allow'),
    });
  });

  test('where nothing was selected, a field that nobody asked for is null instead', async () => {
    expect(await call('issues', { first: 2 })).toMatchObject({ nodes: [{ number: 1 }, { number: 2, secretNote: null }] });
  });
});

describe('a server that isn’t what it should be', () => {
  let answer: RequestListener;
  const server = createServer((request, response) => answer(request, response));
  let address: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));
  const saying = (body: string, type = 'application/json', status = 200, headers: Record<string, string> = {}) => {
    answer = (_request, response) => void response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };

  test.each([
    ['<html>Hello', 'text/html', 200, { code: 'bad-answer', message: expect.stringContaining('isn’t a GraphQL result'), detail: 'Hello' }],
    ['{"data": 5}', 'application/json', 200, { code: 'bad-answer' }],
    ['{"data": {"other": 1}}', 'application/json', 200, { code: 'bad-answer' }],
    ['{"data": {"__proto__": {"serverTime": 1}}}', 'application/json', 200, { code: 'bad-answer' }],
    ['[]', 'application/json', 200, { code: 'bad-answer' }],
    ['{"data": {"serverTime": ', 'application/json', 200, { code: 'bad-answer', message: expect.stringContaining('JSON') }],
    ['{"errors": [5, null, {"message": {}, "path": {}, "extensions": {"code": []}}]}', 'application/json', 200, { code: 'http-error', message: expect.stringContaining('3 errors') }],
    ['{"errors": [{"message": "slow down", "extensions": {"code": "RATE_LIMITED"}}]}', 'application/json', 200, { code: 'http-error', retryable: true }],
    ['{"errors": [{"message": "bad query"}]}', 'application/graphql-response+json', 400, { code: 'http-error', status: 400, message: expect.stringContaining('bad query') }],
    ['{"message": "who"}', 'application/json', 401, { code: 'http-error', status: 401, hint: expect.stringContaining('no credentials for') }],
    ['oops', 'text/plain', 502, { code: 'http-error', status: 502, retryable: true }],
    [`{"data": {"serverTime": ${'['.repeat(200)}${']'.repeat(200)}}}`, 'application/json', 200, { code: 'bad-answer' }],
  ])('%#: %s', async (body, type, status, expected) => {
    saying(body, type, status);
    expect(await failure('serverTime', {}, open({ server: address, security: { key: { kind: 'bearer' } } }))).toMatchObject(expected);
  });

  test('redirects elsewhere are refused, for the schema too', async () => {
    saying('', 'text/plain', 307, { location: 'http://127.0.0.1:9/graphql' });
    expect(await failure('serverTime', {}, open({ server: address }))).toMatchObject({ code: 'address-refused' });
    await expect(introspect({ server: address, allowPrivate: true, security: {}, credentials: {} }, signal)).rejects.toMatchObject({ data: { code: 'address-refused' } });
  });

  test('a private address needs consent', async () => {
    await expect(introspect({ server: address, allowPrivate: false, security: {}, credentials: {} }, signal)).rejects.toMatchObject({ data: { code: 'address-refused' } });
  });

  test('it isn’t GraphQL at all', async () => {
    saying('<html>', 'text/html');
    await expect(introspect({ server: address, allowPrivate: true, security: {}, credentials: {} }, signal)).rejects.toMatchObject({ data: { code: 'bad-answer', message: expect.stringContaining('doesn’t answer as GraphQL does') } });
  });

  test('an older one doesn’t know all that newer ones are asked', async () => {
    answer = async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      response.end(text.includes('specifiedByURL') ? '{"errors": [{"message": "Cannot query field specifiedByURL"}]}' : `{"data": ${described}}`);
    };
    expect(await introspect({ server: address, allowPrivate: true, security: {}, credentials: {} }, signal)).toBe(described);
  });

  test('a silent read may be asked again, a silent change not', async () => {
    answer = () => {};
    const hurried = open({ server: address, ms: 100 });
    expect(await failure('serverTime', {}, hurried)).toMatchObject({ code: 'limit-time', retryable: true });
    expect(await failure('closeIssue', { id: 'i1' }, hurried)).toMatchObject({ code: 'limit-time', retryable: false });
    const connector = open({ server: address });
    answer = (request) => void request.socket.destroy();
    expect(await failure('serverTime', {}, connector)).toMatchObject({ code: 'unavailable', retryable: true, hint: undefined });
    expect(await failure('closeIssue', { id: 'i1' }, connector)).toMatchObject({ code: 'unavailable', retryable: false, hint: expect.stringContaining('look before') });
  });
});

test('introspection that is switched off is said in words', async () => {
  const closed = await startTracker({ introspection: false });
  await expect(introspect({ server: closed.url, allowPrivate: true, security: {}, credentials: {} }, signal)).rejects.toMatchObject({
    data: { code: 'http-error', message: '127.0.0.1 doesn’t tell its schema: GraphQL introspection is not allowed.', hint: expect.stringContaining('as a file') },
  });
  await closed.close();
});

test('a key is sent, and never seen', async () => {
  const locked = await startTracker({ token: TRACKER_TOKEN });
  const key = { security: { key: { kind: 'bearer' as const } }, credentials: { key: { kind: 'token' as const, value: TRACKER_TOKEN } } };
  await expect(introspect({ server: locked.url, allowPrivate: true, security: key.security, credentials: {} }, signal)).rejects.toMatchObject({ data: { status: 401 } });
  expect(await introspect({ server: locked.url, allowPrivate: true, ...key }, signal)).toBe(described);
  const connector = open({ server: locked.url, ...key });
  expect((await connector.call('serverTime', {}, signal)).value).toBe('2026-10-03T12:00:00Z');
  expect(JSON.stringify(await failure('closeIssue', { id: TRACKER_TOKEN }, connector))).not.toContain(TRACKER_TOKEN);
  await locked.close();
});
