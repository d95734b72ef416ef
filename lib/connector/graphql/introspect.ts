import { getIntrospectionQuery, type IntrospectionOptions } from 'graphql';
import { CallError } from '../contract';
import type { Guard } from '../http/guarded-connect';
import type { HttpAnswer } from '../http/message';
import { readAddress } from '../http/own-hosts';
import { Sender } from '../http/sender';
import { withoutSecrets } from '../http/without-secrets';
import { Credentials } from '../openapi/credentials/credentials';
import type { CredentialsByScheme } from '../openapi/credentials/credential';
import { detailOf } from '../http/detail';
import { explainStatus } from '../http/explain-status';
import { isRecord, listOf, own } from '../json-schema/json-value';
import type { SecurityScheme } from '../openapi/request-plan';
import { JSON_HEADERS } from './graphql-request';
import { MAX_SCHEMA_BYTES, MAX_SCHEMA_MS } from './limits';

export type IntrospectOptions = Guard & { server: string; security: Record<string, SecurityScheme>; credentials: CredentialsByScheme };

/** All that newer servers tell, and what every server does. */
const QUESTIONS: IntrospectionOptions[] = [
  { descriptions: true, specifiedByUrl: true, inputValueDeprecation: true },
  { descriptions: true },
];

/** Asks a server for its schema, and gives the answer as JSON text. Rejects with a CallError in words for a person. */
export async function introspect({ server, security, credentials, ...guard }: IntrospectOptions, signal: AbortSignal): Promise<string> {
  const url = readAddress(server);
  const keys = new Credentials({ requests: {}, security, notes: [] }, credentials, url, guard);
  const missing = Object.keys(security).filter((name) => !Object.hasOwn(credentials, name));
  const sender = new Sender({ hosts: [url], ...guard, ms: MAX_SCHEMA_MS, bytes: MAX_SCHEMA_BYTES });
  try {
    let problem: CallError | null = null;
    for (const question of QUESTIONS) {
      const body = Buffer.from(JSON.stringify({ query: getIntrospectionQuery(question) }));
      const { request } = await keys.put({ method: 'POST', url, headers: JSON_HEADERS, body }, [], signal);
      const answer = await sender.send(request, signal);
      const schema = schemaIn(answer);
      if (schema) return JSON.stringify({ __schema: schema });
      problem ??= problemOf(answer, url, keys, missing);
      if (answer.status === 401 || answer.status === 403) break;
    }
    throw problem!;
  } catch (error) {
    throw withoutSecrets(error, keys.secrets);
  } finally {
    await Promise.all([sender.close(), keys.close()]);
  }
}

function schemaIn({ status, body }: HttpAnswer): unknown {
  if (status < 200 || status > 299) return null;
  const schema = own(own(parse(body), 'data'), '__schema');
  return isRecord(schema) ? schema : null;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return null;
  }
}

/** In the words of the server where it has some. */
function problemOf(answer: HttpAnswer, { hostname }: URL, { secrets }: Credentials, missing: readonly string[]): CallError {
  const parsed = parse(answer.body);
  const said = listOf(own(parsed, 'errors')).map((error) => own(error, 'message')).find((message) => typeof message === 'string');
  const detail = detailOf(answer, secrets);
  if (said === undefined && (answer.status < 200 || answer.status > 299)) return explainStatus(answer, { title: hostname, method: 'GET', missing }, secrets);
  if (said === undefined) return new CallError({ code: 'bad-answer', message: `${hostname} doesn’t answer as GraphQL does at this address.`, hint: 'Its path is often /graphql.', retryable: false, status: answer.status, detail });
  const message = `${hostname} doesn’t tell its schema: ${said.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 300)}`;
  return new CallError({ code: 'http-error', message, hint: 'Where introspection is switched off, give the schema as a file; where a key is needed, give the key.', retryable: false, status: answer.status, detail });
}
