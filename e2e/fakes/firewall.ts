/**
 * An outside system over real HTTP: the log of a web server and the list of addresses that are shut out of it, with its
 * OpenAPI specification. Everything but the specification wants a token.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const FIREWALL_TOKEN = 'fw-secret-of-the-test';

export type Firewall = {
  /** `http://127.0.0.1:…` */
  url: string;
  /** Every request so far, as `GET /requests?page=1`. */
  requests: string[];
  blocked: string[];
  close(): Promise<void>;
};

type LogLine = { ip: string; path: string; status: number; at: string };

const PAGE = 50;
/** Two addresses that try one password after the other, among many that don't. */
const OFFENDERS = ['203.0.113.7', '198.51.100.23'];

/** Starts it on a free port of loopback, with so many requests in its log; a third of them failed to log in. */
export async function startFirewall(logged = 180): Promise<Firewall> {
  const requests: string[] = [];
  const blocked: string[] = [];
  const log = writeLog(logged);
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    if (pathname === '/openapi.json') return send(response, 200, specification());
    if (request.headers.authorization !== `Bearer ${FIREWALL_TOKEN}`) return send(response, 401, { message: 'A token is needed.' });
    const asked = `${request.method} ${pathname}`;
    if (asked === 'GET /requests') return send(response, 200, pageOf(log, searchParams));
    if (asked === 'GET /blocks') return send(response, 200, { addresses: blocked });
    if (asked === 'POST /blocks') {
      const { addresses } = (await readJson(request)) as { addresses: string[] };
      blocked.push(...addresses);
      return send(response, 201, { addresses });
    }
    send(response, 404, { message: 'Nothing here.' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    blocked,
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

function writeLog(length: number): LogLine[] {
  return Array.from({ length }, (_, index) => {
    const offends = index % 3 === 0;
    return {
      ip: offends ? OFFENDERS[index % 2]! : `192.0.2.${index % 40}`,
      path: offends ? '/login' : '/products',
      status: offends ? 401 : 200,
      at: new Date(Date.UTC(2026, 9, 1, 12, 0, index)).toISOString(),
    };
  });
}

function pageOf(log: readonly LogLine[], search: URLSearchParams) {
  const status = search.get('status');
  const found = log.filter((line) => status === null || line.status === Number(status));
  const page = Number(search.get('page') ?? 1);
  return { requests: found.slice((page - 1) * PAGE, page * PAGE), pages: Math.ceil(found.length / PAGE) };
}

function specification() {
  const line = {
    type: 'object',
    required: ['ip', 'path', 'status', 'at'],
    properties: { ip: { type: 'string' }, path: { type: 'string' }, status: { type: 'integer' }, at: { type: 'string', format: 'date-time' } },
  };
  const addresses = { type: 'object', required: ['addresses'], properties: { addresses: { type: 'array', items: { type: 'string', format: 'ipv4' } } } };
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  return {
    openapi: '3.1.0',
    info: { title: 'Edge Firewall API', version: '1' },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas: { LogLine: line, Addresses: addresses } },
    paths: {
      '/requests': {
        get: {
          operationId: 'requests/list',
          summary: 'List requests that came in',
          parameters: [
            { name: 'status', in: 'query', description: 'Only answers with this status', schema: { type: 'integer' } },
            { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, default: 1 } },
          ],
          responses: {
            200: {
              description: 'A page of them',
              ...json({ type: 'object', required: ['requests', 'pages'], properties: { requests: { type: 'array', items: { $ref: '#/components/schemas/LogLine' } }, pages: { type: 'integer' } } }),
            },
          },
        },
      },
      '/blocks': {
        get: { operationId: 'blocks/list', summary: 'List addresses that are shut out', responses: { 200: { description: 'All of them', ...json({ $ref: '#/components/schemas/Addresses' }) } } },
        post: {
          operationId: 'blocks/add',
          summary: 'Shut addresses out',
          requestBody: { required: true, ...json({ $ref: '#/components/schemas/Addresses' }) },
          responses: { 201: { description: 'Shut out', ...json({ $ref: '#/components/schemas/Addresses' }) } },
        },
      },
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) text += piece;
  return JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
