/** What others put before a model for the same specifications. */
import type { BenchRow } from '../row.ts';
import { plain } from './figures.ts';
import { jsonTools } from './json-tools.ts';
import { importPeer, installPeers } from './peers.ts';
import { SPECS, type Spec, specText } from './specs.ts';
import { tokensOf } from './tokens.ts';

/** Graph's JSON tools are left out: with references written out, nearly each of them holds nearly all of its types. */
export async function measurePeers(): Promise<BenchRow[]> {
  installPeers();
  const rows: BenchRow[] = [];
  for (const spec of SPECS) {
    const document = JSON.parse(specText(spec)) as Record<string, unknown>;
    rows.push(await measureCodemode(spec, document));
    if (spec.name !== 'graph') rows.push(...measureTools(spec, document), await measureSchemaTypes(spec, document));
  }
  return rows;
}

function measureTools({ title }: Spec, document: Record<string, unknown>): BenchRow[] {
  const tokens = { full: 0, required: 0 };
  for (const { tool, required } of jsonTools(document)) {
    tokens.full += tokensOf(JSON.stringify(tool()));
    tokens.required += tokensOf(JSON.stringify(required()));
  }
  const peer = 'JSON tools';
  return [plain(`${title}: JSON tools, full`, tokens.full, 'tokens', peer), plain(`${title}: JSON tools, required only`, tokens.required, 'tokens', peer)];
}

type Registered = { name: string; description: string; inputSchema: unknown };

/**
 * The two tools that openApiMcpServer registers. Its MCP SDK isn't installed: a stand-in for the server takes what is registered, and the
 * schema is what zod makes of it, as the SDK would.
 */
const CODEMODE = `
  import { openApiMcpServer } from '@cloudflare/codemode/mcp';
  export const toolsOf = (spec) => openApiMcpServer({ spec, executor: {}, request: async () => null }).tools;
`;

const SDK = {
  '@modelcontextprotocol/sdk/server/mcp.js': `
    import { z } from 'zod';
    export class McpServer {
      tools = [];
      registerTool(name, { description, inputSchema }) {
        this.tools.push({ name, description, inputSchema: z.toJSONSchema(z.object(inputSchema)) });
      }
    }`,
  '@modelcontextprotocol/sdk/client/index.js': 'export class Client {}',
  '@modelcontextprotocol/sdk/inMemory.js': 'export class InMemoryTransport {}',
  '@modelcontextprotocol/sdk/validation/cfworker': 'export class CfWorkerJsonSchemaValidator {}',
};

async function measureCodemode({ title }: Spec, spec: Record<string, unknown>): Promise<BenchRow> {
  const { toolsOf } = await importPeer<{ toolsOf(spec: unknown): Registered[] }>('codemode', CODEMODE, SDK);
  const tools = toolsOf(spec);
  if (tools.length !== 2) throw new Error(`openApiMcpServer registered ${tools.length} tools instead of 2.`);
  return plain(`${title}: tool list of openApiMcpServer`, tokensOf(JSON.stringify(tools)), 'tokens', '@cloudflare/codemode 0.5.6');
}

/** So many operations of each specification are compiled, their arguments only; a thousand take minutes. */
const SAMPLED = 40;

const SCHEMA_TYPES = `
  import { compile } from 'json-schema-to-typescript';
  export const typesOf = (schema, name) => compile(schema, name, { bannerComment: '', additionalProperties: false, format: false });
`;

async function measureSchemaTypes({ title }: Spec, document: Record<string, unknown>): Promise<BenchRow> {
  const { typesOf } = await importPeer<{ typesOf(schema: unknown, name: string): Promise<string> }>('schema-types', SCHEMA_TYPES);
  const all = [...jsonTools(document)];
  const every = Math.ceil(all.length / SAMPLED);
  const sample = all.filter((_, i) => i % every === 0);
  let tokens = 0;
  for (const { tool } of sample) tokens += tokensOf(await typesOf(tool().inputSchema, 'Input'));
  const metric = `${title}: json-schema-to-typescript of the arguments, from 1 operation in ${every}`;
  return plain(metric, Math.round((tokens / sample.length) * all.length), 'tokens', 'json-schema-to-typescript 16.0.0');
}
