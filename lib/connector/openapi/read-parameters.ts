import type { Field } from '../../binding/binding';
import { camelCase, UniqueNames } from '../json-schema/identifiers';
import { isPrototypeName, isRecord, type JsonRecord, listOf, own, recordOf, textOf } from '../json-schema/json-value';
import type { Notes } from '../json-schema/notes';
import type { References } from '../json-schema/references';
import type { ParameterPlan } from './request-plan';
import { fieldComment } from '../json-schema/schema-comment';
import type { SchemaReader } from '../json-schema/schema-reader';

export type ReadParameters = { fields: Field[]; plans: ParameterPlan[] };

type Context = { references: References; schemas: SchemaReader; notes: Notes };

/**
 * All parameters of an operation: the path's, overridden by its own of the same name and place, and those that only the path's
 * text knows. Required ones come first.
 * @param hasBody The name `body` is taken.
 */
export function readParameters(path: string, shared: unknown[], mine: unknown[], hasBody: boolean, context: Context): ReadParameters {
  const all = new Map<string, JsonRecord>();
  for (const value of [...shared, ...mine]) {
    const parameter = context.references.follow(value);
    const name = textOf(parameter?.name);
    if (!parameter || name === undefined || !isPlace(parameter.in)) {
      if (parameter) context.notes.add(`A parameter of ${path.slice(0, 200)} has no name or no place that is known, and was left out.`);
      continue;
    }
    if (parameter.in === 'path' && !path.includes(`{${name}}`)) {
      context.notes.add(`${path.slice(0, 200)} has no place for its parameter ${JSON.stringify(name.slice(0, 100))}, which was left out.`);
      continue;
    }
    if (parameter.in === 'header' && NOT_PARAMETERS.has(name.toLowerCase())) continue;
    all.set(`${parameter.in} ${parameter.in === 'header' ? name.toLowerCase() : name}`, parameter);
  }
  for (const name of variablesOf(path)) {
    if (!all.has(`path ${name}`)) all.set(`path ${name}`, { name, in: 'path', required: true, schema: { type: 'string' } });
  }
  return named([...all.values()], hasBody, context.schemas);
}

/** The specification says that these are decided by the body, the answer and the security schemes. */
const NOT_PARAMETERS = new Set(['accept', 'content-type', 'authorization']);

/** `/a/{b}/{c}` → `b`, `c`. */
export function variablesOf(path: string): string[] {
  return [...new Set([...path.matchAll(/\{([^{}]{1,200})\}/g)].map(([, name]) => name!))];
}

function named(parameters: JsonRecord[], hasBody: boolean, schemas: SchemaReader): ReadParameters {
  const taken = new Set(hasBody ? ['body'] : []);
  const numbered = new UniqueNames('parameter', taken);
  const read = parameters.map((parameter) => {
    const plain = argumentName(String(parameter.name));
    const wanted = taken.has(plain) ? `${String(parameter.in)}${plain[0]!.toUpperCase()}${plain.slice(1)}` : plain;
    const argument = numbered.take(wanted);
    taken.add(argument);
    return read1(parameter, argument, schemas);
  });
  read.sort((a, b) => Number(b.plan.required) - Number(a.plan.required));
  return { fields: read.map(({ field }) => field), plans: read.map(({ plan }) => plan) };
}

/** A name that is an identifier stays what it is, since that is how people know it. */
function argumentName(name: string): string {
  const plain = /^[A-Za-z_$][\w$]{0,99}$/.test(name) ? name : camelCase(name);
  return plain === '' || isPrototypeName(plain) ? `parameter${plain}` : plain;
}

function read1(parameter: JsonRecord, argument: string, schemas: SchemaReader): { field: Field; plan: ParameterPlan } {
  const place = parameter.in as ParameterPlan['in'];
  const [content] = Object.entries(recordOf(parameter.content));
  const schema = content ? own(content[1], 'schema') : parameter.schema;
  const required = place === 'path' || parameter.required === true;
  const description = textOf(parameter.description);
  const comment = fieldComment({ ...(isRecord(schema) ? schema : {}), ...(description && { description }), deprecated: parameter.deprecated });
  const style = STYLES.find((name) => name === parameter.style) ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  return {
    field: { name: argument, shape: schemas.read(schema), required, ...(comment && { comment }) },
    plan: {
      argument,
      name: String(parameter.name),
      in: place,
      required,
      style,
      explode: typeof parameter.explode === 'boolean' ? parameter.explode : style === 'form',
      allowReserved: parameter.allowReserved === true,
      json: content !== undefined,
    },
  };
}

const STYLES = ['simple', 'label', 'matrix', 'form', 'spaceDelimited', 'pipeDelimited', 'tabDelimited', 'deepObject'] as const;

function isPlace(value: unknown): value is ParameterPlan['in'] {
  return value === 'path' || value === 'query' || value === 'header' || value === 'cookie';
}

/** What an operation or a path item lists. */
export function parametersOf(value: JsonRecord): unknown[] {
  return listOf(value.parameters);
}
