import { type Catalogue, type Entity, type Field, isDaily } from './entity';
import type { NamedMeasure } from './measures';
import { isShortFor, isTypo, plural, root, stem, wordsOf } from '../words/tokens';
import { PLACE_NAMES, SYNONYM_WORDS, synonymsOf } from '../words/words';
import { nameWords } from './roles';

/** Something of the catalogue that a word of the prompt can mean. */
export type Name =
  | { kind: 'entity'; entity: Entity }
  | { kind: 'field'; entity: Entity; field: Field }
  | { kind: 'measure'; entity: Entity; measure: NamedMeasure }
  | { kind: 'value'; entity: Entity; field: Field; value: string | boolean; /** Several values have it in them. */ isPart?: true };

/** `assumed` says in words what was taken for granted, where the name wasn't written as such. */
export type Link = { name: Name; score: number; assumed?: string; /** A table by the column that names each of its rows: countries. Meant only in the plural. */ byTitle?: boolean };

/** How sure a link is. Only the order counts. */
const OWN = 300;
const EXACT = 100;
/** A link of at least this much is a name in full. */
export const WHOLE = 95;
const SHORT = 60;
const ROOT = 55;
const SYNONYM = 50;
const TYPO = 40;
const PART = 35;

/** In front of a word that is a part of a column's name: "airline" of `aircraft_airline_operator`. */
const PART_MARK = '\u0000';

/** A column with more values than this is searched, not linked word by word. */
const MAX_VALUES = 300;
const MAX_NAME_WORDS = 6;

export type NameIndex = {
  /** Links of a phrase by its words' stems, best first. */
  exact(stems: readonly string[]): Link[];
  synonym(stems: readonly string[], text: string): Link[];
  /** The last resort for one word: its root, then one slip of the finger. */
  near(word: string): Link[];
};

/** An index for each catalogue: it takes longer to make than a prompt to read. */
const INDEXES = new WeakMap<Catalogue, NameIndex>();

export function nameIndexOf(catalogue: Catalogue): NameIndex {
  const index = INDEXES.get(catalogue) ?? createNameIndex(catalogue);
  INDEXES.set(catalogue, index);
  return index;
}

function createNameIndex(catalogue: Catalogue): NameIndex {
  const byPhrase = new Map<string, Link[]>();
  const byRoot = new Map<string, Link[]>();
  const add = (words: readonly string[], name: Name, score: number, byTitle = false) => {
    if (words.length === 0 || words.length > MAX_NAME_WORDS) return;
    push(byPhrase, words.map(stem).join(' '), { name, score, ...(byTitle && { byTitle }) });
    if (words.length === 1) push(byRoot, root(words[0] as string), { name, score: Math.min(score, ROOT) });
  };
  for (const entity of catalogue.entities) addEntity(entity, add);
  for (const measure of catalogue.measures) {
    for (const name of measure.names) add(wordsOf(name), { kind: 'measure', entity: measure.entity, measure }, EXACT);
  }
  for (const { word, name, assumed } of catalogue.own ?? []) push(byPhrase, wordsOf(word).map(stem).join(' '), { name, score: OWN, ...(assumed && { assumed }) });
  for (const links of byPhrase.values()) links.sort((a, b) => b.score - a.score);
  for (const links of byRoot.values()) links.sort((a, b) => b.score - a.score);
  const single = byFirstLetter(byPhrase);
  const exact = (stems: readonly string[]) => byPhrase.get(stems.join(' ')) ?? [];
  const partsOf = (word: string) => [word, ...synonymsOf(word)].flatMap((each) => exact([PART_MARK, each]));
  return {
    exact,
    synonym: (stems, text) => synonymLinks(stems, text, exact),
    near: (word) => {
      const links = nearLinks(word, byRoot, single.get(word.charAt(0)) ?? [], (each) => [...partsOf(each), ...endsOf(each, catalogue)]);
      return links.length > 0 ? links : misspeltSynonym(stem(word), exact);
    },
  };
}

function push(map: Map<string, Link[]>, key: string, link: Link): void {
  const list = map.get(key);
  if (!list) map.set(key, [link]);
  else if (!list.some((l) => sameName(l.name, link.name))) list.push(link);
}

/** "strikes" of a table that is called birdstrikes. */
function endsOf(word: string, { entities }: Catalogue): Link[] {
  const ends = (entity: Entity) => wordsOf(entity.table.name).length === 1 && entity.table.name.length >= word.length + 3 && stem(entity.table.name.toLowerCase()).endsWith(word);
  return word.length < 5 ? [] : entities.filter(ends).map((entity) => ({ name: { kind: 'entity', entity }, score: PART }));
}

const PAST: readonly ((words: readonly string[]) => string[])[] = [...['past', 'previous', 'former', 'earlier'].map((word) => (words: readonly string[]) => [word, ...words]), (words) => [...words, 'in', 'the', 'past']];

type Add = (words: readonly string[], name: Name, score: number, byTitle?: boolean) => void;

function addEntity(entity: Entity, add: Add): void {
  const name: Name = { kind: 'entity', entity };
  const words = wordsOf(entity.table.name);
  add(words, name, EXACT);
  if (words.length > 1) add(words.slice(-1), name, SHORT);
  if (words.length > 1) add(words.slice(0, 1), name, PART);
  // "tests taken" of student_tests_taken
  for (let from = 1; from < words.length - 1; from++) add(words.slice(from), name, SHORT + 10);
  // "any job in the past" of a job history.
  if (words.length > 1 && /^history$/i.test(words.at(-1) ?? '')) for (const said of PAST) add(said(words.slice(0, -1)), name, EXACT);
  // A row for each day: "rainy days".
  if (isDaily(entity)) add(['day'], name, SHORT);
  const { title } = entity;
  if (title && !title.and && title.source.distinct === entity.table.rows && entity.table.rows > 1 && !/\b(name|title)$/.test(title.label)) add(wordsOf(title.label), name, EXACT - 1, true);
  for (const field of entity.fields) addField(entity, field, add);
  if (entity.title?.and) add(['name'], { kind: 'field', entity, field: entity.title }, EXACT);
  if (entity.title?.and) add([...entity.singular.split(' '), 'name'], { kind: 'field', entity, field: entity.title }, EXACT + 10);
}

function addField(entity: Entity, field: Field, add: Add): void {
  const name: Name = { kind: 'field', entity, field };
  const words = wordsOf(field.column);
  const bare = nameWords(field.source);
  const label = field.label.toLowerCase().split(' ');
  const owner = entity.singular.split(' ');
  add(words, name, EXACT);
  if (bare.length < words.length) add(bare, name, EXACT - 5);
  if (label.join(' ') !== words.join(' ') && label.join(' ') !== bare.join(' ')) add(label, name, field.role === 'id' ? SHORT - 10 : EXACT - 5);
  add([...owner, ...label], name, EXACT + 10);
  if (label.length > 2 && label.length > bare.length) add(label.slice(1), name, SHORT);
  // "max temperature" of temp_max.
  if (bare.length === 2) add(bare.toReversed(), name, EXACT - 6);
  // "minimum temperature" of temp_min.
  for (const [short, long] of BOUNDS) if (bare.length === 2 && bare.includes(short)) add([long, ...bare.filter((word) => word !== short)], name, EXACT - 6);
  // "average pressure" of mean_pressure
  for (const [one, other] of MEANS) if (bare.length > 1 && bare.includes(one)) add(bare.map((word) => (word === one ? other : word)), name, EXACT - 6);
  // "daily high" of temp_max, where there is a temp_min too.
  const [bound] = TWINS.filter(([own]) => bare.length > 1 && bare.includes(own));
  if (bound && entity.fields.some((other) => wordsOf(other.column).join(' ') === words.map((word) => (word === bound[0] ? bound[1] : word)).join(' '))) {
    const rest = bare.filter((word) => word !== bound[0]);
    for (const said of [[bound[2]], ['daily', bound[2]], [bound[2], ...rest], [...rest, bound[2]]]) add(said, name, EXACT - 6);
  }
  // "course description" of `crs_description`, "rooms" of `room_count`.
  if (bare.length > 1 && isShortFor(bare[0] as string, entity.singular)) add([...owner, ...bare.slice(1)], name, EXACT);
  if (bare.length > 1 && field.role === 'measure' && /^(count|number|num)$/.test(bare.at(-1) as string)) add(bare.slice(0, -1), name, SHORT);
  // "baseprice" of basePrice.
  if (bare.length > 1) add([bare.join('')], name, EXACT - 8);
  // "department number" of department_id.
  if (field.role === 'id' && bare.length > 1 && bare.at(-1) === 'id') add([...bare.slice(0, -1), 'number'], name, EXACT - 12);
  // "mpg" of Miles_per_Gallon.
  if (bare.length >= 3) add([bare.map((word) => word.charAt(0)).join('')], name, SHORT + 5);
  if (bare.length > 1 && field.role !== 'id') add(bare.slice(-1), name, SHORT);
  if (bare.length > 2) add(bare.slice(1), name, SHORT + 5);
  if (bare.length > 2) add(bare.slice(0, -1), name, SHORT + 5);
  if (bare.length > 1 && field.role !== 'id' && field.role !== 'time') for (const word of bare) if (word.length >= 4) add([PART_MARK, word], name, PART);
  if (field.role === 'time') addTime(entity, name, label, add);
  for (const value of valuesOf(field, entity)) add(wordsOf(value), { kind: 'value', entity, field, value }, EXACT - 2);
  // "Sub-Saharan" of sub_saharan_africa.
  if ((field.source.distinct ?? Infinity) <= FEW_VALUES) for (const value of valuesOf(field, entity)) if (wordsOf(value).length > 2) add(wordsOf(value).slice(0, -1), { kind: 'value', entity, field, value }, SHORT);
  addParts(entity, field, add);
  addSexes(entity, field, add);
  if (field.role === 'flag') addFlag(entity, field, label, add);
}

/** Words for the same mean, in names of columns. */
const MEANS = [['mean', 'average'], ['avg', 'average'], ['average', 'mean']] as const;
const BOUNDS = [['min', 'minimum'], ['max', 'maximum'], ['avg', 'average']] as const;

/** A bound, its twin, and how one speaks of it. */
const TWINS = [['max', 'min', 'high'], ['min', 'max', 'low']] as const;

const SEXES: ReadonlyMap<string, string[]> = new Map(Object.entries({ m: ['male', 'man'], f: ['female', 'woman'], male: ['man'], female: ['woman'] }));

/** “male” of a column that says M. */
function addSexes(entity: Entity, field: Field, add: Add): void {
  if (!/^(sex|gender)$/.test(field.label.toLowerCase())) return;
  for (const value of valuesOf(field, entity, 1)) {
    for (const word of SEXES.get(value.toLowerCase()) ?? []) add([word], { kind: 'value', entity, field, value }, EXACT - 4);
  }
}

/** A kind of few values, that a word of one may stand for: "nuclear" for "Nuclear energy". */
const FEW_VALUES = 30;

/** Said of anything: "mostly small ones" are no small businesses. */
const DEGREES = /^(small|large|medium|high|great|little|main|other|first|last|long|short|good|part|full|half|general|normal|local|early|late|open|free|with|without|more|less|only)$/;

function addParts(entity: Entity, field: Field, add: Add): void {
  const values = (field.role === 'category' || field.role === 'status') && (field.source.distinct ?? Infinity) <= FEW_VALUES ? valuesOf(field, entity) : [];
  const seen = new Map<string, string | null>();
  for (const value of values) {
    const parts = new Set(wordsOf(value).map(stem));
    // What it is stands last: "energy" is no nuclear energy; of "Alternative & Punk" either will do.
    const kind = parts.size > 1 && !/[&/,]|\band\b/i.test(value) ? stem(wordsOf(value).at(-1) ?? '') : null;
    for (const part of parts) if (part !== kind) seen.set(part, seen.has(part) || parts.size < 2 ? null : value);
  }
  for (const [part, value] of seen) if (value !== null && part.length >= 4 && !DEGREES.test(part)) add([PART_MARK, part], { kind: 'value', entity, field, value }, PART);
}

/** "released" of a release date; and of orders the verb is the table: "never ordered", "ordered the most". */
function addTime(entity: Entity, name: Name, label: readonly string[], add: Add): void {
  const verb = label.filter((word) => !/^(date|time|day|timestamp|at|on)$/.test(word));
  if (verb.length > 0 && verb.length < label.length) add(verb, name, SHORT);
  if (verb.length === 1 && root(verb[0] as string) === root(entity.singular)) add(verb, { kind: 'entity', entity }, SHORT);
}

function addFlag(entity: Entity, field: Field, label: readonly string[], add: Add): void {
  const said = label.filter((w) => w !== 'is' && w !== 'has');
  add(said, { kind: 'value', entity, field, value: true }, EXACT - 3);
  for (const prefix of ['un', 'in', 'non', 'not']) add(prefix === 'not' ? ['not', ...said] : [`${prefix}${said.join('')}`], { kind: 'value', entity, field, value: false }, EXACT - 3);
}

/** Texts that name a group of rows. Free text and names of things are searched instead. */
function valuesOf(field: Field, entity: Entity, shortest = 2): string[] {
  const { source } = field;
  if (isLookup(entity) && field === entity.title) return (source.values ?? []).filter((value) => wordsOf(value).join('').length >= 3);
  // A key that is a name itself: `dept_name` of courses.
  const isName = field.role === 'id' && source.type === 'string' && /(name|title|type)$/i.test(field.column);
  if (!(isName || ['category', 'status', 'place'].includes(field.role)) || (field.source.distinct ?? 0) > MAX_VALUES) return [];
  const values = field.source.values ?? field.source.samples.map(String);
  return values.filter((value) => wordsOf(value).join('').length >= shortest);
}

/** A small table of names, for others to point at: genres, media types. Its names are values of theirs. */
function isLookup({ table, title, time, fields }: Entity): boolean {
  return title !== null && time === null && table.rows <= 30 && table.primaryKey.length === 1 && fields.length <= 3 && table.foreignKeys.length === 0 && !title.and;
}

function synonymLinks(stems: readonly string[], text: string, exact: (stems: readonly string[]) => Link[]): Link[] {
  for (const other of othersOf(stems)) {
    const links = exact(other).filter((l) => l.score >= SHORT);
    if (links.length) return links.map((link) => ({ ...link, score: SYNONYM, assumed: `Read “${text}” as ${nameText(link.name)}.` }));
  }
  return [];
}

/** "lenght", of a column that is called milliseconds. */
function misspeltSynonym(word: string, exact: (stems: readonly string[]) => Link[]): Link[] {
  const meant = SYNONYM_WORDS.find((each) => isTypo(word, each) && stem(each) !== word);
  return meant === undefined ? [] : synonymLinks([meant], word, exact);
}

/** Other ways to say a phrase: as a whole, then with one of its words changed. */
function othersOf(stems: readonly string[]): string[][] {
  const phrase = stems.join(' ');
  const whole = [...synonymsOf(phrase), ...(PLACE_NAMES.get(phrase) ?? [])].map((other) => wordsOf(other).map(stem));
  if (stems.length < 2) return whole;
  const parts = stems.flatMap((word, at) => [...synonymsOf(word), ...(PLACE_NAMES.get(word) ?? [])].map((other) => [...stems.slice(0, at), ...wordsOf(other).map(stem), ...stems.slice(at + 1)]));
  return [...whole, ...parts];
}

/** Names of one word, by the letter that a slip of the finger leaves alone. */
function byFirstLetter(byPhrase: ReadonlyMap<string, Link[]>): Map<string, [string, Link[]][]> {
  const single = new Map<string, [string, Link[]][]>();
  for (const [phrase, links] of byPhrase) {
    if (phrase.includes(' ')) continue;
    const letter = phrase.charAt(0);
    const list = single.get(letter);
    if (list) list.push([phrase, links]);
    else single.set(letter, [[phrase, links]]);
  }
  return single;
}

function nearLinks(word: string, byRoot: ReadonlyMap<string, Link[]>, single: readonly [string, Link[]][], partsOf: (word: string) => Link[]): Link[] {
  const same = byRoot.get(root(word));
  if (same) return same.map((link) => ({ ...link, assumed: link.name.kind === 'value' ? `Read “${word}” as ${nameText(link.name)}.` : undefined }));
  const target = stem(word);
  // "sunny", "foggy": of what there is much.
  const noun = word.length > 4 && word.endsWith('y') ? single.find(([phrase, links]) => links[0]?.name.kind === 'value' && (phrase === word.slice(0, -1) || (phrase === word.slice(0, -2) && word.at(-2) === word.at(-3)))) : undefined;
  if (noun) return noun[1].map((link) => ({ ...link, score: ROOT, assumed: `Read “${word}” as ${nameText(link.name)}.` }));
  for (const [phrase, links] of single) {
    if (!(isTypo(target, phrase) || isTypo(word, plural(phrase)))) continue;
    return links.map((link) => ({ ...link, score: TYPO, assumed: `Read “${word}” as ${nameText(link.name)}.` }));
  }
  // "enrollment", of a column that is called enr.
  const short = single.filter(([phrase, links]) => phrase.length >= 3 && target.length >= phrase.length + 3 && target.startsWith(phrase) && links[0]?.name.kind === 'field' && links[0].name.field.source.type === 'number');
  if (short.length === 1 && short[0]) return short[0][1].filter((l) => l.name.kind === 'field').map((link) => ({ ...link, score: PART, assumed: `Read “${word}” as ${nameText(link.name)}.` }));
  return partsOf(target).map((link) => ({ ...link, assumed: `Read “${word}” as ${nameText(link.name)}.` }));
}

export function sameName(a: Name, b: Name): boolean {
  if (a.kind !== b.kind || a.entity !== b.entity) return false;
  if (a.kind === 'field' && b.kind === 'field') return a.field === b.field;
  if (a.kind === 'value' && b.kind === 'value') return a.field === b.field && a.value === b.value;
  return a.kind !== 'measure' || b.kind !== 'measure' || a.measure === b.measure;
}

/** A name as it is said to a person. */
export function nameText(name: Name): string {
  switch (name.kind) {
    case 'entity':
      return name.entity.plural;
    case 'field':
      return `the ${name.field.label} of ${name.entity.plural}`;
    case 'measure':
      return name.measure.measure.label;
    case 'value':
      return `${name.field.label} = ${name.value}`;
  }
}
