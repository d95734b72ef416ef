import { CallError } from '../contract';
import { Sender } from '../http/sender';
import { camelCase } from '../json-schema/identifiers';
import { type Endpoint, readEndpoints, sampleAddress } from './endpoint';
import { inferSchema, type Schema } from './infer-schema';

export type EndpointsOptions = { token?: string | undefined; allowPrivate: boolean };

/**
 * An OpenAPI document of endpoints that have none: their addresses as a person wrote them, and types from what each answered
 * when it was asked for a sample. What may change something isn't asked. Rejects with a CallError, or a SpecProblem.
 */
export async function describeEndpoints(text: string, { token, allowPrivate }: EndpointsOptions): Promise<string> {
  const endpoints = readEndpoints(text);
  const { origin } = endpoints[0]!;
  const sender = new Sender({ hosts: [new URL(origin)], allowPrivate });
  try {
    const paths: Record<string, Record<string, object>> = {};
    for (const endpoint of endpoints) {
      const answer = await sampleOf(endpoint, sender, token);
      (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(endpoint, answer);
    }
    const security = { components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }, security: [{}, { token: [] }] };
    return JSON.stringify({ openapi: '3.1.0', info: { title: new URL(origin).hostname, version: '1' }, servers: [{ url: origin }], ...security, paths });
  } finally {
    await sender.close();
  }
}

async function sampleOf(endpoint: Endpoint, sender: Sender, token: string | undefined): Promise<Schema | null> {
  const url = sampleAddress(endpoint);
  if (!url) return null;
  const headers = { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const { status, body } = await sender.send({ method: 'GET', url, headers, body: null }, new AbortController().signal);
  const where = `${url.host}${url.pathname}`;
  if (status < 200 || status > 299) {
    const hint = status === 401 || status === 403 ? 'It wants to know who asks: give its token.' : undefined;
    throw new CallError({ code: 'http-error', message: `${where} answered with ${status}.`, hint, status, retryable: status >= 500 });
  }
  try {
    return inferSchema(JSON.parse(body.toString('utf8').replace(/^\ufeff/, '')));
  } catch {
    throw new CallError({ code: 'bad-answer', message: `${where} doesn’t answer with JSON.`, retryable: false });
  }
}

function operationOf({ method, path, pathSamples, querySamples }: Endpoint, answer: Schema | null): object {
  const words = path.split('/').filter(Boolean).map((part) => part.replace(/[{}]/g, ''));
  const verb = method === 'GET' ? '' : method.toLowerCase();
  const named = (place: 'path' | 'query', samples: Record<string, string>) =>
    Object.entries(samples).map(([name, sample]) => ({
      name,
      in: place,
      required: place === 'path',
      ...(sample && { description: `for example ${sample.slice(0, 60)}` }),
      // Digits may be a number, or a name made of digits.
      schema: { type: /^-?\d{1,15}(\.\d+)?$/.test(sample) ? ['number', 'string'] : 'string' },
    }));
  return {
    operationId: camelCase([verb, ...words.slice(-3)].join(' ')) || 'root',
    summary: `${method} ${path}`,
    parameters: [...named('path', pathSamples), ...named('query', querySamples)],
    ...(/POST|PUT|PATCH/.test(method) && { requestBody: { content: { 'application/json': { schema: {} } } } }),
    responses: { 200: { description: 'The answer', content: { 'application/json': { schema: answer ?? {} } } } },
  };
}
