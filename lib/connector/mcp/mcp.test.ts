import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiBinding } from '../../binding/binding';
import { declare } from '../../binding/declare';
import { callErrorData, type Connector } from '../contract';
import { describeServer, type McpServer, mcpConnector, readDescription } from '.';

const folder = mkdtempSync(path.join(tmpdir(), 'mcp-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const main = (name: string) => path.resolve(`node_modules/@modelcontextprotocol/server-${name}/dist/index.js`);
const started = (name: string, args: string[] = [], env: Record<string, string> = {}): McpServer => ({ kind: 'stdio', command: process.execPath, args: [main(name), ...args], env });
const script = (name: string, text: string): McpServer => {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return { kind: 'stdio', command: process.execPath, args: [file], env: { API_KEY: 'a-secret-of-the-test' } };
};

const described = (server: McpServer) => describeServer(server, never);

async function connect(server: McpServer): Promise<{ binding: ApiBinding; connector: Connector<ApiBinding>; notes: readonly string[] }> {
  const read = readDescription(await described(server), { name: 'it' });
  return { ...read, connector: mcpConnector(server, read) };
}

const failure = (work: Promise<unknown>) => work.then(() => expect.unreachable('it went well'), (error: unknown) => callErrorData(error)!);

describe('the server of everything, started', () => {
  let all: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    all = await connect(started('everything'));
  }, 60_000);
  afterAll(() => all.connector.close());

  test('its tools are functions with types, and its resources can be read', async () => {
    const text = declare([all.binding]);
    expect(all.notes).toEqual([]);
    expect(text).toContain('function echo(');
    expect(text).toMatch(/getSum\(.*a: number/s);
    expect((await all.connector.call('echo', { message: 'hello ☃' }, never)).value).toEqual({ text: 'Echo: hello ☃', parts: [] });
    expect((await all.connector.call('getSum', { a: 2, b: 3 }, never)).value).toMatchObject({ text: expect.stringContaining('5') });
    const listed = (await all.connector.call('listResources', {}, never)).value as { resources: { uri: string }[]; templates: unknown[] };
    expect(listed.resources.length).toBeGreaterThan(0);
    expect((await all.connector.call('readResource', { uri: listed.resources[0]!.uri }, never)).value).toMatchObject({ text: expect.any(String) });
  });

  test('an answer with a schema is what the schema says; a picture is a part', async () => {
    const structured = all.binding.operations.find(({ name }) => name === 'getStructuredContent')!;
    expect(structured.output.kind).toBe('object');
    expect((await all.connector.call('getStructuredContent', { location: 'New York' }, never)).value).toMatchObject({ temperature: expect.any(Number) });
    expect((await all.connector.call('getTinyImage', {}, never)).value).toMatchObject({ parts: [{ type: 'image', mimeType: 'image/png', data: expect.any(String) }] });
  });

  test('wrong arguments never reach it, with the nearest right name', async () => {
    expect(await all.connector.check('echo', { mesage: 'x' })).toMatchObject({ ok: false, code: 'bad-arguments', hint: expect.stringContaining('message') });
    expect(await failure(all.connector.call('echo', {}, never))).toMatchObject({ code: 'bad-arguments' });
    expect(await failure(all.connector.call('toString', {}, never))).toMatchObject({ code: 'unknown-operation' });
  });

  test('a call that nobody waits for ends, and the next goes well', async () => {
    const controller = new AbortController();
    const long = failure(all.connector.call('triggerLongRunningOperation', { duration: 20, steps: 2 }, controller.signal));
    setTimeout(() => controller.abort(), 100);
    expect(await long).toMatchObject({ code: 'cancelled' });
    expect((await all.connector.call('echo', { message: 'still here' }, never)).value).toMatchObject({ text: 'Echo: still here' });
  });

  test('it doesn’t see the environment of the app', async () => {
    process.env.VITRINE_TEST_SECRET = 'not-for-others';
    const other = await connect(started('everything', [], { GIVEN_KEY: 'given-to-it-alone' }));
    const { value } = await other.connector.call('getEnv', {}, never);
    delete process.env.VITRINE_TEST_SECRET;
    expect(JSON.stringify(value)).not.toContain('not-for-others');
    // What was given arrives there, and doesn't come back.
    expect(JSON.stringify(value)).toContain('GIVEN_KEY');
    expect(JSON.stringify(value)).not.toContain('given-to-it-alone');
    await other.connector.close();
  });
});

test('the server of a folder: what reads is told from what writes, and it works on real files', async () => {
  const place = mkdtempSync(path.join(folder, 'files-'));
  writeFileSync(path.join(place, 'note.txt'), 'one\ntwo');
  const { binding, connector } = await connect(started('filesystem', [place]));
  const effects = Object.fromEntries(binding.operations.map(({ name, effect }) => [name, effect]));
  expect(effects).toMatchObject({ readTextFile: 'read', listDirectory: 'read', writeFile: 'write', moveFile: 'write' });
  expect(JSON.stringify((await connector.call('readTextFile', { path: path.join(place, 'note.txt') }, never)).value)).toContain('one\\ntwo');
  await connector.call('writeFile', { path: path.join(place, 'new.txt'), content: 'written' }, never);
  expect(readFileSync(path.join(place, 'new.txt'), 'utf8')).toBe('written');
  expect(await failure(connector.call('readTextFile', { path: '/etc/passwd' }, never))).toMatchObject({ code: 'http-error', message: expect.stringContaining('failed') });
  await connector.close();
}, 60_000);

test('the server of memory keeps what it is told', async () => {
  const { connector } = await connect(started('memory', [], { MEMORY_FILE_PATH: path.join(folder, 'memory.json') }));
  await connector.call('createEntities', { entities: [{ name: 'Vitrine', entityType: 'app', observations: ['is built'] }] }, never);
  expect((await connector.call('searchNodes', { query: 'Vitrine' }, never)).value).toMatchObject({ entities: [{ name: 'Vitrine', observations: ['is built'] }] });
  await connector.close();
}, 60_000);

describe('over HTTP', () => {
  let server: ChildProcess;
  let address: string;
  beforeAll(async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}/mcp`;
    server = spawn(process.execPath, [main('everything'), 'streamableHttp'], { env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
    while (!(await fetch(address).then(() => true, () => false))) await new Promise((resolve) => setTimeout(resolve, 50));
  }, 60_000);
  afterAll(() => void server.kill());

  test('a server is asked at its address', async () => {
    const { connector } = await connect({ kind: 'http', address, headers: {}, allowPrivate: true });
    expect((await connector.call('echo', { message: 'over there' }, never)).value).toMatchObject({ text: 'Echo: over there' });
    await connector.close();
  });

  test('private addresses are refused unless they were allowed', async () => {
    expect(await failure(described({ kind: 'http', address, headers: {}, allowPrivate: false }))).toMatchObject({ code: 'address-refused' });
  });
});

test.each([
  ['wants to know who asks', 401, {}, { code: 'http-error', status: 401, hint: expect.stringContaining('token') }],
  ['isn’t there', 404, {}, { code: 'http-error', status: 404, hint: expect.stringContaining('/mcp') }],
  ['leads elsewhere', 302, { location: 'http://192.0.2.1/mcp' }, { code: 'address-refused' }],
  ['is a page', 200, { 'content-type': 'text/html' }, { code: 'unavailable' }],
])('an address that %s is said in words', async (_, status, headers, told) => {
  const seen: (string | undefined)[] = [];
  const web = createServer((request, response) => (seen.push(request.headers.authorization), response.writeHead(status, headers).end('<p>Bearer a-secret-of-the-test</p>')));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(web.address() as AddressInfo).port}/`;
  const said = await failure(described({ kind: 'http', address, headers: { authorization: 'Bearer a-secret-of-the-test' }, allowPrivate: true }));
  expect(said).toMatchObject(told);
  expect(JSON.stringify(said)).not.toContain('a-secret-of-the-test');
  expect(seen[0]).toBe('Bearer a-secret-of-the-test');
  web.closeAllConnections();
  web.close();
});

describe('a program that is none of these', () => {
  test('isn’t there', async () => {
    expect(await failure(described({ kind: 'stdio', command: 'no-such-program-here', args: [], env: {} }))).toMatchObject({ code: 'unavailable', message: expect.stringContaining('no program called') });
  });

  test('ends at once: what it printed is told, without secrets', async () => {
    const said = await failure(described(script('ends', 'console.error("The key " + process.env.API_KEY + " is wrong."); process.exit(1);')));
    expect(said).toMatchObject({ code: 'unavailable', message: expect.stringContaining('The key ••• is wrong.') });
  });

  const speaks = (tools: string, onCall: string) => `
    import { createInterface } from 'node:readline';
    const say = (id, result) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, result }) + '\\n');
    for await (const line of createInterface(process.stdin)) {
      const { id, method, params } = JSON.parse(line);
      if (method === 'initialize') say(id, { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'odd', version: '1' } });
      else if (method === 'tools/list') say(id, { tools: ${tools} });
      else if (method === 'tools/call') { ${onCall} }
    }`;
  const TOOL = '[{ name: "go", inputSchema: { type: "object" } }]';

  test('dies in the middle of a call, and is started anew by the next', async () => {
    const { connector } = await connect(script('dies', speaks(TOOL, 'if (params.arguments.die) process.exit(1); say(id, { content: [{ type: "text", text: "fine" }] });')));
    expect(await failure(connector.call('go', { die: true }, never))).toMatchObject({ code: 'unavailable', retryable: true });
    expect((await connector.call('go', {}, never)).value).toEqual({ text: 'fine', parts: [] });
    await connector.close();
  });

  test('says too much', async () => {
    const { connector } = await connect(script('much', speaks(TOOL, 'say(id, { content: [{ type: "text", text: "x".repeat(9_000_000) }] });')));
    expect(await failure(connector.call('go', {}, never))).toMatchObject({ code: expect.stringMatching(/unavailable|limit-bytes/) });
    await connector.close();
  });

  test('has odd names and types, which do no harm', async () => {
    const tools = `[
      { name: "__proto__", inputSchema: { type: "object" } },
      { name: "then", inputSchema: { type: "object", properties: JSON.parse('{"__proto__": {"type": "string"}}') } },
      { name: "do it */ now", description: "*/ escape() /*", inputSchema: { type: "object", properties: { a: { $ref: "#/$defs/A" } }, $defs: { A: { type: "object", properties: { again: { $ref: "#/$defs/A" } } } } } },
      { name: "do-it-now", inputSchema: { type: "object" } }
    ]`;
    const { binding } = readDescription(await described(script('odd', speaks(tools, ''))), { name: 'it' });
    expect(binding.operations.map(({ name }) => name)).toEqual(['proto', 'then_', 'doItNow', 'doItNow2']);
    expect(declare([binding])).not.toContain('*/ escape');
  });

  test('says what can’t be read, which is left out with a note', () => {
    const said = { title: 'odd', tools: [{ name: 'list', inputSchema: { type: 'array', items: {} } }, { inputSchema: {} }, 5, { name: 'good' }] };
    const { binding, notes } = readDescription(JSON.stringify(said), { name: 'it' });
    expect(binding.operations.map(({ name }) => name)).toEqual(['good']);
    expect(notes).toEqual(['The tool "list" was left out: what it takes is no object.', 'A tool without a name was left out.']);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
