/**
 * A shared page under load, on loopback, with the load made by another process of the same two cores: pages a second, how long they take with ten to a thousand
 * viewers, how often a database is asked for ten thousand of them, a thousand open streams that end. Beside it the framework's own hello world.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../scripts/paths.ts';
import type { BenchRow } from './row.ts';
import { Connection } from './share/connection.ts';
import { ended, serveHello, untilAnswers } from './share/hello-page.ts';
import { latencies, mostPerSecond, percentile } from './share/load.ts';
import { endOfStreams } from './share/streams.ts';

const PORT = 3931;
const HELLO_PORT = 3932;
const APP = `http://localhost:${PORT}`;
const GOAL_PER_SECOND = 3_000;
const GOAL_P99_MS = 50;
const GOAL_END_MS = 1_000;
const MEASURE_MS = 5_000;
const VIEWERS = [10, 100, 1_000];
const CONNECTIONS = 64;
const ASKERS = 10_000;
const STREAMS = 1_000;

export async function run(): Promise<BenchRow[]> {
  const data = mkdtempSync(path.join(tmpdir(), 'vitrine-bench-share-'));
  const env = { ...process.env, PORT: String(PORT), VITRINE_DATA: data, OLLAMA_BASE_URL: 'off', LM_STUDIO_BASE_URL: 'off', LLAMA_CPP_BASE_URL: 'off' };
  const server = spawn(process.execPath, ['--liftoff-only', 'scripts/start.ts'], { cwd: ROOT, env, stdio: 'ignore' });
  try {
    await untilAnswers(APP);
    const program = await made();
    const rows = [...(await pages(program)), await askers(program), ...(await streams(program))];
    await ended(server);
    return [...rows, ...(await hello())];
  } finally {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}

type Program = { id: string; functions: string[] };
type Link = { id: string; address: string };

/** A program as the composer writes it, with its chart and its table. */
async function made(): Promise<Program> {
  const { programId } = await api<{ programId: string }>('POST', '/api/prompt', { text: 'open orders by region with a month filter', kind: 'prompt' });
  for (;;) {
    const { versions, currentVersionId } = await api<{ versions: { id: string }[]; currentVersionId: string | null }>('GET', `/api/programs/${programId}/versions`);
    if (versions.length > 0 && currentVersionId) {
      const { source } = await api<{ source: { 'data.ts': string } }>('GET', `/api/programs/${programId}/versions/${currentVersionId}`);
      return { id: programId, functions: [...source['data.ts'].matchAll(/export async function (\w+)/g)].map(([, name]) => name!) };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function link({ id, functions }: Program, choices: object): Promise<Link> {
  const asked = functions.map((name) => ({ name, args: { month: '' } }));
  return (await api<{ link: Link }>('POST', `/api/programs/${id}/shares`, { choices, asked })).link;
}

async function pages(program: Program): Promise<BenchRow[]> {
  const { address } = await link(program, {});
  const request = get(new URL(address).pathname, PORT);
  await mostPerSecond(PORT, request, CONNECTIONS, 1_000);
  const most = Math.round(await mostPerSecond(PORT, request, CONNECTIONS, MEASURE_MS));
  const rows: BenchRow[] = [{ metric: `shared page, ${CONNECTIONS} connections`, value: most, unit: 'views/s', goal: GOAL_PER_SECOND, ok: most >= GOAL_PER_SECOND }];
  for (const viewers of VIEWERS) {
    const times = await latencies(PORT, request, viewers, GOAL_PER_SECOND, MEASURE_MS);
    const p99 = round(percentile(times, 0.99));
    rows.push({ metric: `shared page, ${viewers} viewers, 3,000 views/s together: p50`, value: round(percentile(times, 0.5)), unit: 'ms' });
    rows.push({ metric: `shared page, ${viewers} viewers, 3,000 views/s together: p99`, value: p99, unit: 'ms', goal: GOAL_P99_MS, ok: p99 <= GOAL_P99_MS });
  }
  return rows;
}

/** Everybody opens a live page at once and asks its first question. */
async function askers(program: Program): Promise<BenchRow> {
  const { address, id } = await link(program, { mode: 'live' });
  const page = await (await fetch(address)).text();
  const { opening } = JSON.parse(/id="shell">(.*?)<\/script>/.exec(page)![1]!) as { opening: { ticket: string } };
  const body = JSON.stringify({ ticket: opening.ticket, calls: [{ id: 1, name: program.functions[0], args: { month: '' } }] });
  const request = `POST ${new URL(address).pathname}/calls HTTP/1.1\r\nhost: localhost:${PORT}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  await askedBy(ASKERS, 200, request);
  // A line is written beside its answer.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { lines } = await api<{ lines: { viewer: string }[] }>('GET', `/api/ledger?program=${program.id}`);
  const queries = lines.filter(({ viewer }) => viewer === `link:${id}`).length;
  return { metric: `queries for ${ASKERS.toLocaleString('en')} viewers of one program`, value: queries, unit: 'queries', goal: 1, ok: queries === 1 };
}

async function streams(program: Program): Promise<BenchRow[]> {
  const { address, id } = await link(program, {});
  const { last, lost } = await endOfStreams(address, STREAMS, () => api('DELETE', `/api/programs/${program.id}/shares/${id}`));
  return [
    { metric: `${STREAMS.toLocaleString('en')} open streams: all ended after the link was revoked`, value: Math.round(last), unit: 'ms', goal: GOAL_END_MS, ok: last <= GOAL_END_MS },
    { metric: `${STREAMS.toLocaleString('en')} open streams: lost before`, value: lost, unit: 'streams', goal: 0, ok: lost === 0 },
  ];
}

async function hello(): Promise<BenchRow[]> {
  const end = await serveHello(HELLO_PORT);
  try {
    const request = get('/', HELLO_PORT);
    await mostPerSecond(HELLO_PORT, request, CONNECTIONS, 1_000);
    const most = Math.round(await mostPerSecond(HELLO_PORT, request, CONNECTIONS, MEASURE_MS));
    return [{ metric: `hello world, ${CONNECTIONS} connections`, value: most, unit: 'views/s', peer: 'Next 16.4, a page made anew for each request' }];
  } finally {
    await end();
  }
}

async function askedBy(count: number, connections: number, request: string): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await Connection.open(PORT);
      while (left-- > 0) if ((await connection.ask(request)) !== 200) throw new Error('A question was refused.');
      connection.close();
    }),
  );
}

function get(address: string, port: number): string {
  return `GET ${address} HTTP/1.1\r\nhost: localhost:${port}\r\naccept-encoding: gzip\r\n\r\n`;
}

async function api<T>(method: string, address: string, body?: object): Promise<T> {
  const response = await fetch(APP + address, { method, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
