import { z } from 'zod';
import type { Dialect, TableBinding } from '../binding/binding';
import type { Connector } from '../connector/contract';
import type { DatabaseServer } from '../connector/sql/database-server';
import type { Description } from '../connector/sql/look-at-tables';
import type { ConnectionKind, Settings } from './kind';
import { ConnectionProblem, wordsOf } from './problem';

export type DatabaseSettings = Settings & {
  host: string;
  port: number;
  database: string;
  user: string;
  /** `verify` by the authorities that are known, or by `ca` alone where it's given; `off` sends everything in the open. */
  tls: 'verify' | 'off';
  /** In PEM; empty for the authorities that are known. */
  ca: string;
  /** Whether it may be in a private network or on this machine. */
  allowPrivate: boolean;
  /** The only schemas that are read; all where it's empty. */
  schemas: string[];
};

type Secret = { password: string };

export type ReadTables = { binding: TableBinding; notes: readonly string[] };

export type DatabaseCard<Kind extends string> = {
  kind: Kind;
  /** Host, and port where it isn't the usual one. */
  server: string;
  hasPassword: boolean;
} & Pick<DatabaseSettings, 'database' | 'user' | 'tls' | 'ca' | 'allowPrivate' | 'schemas'>;

const NAME = z.string().trim().min(1).max(200);
const FIELDS = {
  server: z.string().trim().min(1).max(300),
  database: NAME,
  user: NAME,
  password: z.string().max(10_000),
  tls: z.enum(['verify', 'off']),
  ca: z.string().trim().max(100_000),
  schemas: z.array(NAME).max(100),
  allowPrivate: z.boolean(),
};
const GIVEN = z.object(FIELDS);
/** An empty password keeps what is stored. */
const CHANGE = GIVEN.partial().extend({ title: NAME.optional() });

/** What one kind of database server needs to say of itself to be a kind of connection. */
export type DatabaseKind<Kind extends string> = {
  kind: Kind;
  dialect: Dialect;
  /** The usual one. */
  port: number;
  /** Rejects with a CallError, also where the login could change something. */
  describe(server: DatabaseServer): Promise<Description>;
  open(options: { name: string; title: string; server: DatabaseServer; tables: TableBinding['tables'] }): Connector<TableBinding>;
};

/** A database on a server, asked in SQL by a login that can only read. */
export function databaseKind<Kind extends string>({
  kind, dialect, port: usualPort, describe, open,
}: DatabaseKind<Kind>): ConnectionKind<DatabaseSettings, Secret, z.infer<typeof GIVEN>, z.infer<typeof CHANGE>, ReadTables, DatabaseCard<Kind>> {
  const described = (settings: DatabaseSettings, secret: Secret | null) =>
    describe(serverOf(settings, secret)).then(JSON.stringify, (error: unknown) => {
      throw new ConnectionProblem(wordsOf(error));
    });

  return {
    given: GIVEN,
    change: CHANGE,

    async make({ server, password, ...given }) {
      const settings = checked({ ...given, ...hostAndPort(server, usualPort), title: given.database, effects: {} });
      const secret = secretOf(password);
      return { title: given.database, settings, secret, described: await described(settings, secret) };
    },

    apply({ server, password = '', ...given }, settings, secret) {
      const changed = { ...settings, ...withoutUndefined(given), ...(server !== undefined && hostAndPort(server, usualPort)) };
      return { settings: checked(changed), secret: secretOf(password) ?? secret };
    },

    isOther: (before, after) => asText(before.settings, before.secret) !== asText(after.settings, after.secret),

    // What was given for an encrypted connection isn't sent over one that anybody can listen to; what was granted of one database isn't of another.
    origin: ({ host, port, tls, database }) => `${kind}${tls === 'off' ? '+open' : ''}://${bracketed(host)}:${port}/${encodeURIComponent(database)}`,

    describe: described,

    read(text, name, { title }) {
      const { tables, notes } = JSON.parse(text) as Description;
      return { binding: { kind: 'tables', name, title, dialect, tables }, notes };
    },

    problem: () => null,

    open: ({ binding }, settings, secret) => open({ name: binding.name, title: binding.title, server: serverOf(settings, secret), tables: binding.tables }),

    async test(connector, _read, signal) {
      const { ms } = await connector.call('sql', { text: ['select 1 as one'], values: [] }, signal);
      return `It answered after ${Math.round(ms)} ms. Its login can only read.`;
    },

    card: ({ host, port, database, user, tls, ca, allowPrivate, schemas }, hasPassword) => ({
      kind,
      place: `at ${host}`,
      lacking: [],
      refreshable: true,
      server: port === usualPort ? host : `${bracketed(host)}:${port}`,
      database, user, tls, ca, allowPrivate, schemas, hasPassword,
    }),
  };
}

/** @throws ConnectionProblem where it's no host */
function hostAndPort(text: string, usualPort: number): { host: string; port: number } {
  const isBareIpv6 = (text.match(/:/g) ?? []).length > 1 && !text.startsWith('[');
  const url = URL.parse(`tcp://${isBareIpv6 ? `[${text}]` : text}`);
  const isPlain = url && !/[/?#@\s]/.test(text) && url.hostname !== '';
  if (!isPlain) throw new ConnectionProblem(`“${text}” is no server. It is a host, and its port where that isn’t ${usualPort}: db.example.com:${usualPort}.`);
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || usualPort };
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** @throws ConnectionProblem where its certificate is none */
function checked(settings: DatabaseSettings): DatabaseSettings {
  if (settings.ca && !settings.ca.includes('-----BEGIN CERTIFICATE-----')) throw new ConnectionProblem('The authority’s certificate begins with -----BEGIN CERTIFICATE-----.');
  return settings;
}

function serverOf({ host, port, database, user, tls, ca, allowPrivate, schemas }: DatabaseSettings, secret: Secret | null): DatabaseServer {
  return { host, port, database, user, password: secret?.password ?? '', tls: tls === 'off' ? { use: false } : { use: true, ...(ca && { ca }) }, allowPrivate, schemas };
}

function secretOf(password: string): Secret | null {
  return password === '' ? null : { password };
}

/** Everything that the description depends on. */
function asText(settings: DatabaseSettings, secret: Secret | null): string {
  return JSON.stringify(serverOf(settings, secret));
}

function withoutUndefined<T extends object>(values: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
