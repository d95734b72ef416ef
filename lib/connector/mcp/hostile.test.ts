import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { ApiBinding } from '../../binding/binding';
import { callErrorData, type Connector } from '../contract';
import { describeServer, type McpServer, mcpConnector, readDescription } from '.';
import { MAX_LISTED } from './limits';

const folder = mkdtempSync(path.join(tmpdir(), 'mcp-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const never = new AbortController().signal;
const failure = (work: Promise<unknown>) => work.then(() => expect.unreachable('it went well'), (error: unknown) => callErrorData(error)!);

/** What a server answers, as JavaScript by the question's method; `undefined` is no answer. */
type Answers = Record<string, string>;

const GREETING = `({ protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'odd', version: '1' } })`;
const ONE_TOOL = `({ tools: [{ name: 'go', inputSchema: { type: 'object' } }] })`;
const SAYING = (text: string) => `({ content: [{ type: 'text', text: ${text} }] })`;

let count = 0;
/** A server as a program of its own. `first` runs before it speaks. */
function program(answers: Answers, first = ''): McpServer {
  const file = path.join(folder, `${count++}.mjs`);
  const cases = Object.entries({ initialize: GREETING, 'tools/list': ONE_TOOL, ...answers }).map(([method, answer]) => `${JSON.stringify(method)}: (params) => ${answer}`);
  writeFileSync(file, `
    import { createInterface } from 'node:readline';
    import { appendFileSync, writeFileSync } from 'node:fs';
    import { spawn } from 'node:child_process';
    ${first}
    const answers = { ${cases.join(',\n')} };
    for await (const line of createInterface(process.stdin)) {
      const { id, method, params } = JSON.parse(line);
      const say = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n');
      globalThis.hears?.(JSON.parse(line), say);
      const result = answers[method]?.(params);
      if (result !== undefined) say({ id, result });
    }`);
  return { kind: 'stdio', command: process.execPath, args: [file], env: { API_KEY: 'a-secret-of-the-test' } };
}

const described = (server: McpServer) => describeServer(server, never);

/** Its description is read from here: what is tried is what it answers to calls. */
function connect(server: McpServer, tools: unknown[] = [{ name: 'go', inputSchema: { type: 'object' } }]): Connector<ApiBinding> {
  const connector = mcpConnector(server, readDescription(JSON.stringify({ title: 'odd', tools }), { name: 'it' }));
  ends.push(() => connector.close());
  return connector;
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const ended = async (pid: number) => {
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
};
const pidsIn = async (file: string, wanted: number): Promise<number[]> => {
  for (;;) {
    const pids = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
    if (pids.length >= wanted) return pids;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('a program', () => {
  test('that never answers the greeting is ended when the connection is closed', async () => {
    const pidFile = path.join(folder, 'mute');
    const connector = connect(program({ initialize: 'undefined' }, `appendFileSync(${JSON.stringify(pidFile)}, process.pid + '\\n');`));
    const call = failure(connector.call('go', {}, never));
    const [pid] = await pidsIn(pidFile, 1);
    await connector.close();
    expect(await call).toMatchObject({ code: 'cancelled' });
    await ended(pid!);
  });

  test('isn’t started any more when the connection was closed', async () => {
    const pidFile = path.join(folder, 'late');
    const connector = connect(program({ 'tools/call': SAYING(`'fine'`) }, `appendFileSync(${JSON.stringify(pidFile)}, process.pid + '\\n');`));
    await connector.call('go', {}, never);
    await connector.close();
    expect(await failure(connector.call('go', {}, never))).toMatchObject({ code: 'cancelled' });
    expect((await pidsIn(pidFile, 1)).length).toBe(1);
  });

  test.skipIf(process.platform === 'win32')('that ignores everything is ended, and what it started too', async () => {
    const pidFile = path.join(folder, 'stubborn');
    const stay = `process.on('SIGTERM', () => {}); process.stdin.on('end', () => {}); setInterval(() => {}, 1000);`;
    const first = `${stay}
      appendFileSync(${JSON.stringify(pidFile)}, process.pid + '\\n');
      if (process.argv[2] !== 'child') appendFileSync(${JSON.stringify(pidFile)}, spawn(process.execPath, ['-e', ${JSON.stringify(stay)}], { stdio: ['inherit', 'ignore', 'ignore'] }).pid + '\\n');`;
    const connector = connect(program({ 'tools/call': SAYING(`'fine'`) }, first));
    await connector.call('go', {}, never);
    const pids = await pidsIn(pidFile, 2);
    ends.push(() => pids.filter(isRunning).forEach((pid) => process.kill(pid, 'SIGKILL')));
    await connector.close();
    await Promise.all(pids.map(ended));
  });

  test('that says too much is told so, and the next call goes well', async () => {
    const connector = connect(program({ 'tools/call': SAYING(`params.arguments.much ? 'x'.repeat(9_000_000) : 'fine'`) }));
    expect(await failure(connector.call('go', { much: true }, never))).toMatchObject({ code: 'limit-bytes', message: expect.stringContaining('8 MB') });
    expect((await connector.call('go', {}, never)).value).toMatchObject({ text: 'fine' });
  });

  test('that wants something of us is refused, and the call goes on', async () => {
    const hears = `let asked; globalThis.hears = ({ id, method, error }, say) => {
      if (method === 'tools/call') { asked = id; say({ id: 'q', method: 'sampling/createMessage', params: { messages: [], maxTokens: 1 } }); }
      if (error) say({ id: asked, result: { content: [{ type: 'text', text: String(error.code) }] } });
    };`;
    const connector = connect(program({}, hears));
    expect((await connector.call('go', {}, never)).value).toMatchObject({ text: '-32601' });
  });

  test('whose answer is nested without end is refused', async () => {
    const connector = connect(program({ 'tools/call': `({ content: [], structuredContent: params.arguments.deep ? { a: JSON.parse('['.repeat(3000) + ']'.repeat(3000)) } : { a: 1 } })` }), [{ name: 'go', inputSchema: { type: 'object' }, outputSchema: { type: 'object' } }]);
    expect(await failure(connector.call('go', { deep: true }, never))).toMatchObject({ code: 'bad-answer', message: expect.stringContaining('100 levels') });
    expect((await connector.call('go', {}, never)).value).toEqual({ a: 1 });
  });
});

describe('an answer', () => {
  const outputSchema = { type: 'object', properties: { n: { type: 'integer' }, list: { type: 'array', items: { $ref: '#/$defs/Item' } } }, required: ['n'], $defs: { Item: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } } };
  const tools = [{ name: 'go', inputSchema: { type: 'object' }, outputSchema }];

  test.each([
    ['fits', { n: 1, list: [{ id: 'a' }] }, null],
    ['has more than was said, as schemas allow', { n: 1, more: true, list: [{ id: 'a', also: 2 }] }, null],
    ['lacks what was promised', { list: [] }, "'n' is missing"],
    ['is of another type', { n: 'one' }, 'n: expected'],
    ['is of another type within', { n: 1, list: [{ id: 5 }] }, 'list[0].id: expected string'],
  ])('that %s', async (_, structuredContent, problem) => {
    const connector = connect(program({ 'tools/call': `(${JSON.stringify({ content: [], structuredContent })})` }), tools);
    const call = connector.call('go', {}, never);
    if (problem === null) expect((await call).value).toEqual(structuredContent);
    else expect(await failure(call)).toMatchObject({ code: 'bad-answer', detail: expect.stringContaining(problem) });
  });

  test('that is an error says why, without secrets', async () => {
    const connector = connect(program({ 'tools/call': `({ isError: true, content: [{ type: 'text', text: 'No such key: ' + process.env.API_KEY }] })` }), tools);
    expect(await failure(connector.call('go', {}, never))).toEqual({ code: 'http-error', message: 'go failed.', detail: 'No such key: •••', retryable: false });
  });
});

describe('what a server says of itself', () => {
  test('page after page ends at the limit, with a note', async () => {
    const text = await described(program({ 'tools/list': `({ tools: Array.from({ length: 500 }, (_, i) => ({ name: 't' + (params.cursor ?? '') + '_' + i, inputSchema: { type: 'object' } })), nextCursor: (params.cursor ?? '') + 'x' })` }));
    const { binding, notes } = readDescription(text, { name: 'it' });
    expect(binding.operations.length).toBe(MAX_LISTED);
    expect(notes).toEqual([expect.stringContaining('2,000')]);
  });

  test('one broken tool doesn’t take the others with it', async () => {
    const tools = `[{ name: 'noInput' }, { name: 5, inputSchema: {} }, null, { name: 'odd', description: 7, annotations: 'x', inputSchema: { type: 'object' } }, { name: 'good', inputSchema: { type: 'object' } }]`;
    const { binding, notes } = readDescription(await described(program({ 'tools/list': `({ tools: ${tools} })` })), { name: 'it' });
    expect(binding.operations.map(({ name }) => name)).toEqual(['noInput', 'odd', 'good']);
    expect(notes).toEqual(['A tool without a name was left out.']);
  });

  test('a type of its own that is called as ours keeps what it says', () => {
    const of = (properties: object) => ({ type: 'object', properties: { content: { $ref: '#/$defs/Content' } }, $defs: { Content: { type: 'object', properties } } });
    const tools = [{ name: 'go', inputSchema: of({ a: { type: 'string' } }) }, { name: 'come', inputSchema: of({ b: { type: 'integer' } }) }];
    const { types } = readDescription(JSON.stringify({ title: 'odd', tools }), { name: 'it' }).binding;
    const fields = Object.entries(types).map(([name, shape]) => [name, shape.kind === 'object' && shape.fields.map((field) => field.name)]);
    expect(Object.fromEntries(fields)).toEqual({ Content: ['text', 'parts'], Content2: ['a'], Content3: ['b'] });
  });

  test('that is no list at all, or too large, is said in words', async () => {
    expect(await failure(described(program({ 'tools/list': '({ tools: 5 })' })))).toMatchObject({ code: 'bad-answer' });
    expect(await failure(described(program({ 'tools/list': `({ tools: [{ name: 'a', description: 'x'.repeat(3_000_000) }], nextCursor: (params.cursor ?? '') + 'x' })` })))).toMatchObject({ code: 'limit-bytes' });
    expect(await failure(described(program({ 'tools/list': `({ tools: [{ name: 'a', inputSchema: JSON.parse('['.repeat(3000) + ']'.repeat(3000)) }] })` })))).toMatchObject({ code: 'bad-answer' });
  });
});

describe('over HTTP', () => {
  type Question = { id?: number; method: string; params: { protocolVersion: string; name: string } };

  /** A server of which `answer` says what it answers to a tool's call; its sessions can be forgotten. */
  async function web(answer: (question: Question, response: ServerResponse) => void) {
    const seen: string[] = [];
    const sessions = new Set<string>();
    const say = (response: ServerResponse, id: unknown, result: unknown, headers = {}) => response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ jsonrpc: '2.0', id, result }));
    const server = createServer(async (request: IncomingMessage, response) => {
      if (request.method !== 'POST') return response.writeHead(405).end();
      let body = '';
      for await (const piece of request) body += String(piece);
      const question = JSON.parse(body) as Question;
      seen.push(question.method);
      if (question.method === 'initialize') {
        const session = `s${seen.length}`;
        sessions.add(session);
        return say(response, question.id, { protocolVersion: question.params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'web', version: '1' } }, { 'mcp-session-id': session });
      }
      if (!sessions.has(String(request.headers['mcp-session-id']))) return response.writeHead(404).end();
      if (question.id === undefined) return response.writeHead(202).end();
      answer(question, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => (server.closeAllConnections(), server.close()));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
    return { seen, sessions, say, server: { kind: 'http', address, headers: {}, allowPrivate: true } satisfies McpServer };
  }

  const fine = { content: [{ type: 'text', text: 'fine' }] };

  test('a session that the server forgot is begun anew, without anybody noticing', async () => {
    const { seen, sessions, say, server } = await web(({ id }, response) => say(response, id, fine));
    const connector = connect(server);
    expect((await connector.call('go', {}, never)).value).toMatchObject({ text: 'fine' });
    sessions.clear();
    expect((await connector.call('go', {}, never)).value).toMatchObject({ text: 'fine' });
    expect(seen.filter((method) => method === 'initialize').length).toBe(2);
  });

  test.each(['application/json', 'text/event-stream'])('an answer that is too large is torn off: %s', async (type) => {
    const { say, server } = await web(({ id, params }, response) => {
      if (params.name !== 'much') return say(response, id, fine);
      const text = JSON.stringify({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text: 'x'.repeat(9_000_000) }] } });
      response.writeHead(200, { 'content-type': type }).end(type === 'application/json' ? text : `data: ${text}\n\n`);
    });
    const connector = connect(server, ['go', 'much'].map((name) => ({ name, inputSchema: { type: 'object' } })));
    expect(await failure(connector.call('much', {}, never))).toMatchObject({ code: 'limit-bytes' });
    expect((await connector.call('go', {}, never)).value).toMatchObject({ text: 'fine' });
  });

  test('a server that is off is said to be', async () => {
    const { server } = await web(() => {});
    await ends.pop()!();
    expect(await failure(described(server))).toMatchObject({ code: 'unavailable', message: '127.0.0.1 refuses connections.', retryable: true });
  });

  test('calls that are never answered don’t hold up the others', async () => {
    const { seen, say, server } = await web(({ id, params }, response) => {
      if (params.name === 'silent') response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': wait\n\n');
      else say(response, id, fine);
    });
    const connector = connect(server, ['go', 'silent'].map((name) => ({ name, inputSchema: { type: 'object' } })));
    await connector.call('go', {}, never);
    const controller = new AbortController();
    const silent = Array.from({ length: 12 }, () => failure(connector.call('silent', {}, controller.signal)));
    while (seen.filter((method) => method === 'tools/call').length < 6) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    expect(new Set((await Promise.all(silent)).map(({ code }) => code))).toEqual(new Set(['cancelled']));
    expect((await connector.call('go', {}, never)).value).toMatchObject({ text: 'fine' });
    expect(seen).toContain('notifications/cancelled');
  });
});
