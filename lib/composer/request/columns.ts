import type { Catalogue, Entity, Field } from '../catalogue/entity';
import { type NameIndex, WHOLE } from '../catalogue/names';
import { stem, wordsOf } from '../words/tokens';

/** A column that a phrase can mean. `isRow` where the table itself was named, whose rows the column names. */
export type Column = { field: Field; entity: Entity; score: number; isRow: boolean; /** It was named to the last word: “job id”, and not “job”. */ isOwn: boolean; /** Words of the phrase had no part in it. */ isLess?: boolean };

const DETERMINERS = /^(?:(?:the|all|their|its|each|every|different|distinct|a|an|of|that|those|these|attribute|column|field|corresponding|how many|various|any|both)\s+)+/i;
const OF = /^(.+?)\s+(?:of|for|from|in|across|among)\s+(?:(?:the|all|each|every|those|these|any|different)\s+)*(.+)$/i;
const LAST_OF = /^(.+)\s+of\s+(?:(?:the|all|each|every|those|these|any|different)\s+)*(.+)$/i;
/** “the organization that owns it” */
const WHOSE = /\s+(?:that|which|who)\s+\w+\s+(?:it|them|one)$/i;
/** What a column holds, said behind its name: “author name” of `author`, “decor type”. */
const KINDS = /^(?:names?|types?|kinds?|categor(?:y|ies))$/i;
const OWNER = /^(.+?)(?:['’]s|s['’])\s+(.+)$/i;
/** “students living in each city”: what is done says nothing of which column is meant. */
export const PARTICIPLE = /^(?:\w{3,}(?:ing|ed)|given|taught|held|sold|made|born)$/;
/** A table that was named with its column. */
const OWN = 15;
/** Words of a phrase; none that means one column has more. */
const MOST_WORDS = 16;
/** A word too many. */
const DROPPED = 25;

/** The columns that a phrase can mean, best first: “artists’ age”, “names of all the playlists”, “job_id”. */
export function columnsOf(phrase: string, catalogue: Catalogue, index: NameIndex): Column[] {
  // “market value” may be a column's whole name.
  const isNamed = plainColumns(phrase.replace(DETERMINERS, '').trim(), index).some((c) => !c.isRow && c.score >= WHOLE);
  const bare = (isNamed ? phrase : phrase.replace(/\s+(?:attribute|column|field|values?)$/i, '')).replace(WHOSE, '').trim();
  const text = bare.replace(DETERMINERS, '').trim();
  if (text === '' || text.split(/\s+/).length > MOST_WORDS) return [];
  // “all home”, of a column that is called so.
  const called = text.length < bare.length ? plainColumns(bare, index).filter((c) => !c.isRow && c.score >= WHOLE && wordsOf(c.field.column).length > 1) : [];
  if (called.length) return called;
  const whole = plainColumns(text, index);
  if (/^(?:dates?|times?|days?)$/i.test(text)) return [...whole.filter((c) => c.score >= WHOLE), ...catalogue.entities.flatMap(timeColumn), ...whole];
  // “each year” of artists, whose column is called `year_join`.
  if (/^years?$/i.test(text)) return [...whole, ...catalogue.entities.flatMap(yearColumn)];
  if (whole.length) return whole.every((c) => c.isRow) ? [...whole, ...catalogue.entities.flatMap((entity) => beginsWith(text.split(/\s+/), entity))] : whole;
  const owned = OWNER.exec(text);
  if (owned?.[1] && owned[2]) return ofTable(owned[2], owned[1], catalogue, index);
  const [of, last] = [OF.exec(text), LAST_OF.exec(text)];
  // “date of birth of every customer”
  const whose = last?.[1] && last[1] !== of?.[1] && plainColumns(last[1], index).some((c) => !c.isRow && c.score >= WHOLE) ? last : of;
  if (whose?.[1] && whose[2]) return ofTable(whose[1], whose[2], catalogue, index);
  // “product name”, “student first name”: a table in front of a column of its own.
  const words = text.split(/\s+/);
  for (let cut = 1; cut < words.length; cut++) {
    const [lead, rest] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    const tables = tablesNamed(lead, index);
    const columns = tables.length ? plainColumns(rest, index).filter((c) => tables.includes(c.entity)) : [];
    if (columns.length) return columns.map((c) => ({ ...c, score: c.score + OWN }));
  }
  // “star rating”, of ratings that hold `stars`.
  for (let cut = 1; cut < words.length; cut++) {
    const tables = tablesNamed(words.slice(cut).join(' '), index);
    const columns = tables.length ? plainColumns(words.slice(0, cut).join(' '), index).filter((c) => !c.isRow && c.score >= WHOLE && tables.includes(c.entity)) : [];
    if (columns.length) return columns;
  }
  if (/^(?:ids?|codes?|keys?)$/i.test(text)) return catalogue.entities.flatMap(keyColumn);
  const kinds = columnsOfValues(words, index);
  if (kinds.length) return kinds;
  const part = catalogue.entities.flatMap((entity) => beginsWith(words, entity));
  if (part.length) return part;
  // “payment day”, of a `date_payment_made`
  if (words.length > 1 && /^days?$/i.test(words.at(-1) ?? '')) return columnsOf([...words.slice(0, -1), 'date'].join(' '), catalogue, index);
  const kind = words.length > 1 && KINDS.test(words.at(-1) ?? '') ? plainColumns(words.slice(0, -1).join(' '), index).filter((c) => !c.isRow && c.field.source.type === 'string') : [];
  if (kind.length) return kind.map((c) => ({ ...c, score: c.score - 10 }));
  // Words that say nothing here, behind or in front of a name.
  for (let cut = words.length - 1; cut > 0; cut--) {
    const found = plainColumns(words.slice(0, cut).join(' '), index);
    const named = found.filter((c) => !c.isRow);
    if (found.length) return (named.length ? named : found).map((c) => ({ ...c, score: c.score - DROPPED * (words.length - cut), isLess: true }));
  }
  // “contact staff name”
  for (let cut = 1; cut < words.length - 1; cut++) {
    const named = columnsOf(words.slice(cut).join(' '), catalogue, index).filter((c) => !c.isRow && !c.isLess && c.score >= WHOLE);
    if (named.length) return named.map((c) => ({ ...c, score: c.score - DROPPED * cut, isLess: true }));
  }
  return [];
}

/** The tables that a stretch of text names. */
export function tablesIn(text: string, index: NameIndex): Entity[] {
  const words = wordsOf(text).map(stem);
  const found: Entity[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(4, words.length - at); length > 0; length--) {
      const links = index.exact(words.slice(at, at + length)).filter((l) => l.name.kind === 'entity' && l.score >= (length > 1 ? 60 : WHOLE));
      for (const link of links) found.push(link.name.entity);
    }
  }
  return found;
}

function tablesNamed(text: string, index: NameIndex): Entity[] {
  return index.exact(wordsOf(text).map(stem)).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : []));
}

function ofTable(phrase: string, owner: string, catalogue: Catalogue, index: NameIndex): Column[] {
  const tables = tablesIn(owner, index);
  // “the manager’s id”, of a column that is called so.
  const joined = tables.length === 0 || tablesNamed(owner, index).length === 0 ? plainColumns(`${owner} ${phrase}`, index).filter((c) => !c.isRow && (tables.length === 0 || c.score >= WHOLE)) : [];
  if (joined.length) return joined;
  const columns = columnsOf(phrase, catalogue, index);
  const own = columns.filter((c) => tables.includes(c.entity) && !c.isRow);
  // “amount payment across payment method code” names two columns, and not one of a table.
  const isOther = tablesNamed(owner, index).length === 0 && plainColumns(owner, index).some((c) => !c.isRow && c.score >= WHOLE && !own.some((o) => o.field === c.field));
  if (own.length) return own.map((c) => ({ ...c, score: c.score + (isOther ? -DROPPED : OWN), ...(isOther && { isLess: true }) }));
  // “the name of the party”, where a party is called by a column of another name.
  const titles = /^(?:names?|titles?)$/i.test(phrase.trim()) ? tables.flatMap(titleColumn) : [];
  if (titles.length) return titles;
  const keys = /^(?:ids?|codes?|keys?)$/i.test(phrase.trim()) ? tables.flatMap(keyColumn) : [];
  if (keys.length) return keys;
  // “purchase details of transactions”, where a column of another table is called so in full.
  const isCalled = wordsOf(phrase).length > 1 && columns.some((c) => !c.isRow && c.score >= WHOLE);
  const parts = isCalled ? [] : tables.flatMap((entity) => partColumns(phrase, entity));
  const understood = new Set(tables.flatMap((entity) => [...wordsOf(entity.table.name).map(stem), ...entity.singular.split(' ')]));
  const isLess = !wordsOf(owner).every((word) => understood.has(stem(word)) || /^(?:the|all|each|of|and|a)$/.test(word) || PARTICIPLE.test(word));
  return parts.length ? parts : columns.map((c) => ({ ...c, score: c.score - (tables.length === 0 ? 2 * DROPPED : isLess ? DROPPED : 5), ...(isLess && { isLess }) }));
}

function timeColumn(entity: Entity): Column[] {
  return entity.time ? [{ field: entity.time, entity, score: 70, isRow: false, isOwn: true }] : [];
}

function yearColumn(entity: Entity): Column[] {
  const years = entity.fields.filter((field) => field.source.type === 'number' && wordsOf(field.column).length > 1 && wordsOf(field.column).some((word) => stem(word) === 'year'));
  return years.slice(0, 1).map((field) => ({ field, entity, score: 40, isRow: false, isOwn: true }));
}

function titleColumn(entity: Entity): Column[] {
  return entity.title ? [{ field: entity.title, entity, score: 80, isRow: false, isOwn: true }] : [];
}

function keyColumn(entity: Entity): Column[] {
  return entity.key ? [{ field: entity.key, entity, score: 80, isRow: false, isOwn: true }] : [];
}

/** “dates of the notes”, of a table whose column is called `date_of_notes`; “claim start date”, of one called `Date_Claim_Made`. */
function partColumns(phrase: string, entity: Entity): Column[] {
  const words = wordsOf(phrase).map(stem);
  const last = words.at(-1);
  return entity.fields.flatMap((field): Column[] => {
    const own = namesOf(field);
    const shared = words.filter((word) => own.includes(word)).length;
    return last !== undefined && own.includes(last) ? [{ field, entity, score: 30 + shared + (own.join(' ') === [...entity.singular.split(' '), ...words].join(' ') ? 60 : 0), isRow: false, isOwn: true }] : [];
  });
}

/** The words of a column, as it’s written and as it’s called. */
function namesOf({ column, label }: Field): string[] {
  return [...wordsOf(column), ...wordsOf(label)].map(stem);
}

/** “male and female students”: what these are values of. */
function columnsOfValues(words: readonly string[], index: NameIndex): Column[] {
  const values = words.flatMap((word) => index.exact([stem(word.toLowerCase())]).flatMap(({ name }) => (name.kind === 'value' ? [name] : [])));
  const fields = new Set(values.filter((one) => values.some((other) => other.field === one.field && other.value !== one.value)).map((one) => one.field));
  const tables = tablesIn(words.join(' '), index);
  return [...fields].flatMap((field) => values.filter((one) => one.field === field).slice(0, 1).map(({ entity }): Column => ({ field, entity, score: 80 + (tables.includes(entity) ? OWN : 0), isRow: false, isOwn: true })));
}

/** “the city” of `city_code` */
function beginsWith(words: readonly string[], entity: Entity): Column[] {
  const said = words.map((word) => stem(word.toLowerCase()));
  return entity.fields.flatMap((field): Column[] => {
    const isPart = [wordsOf(field.column).map(stem), wordsOf(field.label).map(stem)].some((own) => said.every((word, i) => own[i] === word) && /^(id|code|name|no|number|title)$/.test(own[said.length] ?? '') && own.length === said.length + 1);
    // “claim date” of `date_claim_made`
    const isAll = said.length > 1 && said.every((word) => namesOf(field).includes(word));
    return isPart || isAll ? [{ field, entity, score: 45, isRow: false, isOwn: false }] : [];
  });
}

/** A key in words: the `country` that a row points at says more than what its table has of it. */
function isNameItself({ source, column }: Field): boolean {
  return source.type === 'string' && !/(id|code|key|no|nr|num|number)$/i.test(column);
}

function plainColumns(text: string, index: NameIndex): Column[] {
  const stems = wordsOf(text).map(stem);
  const exact = index.exact(stems);
  const links = exact.some((l) => l.name.kind !== 'value') ? exact : stems.length === 1 ? [...index.synonym(stems, text), ...index.near(text.toLowerCase())] : index.synonym(stems, text);
  return links.flatMap(({ name, score }): Column[] => {
    if (name.kind === 'field') return [{ field: name.field, entity: name.entity, score, isRow: false, isOwn: name.field.role !== 'id' || isNameItself(name.field) || (/^(id|code|key|no|nr|number)$/.test(stems.at(-1) ?? '') && wordsOf(name.field.column).map(stem).join(' ') === stems.join(' ')) }];
    const shown = name.kind === 'entity' ? (name.entity.title ?? name.entity.key) : null;
    return name.kind === 'entity' && shown ? [{ field: shown, entity: name.entity, score: score - 10, isRow: true, isOwn: false }] : [];
  });
}
