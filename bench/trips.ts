/**
 * "Find the offending addresses and shut them out", over a real HTTP server: as a list of JSON tools, and as code. For each,
 * how often a model is asked and how much it reads and writes until it's done. What the models say is written here, the
 * shortest that does it; what they're told is what the server answered.
 */
import { FIREWALL_TOKEN, startFirewall } from '../e2e/fakes/firewall.ts';
import { offer } from '../lib/binding/offer.ts';
import type { Call } from '../lib/bridge/messages.ts';
import { openApiConnector, readOpenApi } from '../lib/connector/openapi/index.ts';
import { executeTool } from '../lib/conversation/execute-tool.ts';
import { createIsolates } from '../lib/sandbox/isolate/isolates.ts';
import { jsonTools } from './bindings/json-tools.ts';
import { tokensOf } from './bindings/tokens.ts';
import type { BenchRow } from './row.ts';

/** 300 failed logins, six pages of them: a quarter of an hour of a server that somebody tries passwords on. */
const LOGGED = 900;

const PROMPT = 'Find the addresses that failed to log in ten times or more, and shut them out.';
const DONE = 'Two addresses were shut out: 203.0.113.7 and 198.51.100.23.';

const CODE = `const times = new Map<string, number>();
for (let page = 1, pages = 1; page <= pages; page++) {
  const answer = await edgeFirewall.requestsList({ status: 401, page });
  pages = answer.pages;
  for (const { ip } of answer.requests) times.set(ip, (times.get(ip) ?? 0) + 1);
}
const addresses = [...times].filter(([, count]) => count >= 10).map(([ip]) => ip);
await edgeFirewall.blocksAdd({ body: { addresses } });
return addresses;`;

/** What a model reads and writes, trip by trip: each trip reads all that was said before it. */
class Conversation {
  #before: number;
  trips = 0;
  read = 0;
  written = 0;

  constructor(fixed: string) {
    this.#before = tokensOf(fixed) + tokensOf(PROMPT);
  }

  /** The model is asked, says something, and is told what came of it. */
  trip(says: string, isTold = ''): void {
    this.trips += 1;
    this.read += this.#before;
    this.written += tokensOf(says);
    this.#before += tokensOf(says) + tokensOf(isTold);
  }
}

export async function run(): Promise<BenchRow[]> {
  const firewall = await startFirewall(LOGGED);
  try {
    const text = await (await fetch(`${firewall.url}/openapi.json`)).text();
    const code = await asCode(text, firewall.url);
    if (firewall.blocked.length !== 2) throw new Error(`The code shut ${firewall.blocked.length} addresses out.`);
    const tools = await asTools(text, firewall.url);
    return [...rowsOf('as code', code), ...rowsOf('as JSON tools', tools, 'JSON tools')];
  } finally {
    await firewall.close();
  }
}

async function asCode(text: string, url: string): Promise<Conversation> {
  const { binding, plan } = readOpenApi(text, { name: 'edgeFirewall' });
  const connector = openApiConnector({ binding, plan, server: url, allowPrivate: true, credentials: { token: { kind: 'token', value: FIREWALL_TOKEN } } });
  const isolates = createIsolates();
  const onCall = async ({ id, operation, args }: Call, signal: AbortSignal) => {
    const { value, rows, ms } = await connector.call(operation, args, signal);
    return { id, ok: true as const, value, rows, ms };
  };
  // Types were checked where this was written: a mistake in it ends the bench.
  const check = async (code: string) => ({ ok: true as const, js: code.replace('<string, number>', '') });
  const tool = executeTool({ bindings: [binding], check, place: async () => isolates, onCall, tell: () => {} });
  const { name, description, input } = tool;
  const conversation = new Conversation(offer([binding]).declarations + JSON.stringify({ name, description, input }));
  try {
    conversation.trip(JSON.stringify({ code: CODE }), await tool.run({ code: CODE }, new AbortController().signal));
    conversation.trip(DONE);
    return conversation;
  } finally {
    await Promise.all([isolates.close(), connector.close()]);
  }
}

async function asTools(text: string, url: string): Promise<Conversation> {
  const tools = [...jsonTools(JSON.parse(text) as object)].map((source) => source.tool());
  const conversation = new Conversation(JSON.stringify(tools));
  const ask = async (tool: string, path: string, args: object, init?: RequestInit): Promise<string> => {
    const response = await fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${FIREWALL_TOKEN}`, 'content-type': 'application/json' } });
    if (!response.ok) throw new Error(`${tool} answered ${response.status}.`);
    const answer = await response.text();
    conversation.trip(JSON.stringify({ name: tool, arguments: args }), answer);
    return answer;
  };
  for (let page = 1, pages = 1; page <= pages; page++) {
    pages = (JSON.parse(await ask('requests/list', `/requests?status=401&page=${page}`, { status: 401, page })) as { pages: number }).pages;
  }
  const body = { addresses: ['203.0.113.7', '198.51.100.23'] };
  await ask('blocks/add', '/blocks', { body }, { method: 'POST', body: JSON.stringify(body) });
  conversation.trip(DONE);
  return conversation;
}

function rowsOf(how: string, { trips, read, written }: Conversation, peer?: string): BenchRow[] {
  const row = (metric: string, value: number, unit: string): BenchRow => ({ metric: `${how}: ${metric}`, value, unit, ...(peer && { peer }) });
  return [row('round trips', trips, ''), row('read by the model in all', read, 'tokens'), row('written by it', written, 'tokens')];
}
