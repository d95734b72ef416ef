import { z } from 'zod';
import { graphQlConnector, introspect, type ReadGraphQl, readGraphQl } from '../../connector/graphql';
import type { Credential } from '../../connector/openapi';
import { type ConnectionKind, type Settings, corrected } from '../kind';
import { ConnectionProblem, wordsOf } from '../problem';
import { tryFunction } from '../try-function';
import { hostOf, webAddress } from '../web-address';

export type GraphQlSettings = Settings & {
  /** Where everything is asked: `https://api.example.com/graphql`. */
  server: string;
  allowPrivate: boolean;
  /** The header that the key is sent in; empty where it's a bearer token. */
  header: string;
  /** The schema was given, since the server doesn't tell it. */
  hasFile: boolean;
};

type Secret = Record<string, Credential>;

export type GraphQlCard = Pick<GraphQlSettings, 'server' | 'allowPrivate' | 'header'> & { kind: 'graphql'; hasKey: boolean };

const ADDRESS = z.string().trim().min(1).max(2_000);
const KEY = z.string().trim().max(10_000);
const HEADER = z.string().trim().max(200);
const GIVEN = z.object({ address: ADDRESS, key: KEY, header: HEADER, allowPrivate: z.boolean(), /** Empty where the server is to be asked. */ schema: z.string() });
const CHANGE = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  address: ADDRESS.optional(),
  allowPrivate: z.boolean().optional(),
  header: HEADER.optional(),
  /** Empty keeps what is stored; null forgets it. */
  key: KEY.nullable().optional(),
});

/** A GraphQL server, by its address: it tells its schema itself, or somebody else does. */
export const graphql: ConnectionKind<GraphQlSettings, Secret, z.infer<typeof GIVEN>, z.infer<typeof CHANGE>, ReadGraphQl, GraphQlCard> = {
  given: GIVEN,
  change: CHANGE,

  async make({ address, key, header, allowPrivate, schema }) {
    const server = webAddress(address);
    const title = hostOf(server);
    const settings = { title, server, allowPrivate, header, hasFile: schema.trim() !== '', effects: {} };
    const secret = secretOf(key);
    const described = settings.hasFile ? schema : await ask(settings, secret);
    readSchema(described, 'api', title);
    return { title: title.replace(/\.[a-z]+(:\d+)?$/, ''), settings, secret, described };
  },

  apply({ title, address, allowPrivate, header, key = '' }, settings, secret) {
    const changed = {
      ...settings,
      ...(title && { title }),
      ...(address && { server: webAddress(address) }),
      ...(allowPrivate !== undefined && { allowPrivate }),
      ...(header !== undefined && { header }),
    };
    const kept = key === null ? null : (secretOf(key) ?? secret);
    return { settings: changed, secret: kept };
  },

  isOther: (before, after) => before.settings.server !== after.settings.server && !after.settings.hasFile,

  origin: ({ server }) => new URL(server).origin,

  async describe(settings, secret) {
    if (settings.hasFile) throw new ConnectionProblem('Its schema came from a file. Remove it and add it with the newer file.');
    return ask(settings, secret);
  },

  read(described, name, { title, effects }) {
    const read = readSchema(described, name, title);
    return { ...read, binding: corrected(read.binding, effects) };
  },

  problem: () => null,

  open: ({ binding, plan }, settings, secret) => graphQlConnector({ binding, plan, ...wayTo(settings, secret) }),

  test: (connector, { binding }, signal) => tryFunction(connector, binding, signal),

  requestOf({ plan }, operation) {
    const { kind, field } = plan.operations.get(operation)!;
    return `${kind} ${field.name}`;
  },

  card: ({ server, allowPrivate, header, hasFile }, hasSecret) => ({
    kind: 'graphql',
    place: `at ${hostOf(server)}`,
    lacking: [],
    refreshable: !hasFile,
    server,
    allowPrivate,
    header,
    hasKey: hasSecret,
  }),
};

function wayTo({ server, allowPrivate, header }: GraphQlSettings, secret: Secret | null) {
  const security = { key: header ? { kind: 'header' as const, name: header } : { kind: 'bearer' as const } };
  return { server, allowPrivate, security, credentials: secret ?? {} };
}

/** Schemas are large and some servers make them anew: long enough for two questions. */
const MAX_ASK_MS = 90_000;

async function ask(settings: GraphQlSettings, secret: Secret | null): Promise<string> {
  try {
    return await introspect(wayTo(settings, secret), AbortSignal.timeout(MAX_ASK_MS));
  } catch (error) {
    throw new ConnectionProblem(wordsOf(error));
  }
}

/** @throws ConnectionProblem where it is no schema that can be read */
function readSchema(text: string, name: string, title: string): ReadGraphQl {
  try {
    return readGraphQl(text, { name, title });
  } catch (error) {
    throw error instanceof Error && error.name === 'SpecProblem' ? new ConnectionProblem(error.message) : error;
  }
}

function secretOf(key: string): Secret | null {
  return key === '' ? null : { key: { kind: 'token', value: key } };
}
