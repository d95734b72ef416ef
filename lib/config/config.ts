import { getDomain } from 'tldts';

/**
 * What the environment says, read in one place. Nothing else in the house reads these variables.
 * The table in README.md is this file in words.
 */
export type Config = {
  port: number;
  /** Where people open the app: `http://localhost:3000`. */
  appOrigin: string;
  /** Another *site* than the app's, serving nothing but the sandbox: `http://127.0.0.1:3000`, or one for each program: `https://*.vitrine-frames.net`. */
  sandboxOrigin: string;
  /** Folder of the embedded store, the person's files and the local secret. */
  dataDir: string;
  databaseUrl: string | null;
  /** What stored secrets are encrypted with; without it a key is made in `dataDir`. */
  secret: string | null;
  /** How long a model may send nothing in the middle of a reply before it counts as stalled, in milliseconds; null for the default. */
  modelIdleMs: number | null;
  /** Milliseconds between two pieces of the composer's reply; 0 shows an interface at once instead of while it is built. Null for the default. */
  composerPaceMs: number | null;
  /** Spans are sent where OpenTelemetry's own variables name a collector; the rest of them its exporter reads. */
  telemetry: boolean;
  /** The address to listen on beside loopback: `0.0.0.0`, or one of this machine's. Null for loopback alone. Needs accounts. */
  listen: string | null;
  /** Whether `X-Forwarded-For` says who asks: only where a proxy in front of it writes it. */
  trustProxy: boolean;
  /** Where mail is handed in, as nodemailer takes it, and whose it is. Null where links are printed to the log instead. */
  mail: { url: string; from: string } | null;
  /** Where people may sign in with an account that they have elsewhere. */
  signInProviders: SignInProvider[];
  /** Whether interfaces of every team may be opened as a project in a WebContainer; else each team's admins turn it on. */
  webContainer: boolean;
  /** What WebContainer's vendor gave this address, where it's more than a developer's own machine. It is sent to browsers. */
  webContainerClientId: string | null;
};

/** An OAuth 2 or OpenID Connect provider. With `issuer` its addresses are found; without, they are given. */
export type SignInProvider = {
  /** Stands in the address it leads back to: `/api/auth/callback/<id>`. */
  id: string;
  /** What the button says: "Sign in with <name>". */
  name: string;
  clientId: string;
  clientSecret?: string;
  scopes?: string[];
  issuer?: string;
  authorizationUrl?: string;
  tokenUrl?: string;
  userInfoUrl?: string;
};

export type Environment = Record<string, string | undefined>;

const DEFAULT_PORT = 3000;

/**
 * Reads the configuration.
 * @throws Error with one sentence for a person where a value can't be right.
 */
export function readConfig(env: Environment = process.env): Config {
  const port = readPort(env.PORT);
  const appOrigin = readOrigin('APP_ORIGIN', env.APP_ORIGIN) ?? `http://localhost:${port}`;
  const sandboxOrigin = readOrigin('SANDBOX_ORIGIN', env.SANDBOX_ORIGIN) ?? `http://127.0.0.1:${port}`;
  if (siteOf(appOrigin) === siteOf(sandboxOrigin)) {
    throw new Error(
      `SANDBOX_ORIGIN (${sandboxOrigin}) is of the same site as the app (${appOrigin}): generated code must not share it. Take a domain of its own, such as https://vitrine-frames.net; a subdomain of the app’s domain is not enough.`,
    );
  }
  return {
    port,
    appOrigin,
    sandboxOrigin,
    dataDir: env.VITRINE_DATA || '.vitrine',
    databaseUrl: env.DATABASE_URL || null,
    secret: env.VITRINE_SECRET || null,
    modelIdleMs: readSeconds('MODEL_IDLE_SECONDS', env.MODEL_IDLE_SECONDS),
    composerPaceMs: readPace(env.COMPOSER_PACE_MS),
    telemetry: Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) && env.OTEL_SDK_DISABLED !== 'true',
    listen: readListen(env.LISTEN),
    trustProxy: env.TRUST_PROXY === '1' || env.TRUST_PROXY === 'true',
    mail: readMail(env),
    signInProviders: readProviders(env.SIGN_IN_PROVIDERS),
    webContainer: env.WEBCONTAINER === '1' || env.WEBCONTAINER === 'true',
    webContainerClientId: env.WEBCONTAINER_CLIENT_ID || null,
  };
}

function readPort(value: string | undefined): number {
  if (!value) return DEFAULT_PORT;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT must be a whole number from 1 to 65535; it is "${value}".`);
  return port;
}

function readPace(value: string | undefined): number | null {
  if (!value) return null;
  const pace = Number(value);
  if (!Number.isInteger(pace) || pace < 0 || pace > 1_000) throw new Error(`COMPOSER_PACE_MS must be a whole number from 0 to 1000; it is "${value}".`);
  return pace;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

function readListen(value: string | undefined): string | null {
  return value && !LOOPBACK.has(value) ? value : null;
}

function readMail(env: Environment): Config['mail'] {
  if (!env.SMTP_URL) return null;
  if (!/^smtps?:\/\//.test(env.SMTP_URL)) throw new Error(`SMTP_URL must be an address such as smtps://user:password@mail.example.com.`);
  if (!env.MAIL_FROM) throw new Error('MAIL_FROM is missing: the sender of mail, such as "Vitrine <vitrine@example.com>".');
  return { url: env.SMTP_URL, from: env.MAIL_FROM };
}

function readProviders(value: string | undefined): SignInProvider[] {
  if (!value) return [];
  const wrong = (why: string) => new Error(`SIGN_IN_PROVIDERS ${why}. It is a JSON list such as [{"id":"acme","name":"Acme","issuer":"https://id.acme.example","clientId":"…","clientSecret":"…"}].`);
  let list: unknown;
  try {
    list = JSON.parse(value);
  } catch {
    throw wrong('is no JSON');
  }
  if (!Array.isArray(list)) throw wrong('is no list');
  for (const one of list as Partial<SignInProvider>[]) {
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(one.id ?? '') || !one.name || !one.clientId) throw wrong('needs an id of small letters, a name and a clientId for each');
    if (!one.issuer && !(one.authorizationUrl && one.tokenUrl && one.userInfoUrl)) throw wrong(`needs an issuer, or all of authorizationUrl, tokenUrl and userInfoUrl, for ${one.id}`);
  }
  return list as SignInProvider[];
}

function readSeconds(name: string, value: string | undefined): number | null {
  if (!value) return null;
  const seconds = Number(value);
  if (!(seconds >= 1 && seconds <= 3_600)) throw new Error(`${name} must be a number of seconds from 1 to 3600; it is "${value}".`);
  return seconds * 1_000;
}

/** What browsers take for one site: the domain that somebody can register, or the whole host where there is none. */
function siteOf(origin: string): string {
  const { hostname } = new URL(origin.replace('*.', ''));
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

function readOrigin(name: string, value: string | undefined): string | null {
  if (!value) return null;
  // A wildcard stands for one name before the first dot, and only for the sandbox.
  const wild = name === 'SANDBOX_ORIGIN' && value.includes('://*.');
  const plain = wild ? value.replace('://*.', '://') : value;
  const url = URL.canParse(plain) ? new URL(plain) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.hostname.includes('*')) {
    throw new Error(`${name} must be an origin such as https://app.example.com; it is "${value}".`);
  }
  return wild ? url.origin.replace('://', '://*.') : url.origin;
}
