import { z } from 'zod';
import { describeEndpoints } from '../../connector/http-json';
import { readEndpoints } from '../../connector/http-json/endpoint';
import type { Credential } from '../../connector/openapi';
import type { ConnectionKind } from '../kind';
import { ConnectionProblem, wordsOf } from '../problem';
import { hostOf } from '../web-address';
import { type OpenApiSettings, type ReadApi, openApi } from './openapi';

/** Endpoints as they were typed, one a line. From them and their samples a specification is made; from there on it's an API like any. */
export type HttpSettings = OpenApiSettings & { endpoints: string };

type Secret = Record<string, Credential>;

export type HttpCard = { kind: 'http'; endpoints: string; allowPrivate: boolean; hasToken: boolean };

const ENDPOINTS = z.string().trim().min(1).max(50_000);
const TOKEN = z.string().trim().max(10_000);
const GIVEN = z.object({ endpoints: ENDPOINTS, token: TOKEN, allowPrivate: z.boolean() });
const CHANGE = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  endpoints: ENDPOINTS.optional(),
  allowPrivate: z.boolean().optional(),
  /** Empty keeps what is stored. */
  token: TOKEN.optional(),
});

/** Addresses that answer with JSON, without a specification. */
export const http: ConnectionKind<HttpSettings, Secret, z.infer<typeof GIVEN>, z.infer<typeof CHANGE>, ReadApi, HttpCard> = {
  ...openApi,
  given: GIVEN,
  change: CHANGE,

  async make({ endpoints, token, allowPrivate }) {
    const described = await asked(endpoints, token, allowPrivate);
    const server = originOf(endpoints);
    const title = hostOf(server);
    const settings = { title, specAddress: null, server, allowPrivate, keysFor: token ? ['token'] : [], effects: {}, endpoints };
    return { title: title.replace(/\.[a-z]+(:\d+)?$/, ''), settings, secret: secretOf(token), described };
  },

  apply({ title, endpoints, allowPrivate, token = '' }, settings, secret) {
    const kept = secretOf(token) ?? secret;
    const changed = {
      ...settings,
      ...(title && { title }),
      ...(endpoints && { endpoints, server: originOf(endpoints) }),
      ...(allowPrivate !== undefined && { allowPrivate }),
      keysFor: kept ? ['token'] : [],
    };
    return { settings: changed, secret: kept };
  },

  isOther: (before, after) =>
    before.settings.endpoints !== after.settings.endpoints || before.settings.allowPrivate !== after.settings.allowPrivate || tokenOf(before.secret) !== tokenOf(after.secret),

  describe: ({ endpoints, allowPrivate }, secret) => asked(endpoints, tokenOf(secret), allowPrivate),

  async test(_connector, _read, _signal, { endpoints, allowPrivate }, secret) {
    await asked(endpoints, tokenOf(secret), allowPrivate);
    return 'Its addresses answer with JSON.';
  },

  card: ({ server, endpoints, allowPrivate, keysFor }) => ({
    kind: 'http',
    place: server && `at ${hostOf(server)}`,
    lacking: [],
    refreshable: true,
    endpoints,
    allowPrivate,
    hasToken: keysFor.length > 0,
  }),
};

async function asked(endpoints: string, token: string, allowPrivate: boolean): Promise<string> {
  try {
    return await describeEndpoints(endpoints, { token: token || undefined, allowPrivate });
  } catch (error) {
    throw new ConnectionProblem(wordsOf(error));
  }
}

function originOf(endpoints: string): string {
  try {
    return readEndpoints(endpoints)[0]!.origin;
  } catch (error) {
    throw new ConnectionProblem(wordsOf(error));
  }
}

function secretOf(token: string): Secret | null {
  return token === '' ? null : { token: { kind: 'token', value: token } };
}

function tokenOf(secret: Secret | null): string {
  return secret?.token?.kind === 'token' ? secret.token.value : '';
}
