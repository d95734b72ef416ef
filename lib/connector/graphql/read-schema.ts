import { buildClientSchema, buildSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { isDeeperThan } from '../http/json-depth';
import { isRecord, listOf, own } from '../json-schema/json-value';
import { SpecProblem } from '../openapi/spec-problem';
import { MAX_SCHEMA_BYTES, MAX_SCHEMA_TOKENS, MAX_SCHEMA_TYPES } from './limits';

/** Lists and objects within each other in what introspection answers: its query asks for no more. */
const MAX_INTROSPECTION_DEPTH = 40;

/**
 * A schema from its text: what introspection answers, as JSON, or the schema language. What its server would answer with is the
 * server's; nothing here asks it.
 * @throws SpecProblem in words for a person
 */
export function readSchema(text: string): GraphQLSchema {
  if (text.length > MAX_SCHEMA_BYTES) throw new SpecProblem(`The schema is larger than ${MAX_SCHEMA_BYTES / 1_000_000} MB.`);
  const isJson = /^\s*\{/.test(text.slice(0, 10_000));
  try {
    return isJson ? fromIntrospection(text) : buildSchema(text, { assumeValid: true, assumeValidSDL: true, noLocation: true, maxTokens: MAX_SCHEMA_TOKENS });
  } catch (error) {
    if (error instanceof SpecProblem) throw error;
    throw new SpecProblem(`The schema can’t be read: ${plain(error)}`);
  }
}

function fromIntrospection(text: string): GraphQLSchema {
  if (isDeeperThan(Buffer.from(text), MAX_INTROSPECTION_DEPTH)) throw new SpecProblem('The schema is nested deeper than any schema is.');
  const parsed: unknown = JSON.parse(text);
  const answer = isRecord(own(parsed, 'data')) ? own(parsed, 'data') : parsed;
  const schema = own(answer, '__schema');
  if (!isRecord(schema)) throw new SpecProblem('This is no GraphQL schema: it has no "__schema".');
  const types = listOf(own(schema, 'types'));
  if (types.length > MAX_SCHEMA_TYPES) throw new SpecProblem(`The schema has more than ${MAX_SCHEMA_TYPES.toLocaleString('en')} types.`);
  // Directives are for whoever writes queries with them; a strange one would spoil the schema.
  const usable = { __schema: { ...schema, directives: [], types: types.map(withoutReservedFields) } };
  return buildClientSchema(usable as unknown as IntrospectionQuery, { assumeValid: true });
}

/** Fields that a schema may not have: `__proto__` among them. */
function withoutReservedFields(type: unknown): unknown {
  if (!isRecord(type)) return type;
  const kept = (fields: unknown) => (Array.isArray(fields) ? fields.filter((field) => !String(own(field, 'name')).startsWith('__')).map(withoutReservedArguments) : fields);
  if (String(own(type, 'name')).startsWith('__')) return type;
  return { ...type, fields: kept(own(type, 'fields')), inputFields: kept(own(type, 'inputFields')) };
}

function withoutReservedArguments(field: unknown): unknown {
  const args = own(field, 'args');
  return isRecord(field) && Array.isArray(args) ? { ...field, args: args.filter((arg) => !String(own(arg, 'name')).startsWith('__')) } : field;
}

function plain(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 300);
}
