import { type JsonRecord, listOf, own, recordOf, textOf, textsOf } from '../json-schema/json-value';
import type { References } from '../json-schema/references';

/**
 * Swagger 2 in the words of OpenAPI 3, one part at a time: so only one reader knows how parameters, bodies and answers are read.
 * Schemas stay where they are; their `$ref` leads to `#/definitions` as before.
 */
export function operationFromSwagger2(operation: JsonRecord, shared: unknown[], document: JsonRecord, references: References): JsonRecord {
  const parameters = overridden(shared, listOf(operation.parameters), references);
  const consumes = textsOf(operation.consumes ?? document.consumes);
  const produces = textsOf(operation.produces ?? document.produces);
  const body = parameters.find((parameter) => parameter.in === 'body');
  const form = parameters.filter((parameter) => parameter.in === 'formData');
  return {
    ...operation,
    parameters: parameters.filter((parameter) => parameter.in !== 'body' && parameter.in !== 'formData').map(parameterFromSwagger2),
    requestBody: body ? bodyOf(body, consumes) : form.length > 0 ? formOf(form, consumes) : undefined,
    responses: responsesOf(recordOf(operation.responses), produces, references),
  };
}

/** An operation's parameters take the place of the path's of the same name and place. */
function overridden(shared: unknown[], mine: unknown[], references: References): JsonRecord[] {
  const all = new Map<string, JsonRecord>();
  for (const parameter of [...shared, ...mine]) {
    const found = references.follow(parameter);
    if (found) all.set(`${String(found.in)} ${String(found.name)}`, found);
  }
  return [...all.values()];
}

function parameterFromSwagger2(parameter: JsonRecord): JsonRecord {
  const { name, in: place, required, description, deprecated, ...schema } = parameter;
  return { name, in: place, required, deprecated, description, schema, ...styleOf(parameter) };
}

function styleOf({ type, collectionFormat, in: place }: JsonRecord): JsonRecord {
  if (type !== 'array') return {};
  const separate = place === 'query' || place === 'formData';
  switch (collectionFormat) {
    case 'multi':
      return separate ? { style: 'form', explode: true } : {};
    case 'ssv':
      return separate ? { style: 'spaceDelimited', explode: false } : {};
    case 'tsv':
      return separate ? { style: 'tabDelimited', explode: false } : {};
    case 'pipes':
      return separate ? { style: 'pipeDelimited', explode: false } : {};
    default:
      return separate ? { style: 'form', explode: false } : { style: 'simple', explode: false };
  }
}

function bodyOf(body: JsonRecord, consumes: string[]): JsonRecord {
  const media = { schema: body.schema };
  const types = consumes.length > 0 ? consumes : ['application/json'];
  return { description: body.description, required: body.required, content: Object.fromEntries(types.map((type) => [type, media])) };
}

function formOf(parameters: JsonRecord[], consumes: string[]): JsonRecord {
  const files = parameters.some(({ type }) => type === 'file');
  const multipart = files || (consumes.includes('multipart/form-data') && !consumes.includes('application/x-www-form-urlencoded'));
  const named = parameters.filter((parameter) => textOf(parameter.name) !== undefined);
  const properties = Object.fromEntries(named.map((parameter) => [String(parameter.name), recordOf(parameterFromSwagger2(parameter).schema)]));
  for (const parameter of named) {
    const property = own(properties, String(parameter.name));
    if (textOf(parameter.description)) properties[String(parameter.name)] = { ...recordOf(property), description: parameter.description };
  }
  const required = named.filter((parameter) => parameter.required === true).map(({ name }) => name);
  const encoding = Object.fromEntries(named.filter(({ type }) => type === 'array').map((parameter) => [String(parameter.name), styleOf(parameter)]));
  const schema = { type: 'object', properties, required };
  return { required: required.length > 0, content: { [multipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded']: { schema, encoding } } };
}

function responsesOf(responses: JsonRecord, produces: string[], references: References): JsonRecord {
  const types = produces.length > 0 ? produces : ['application/json'];
  return Object.fromEntries(
    Object.entries(responses).map(([status, value]) => {
      const response = references.follow(value);
      if (!response?.schema) return [status, response];
      return [status, { ...response, content: Object.fromEntries(types.map((type) => [type, { schema: response.schema }])) }];
    }),
  );
}

/** `schemes`, `host` and `basePath` as servers; what is missing is that of the specification's own address. */
export function serversFromSwagger2(document: JsonRecord): JsonRecord[] {
  const host = textOf(document.host);
  const path = textOf(document.basePath) ?? '/';
  const schemes = textsOf(document.schemes).filter((scheme) => scheme === 'http' || scheme === 'https');
  if (!host) return [{ url: path }];
  if (schemes.length === 0) return [{ url: `//${host}${path}` }];
  return schemes.toSorted().toReversed().map((scheme) => ({ url: `${scheme}://${host}${path}` }));
}

/** A security scheme of Swagger 2 as one of OpenAPI 3. */
export function schemeFromSwagger2(scheme: JsonRecord): JsonRecord {
  if (scheme.type === 'basic') return { type: 'http', scheme: 'basic' };
  if (scheme.type !== 'oauth2') return scheme;
  const flow = { application: 'clientCredentials', accessCode: 'authorizationCode', implicit: 'implicit', password: 'password' }[String(scheme.flow)];
  return { type: 'oauth2', flows: flow ? { [flow]: scheme } : {} };
}
