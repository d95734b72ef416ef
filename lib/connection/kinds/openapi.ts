import { z } from 'zod';
import type { ApiBinding } from '../../binding/binding';
import { type ApiPlan, type Credential, fetchText, openApiConnector, readOpenApi } from '../../connector/openapi';
import { type ConnectionKind, type Settings, corrected } from '../kind';
import { ConnectionProblem, wordsOf } from '../problem';
import { tryFunction } from '../try-function';
import { hostOf, webAddress } from '../web-address';

export type OpenApiSettings = Settings & {
  /** Where the specification came from, so that it can be fetched anew; null where it was a file. */
  specAddress: string | null;
  /** The base address that calls go to. Null where the specification names none and nobody has given one. */
  server: string | null;
  /** Whether it may be in a private network or on this machine. */
  allowPrivate: boolean;
  /** Names of security schemes for which a secret is stored. */
  keysFor: string[];
};

type Secret = Record<string, Credential>;
export type ReadApi = { binding: ApiBinding; plan: ApiPlan; notes: readonly string[] };

export type OpenApiCard = Pick<OpenApiSettings, 'server' | 'allowPrivate'> & {
  kind: 'openapi';
  /** Base addresses that the specification offers. */
  servers: string[];
  /** How it can be told who asks. */
  schemes: { name: string; kind: ApiPlan['security'][string]['kind']; description: string; isSet: boolean }[];
};

const SECRET = z.string().min(1).max(10_000);
const CREDENTIAL = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), value: SECRET }),
  z.object({ kind: z.literal('basic'), user: z.string().max(1_000), password: z.string().max(10_000) }),
  z.object({ kind: z.literal('client'), id: SECRET, secret: SECRET }),
]);
const ADDRESS = z.string().trim().min(1).max(2_000);
const CHANGE = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  server: ADDRESS.optional(),
  allowPrivate: z.boolean().optional(),
  /** A secret that isn't mentioned stays; null forgets it. */
  credentials: z.record(z.string().max(300), CREDENTIAL.nullable()).optional(),
});
const GIVEN = z.union([z.object({ address: ADDRESS, allowPrivate: z.boolean() }), z.object({ text: z.string(), fileName: z.string().max(300), allowPrivate: z.boolean() })]);

/** An API by its specification: OpenAPI 3 or Swagger 2, from an address or a file. */
export const openApi: ConnectionKind<OpenApiSettings, Secret, z.infer<typeof GIVEN>, z.infer<typeof CHANGE>, ReadApi, OpenApiCard> = {
  given: GIVEN,
  change: CHANGE,

  async make(given) {
    const address = 'address' in given ? given.address : null;
    const described = 'address' in given ? await fetched(given.address, given.allowPrivate) : given.text;
    const { binding, plan } = readSpec(described, 'api', address);
    const title = binding.title || ('fileName' in given ? given.fileName : hostOf(given.address));
    const settings = { title, specAddress: address, server: serversOf(plan)[0] ?? null, allowPrivate: given.allowPrivate, keysFor: [], effects: {} };
    return { title, settings, secret: null, described };
  },

  apply({ credentials, server, ...others }, settings, secret) {
    const kept = withoutNull({ ...secret, ...credentials });
    const keysFor = Object.keys(kept);
    const changed = { ...settings, ...others, ...(server !== undefined && { server: webAddress(server) }), keysFor };
    return { settings: changed, secret: keysFor.length > 0 ? kept : null };
  },

  // Where it's read from stays the same.
  isOther: () => false,

  origin: ({ server }) => server && new URL(server).origin,

  async describe({ specAddress, allowPrivate }) {
    if (!specAddress) throw new ConnectionProblem('It came from a file. Remove it and add the newer file.');
    return fetched(specAddress, allowPrivate);
  },

  read(described, name, { title, specAddress, effects }) {
    const { binding, plan } = readSpec(described, name, specAddress, title);
    // Many that want a token don't say so (GitHub's): then one is sent with all that is asked.
    const asked = Object.keys(plan.security).length > 0 ? plan : { ...plan, security: { token: { kind: 'bearer' as const } } };
    return { binding: corrected(binding, effects), plan: asked, notes: plan.notes };
  },

  problem: ({ server }) => (server ? null : 'Its specification names no server. Give its address in settings.'),

  open: ({ binding, plan }, { server, allowPrivate }, secret) => openApiConnector({ binding, plan, server: server!, allowPrivate, credentials: secret ?? {} }),

  test: (connector, { binding }, signal) => tryFunction(connector, binding, signal),

  requestOf({ plan }, operation) {
    const { method, path } = plan.requests[operation]!;
    return `${method} ${path}`;
  },

  card({ server, allowPrivate, specAddress, keysFor }, _hasSecret, read) {
    const schemes = Object.entries(read?.plan.security ?? {}).map(([name, how]) => ({
      name,
      kind: how.kind,
      description: how.kind === 'other' ? how.description : '',
      isSet: keysFor.includes(name),
    }));
    const lacksKey = Object.values(read?.plan.requests ?? {}).some(({ security }) => security.length > 0) && !schemes.some(({ isSet }) => isSet);
    return {
      kind: 'openapi',
      place: server && `at ${hostOf(server)}`,
      lacking: [...(server ? [] : ['no server yet']), ...(lacksKey ? ['no key yet'] : [])],
      refreshable: specAddress !== null,
      server,
      allowPrivate,
      servers: read ? serversOf(read.plan) : [],
      schemes,
    };
  },
};

function withoutNull<T>(values: Record<string, T | null>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== null));
}

/** Base addresses that are named anywhere, the first of them first. */
function serversOf({ requests }: ApiPlan): string[] {
  return [...new Set(Object.values(requests).flatMap(({ servers }) => servers))];
}

/** @throws ConnectionProblem where it is no specification that can be read */
function readSpec(text: string, name: string, address: string | null, title?: string): { binding: ApiBinding; plan: ApiPlan } {
  try {
    return readOpenApi(text, { name, ...(title && { title }), ...(address && { address }) });
  } catch (error) {
    throw error instanceof Error && error.name === 'SpecProblem' ? new ConnectionProblem(error.message) : error;
  }
}

async function fetched(address: string, allowPrivate: boolean): Promise<string> {
  try {
    return await fetchText(webAddress(address), { allowPrivate });
  } catch (error) {
    throw new ConnectionProblem(`The specification could not be fetched. ${wordsOf(error)}`);
  }
}
