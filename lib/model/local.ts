import type { Endpoint } from './endpoint';
import type { Environment } from './environment';
import { modelTitle } from './model-title';

/** A model on a server that runs on this machine. */
export type LocalModel = { server: string; baseUrl: string; model: string };

type Server = {
  id: string;
  title: string;
  /** Overrides the address; `off` doesn't look at all. */
  variable: string;
  address: string;
  listPath: string;
  names(answer: unknown): unknown[];
};

const SERVERS: Server[] = [
  { id: 'ollama', title: 'Ollama', variable: 'OLLAMA_BASE_URL', address: 'http://127.0.0.1:11434', listPath: '/api/tags', names: (answer) => listOf(answer, 'models', 'name') },
  { id: 'lm-studio', title: 'LM Studio', variable: 'LM_STUDIO_BASE_URL', address: 'http://127.0.0.1:1234', listPath: '/v1/models', names: (answer) => listOf(answer, 'data', 'id') },
  { id: 'llama-cpp', title: 'llama.cpp', variable: 'LLAMA_CPP_BASE_URL', address: 'http://127.0.0.1:8080', listPath: '/v1/models', names: (answer) => listOf(answer, 'data', 'id') },
];

/** A server on this machine lists its models in a few milliseconds; whoever waits for longer isn't one. */
const LOOK_MS = 400;
/** Opening the home screen asks each time; a server that was just started appears soon enough. */
const KEEP_MS = 10_000;
/** Models offered of one server; a picker holds no more. */
const MAX_MODELS = 20;

const looks = new Map<string, { until: number; found: Promise<LocalModel[]> }>();

/** The models of Ollama, LM Studio and llama.cpp on loopback. Never rejects; kept for some seconds. */
export function findLocalModels(env: Environment): Promise<LocalModel[]> {
  const asked = SERVERS.map((server) => ({ server, address: env[server.variable] || server.address })).filter(({ address }) => address !== 'off');
  const key = asked.map(({ address }) => address).join(' ');
  const kept = looks.get(key);
  if (kept && kept.until > Date.now()) return kept.found;
  const found = Promise.all(asked.map(({ server, address }) => look(server, address.replace(/\/+$/, '')))).then((lists) => lists.flat());
  looks.set(key, { until: Date.now() + KEEP_MS, found });
  return found;
}

async function look(server: Server, address: string): Promise<LocalModel[]> {
  try {
    const response = await fetch(address + server.listPath, { signal: AbortSignal.timeout(LOOK_MS), redirect: 'error' });
    if (!response.ok) return [];
    const names = server.names(await response.json()).filter((name) => typeof name === 'string' && name !== '' && !/embed/i.test(name));
    return (names as string[]).slice(0, MAX_MODELS).map((model) => ({ server: server.id, baseUrl: `${address}/v1`, model }));
  } catch {
    return []; // Nothing listens there, or something else does.
  }
}

/** `{ [list]: [{ [name]: … }] }` */
function listOf(answer: unknown, list: string, name: string): unknown[] {
  const entries = (answer as Record<string, unknown> | null)?.[list];
  return Array.isArray(entries) ? entries.map((entry: Record<string, unknown> | null) => entry?.[name]) : [];
}

export function localEndpoint({ server, baseUrl, model }: LocalModel): Endpoint {
  const title = SERVERS.find(({ id }) => id === server)?.title ?? server;
  return {
    choice: { id: `local:${server}:${model}`, label: `${modelTitle(model)} (${title})`, provider: server, source: 'local' },
    provider: 'openai-compatible',
    model,
    baseUrl,
    keyFrom: null,
  };
}
