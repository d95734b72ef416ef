import type { SecurityScheme } from '../request-plan';

/** What a person gave for one security scheme. */
export type Credential = { kind: 'token'; value: string } | { kind: 'basic'; user: string; password: string } | { kind: 'client'; id: string; secret: string };

/** By the scheme's name in the specification. */
export type CredentialsByScheme = Readonly<Record<string, Credential>>;

/** Whether a scheme can be served with it. A token that was got elsewhere does for every OAuth flow. */
export function fits(scheme: SecurityScheme, credential: Credential): boolean {
  if (scheme.kind === 'basic') return credential.kind === 'basic';
  return credential.kind === 'token' || (scheme.kind === 'client-credentials' && credential.kind === 'client');
}

/** Without the line breaks that come along when something is pasted. A password may be of spaces. */
export function trimmed(credential: Credential): Credential {
  if (credential.kind === 'basic') return { ...credential };
  return Object.fromEntries(Object.entries(credential).map(([name, text]) => [name, text.trim()])) as Credential;
}

/** What of it mustn't be seen. Without a password the user is the secret (Stripe's keys are sent so). */
export function secretsOf(credential: Credential): string[] {
  if (credential.kind === 'token') return [credential.value];
  if (credential.kind === 'client') return [credential.secret, ...basicForms(credential.id, credential.secret), ...basicForms(encodeURIComponent(credential.id), encodeURIComponent(credential.secret))];
  return [credential.password || credential.user, ...basicForms(credential.user, credential.password)];
}

export function basicPair(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}

function basicForms(user: string, password: string): string[] {
  return [basicPair(user, password), `${user}:${password}`];
}
