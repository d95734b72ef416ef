import path from 'node:path';
import { z } from 'zod';
import { describeServer, type McpServer, mcpConnector, type ReadMcp, readDescription } from '../../connector/mcp';
import { commandLine, variables } from '../command-line';
import { type ConnectionKind, type Settings, corrected } from '../kind';
import { ConnectionProblem, wordsOf } from '../problem';
import { hostOf, webAddress } from '../web-address';

export type McpSettings = Settings & {
  server: { way: 'command'; line: string } | { way: 'address'; address: string; allowPrivate: boolean };
  /** Names of what is secret: environment variables, or headers. */
  secretNames: string[];
};

/** Values of environment variables, or of headers, by name. */
type Secret = Record<string, string>;

export type McpCard = { kind: 'mcp'; server: McpSettings['server']; secretNames: string[] };

const LINE = z.string().trim().min(1).max(4_000);
const SECRET_TEXT = z.string().max(20_000);
const GIVEN = z.union([
  z.object({ way: z.literal('command'), line: LINE, variables: SECRET_TEXT }),
  z.object({ way: z.literal('address'), address: z.string().trim().min(1).max(2_000), token: SECRET_TEXT, allowPrivate: z.boolean() }),
]);
const CHANGE = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  line: LINE.optional(),
  address: z.string().trim().min(1).max(2_000).optional(),
  allowPrivate: z.boolean().optional(),
  /** In place of what is stored; empty keeps that. */
  variables: SECRET_TEXT.optional(),
  token: SECRET_TEXT.optional(),
});

/** Asking a server takes its start and one question. */
const MAX_ASK_MS = 90_000;

/** A server of the Model Context Protocol: a program that is started on this machine, or an address. */
export const mcp: ConnectionKind<McpSettings, Secret, z.infer<typeof GIVEN>, z.infer<typeof CHANGE>, ReadMcp, McpCard> = {
  given: GIVEN,
  change: CHANGE,

  async make(given) {
    const secret = given.way === 'command' ? variables(given.variables) : tokenHeader(given.token);
    const server: McpSettings['server'] =
      given.way === 'command' ? { way: 'command', line: given.line } : { way: 'address', address: webAddress(given.address), allowPrivate: given.allowPrivate };
    const described = await ask(server, secret);
    const { binding } = readDescription(described, { name: 'server' });
    const title = binding.title === 'server' ? placeOf(server).replace(/^(at|by) /, '') : binding.title;
    const secretNames = Object.keys(secret);
    return { title, settings: { title, server, secretNames, effects: {} }, secret: secretNames.length > 0 ? secret : null, described };
  },

  apply({ title, line, address, allowPrivate, variables: text = '', token = '' }, settings, secret) {
    const { server: before } = settings;
    const server: McpSettings['server'] =
      before.way === 'command'
        ? { way: 'command', line: line ?? before.line }
        : { way: 'address', address: address === undefined ? before.address : webAddress(address), allowPrivate: allowPrivate ?? before.allowPrivate };
    const given = before.way === 'command' ? variables(text) : tokenHeader(token);
    const kept = Object.keys(given).length > 0 ? given : secret;
    return { settings: { ...settings, ...(title && { title }), server, secretNames: Object.keys(kept ?? {}) }, secret: kept };
  },

  isOther: (before, after) => JSON.stringify([before.settings.server, before.secret]) !== JSON.stringify([after.settings.server, after.secret]),

  // A program is started here, whatever its arguments.
  origin: ({ server }) => (server.way === 'address' ? new URL(server.address).origin : null),

  describe: ({ server }, secret) => ask(server, secret ?? {}),

  read(described, name, { title, effects }) {
    const read = readDescription(described, { name, title });
    return { ...read, binding: corrected(read.binding, effects) };
  },

  problem: () => null,

  open: (read, { server }, secret) => mcpConnector(serverOf(server, secret ?? {}), read),

  // Its tools may do anything, so it's asked for what it is, and nothing else.
  async test(_connector, _read, _signal, { server }, secret) {
    const { binding } = readDescription(await ask(server, secret ?? {}), { name: 'server' });
    return `It answered, with ${binding.operations.length} ${binding.operations.length === 1 ? 'function' : 'functions'}.`;
  },

  requestOf({ calls }, operation) {
    const how = calls[operation]!;
    return typeof how === 'string' ? how.replace('-', ' ') : how.tool;
  },

  card: ({ server, secretNames }) => ({ kind: 'mcp', place: placeOf(server), lacking: [], refreshable: true, server, secretNames }),
};

async function ask(server: McpSettings['server'], secret: Secret): Promise<string> {
  try {
    return await describeServer(serverOf(server, secret), AbortSignal.timeout(MAX_ASK_MS));
  } catch (error) {
    throw new ConnectionProblem(wordsOf(error));
  }
}

function serverOf(server: McpSettings['server'], secret: Secret): McpServer {
  if (server.way === 'address') return { kind: 'http', address: server.address, headers: secret, allowPrivate: server.allowPrivate };
  return { kind: 'stdio', ...commandLine(server.line), env: secret };
}

function tokenHeader(token: string): Secret {
  const plain = token.trim().replace(/^Bearer\s+/i, '');
  return plain === '' ? {} : { authorization: `Bearer ${plain}` };
}

/** As it's told on a card: of a command its words, without where they lie. */
function placeOf(server: McpSettings['server']): string {
  if (server.way === 'address') return `at ${hostOf(server.address)}`;
  const { command, args } = commandLine(server.line);
  return `by ${[command, ...args].map((word) => path.basename(word)).join(' ').slice(0, 80)}`;
}
