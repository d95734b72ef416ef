import type { Entity, Field } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { stem } from '../../words/tokens';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';

/** "with a search box", "search customers by name and city", "type to look up a customer", "find artists by name". */
export function readSearches(clause: Clause): void {
  for (const word of clause.marked('search')) {
    clause.take(word);
    addSearch(clause, searchedBehind(clause, word) ?? searchedBefore(clause, word));
  }
  for (const word of clause.marked('find')) {
    const found = searchedBehind(clause, word);
    clause.take(word);
    if (found && (found.fields.length > 0 || isAllThereIs(clause, word, found))) addSearch(clause, found);
  }
}

/** What is searched: texts that were named, or the rows of a table with all of their texts. */
type Searched = { entity: Entity | null; fields: Field[] };

function addSearch({ wish, context, words }: Clause, found: Searched | null): void {
  const [field] = found?.fields ?? [];
  const owner = field && words.flatMap((w) => w.links.flatMap((l) => (l.name.kind === 'field' && l.name.field === field ? [l.name.entity] : [])))[0];
  // "look up a country": then its rows are what is shown.
  if (owner && context.length === 0 && wish.entities.length === 0) [wish.entities, wish.table] = [[owner], true];
  wish.filters.push({ kind: 'search', entity: found?.entity ?? null, ...(found?.fields.length && { fields: found.fields }) });
}

/** "find artists", and no word more: whoever wants to find one of them types. */
function isAllThereIs(clause: Clause, word: Word, { entity }: Searched): boolean {
  return clause.words.every((w) => w === word || (clause.nameOf(w)?.kind === 'entity' && clause.nameOf(w)?.entity === entity));
}

function searchedBehind(clause: Clause, from: Word): Searched | null {
  const found: Searched = { entity: null, fields: [] };
  const saysBy = /( by| in| on| over| for)$/.test(from.lower);
  let by: Word | undefined;
  for (let word = clause.after(from); word && !word.taken; word = clause.after(word)) {
    if (word.mark?.is === 'by' && found.fields.length === 0) by = word;
    else if (word.mark?.is === 'columns' && found.fields.length > 0) clause.take(word);
    else if (isJoint(word) && found.fields.length > 0 && isSearched(clause, clause.after(word))) clause.take(word);
    else {
      const field = textOf(clause, word);
      const entity = field ? null : entityOf(clause, word);
      if (field && (by || saysBy || found.fields.length > 0 || found.entity === null || word.lead.some((l) => /^(in|on|their|its|within)$/.test(l)))) {
        clause.take(word, by);
        found.fields.push(field);
      } else if (entity && (by || found.fields.length > 0 || isOther(clause, entity, word)) && entity.title) {
        clause.take(word, by);
        found.fields.push(entity.title);
      } else if (entity && found.entity === null && found.fields.length === 0) found.entity = entity;
      else break;
    }
  }
  // "part of a company name"
  return found.entity || found.fields.length > 0 ? found : null;
}

/** "… over title and artist" */
function isSearched(clause: Clause, word: Word | undefined): boolean {
  const entity = word && entityOf(clause, word);
  return textOf(clause, word) !== null || Boolean(word && entity?.title && isOther(clause, entity, word));
}

/** "a name search", "customer search" */
function searchedBefore(clause: Clause, to: Word): Searched | null {
  const word = clause.before(to);
  if (!word || word.taken) return null;
  const field = textOf(clause, word);
  // "orders with customer name, searchable" is searched in all of its texts.
  if (field && stem(to.lower) === 'search' && !word.lead.includes('with')) {
    clause.take(word);
    return { entity: null, fields: [field] };
  }
  const entity = entityOf(clause, word);
  if (entity?.title && stem(word.lower) === word.lower && isOther(clause, entity, word)) {
    clause.take(word);
    return { entity: null, fields: [entity.title] };
  }
  return entity ? { entity, fields: [] } : null;
}

/** A table that the rows which are shown belong to: tickets, looked up by customer. */
function isOther(clause: Clause, entity: Entity, word: Word): boolean {
  const shown = clause.context.find((each) => each !== entity);
  return shown !== undefined && stem(word.lower) === word.lower && pathBetween(clause.catalogue, shown, entity) !== null;
}

function textOf(clause: Clause, word: Word | undefined): Field | null {
  const name = clause.nameOf(word);
  return name?.kind === 'field' && name.field.source.type === 'string' ? name.field : null;
}

function entityOf(clause: Clause, word: Word): Entity | null {
  const name = clause.nameOf(word);
  return name?.kind === 'entity' ? name.entity : null;
}
