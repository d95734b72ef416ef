import type { TableBinding } from '../../binding/binding';
import { createCatalogue } from '../catalogue/catalogue';
import { type Catalogue, type Entity, entityOf, type Field, fieldOf } from '../catalogue/entity';
import type { Name } from '../catalogue/names';
import { findQuery, MAX_FOUND, type SqlText } from './find-query';
import { type Sought, soughtIn } from './sought';

/** Words of a prompt that stand in a column: as a whole value, or in several of them. */
export type Found = { phrase: string; binding: string; table: string; column: string; /** The column that a person's last name is in. */ and?: string; value: string; isPart: boolean };

/** Where something is looked for. */
export type Looked = { binding: string; table: string; columns: string[] };

/** Asks a table of a binding. Rejects where that can't be, or may not be. */
export type AskData = (at: Looked, query: SqlText, signal: AbortSignal) => Promise<unknown>;

/** Columns of more different values are texts and no names. */
const MAX_NAMES = 200_000;

/**
 * What a catalogue can't know, since there is too much of it: the names of people, places and products that a prompt speaks of, looked for in the data
 * itself. What can't be asked has nothing in it.
 */
export async function findNames(prompt: string, bindings: readonly TableBinding[], now: Date, ask: AskData, signal: AbortSignal): Promise<Found[]> {
  const catalogue = createCatalogue(bindings);
  const sought = soughtIn(prompt, catalogue, now);
  if (sought.length === 0) return [];
  const found = await Promise.all(catalogue.entities.map((entity) => findIn(entity, sought, ask, signal).catch(() => [])));
  return longest(found.flat());
}

async function findIn(entity: Entity, sought: readonly Sought[], ask: AskData, signal: AbortSignal): Promise<Found[]> {
  const fields = namesOf(entity);
  if (fields.length === 0) return [];
  const rows = readRows(await ask({ binding: entity.binding, table: entity.table.name, columns: [...new Set(fields.flatMap((f) => [f.column, ...(f.and ? [f.and] : [])]))] }, findQuery(entity, fields, sought), signal));
  return fields.flatMap((field, place) => foundIn(field, rows.filter((row) => row.place === place).map((row) => row.found), sought));
}

/** Texts that are names, of which not all are known: what rows are called, and whatever they have in common. */
function namesOf({ fields, title }: Entity): Field[] {
  const own = fields.filter(({ source, role }) => source.type === 'string' && role !== 'id' && source.values === undefined && (source.distinct ?? 0) <= MAX_NAMES);
  return title?.and ? [title, ...own] : own;
}

function readRows(value: unknown): { place: number; found: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: { place?: unknown; found?: unknown }) => (typeof row.found === 'string' ? [{ place: Number(row.place), found: row.found }] : []));
}

function foundIn(field: Field, values: readonly string[], sought: readonly Sought[]): Found[] {
  const at = { binding: field.binding, table: field.table, column: field.column, ...(field.and && { and: field.and }) };
  return sought.flatMap(({ phrases, part }) => {
    const whole = phrases.flatMap((phrase) => values.filter((value) => value.toLowerCase() === phrase).map((value) => ({ ...at, phrase, value, isPart: false })));
    if (whole.length > 0 || part === null) return whole;
    const having = values.filter((value) => hasWords(value, part));
    if (having.length === 0 || having.length > MAX_FOUND) return [];
    return [{ ...at, phrase: part, value: having.length === 1 ? having[0]! : part, isPart: having.length > 1 }];
  });
}

/** Whether a name has these words in it, and not only their letters. */
function hasWords(name: string, words: string): boolean {
  return ` ${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${words} `);
}

/** "Halden task chair with arms" is not the task chair; a whole name is surer than a part of one. */
function longest(found: readonly Found[]): Found[] {
  const whole = found.filter((f) => !f.isPart && f.value.toLowerCase() === f.phrase);
  const kept = found.filter((f) => whole.includes(f) || !whole.some((w) => w.phrase.includes(f.phrase)));
  return kept.filter((f) => !kept.some((other) => other.phrase.length > f.phrase.length && other.phrase.includes(f.phrase)));
}

/** The catalogue, in which what was found is called so. */
export function withFound(catalogue: Catalogue, found: readonly Found[]): Catalogue {
  const own = found.flatMap(({ phrase, binding, table, column, and, value, isPart }) => {
    const entity = entityOf(catalogue, binding, table);
    const field = entity && (and ? entity.title : fieldOf(entity, column));
    if (!entity || !field) return [];
    const name: Name = { kind: 'value', entity, field, value, ...(isPart && { isPart }) };
    const assumed = isPart ? `“${phrase}” is looked for in the ${field.label} of ${entity.plural}.` : value.toLowerCase() === phrase ? undefined : `Read “${phrase}” as the ${field.label} ${value}.`;
    return [{ word: phrase, name, ...(assumed && { assumed }) }];
  });
  return own.length === 0 ? catalogue : { ...catalogue, own: [...(catalogue.own ?? []), ...own] };
}
