import { createReadStream } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { json } from 'node:stream/consumers';
import { Client } from 'pg';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIREWALL_TOKEN, startFirewall } from '../../e2e/fakes/firewall.ts';
import { TRACKER_TOKEN, startTracker } from '../../e2e/fakes/tracker.ts';
import { callErrorData } from '../connector/contract';
import { findPostgres, startPostgres } from '../store/postgres-server';
import { openTestStore } from '../store/test-store';
import { type Added, openAdded } from './added';
import { stagingIn } from './staging';

const { store, folder } = await openTestStore();
const firewall = await startFirewall();
afterAll(() => firewall.close());
let added: Added;

beforeEach(() => {
  added = openAdded({ store: async () => ({ ...store.team('local'), secrets: store.secrets }) });
});
afterEach(async () => {
  for (const { id } of await added.list()) await added.remove(id);
  await added.close();
});

const signal = new AbortController().signal;
const TOKEN = { token: { kind: 'token' as const, value: FIREWALL_TOKEN } };
const connect = () => added.add({ kind: 'openapi', address: `${firewall.url}/openapi.json`, allowPrivate: true });
const call = async (operation: string, args: unknown = {}) => (await added.connector('edgeFirewall'))!.call(operation, args, signal);

test('an API is added by its address, asked with its key, and gone when it is removed', async () => {
  const { id } = await connect();
  expect(await added.list()).toMatchObject([
    { id, name: 'edgeFirewall', title: 'Edge Firewall API', server: firewall.url, offers: { reads: 2, writes: 1 }, lacking: ['no key yet'], schemes: [{ name: 'token', kind: 'bearer', isSet: false }], programs: [] },
  ]);
  expect((await added.bindings()).map(({ name }) => name)).toEqual(['edgeFirewall']);
  expect(callErrorData(await call('requestsList').catch((error: unknown) => error))).toMatchObject({ message: expect.stringContaining('401') });
  expect(await added.test(id, signal)).toMatchObject({ ok: false });

  expect(await added.change(id, { credentials: TOKEN })).toBe(true);
  expect((await call('requestsList', { status: 401 })).value).toMatchObject({ pages: 2 });
  expect(await added.test(id, signal)).toMatchObject({ ok: true, message: expect.stringMatching(/^requestsList answered after \d+ ms\.$/) });
  expect(JSON.stringify(await added.list())).not.toContain(FIREWALL_TOKEN);

  await added.change(id, { credentials: { token: null } });
  await expect(call('requestsList')).rejects.toThrow();
  expect(await added.remove(id)).toMatchObject({ id });
  expect(await added.connector('edgeFirewall')).toBeNull();
  expect(await store.secrets.names()).not.toContain(`connection:${id}`);
});

test('a person may say that a function only reads, although its request looks otherwise', async () => {
  const { id } = await connect();
  expect(await added.functions(id, 'shut OUT')).toEqual([
    { name: 'blocksList', summary: 'List addresses that are shut out', request: 'GET /blocks', effect: 'read' },
    { name: 'blocksAdd', summary: 'Shut addresses out', request: 'POST /blocks', effect: 'write' },
  ]);
  await added.change(id, { effects: { blocksAdd: 'read' } });
  expect(await added.functions(id, 'post')).toMatchObject([{ name: 'blocksAdd', effect: 'read' }]);
  expect((await added.connector('edgeFirewall'))!.effectOf('blocksAdd')).toBe('read');
  expect(await added.list()).toMatchObject([{ offers: { reads: 3, writes: 0 } }]);
  await added.change(id, { effects: { blocksAdd: null } });
  expect((await added.connector('edgeFirewall'))!.effectOf('blocksAdd')).toBe('write');
  expect(await added.functions('nothing', '')).toBeNull();
});

test('one that doesn’t say how it is told who asks can be given a token all the same', async () => {
  const { components: _, security: __, ...spec } = (await (await fetch(`${firewall.url}/openapi.json`)).json()) as Record<string, object>;
  const text = JSON.stringify({ ...spec, components: { schemas: (_ as { schemas: object }).schemas }, servers: [{ url: firewall.url }] });
  const { id } = await added.add({ kind: 'openapi', text, fileName: 'wall.json', allowPrivate: true });
  expect(await added.list()).toMatchObject([{ lacking: [], schemes: [{ name: 'token', kind: 'bearer', isSet: false }] }]);
  await added.change(id, { credentials: TOKEN });
  expect((await call('requestsList')).value).toMatchObject({ pages: 4 });
});

test('what another process changes is heard of', async () => {
  const other = openAdded({ store: async () => ({ ...store.team('local'), secrets: store.secrets }) });
  const { id } = await connect();
  await other.change(id, { credentials: TOKEN });
  expect((await call('requestsList')).value).toMatchObject({ pages: 4 });
  // A key that was given for one server isn't told to another.
  await expect(other.change(id, { server: 'http://127.0.0.1:1/' })).rejects.toThrow('Give it anew');
  await other.change(id, { title: 'The wall', server: 'http://127.0.0.1:1/', credentials: TOKEN });
  expect((await added.bindings())[0]).toMatchObject({ title: 'The wall', name: 'edgeFirewall' });
  await expect(call('requestsList')).rejects.toThrow();
  await other.remove(id);
  expect(await added.bindings()).toEqual([]);
  await other.close();
});

test('what was granted of a connection goes with it, and with its server', async () => {
  const program = await store.programs.create({ title: 'Wall' });
  const grant = () => store.team('local').grants.add({ effect: 'write', programId: program.id, binding: 'edgeFirewall', operation: 'blocksAdd', limits: {}, seconds: 60 });
  const { id } = await connect();
  await grant();
  await added.change(id, { title: 'Wall' });
  expect(await store.team('local').grants.list(program.id)).toHaveLength(1);
  await added.change(id, { server: 'http://127.0.0.1:1/' });
  expect(await store.team('local').grants.list(program.id)).toEqual([]);
  await grant();
  await added.remove(id);
  expect(await store.team('local').grants.list(program.id)).toEqual([]);
});

test('a second one of the same title gets a name of its own', async () => {
  await connect();
  await connect();
  expect((await added.list()).map(({ name }) => name)).toEqual(['edgeFirewall', 'edgeFirewall2']);
});

test('it is read anew from where it came from; a file is not', async () => {
  const { id } = await connect();
  const before = (await added.list())[0]!.describedAt;
  expect(await added.refresh(id)).toBe(true);
  expect((await added.list())[0]!.describedAt > before).toBe(true);
  const text = await (await fetch(`${firewall.url}/openapi.json`)).text();
  const file = await added.add({ kind: 'openapi', text, fileName: 'wall.json', allowPrivate: false });
  await expect(added.refresh(file.id)).rejects.toThrow('It came from a file');
  // A file says nothing of where its servers are, if they're relative.
  expect((await added.list())[1]).toMatchObject({ server: null, refreshable: false, lacking: expect.arrayContaining(['no server yet']) });
  expect(await added.test(file.id, signal)).toMatchObject({ ok: false, message: expect.stringContaining('names no server') });
  expect((await added.bindings()).map(({ name }) => name)).toEqual(['edgeFirewall']);
  expect(await added.refresh('nothing')).toBe(false);
});

test('an MCP server is started by its command, asked, changed and gone', async () => {
  const line = `"${process.execPath}" "${path.resolve('node_modules/@modelcontextprotocol/server-memory/dist/index.js')}"`;
  const { id } = await added.add({ kind: 'mcp', way: 'command', line, variables: `MEMORY_FILE_PATH=${path.join(folder, 'first.json')}` });
  const [card] = await added.list();
  expect(card).toMatchObject({ kind: 'mcp', server: { way: 'command', line }, secretNames: ['MEMORY_FILE_PATH'], refreshable: true, offers: { reads: expect.any(Number) } });
  expect(JSON.stringify(card)).not.toContain('first.json');
  expect(await added.test(id, signal)).toMatchObject({ ok: true, message: expect.stringMatching(/^It answered, with \d+ functions/) });
  const remember = async (name: string) => (await added.connector(card!.name))!.call('createEntities', { entities: [{ name, entityType: 'test', observations: [] }] }, signal);
  await remember('one');
  expect(await readFile(path.join(folder, 'first.json'), 'utf8')).toContain('one');

  await added.change(id, { title: 'Notes', variables: `MEMORY_FILE_PATH=${path.join(folder, 'second.json')}`, effects: { createEntities: 'read' } });
  await remember('two');
  expect(await readFile(path.join(folder, 'second.json'), 'utf8')).toContain('two');
  expect((await added.bindings())[0]).toMatchObject({ title: 'Notes' });
  expect((await added.functions(id, 'create entities'))![0]).toMatchObject({ name: 'createEntities', request: 'create_entities', effect: 'read' });
  await expect(added.change(id, { line: 'no-such-program-here' })).rejects.toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('no program called') });
  expect(await added.refresh(id)).toBe(true);
  await added.remove(id);
  expect(await store.secrets.names()).not.toContain(`connection:${id}`);
}, 60_000);

test('the token of an MCP server is told to that server alone', async () => {
  const [own, other] = [await startTools('tools-token'), await startTools('tools-token')];
  await expect(added.add({ kind: 'mcp', way: 'address', address: own.url, token: '', allowPrivate: true })).rejects.toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('who asks') });
  const { id } = await added.add({ kind: 'mcp', way: 'address', address: own.url, token: 'tools-token', allowPrivate: true });
  expect(await added.list()).toMatchObject([{ title: 'Tools', offers: { reads: 1, writes: 0 } }]);
  await expect(added.change(id, { address: other.url })).rejects.toThrow('Give it anew');
  expect(other.asked).toBe(0);
  await added.change(id, { address: other.url, token: 'tools-token' });
  expect(other.asked).toBeGreaterThan(0);
  await Promise.all([own.close(), other.close()]);
});

test('addresses without a specification are an API too; its token stays with its server', async () => {
  const endpoints = `${firewall.url}/requests?status=401&page=1\nPOST ${firewall.url}/blocks`;
  await expect(added.add({ kind: 'http', endpoints, token: '', allowPrivate: true })).rejects.toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('give its token') });
  const { id } = await added.add({ kind: 'http', endpoints, token: FIREWALL_TOKEN, allowPrivate: true });
  const [card] = await added.list();
  expect(card).toMatchObject({ kind: 'http', endpoints, hasToken: true, offers: { reads: 1, writes: 1 } });
  expect(JSON.stringify(card)).not.toContain(FIREWALL_TOKEN);
  expect(await added.test(id, signal)).toMatchObject({ ok: true });
  expect((await (await added.connector(card!.name))!.call('requests', { status: 401, page: 2 }, signal)).value).toMatchObject({ pages: 2 });
  await expect(added.change(id, { endpoints: 'http://127.0.0.1:1/x' })).rejects.toThrow('Give it anew');
  await added.change(id, { endpoints: `${firewall.url}/blocks` });
  expect(await added.list()).toMatchObject([{ offers: { reads: 1, writes: 0 } }]);
});

test('a GraphQL server is asked for its schema with its key, or is given as a file', async () => {
  const [locked, silent] = await Promise.all([startTracker({ token: TRACKER_TOKEN }), startTracker({ introspection: false })]);
  const given = { kind: 'graphql' as const, address: locked.url, key: '', header: '', allowPrivate: true, schema: '' };
  await expect(added.add(given)).rejects.toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('401') });
  await expect(added.add({ ...given, address: firewall.url, key: 'x' })).rejects.toMatchObject({ name: 'ConnectionProblem' });
  await expect(added.add({ ...given, address: silent.url })).rejects.toThrow('as a file');
  await expect(added.add({ ...given, schema: 'type' })).rejects.toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('can’t be read') });
  expect(await added.list()).toEqual([]);

  const { id } = await added.add({ ...given, key: TRACKER_TOKEN });
  const [card] = await added.list();
  expect(card).toMatchObject({ kind: 'graphql', server: locked.url, hasKey: true, refreshable: true, offers: { reads: 10, writes: 3 }, notes: [expect.stringContaining('subscription')] });
  expect(JSON.stringify(card)).not.toContain(TRACKER_TOKEN);
  expect(await added.test(id, signal)).toMatchObject({ ok: true, message: expect.stringMatching(/^issues answered/) });
  expect((await (await added.connector(card!.name))!.call('project', { owner: 'a', name: 'engine', select: 'name' }, signal)).value).toEqual({ name: 'engine' });
  expect(await added.functions(id, 'close')).toMatchObject([{ name: 'closeIssue', request: 'mutation closeIssue', effect: 'write' }]);
  await added.change(id, { effects: { closeIssue: 'read' } });
  expect((await added.connector(card!.name))!.effectOf('closeIssue')).toBe('read');
  await expect(added.change(id, { address: silent.url })).rejects.toThrow('Give it anew');
  expect(await added.refresh(id)).toBe(true);
  await added.change(id, { key: null });
  expect(await added.test(id, signal)).toMatchObject({ ok: false, message: expect.stringContaining('no credentials') });
  await added.remove(id);
  expect(await store.secrets.names()).not.toContain(`connection:${id}`);

  const file = await added.add({ ...given, address: silent.url, schema: 'type Query { serverTime: String! }' });
  expect(await added.list()).toMatchObject([{ refreshable: false, offers: { reads: 1, writes: 0 } }]);
  expect(await added.test(file.id, signal)).toMatchObject({ ok: true });
  await expect(added.refresh(file.id)).rejects.toThrow('came from a file');
  await Promise.all([locked.close(), silent.close()]);
});

test('what can’t be connected is refused in words, and nothing is kept', async () => {
  const refused = (spec: { text: string; fileName: string } | { address: string }, allowPrivate = true) => expect(added.add({ kind: 'openapi', ...spec, allowPrivate })).rejects;
  await refused({ text: '{"hello":1}', fileName: 'a.json' }).toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('no specification') });
  await refused({ address: 'file:///etc/passwd' }).toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('is no address') });
  await refused({ address: 'http://user:pass@a.example/' }).toMatchObject({ name: 'ConnectionProblem' });
  await refused({ address: `${firewall.url}/requests` }).toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('401') });
  await refused({ address: `${firewall.url}/openapi.json` }, false).toMatchObject({ name: 'ConnectionProblem', message: expect.stringContaining('private') });
  expect(await added.list()).toEqual([]);
});

/** The least that is a server of tools, over HTTP, for whoever has the token. */
async function startTools(token: string) {
  const answers: Record<string, object> = {
    initialize: { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 'Tools', version: '1' } },
    'tools/list': { tools: [{ name: 'look', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } }] },
  };
  const tools = { url: '', asked: 0, close: () => new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections())) };
  const server = createServer(async (request, response) => {
    tools.asked++;
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end();
    const { id, method } = (await json(request)) as { id?: number; method: string };
    if (id === undefined) return response.writeHead(202).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ jsonrpc: '2.0', id, result: answers[method] ?? {} }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tools.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  return tools;
}

test.skipIf(!findPostgres())('a PostgreSQL database is added, tried, changed and gone; only by a login that reads, its password told to its own server alone', async () => {
  const postgres = await startPostgres(findPostgres()!);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create table visits (id int primary key, place text not null); insert into visits values (1, 'Hall'); create role reader login password 'open sesame'; grant select on visits to reader`);
  const port = new URL(postgres.url).port;
  const given = { kind: 'postgres' as const, server: `127.0.0.1:${port}`, database: 'postgres', user: 'reader', password: 'open sesame', tls: 'off' as const, ca: '', schemas: [], allowPrivate: true };

  await expect(added.add({ ...given, user: 'test' })).rejects.toMatchObject({ name: 'ConnectionProblem', message: expect.stringMatching(/'test' is a superuser.*\nMake one:\nCREATE ROLE/s) });
  await expect(added.add({ ...given, allowPrivate: false })).rejects.toMatchObject({ message: expect.stringContaining('is refused') });
  await expect(added.add({ ...given, server: 'http://a b' })).rejects.toMatchObject({ message: expect.stringContaining('is no server') });
  await expect(added.add({ ...given, ca: 'nonsense' })).rejects.toMatchObject({ message: expect.stringContaining('BEGIN CERTIFICATE') });
  const { id } = await added.add(given);
  const [card] = await added.list();
  expect(card).toMatchObject({ kind: 'postgres', name: 'postgres', server: `127.0.0.1:${port}`, place: 'at 127.0.0.1', hasPassword: true, offers: { tables: 1 }, notes: [], refreshable: true });
  expect(JSON.stringify(await added.list())).not.toContain('sesame');
  expect(await added.test(id, signal)).toMatchObject({ ok: true, message: expect.stringMatching(/Its login can only read/) });
  expect(await added.bindings()).toMatchObject([{ kind: 'tables', dialect: 'PostgreSQL', tables: [{ name: 'visits', rows: 1 }] }]);
  const ask = async () => (await added.connector('postgres'))!.call('sql', { text: ['select place from visits'], values: [] }, signal);
  expect((await ask()).value).toEqual([{ place: 'Hall' }]);

  await client.query('create table rooms (id int); grant select on rooms to reader');
  await added.refresh(id);
  expect((await added.list())[0]).toMatchObject({ offers: { tables: 2 } });
  await added.change(id, { title: 'Museum' } as never);
  expect((await added.bindings())[0]).toMatchObject({ title: 'Museum', name: 'postgres' });
  await expect(added.change(id, { server: '127.0.0.1:1' } as never)).rejects.toThrow('Give it anew');
  await expect(added.change(id, { server: '127.0.0.1:1', password: 'x' } as never)).rejects.toThrow('refuses connections');

  await client.query('grant insert on visits to reader');
  expect(await added.test(id, signal)).toMatchObject({ ok: false, message: expect.stringContaining('may change public.visits') });
  await expect(added.refresh(id)).rejects.toMatchObject({ message: expect.stringContaining('may change public.visits') });
  await client.end();
  await postgres.stop();
  expect(await added.test(id, signal)).toMatchObject({ ok: false });
  await added.remove(id);
  expect(await store.secrets.names()).not.toContain(`connection:${id}`);
}, 60_000);

test('a SQLite file is sent, connected and asked, and deleted with its connection', async () => {
  vi.stubEnv('VITRINE_DATA', folder);
  const file = path.join(folder, 'museum.db');
  const database = new DatabaseSync(file);
  database.exec(`create table visits (id integer primary key, place text); insert into visits values (1, 'Hall')`);
  database.close();
  const send = async (name: string) => (await stagingIn(folder).receive(name, createReadStream(file))).uploadId;
  await expect(added.add({ kind: 'sqlite', uploadId: '' })).rejects.toThrow('Choose a SQLite file first.');
  const { id } = await added.add({ kind: 'sqlite', uploadId: await send('../My museum.db') });
  expect(await added.list()).toMatchObject([{ kind: 'sqlite', name: 'myMuseum', title: 'My museum', place: 'of My museum.db', offers: { tables: 1 }, refreshable: false }]);
  expect((await (await added.connector('myMuseum'))!.call('sql', { text: ['select place from visits'], values: [] }, signal)).value).toEqual([{ place: 'Hall' }]);
  expect(await added.test(id, signal)).toMatchObject({ ok: true });
  expect(await readdir(path.join(folder, 'sqlite'))).toHaveLength(1);
  await added.remove(id);
  expect(await readdir(path.join(folder, 'sqlite'))).toEqual([]);
  await writeFile(file, 'This is no database.'.repeat(100));
  await expect(added.add({ kind: 'sqlite', uploadId: await send('no.db') })).rejects.toMatchObject({ name: 'ConnectionProblem' });
  expect(await readdir(path.join(folder, 'sqlite'))).toEqual([]);
  vi.unstubAllEnvs();
});
