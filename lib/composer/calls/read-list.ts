import type { ApiBinding, Field, Operation } from '../../binding/binding';
import { stem as searchStem, stemsIn } from '../../binding/search-words';
import { listed } from '../build/conditions';
import { capitalise, plural, stem, uncapitalise } from '../words/tokens';
import type { FormField, ListBlock, ListColumn } from './call-plan';
import { formFieldsOf } from './form-fields';
import { labelOf } from './labels';
import { matchesOf } from './operations';
import { type Asked, askedOf } from './question';
import { mostOf, rowsIn } from './row-choice';
import { fieldsOf, plainShape } from './shapes';

/** What a prompt became that asks for rows of an API. Without a block it is refused by `problems`. */
export type ListReading = {
  block: ListBlock | null;
  assumptions: string[];
  problems: string[]; unread: string[];
  /** Words that stand in the function's own name. */
  named: string[];
};

/** More columns of an API’s rows don’t fit beside each other. */
const MAX_COLUMNS = 6;

/** Words that say that rows are wanted, and nothing about which. */
const SHOWN = new Set(['list', 'table', 'overview', 'row', 'rows', 'all', 'every', 'their', 'latest', 'current'].map(searchStem));

/** The rows that a prompt asks for, from the one function that lists them. Null where none does. */
export function readList(prompt: string, bindings: readonly ApiBinding[]): ListReading | null {
  const asked = askedOf(prompt);
  const nouns = asked.nouns.map((noun) => noun.stem).filter((noun) => !SHOWN.has(noun));
  if (asked.saysForm || nouns.length === 0) return null;
  const matches = matchesOf({ text: `list ${nouns.join(' ')}`, verbs: new Set(['read']), nouns }, bindings, 'read').filter(({ binding, operation }) => rowsIn(operation.output, binding.types));
  for (const match of matches) {
    const { binding, operation, unmatched } = match;
    const args = formFieldsOf(operation, binding);
    if (args.fields.some(({ required }) => required) || args.missing.length > 0) continue;
    const values = unmatched.map((noun) => valueCalled(noun, args.fields));
    const left = unmatched.filter((_, i) => values[i] === null);
    // What most words are not about is something else.
    if (left.length > (nouns.length - 1) / 2) continue;
    const unread = asked.nouns.filter((noun) => left.includes(noun.stem)).map((noun) => noun.text);
    return listOf(binding, operation, asked, args.fields, values.filter((value) => value !== null), unread);
  }
  const [best] = matches;
  if (!best || best.unmatched.length > 0) return null;
  const needed = formFieldsOf(best.operation, best.binding);
  const words = [...needed.fields.filter(({ required }) => required).map(({ label }) => uncapitalise(label)), ...needed.missing.map(uncapitalise)];
  return { block: null, assumptions: [], unread: [], named: [], problems: [`${best.operation.name} of ${best.binding.title} only answers with ${listed(words, 'and')} given, and a table of mine can’t ask for that yet.`] };
}

type Value = ListBlock['fixed'][number];

/** "open issues", where an argument can be `open`. */
function valueCalled(noun: string, fields: readonly FormField[]): Value | null {
  for (const { path, options = [] } of fields) {
    const value = options.find((option) => stemsIn(String(option)).join(' ') === noun);
    if (value !== undefined) return { path, value };
  }
  return null;
}

function listOf(binding: ApiBinding, operation: Operation, asked: Asked, args: readonly FormField[], fixed: Value[], nothing: string[]): ListReading | null {
  const rows = rowsIn(operation.output, binding.types);
  if (!rows) return null;
  const every = columnsOf(rows.fields, binding);
  const filters = asked.wanted.filter((words) => /\bfilters?\b/i.test(words)).flatMap((words) => args.filter((field) => field.kind === 'choice' && isCalled(field.label, field.id, words.replace(/\bfilters?\b/gi, ''))));
  const wanted = asked.wanted.filter((words) => !/\bfilters?\b/i.test(words));
  const named = wanted.map((words) => every.find((column) => isCalled(column.label, column.key, words)) ?? null);
  const unwanted = asked.unwanted.flatMap((words) => every.filter((column) => isCalled(column.label, column.key, words)));
  const unread = [...nothing, ...wanted.filter((_, i) => named[i] === null)];
  const picked = named.filter((column) => column !== null);
  const shown = (picked.length ? [...every.slice(0, 1), ...picked] : every.slice(0, MAX_COLUMNS)).filter((column, i, all) => all.indexOf(column) === i && !unwanted.includes(column));
  if (shown.length === 0) return null;
  const noun = nounOf(operation, asked);
  const values = fixed.map(({ value }) => String(value).toLowerCase().replace(/[_-]/g, ' '));
  const { most } = mostOf(operation, binding);
  const block: ListBlock = { type: 'list', binding: binding.name, operation: operation.name, title: capitalise([...values, noun].join(' ')), path: rows.path, columns: shown, fixed, filters, ...(most && { most }) };
  const pages = most ? [`It shows what ${operation.name} of ${binding.title} answers, ${most.rows} rows at most.`] : [`It shows what ${operation.name} of ${binding.title} answers${operation.paging ? ', the first page of it' : ''}.`];
  const byName = asked.nouns.filter((each) => stemsIn(operation.name).includes(each.stem)).map((each) => each.text);
  return { block, assumptions: pages, problems: [], unread, named: byName };
}

function nounOf({ name }: Operation, { nouns }: Asked): string {
  const own = nouns.filter((noun) => stemsIn(name).includes(noun.stem)).map((noun) => noun.text);
  const words = own.length ? own : nouns.slice(-1).map((noun) => noun.text);
  const last = words.at(-1) ?? 'row';
  return [...words.slice(0, -1), plural(stem(last))].join(' ');
}

function isCalled(label: string, key: string, words: string): boolean {
  const wanted = stemsIn(words);
  const own = new Set([...stemsIn(label), ...stemsIn(key)]);
  // "state" and "status" are one to whoever asks.
  return wanted.length > 0 && wanted.every((word) => own.has(word) || (word === 'statu' && own.has('stat')) || (word === 'stat' && own.has('statu')));
}

const NAMES = /^(title|name|fullName|full_name|displayName|display_name|subject|label|login|username|summary)$/;
const DULL = /(^|_)(id|url|urls|href|link|links|uuid|etag|cursor|hash|sha|token)$|(Id|Url|Urls|Uri|Href)$|^(id|__typename)$/;

/** The columns that a row can have, most telling first. */
function columnsOf(fields: readonly Field[], binding: ApiBinding): ListColumn[] {
  const all = fields.flatMap((field) => columnOf(field, binding));
  const rank = ({ key, format, path }: ListColumn) => (NAMES.test(key) && path.length === 1 ? 0 : format === 'status' ? 1 : DULL.test(key) ? 4 : format === 'text' && path.length === 1 ? 3 : 2);
  return all.toSorted((a, b) => rank(a) - rank(b));
}

function columnOf(field: Field, binding: ApiBinding): ListColumn[] {
  const format = formatOf(field, binding);
  const label = labelOf(field.name);
  if (format) return [{ key: keyOf(field.name), path: [field.name], label, format }];
  const inner = fieldsOf(field.shape, binding.types)?.find(({ name, required }) => NAMES.test(name) && required) ?? fieldsOf(field.shape, binding.types)?.find(({ name }) => NAMES.test(name));
  return inner && formatOf(inner, binding) ? [{ key: keyOf(field.name), path: [field.name, inner.name], label, format: 'text' }] : [];
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^(\d|$)/, '_$1');
}

function formatOf({ shape, name }: Field, { types }: ApiBinding): ListColumn['format'] | null {
  const { shape: plain } = plainShape(shape, types);
  switch (plain.kind) {
    case 'string':
      if (plain.format === 'date' || plain.format === 'date-time' || /(At|_at|Date|_date)$/.test(name)) return 'date';
      return /^(status|state|stage|priority|severity)$/.test(name) ? 'status' : 'text';
    case 'number':
    case 'integer':
      return /(^|[a-z_])(id|Id|number|code|year)$/.test(name) ? 'text' : 'number';
    case 'boolean':
      return 'flag';
    case 'literal':
      return plain.values.every((value) => typeof value === 'string') ? 'status' : 'text';
    default:
      return null;
  }
}
