import type { ApiBinding, Field, Operation, Shape } from '../../binding/binding';
import { stem } from '../words/tokens';
import type { FormField } from './call-plan';
import { changesWhatIs, saidOf } from './labels';
import { matchesOf } from './operations';
import { fieldsOf, plainShape } from './shapes';
import { stemsIn } from '../../binding/search-words';

/** Where in a function's answer its rows are: `[]` where it is a list itself. Null where there are none. */
export function rowsIn(output: Shape, types: ApiBinding['types']): { path: string[]; fields: readonly Field[] } | null {
  const own = rowFields(output, types);
  if (own) return { path: [], fields: own };
  const lists = (fieldsOf(output, types) ?? []).flatMap((field) => {
    const fields = rowFields(field.shape, types);
    return fields ? [{ path: [field.name], fields }] : [];
  });
  // A connection of GraphQL has its rows twice: as nodes, and in edges.
  return lists.find(({ path }) => path[0] === 'nodes') ?? (lists.length === 1 ? lists[0]! : (lists.find(({ path }) => /^(items|data|results|rows|records|values|entries)$/.test(path[0]!)) ?? null));
}

function rowFields(shape: Shape, types: ApiBinding['types']): readonly Field[] | null {
  const { shape: list } = plainShape(shape, types);
  return list.kind === 'list' ? fieldsOf(list.of, types) : null;
}

const TITLES = /^(title|name|fullName|full_name|displayName|display_name|label|subject|summary|login|username|email|number|key|code)$/;

/**
 * An id that a function wants becomes a choice among the rows of one that lists them, where there is one that needs no arguments and whose rows
 * have that id and something to be called by. Of `every` field that the function takes, those that a row has too are known to have a present value.
 */
export function withRowChoice(fields: readonly FormField[], every: readonly FormField[], operation: Operation, binding: ApiBinding, bindings: readonly ApiBinding[]): FormField[] {
  const { noun, verb } = saidOf(operation);
  if (!noun || /^(create|add|new|open|insert|register|post)$/.test(verb ?? '')) return [...fields];
  return fields.map((field) => {
    if (!field.required || !['text', 'number'].includes(field.kind) || !/(^|[a-z_])(id|Id|ID|number|key|slug|uuid)$/.test(field.path.at(-1) ?? '') || field.path.length > 2) return field;
    const rows = rowsFor(field, noun, changesWhatIs(verb) ? every : [], binding, bindings);
    return rows ? { ...field, kind: 'row' as const, label: capitaliseNoun(noun), rows } : field;
  });
}

function capitaliseNoun(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

function rowsFor(field: FormField, noun: string, every: readonly FormField[], binding: ApiBinding, bindings: readonly ApiBinding[]): FormField['rows'] | null {
  const nouns = stemsIn(noun);
  const lists = matchesOf({ text: `list ${noun}`, verbs: new Set(['read']), nouns }, bindings, 'read').filter((match) => match.binding === binding && match.unmatched.length === 0);
  for (const { operation } of lists) {
    if (operation.input.fields.some(({ required }) => required)) continue;
    const rows = rowsIn(operation.output, binding.types);
    if (!rows) continue;
    const last = field.path.at(-1) ?? 'id';
    const value = rows.fields.find(({ name }) => name === last) ?? (new RegExp(`^${stem(noun.replaceAll(' ', ''))}_?id$`, 'i').test(last) ? rows.fields.find(({ name }) => name === 'id') : undefined);
    const label = rows.fields.find(({ name, required }) => TITLES.test(name) && required && name !== value?.name) ?? rows.fields.find(({ name }) => TITLES.test(name) && name !== value?.name);
    if (!value || !label || !isScalar(value.shape, binding) || !isScalar(label.shape, binding)) continue;
    const now = every.filter((each) => each.id !== field.id && rows.fields.some(({ name, shape }) => name === each.path.at(-1) && isPresent(each.kind, plainShape(shape, binding.types).shape))).map(({ id }) => id);
    return { operation: operation.name, path: rows.path, value: value.name, label: label.name, ...(now.length && { now }), ...mostOf(operation, binding) };
  }
  return null;
}

/** Whether an input of that kind can begin with a value of that shape. */
function isPresent(kind: FormField['kind'], shape: Shape): boolean {
  switch (kind) {
    case 'text':
    case 'long':
    case 'email':
    case 'address':
      return shape.kind === 'string';
    case 'number':
      return shape.kind === 'number' || shape.kind === 'integer';
    case 'choice':
      return ['string', 'number', 'integer', 'boolean', 'literal'].includes(shape.kind);
    case 'flag':
      return shape.kind === 'boolean';
    case 'date':
      return shape.kind === 'string' && shape.format === 'date';
    default:
      return false;
  }
}

const MANY = 100;

/** As many rows at once as the function gives, where it says by which argument: a page of 20 hides most. */
export function mostOf({ input }: Operation, { types }: ApiBinding): { most?: { argument: string; rows: number } } {
  const field = input.fields.find(({ name, shape }) => /^(first|limit|per_?page|page_?size|max_?results)$/i.test(name) && ['integer', 'number'].includes(plainShape(shape, types).shape.kind));
  if (!field) return {};
  const high = Number(/(?:^|; )-?[\d.]*…(\d+)(?:;|$)/.exec(field.comment ?? '')?.[1] ?? MANY);
  return { most: { argument: field.name, rows: Math.max(1, Math.min(high, MANY)) } };
}

function isScalar(shape: Shape, { types }: ApiBinding): boolean {
  return ['string', 'number', 'integer', 'literal'].includes(plainShape(shape, types).shape.kind);
}
