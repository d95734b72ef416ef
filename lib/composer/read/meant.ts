import type { Catalogue, Entity } from '../catalogue/entity';
import { type Link, nameIndexOf, WHOLE } from '../catalogue/names';
import { stem, wordsOf } from '../words/tokens';
import type { Clause, Word } from './clause';
import { isJoint } from './link';

/**
 * What a word means once the words beside it are known: a word links to all that is called so, and these put right what its neighbours
 * decide. They come before the passes, in this order.
 */
export const MEANT: readonly ((clause: Clause) => void)[] = [lastOnes, onlyThings, ownTitles, dateVerbs, whenVerbs, volumes, bounds, amounts, extremes, repeats, owners, kinds, ownLines, days, unknownTerms, byNames];

/** "items with a stock under 10": products, whose stock it is, though order items are called so too. Asked before the tables of its clause are known. */
export function whoseColumns(word: Word, words: readonly Word[], catalogue: Catalogue): Link[] {
  const [link, ...more] = word.links;
  if (word.mark || link?.name.kind !== 'entity' || link.score > PART_OF_A_NAME || more.some((l) => l.name.kind === 'entity')) return word.links;
  const said = link.name.entity;
  const columns = words.flatMap((w) => (w.mark ? [] : w.links[0]?.name.kind === 'field' ? [w.links] : []));
  const isOf = (entity: Entity) => columns.every((links) => links.some((l) => l.name.kind === 'field' && l.name.entity === entity));
  if (columns.length === 0 || isOf(said)) return word.links;
  const other = nameIndexOf(catalogue).synonym([stem(word.lower)], word.lower).find((l) => l.name.kind === 'entity' && l.name.entity !== said && isOf(l.name.entity));
  return other ? [{ ...other, assumed: `Read “${word.text}” as ${other.name.entity.plural}.` }, link] : word.links;
}

/** "everything that's open: topic, priority": the tables that have such rows, those first that have the columns too. */
export function everythingThat(words: readonly Word[]): Entity[] {
  const said = words.find((w) => !w.mark && w.lead.includes('everything') && w.links[0]?.name.kind === 'value');
  const owners = [...new Set(said?.links.flatMap((l) => (l.name.kind === 'value' ? [l.name.entity] : [])))];
  const known = (entity: Entity) => words.filter((w) => w.links.some((l) => l.score >= WHOLE && l.name.kind === 'field' && l.name.entity === entity)).length;
  return owners.toSorted((a, b) => known(b) - known(a)).slice(0, 1);
}

/** Of a link where the word is only a part of what the table is called. */
const PART_OF_A_NAME = 60;

/** How anything comes into the world. */
const GENERAL_VERBS = /^(created|made|added|opened|raised|received|logged|submitted|placed|entered|issued|filed)$/;

/** "last three invoices": the latest of them, though there is a column for last names. */
function lastOnes(clause: Clause): void {
  for (const word of clause.words) {
    const end = /^(first|last)$/.exec(word.lower)?.[0];
    if (!end || word.links.length === 0 || word.links.some((l) => l.score >= WHOLE)) continue;
    const next = clause.after(word);
    const name = clause.nameOf(next?.number === null ? next : next && clause.after(next));
    if (name?.kind !== 'entity' && !(name?.kind === 'field' && name.field.role === 'time')) continue;
    clause.remark(word, { is: 'latest', descending: end === 'last' });
    clause.relink(word, []);
  }
}

/** "the 20 costliest incidents", of data that is one table: whatever its rows are called. */
function onlyThings(clause: Clause): void {
  const [only, ...others] = clause.catalogue.entities;
  if (!only || others.length > 0 || clause.words.some((w) => w.links.some((l) => l.name.kind === 'entity'))) return;
  for (const word of clause.words) {
    const before = clause.before(word)?.mark;
    const isCounted = before?.is === 'superlative' || before?.is === 'latest' || (before?.is === 'aggregate' && before.aggregate === 'count') || (before?.is === 'table' && word.lead.at(-1) === 'of');
    if (!isCounted || word.mark || word.number !== null || word.links.length > 0 || stem(word.lower) === word.lower) continue;
    clause.relink(word, [{ name: { kind: 'entity', entity: only }, score: 30, assumed: `Read “${word.text}” as ${only.plural}.` }]);
  }
}

/** "tracks by title": what they are called, though only albums have a column of that name. */
function ownTitles(clause: Clause): void {
  const [nearest] = clause.context;
  const title = nearest?.title;
  if (!nearest || !title) return;
  for (const word of clause.words) {
    const isOthers = /^(titles?|names?)$/.test(word.lower) && !word.mark && word.links.length > 0 && word.links.every((l) => l.name.kind === 'field' && !clause.context.includes(l.name.entity));
    if (!isOthers) continue;
    clause.relink(word, [{ name: { kind: 'field', entity: nearest, field: title }, score: 100 }, ...word.links]);
  }
}

/** "tickets created last week": tickets have a time of their own for that, though only customers have one that is called so. */
function dateVerbs(clause: Clause): void {
  const [nearest] = clause.context;
  if (!nearest?.time) return;
  for (const word of clause.words) {
    const [best] = word.links;
    if (word.mark || !GENERAL_VERBS.test(word.lower) || best?.name.kind !== 'field' || best.name.field.role !== 'time' || clause.context.includes(best.name.entity) || word.links.some((l) => l.name.entity === nearest)) continue;
    clause.relink(word, [{ name: { kind: 'field', entity: nearest, field: nearest.time }, score: best.score, assumed: `Read “${word.text}” as the ${nearest.time.label} of ${nearest.plural}.` }]);
  }
}

/** "by the day they were closed": when it was, and not the state that is called so. */
function whenVerbs(clause: Clause): void {
  for (const word of clause.words) {
    const isSaid = (clause.before(word)?.mark?.is === 'bucket' && word.lead.some((l) => /^(they|it|he|she)$/.test(l))) || (clause.before(word)?.lead.includes('when') ?? false);
    const isWhen = isSaid && word.lead.some((l) => /^(was|were|got|is|are|been)$/.test(l));
    const times = word.links.filter((l) => l.name.kind === 'field' && l.name.field.role === 'time');
    if (isWhen && !word.mark && times.length > 0) word.links = times;
  }
}

/** "ticket volume": how many there are, where they have no such column. */
function volumes(clause: Clause): void {
  for (const word of clause.words) {
    const owner = clause.nameOf(clause.before(word));
    if (!/^volumes?$/.test(word.lower) || word.mark || owner?.kind !== 'entity' || word.links.some((l) => l.name.entity === owner.entity || l.score >= WHOLE)) continue;
    clause.remark(word, { is: 'aggregate', aggregate: 'count' });
    clause.relink(word, []);
  }
}

/** "lowest temperature", of days that have a highest and a lowest one. */
function bounds(clause: Clause): void {
  for (const word of clause.words) {
    const { mark } = clause.before(word) ?? {};
    const bound = mark?.is === 'top' ? (mark.descending ? 'max' : 'min') : mark?.is === 'aggregate' && (mark.aggregate === 'max' || mark.aggregate === 'min') ? mark.aggregate : null;
    const own = bound && word.links.find((l) => l.name.kind === 'field' && wordsOf(l.name.field.column).includes(bound));
    const [first] = word.links;
    if (!own || !first || own === first || own.score < first.score || own.name.entity !== first.name.entity) continue;
    clause.relink(word, [own, ...word.links.filter((l) => l !== own)]);
  }
}

/** "wind, high, low and rain": among numbers a number, though rain is one of the kinds of weather too. */
function amounts(clause: Clause): void {
  const isNumber = (word: Word | undefined) => word !== undefined && !word.mark && word.links[0]?.name.kind === 'field' && word.links[0].name.field.role === 'measure';
  for (const word of clause.words) {
    const [before, after] = [clause.before(word), clause.after(word)];
    const beside = [before && isJoint(before) ? clause.before(before) : undefined, after && isJoint(after) ? clause.after(after) : undefined];
    const isSaid = (l: Link) => clause.words.some((w) => w !== word && !w.mark && w.links[0]?.name.kind === 'field' && l.name.kind === 'field' && w.links[0].name.field === l.name.field);
    if (word.mark || !word.links.length || !word.links.every((l) => l.name.kind === 'value')) continue;
    const numbers = nameIndexOf(clause.catalogue).synonym([stem(word.lower)], word.lower).filter((l) => l.name.kind === 'field' && l.name.field.role === 'measure');
    // "heat map of rain, colour = total precipitation": said twice.
    if (numbers.some(isSaid)) clause.settle(word);
    if (numbers.length === 0 || !beside.some(isNumber) || word.taken) continue;
    clause.relink(word, numbers);
  }
}

/** "low stock list": the rows with the least of it, where low is no state of theirs. */
function extremes(clause: Clause): void {
  for (const word of clause.words) {
    const [value, number] = [clause.nameOf(word), clause.nameOf(clause.after(word))];
    const isOfOthers = value === null || (value.kind === 'value' && number !== null && value.entity !== number.entity);
    if (!/^(low|high)$/.test(word.lower) || !isOfOthers || number?.kind !== 'field' || number.field.role !== 'measure' || clause.after(word)?.lead.length !== 0) continue;
    const after = clause.after(word) as Word;
    const isOfRows = clause.after(after)?.mark?.is !== 'compare' && clause.words.some((w) => clause.nameOf(w)?.kind === 'entity' && clause.nameOf(w)?.entity === number.entity) && !clause.words.some((w) => w.mark?.is === 'by' || w.mark?.is === 'aggregate');
    // "products with low stock": the rows themselves.
    if (isOfRows) {
      const joint = clause.before(word);
      clause.settle(after, ...(joint?.mark?.is === 'break' && joint.mark.strength === 'with' ? [joint] : []));
      clause.wish.table = true;
    }
    clause.settle(word);
    clause.wish.sort ??= { name: number, axis: null, descending: word.lower === 'high' };
    clause.wish.assumptions.push(`“${word.text} ${number.field.label}” is sorted by the ${number.field.label}, ${word.lower === 'high' ? 'highest' : 'lowest'} first.`);
  }
}

/** "kind of weather": the column that says which, and not the table that is called so too. */
function kinds(clause: Clause): void {
  for (const word of clause.words) {
    const column = word.lead.includes('kind of') && !word.mark ? word.links.find((l) => l.name.kind === 'field' && (l.name.field.role === 'category' || l.name.field.role === 'status')) : undefined;
    if (column) clause.relink(word, [column, ...word.links.filter((l) => l !== column)]);
  }
}

/** "albums by The Golden Parade": whose they are, and no groups. */
function byNames(clause: Clause): void {
  for (const word of clause.words) {
    const [link] = clause.after(word)?.links ?? [];
    if (word.mark?.is === 'by' && word.lower === 'by' && link?.name.kind === 'value' && clause.catalogue.own?.some(({ name }) => name === link.name)) {
      clause.remark(word, null);
      clause.settle(word);
    }
  }
}

/** "debt ratio", "pilot rank": of something that nobody here knows, and no ratio or order of what is known. */
function unknownTerms(clause: Clause): void {
  for (const word of clause.words) {
    const before = clause.before(word);
    const isUnknown = before && !before.mark && before.number === null && !before.period && !before.quoted && before.links.length === 0 && /^\p{L}{3,}$/u.test(before.text);
    if (isUnknown && word.lead.length === 0 && /^(?:ratio|rank|rating|index)$/.test(word.lower)) {
      clause.remark(word, null);
      clause.relink(word, []);
    }
  }
}

/** "should open it with its lines": what belongs to it, and no chart. */
function ownLines(clause: Clause): void {
  for (const word of clause.words) if (word.mark?.is === 'chart' && word.lower === 'lines' && /^(its|their)$/.test(word.lead.at(-1) ?? '')) clause.remark(word, null);
}

/** "track length (milliseconds)": one column, said twice. */
function repeats(clause: Clause): void {
  for (const word of clause.words) {
    const [name, next] = [clause.nameOf(word), clause.after(word)];
    const again = next && next.lead.length === 0 ? clause.nameOf(next) : null;
    if (name?.kind === 'field' && again?.kind === 'field' && name.field === again.field && name.field.role === 'measure') clause.settle(next);
  }
}

/** "product catagory": the table in front only says whose column it is, though that isn't written as it's called. */
function owners(clause: Clause): void {
  for (const word of clause.words) {
    const [owner, next] = [clause.nameOf(word), clause.after(word)];
    const field = next && next.lead.length === 0 ? clause.nameOf(next) : null;
    const isOwner = owner?.kind === 'entity' && stem(word.lower) === word.lower && field?.kind === 'field' && field.entity === owner.entity && next?.links[0]?.assumed !== undefined;
    // "by type of weather": of which there are several.
    const isKind = !word.mark && word.links.length === 0 && /^(type|kind|sort)$/.test(stem(word.lower)) && next?.lead.at(-1) === 'of' && ['field', 'entity'].includes(clause.nameOf(next)?.kind ?? '');
    // "a company name", of a column that is called company.
    if (next && owner?.kind === 'field' && owner.field.source.type === 'string' && next.lower === 'name' && next.lead.length === 0 && !next.mark) clause.settle(next);
    if (!next || !(isOwner || isKind)) continue;
    clause.relink(word, next.links);
    clause.settle(next);
  }
}

/** "which days had more than 20 mm": of a table with a row for each day, they are its rows. */
function days(clause: Clause): void {
  for (const word of clause.words) {
    const isRow = word.lower === 'days' && word.mark?.is === 'bucket' && word.links[0]?.name.kind === 'entity';
    if (!isRow || !word.lead.some((l) => /^(which|what)$/.test(l)) || !clause.words.some((w) => w.at > word.at && (w.mark?.is === 'compare' || w.mark?.is === 'or-more'))) continue;
    clause.remark(word, null);
  }
}
