import type { ApiBinding, Field, Operation, Shape } from '../../binding/binding';
import { Names } from '../write/identifiers';
import type { FormBlock, FormField } from './call-plan';
import { labelOf } from './labels';
import { fieldsOf, plainShape } from './shapes';

/** What a form asks for a function's argument, what it could ask as well, and in words what it can't. */
export type FormFields = Pick<FormBlock, 'fields' | 'fixed'> & {
  /** Optional ones that have no place in a form of a sensible length. */
  more: FormField[];
  /** Optional ones that a form of ours has no input for. */
  left: string[];
  /** Required ones that it has no input for: without them nothing can be sent. */
  missing: string[];
};

/** Fields of a form that nobody has picked. */
const MAX_FIELDS = 12;
/** Objects in objects that are asked for field by field. */
const MAX_DEPTH = 3;
/** Of a longer list nobody finds anything. */
const MAX_OPTIONS = 100;
/** As many as a Plan keeps. */
const MAX_REQUIRED = 30;

export function formFieldsOf({ input }: Operation, binding: ApiBinding): FormFields {
  const found: FormFields = { fields: [], fixed: [], more: [], left: [], missing: [] };
  const names = new Names([binding.name]);
  const all: FormField[] = [];
  collect(input.fields, [], true);
  const required = all.filter((field) => field.required);
  const optional = all.filter((field) => !field.required);
  if (required.length > MAX_REQUIRED) found.missing.push(`${required.length} fields`);
  const shown = new Set([...required, ...optional.slice(0, Math.max(0, MAX_FIELDS - required.length))]);
  return { ...found, fields: required.length ? [...required, ...optional.filter((field) => shown.has(field))] : all.filter((field) => shown.has(field)), more: all.filter((field) => !shown.has(field)) };

  function collect(fields: readonly Field[], path: readonly string[], isRequired: boolean): void {
    for (const field of fields) {
      const at = [...path, field.name];
      const required = isRequired && field.required;
      if (!required && isOfNoUse(field)) continue;
      const { shape } = plainShape(field.shape, binding.types);
      const inner = fieldsOf(shape, binding.types);
      // The request's body, or GraphQL's `input`: it is what the form is about, whether the API insists on it or not.
      const isWhole = path.length === 0 && (field.name === 'body' || field.name === 'input');
      if (inner && (required || isWhole) && path.length < MAX_DEPTH) collect(inner, at, required || isWhole);
      else add(field, at, shape, required);
    }
  }

  function add(field: Field, path: string[], shape: Shape, required: boolean): void {
    if (shape.kind === 'literal' && shape.values.length === 1 && shape.values[0] !== null) {
      if (required) found.fixed.push({ path, value: shape.values[0]! });
      return;
    }
    const kind = field.secret ? null : kindOf(field.name, shape, binding.types, required);
    const label = labelOf(path.length > 1 && path[0] !== 'body' && path[0] !== 'input' ? path.join(' ') : path.slice(1).join(' ') || field.name);
    if (kind === null) {
      (required ? found.missing : found.left).push(label);
      return;
    }
    const { hint, initial, ...limits } = saidOf(field, kind);
    all.push({ id: names.camel(path.at(-1) ?? field.name, 'field'), path, label, ...kind, required, ...(hint && { hint }), ...(initial !== undefined && { initial }), ...limits });
  }
}

/** What only programs say, or only answers hold. */
function isOfNoUse({ name, comment = '' }: Field): boolean {
  if (name.startsWith('select') && comment.startsWith('GraphQL')) return true;
  return /^(clientMutationId|accept|authorization|acceptLanguage|contentType|userAgent|traceparent|tracestate)$/i.test(name) || /^(x[-_]|x[A-Z]|header[A-Z]|cookie[A-Z])/.test(name) || /(^|; )(only in answers|deprecated)(;|$)/.test(comment);
}

type Kind = Pick<FormField, 'kind' | 'options' | 'numeric' | 'whole'>;

const LONG = /(description|body|content|text|message|note|notes|comment|comments|details|bio|reason|instructions|markdown|html|summary|about)$/i;

const FORMATS: Record<string, FormField['kind']> = { date: 'date', 'date-time': 'moment', time: 'time', email: 'email', uri: 'address', url: 'address' };

/** Null where there is no input for it. */
function kindOf(name: string, shape: Shape, types: ApiBinding['types'], required: boolean): Kind | null {
  switch (shape.kind) {
    case 'string': {
      const kind = FORMATS[shape.format ?? ''];
      return { kind: kind ?? (LONG.test(name) ? 'long' : 'text') };
    }
    case 'number':
      return { kind: 'number', numeric: true };
    case 'integer':
      return { kind: 'number', numeric: true, whole: true };
    case 'boolean':
      return { kind: 'flag' };
    case 'literal': {
      const options = shape.values.filter((value) => value !== null);
      return options.length >= 2 && options.length <= MAX_OPTIONS ? { kind: 'choice', options } : null;
    }
    case 'list': {
      const { shape: of } = plainShape(shape.of, types);
      if (of.kind === 'string') return { kind: 'lines' };
      return of.kind === 'number' || of.kind === 'integer' ? { kind: 'lines', numeric: true } : null;
    }
    case 'union': {
      const kinds = new Set(shape.of.map((each) => plainShape(each, types).shape.kind));
      // An id that may be written as a number or as a text.
      return kinds.has('string') && [...kinds].every((kind) => ['string', 'number', 'integer', 'literal'].includes(kind)) ? { kind: 'text' } : null;
    }
    case 'unknown':
      return required ? { kind: 'text' } : null;
    default:
      return null;
  }
}

type Said = Pick<FormField, 'hint' | 'initial' | 'min' | 'max' | 'minLength' | 'maxLength'>;

/** UTF-16 units; a longer description is a manual and no hint. */
const MAX_HINT_UNITS = 160;

/** A field's comment is its author's sentence and the limits that a type can't say, divided by semicolons. */
function saidOf({ comment = '', name }: Field, { kind, options }: Kind): Said {
  const said: Said = {};
  const words: string[] = [];
  for (const part of comment.split('; ')) {
    const range = /^(-?[\d.]+)?…(-?[\d.]+)?( characters| items)?$/.exec(part);
    const initial = /^default (.+)$/.exec(part)?.[1];
    if (range) Object.assign(said, limitsOf(range, kind));
    else if (initial !== undefined) Object.assign(said, initialOf(initial, kind, options));
    else if (part && part !== 'only in requests' && !isNameAgain(part, name)) words.push(part);
  }
  const hint = words.join('. ').slice(0, MAX_HINT_UNITS);
  return { ...said, ...(hint && { hint }) };
}

function limitsOf([, from, to, unit]: RegExpExecArray, kind: FormField['kind']): Said {
  const [low, high] = [from, to].map((text) => (text === undefined ? undefined : Number(text)));
  if (unit === ' characters' && kind !== 'lines') return { ...(low !== undefined && { minLength: low }), ...(high !== undefined && { maxLength: high }) };
  return kind === 'number' && unit === undefined ? { ...(low !== undefined && { min: low }), ...(high !== undefined && { max: high }) } : {};
}

function initialOf(json: string, kind: FormField['kind'], options: FormField['options']): Said {
  try {
    const value: unknown = JSON.parse(json);
    if (kind === 'choice') return options?.includes(value as string) ? { initial: String(value) } : {};
    if (kind === 'flag') return value === true ? { initial: 'true' } : {};
    return (kind === 'number' && typeof value === 'number') || (kind === 'text' && typeof value === 'string') ? { initial: String(value) } : {};
  } catch {
    return {};
  }
}

/** "Title" below the field "Title" says nothing. */
function isNameAgain(said: string, name: string): boolean {
  return said.toLowerCase().replace(/[^a-z]/g, '').replace(/^the/, '') === name.toLowerCase().replace(/[^a-z]/g, '');
}
