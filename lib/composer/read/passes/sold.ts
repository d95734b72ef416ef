import type { Entity, Field } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { stem } from '../../words/tokens';
import { type Clause, type Word } from '../clause';

/** "how much did each category sell": what it brought in; "how many products were sold": how many pieces of them. */
export function readSold(clause: Clause): void {
  readPiecesOfGroups(clause);
  for (const word of clause.marked('sold')) {
    if (hasNumber(clause)) {
      clause.take(word);
      // "which weekdays do we sell the most on"
      if (!namesNumber(clause) && (clause.wish.best || clause.wish.top) && clause.marked('bucket').length > 0) readTakings(clause, word);
      groupBySold(clause);
      continue;
    }
    // "number of orders, what they brought in": another number of the list says nothing of this one.
    const isApart = (w: Word) => clause.words.slice(Math.min(w.at, word.at), Math.max(w.at, word.at)).some((each) => each.mark?.is === 'break');
    const counted = clause.marked('aggregate').find((w) => w.mark.aggregate === 'count' && !isApart(w));
    const isMoney = clause.words.some((w) => w.lead.includes('much')) || /(bring|brought|earn|take|took)/.test(word.lower);
    const things = clause.words.find((w) => clause.nameOf(w)?.kind === 'entity' && w.at < word.at);
    if (counted || (!isMoney && things)) readPieces(clause, word, counted, things);
    else if (isMoney || (!things && clause.marked('by').some((w) => clause.after(w) !== undefined))) readTakings(clause, word);
  }
}

/** "which genres sold the most tracks?", "countries by tracks sold": pieces of one thing in groups of another. */
function readPiecesOfGroups(clause: Clause): void {
  const word = clause.open().find((w) => w.mark?.is === 'sold' || (!w.mark && w.links.length === 0 && /^(?:bought|buy|buys|purchased)$/.test(w.lower)));
  if (!word) return;
  const isThing = (w: Word | undefined): w is Word => clause.nameOf(w)?.kind === 'entity' && stem(w?.lower ?? '') !== w?.lower;
  const [before, next] = [clause.before(word), clause.after(word)];
  const behind = next?.mark?.is === 'best' || next?.mark?.is === 'top' ? clause.after(next) : next;
  const things = [behind, before].find(isThing);
  const of = things && clause.nameOf(things)?.entity;
  const isGroup = (w: Word) => {
    const name = clause.nameOf(w);
    const isOther = name?.kind === 'entity' ? name.entity !== of : name?.kind === 'field' && name.field.role !== 'measure' && name.field !== of?.title;
    return w !== things && w !== word && (isOther || (w.mark?.is === 'bucket' && !w.taken));
  };
  const quantity = of && clause.words.some(isGroup) ? quantityOf(clause, of) : null;
  // "genres by tracks sold", "top 5 genres by number of tracks sold", "which genres sold the most tracks?"
  const isMeant = things === behind || before?.lead.includes('of') || (things && clause.before(things)?.mark?.is === 'by') || clause.marked('aggregate').some((w) => w.mark.aggregate === 'count' && clause.after(w) === things);
  if (!things || !quantity || !isMeant) return;
  const counted = clause.marked('aggregate').find((w) => w.mark.aggregate === 'count' && clause.after(w) === things);
  clause.settle(word, things, counted);
  clause.wish.measures.push({ aggregate: 'sum', name: { kind: 'field', ...quantity }, where: [] });
  clause.wish.byNumber ||= clause.before(things)?.mark?.is === 'by' || (counted !== undefined && clause.before(counted)?.mark?.is === 'by');
  if (clause.before(things)?.mark?.is === 'by') clause.take(clause.before(things));
  clause.wish.assumptions.push(`“${things.text} ${word.text}” is counted by the ${quantity.field.label} of ${quantity.entity.plural}.`);
}

/** "what sells best in Germany": the things that are sold. */
function groupBySold(clause: Clause): void {
  const { wish, catalogue } = clause;
  const isNamed = wish.entities.length + wish.by.length > 0 || wish.bucket !== null || clause.marked('bucket').length > 0 || clause.words.some((w) => !w.mark && w.links.some((l) => l.name.kind === 'entity' || (l.name.kind === 'field' && l.name.field.role !== 'measure')));
  if (!(wish.best || wish.top) || isNamed) return;
  for (const { entity, measure } of catalogue.measures) {
    const thing = measure.label === 'revenue' && measure.of?.op === 'multiply' ? catalogue.entities.find((e) => e.title && e.fields.some((f) => /price/.test(f.label)) && pathBetween(catalogue, entity, e)?.length === 1) : undefined;
    if (!thing) continue;
    wish.by.push({ kind: 'entity', entity: thing });
    return;
  }
}

/** Another word says already what is measured: "units sold", "best selling". */
function hasNumber(clause: Clause): boolean {
  return namesNumber(clause) || clause.wish.best || clause.wish.top !== null;
}

function namesNumber({ wish, words }: Clause): boolean {
  const isNumber = (w: Word) => !w.taken && !w.mark && w.links.slice(0, 1).some(({ name }) => name.kind === 'measure' || (name.kind === 'field' && name.field.role === 'measure'));
  return wish.measures.length > 0 || words.some(isNumber);
}

function readTakings(clause: Clause, word: Word): void {
  const about = clause.words.flatMap((w) => clause.nameOf(w)?.entity ?? []);
  const measure = clause.catalogue.measures.find((m) => m.measure.label === 'revenue' && [...about, ...clause.context].every((e) => e.binding === m.entity.binding));
  if (!measure) return;
  clause.take(word);
  clause.wish.measures.push({ aggregate: null, name: { kind: 'measure', entity: measure.entity, measure }, where: [] });
}

function readPieces(clause: Clause, word: Word, counted: Word | undefined, things: Word | undefined): void {
  const of = things ? clause.nameOf(things)?.entity : clause.context[0];
  const quantity = of && quantityOf(clause, of);
  if (!of || !quantity) return;
  clause.settle(word, counted, things);
  clause.wish.measures.push({ aggregate: 'sum', name: { kind: 'field', ...quantity }, where: [] });
  clause.wish.assumptions.push(`“${word.text}” is counted by the ${quantity.field.label} of ${quantity.entity.plural}.`);
}

/** How many pieces a line of a sale is about. */
function quantityOf({ catalogue }: Clause, of: Entity): { entity: Entity; field: Field } | null {
  for (const entity of catalogue.entities) {
    const field = entity.fields.find((f) => f.role === 'measure' && /^(quantity|qty|units|units sold)$/.test(f.label));
    if (field && pathBetween(catalogue, entity, of)) return { entity, field };
  }
  return null;
}
