import type { Entity, Field } from '../../catalogue/entity';
import { listed } from '../../build/conditions';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';

/** More different values than this are no names of places or things any more. */
const MAX_NAMES = 5000;

/**
 * "strikes in Florida", "the health of Germany": of a column with many values only some are known here. A name that nothing else is called by
 * is looked for in the one column that it can be in, and that is said.
 */
export function readUnlisted(clause: Clause): void {
  for (const word of clause.open()) {
    if (word.mark || word.number !== null || word.period || word.quoted || word.links.length > 0 || !/^\p{Lu}\p{Ll}/u.test(word.text)) continue;
    if (!word.lead.some((l) => /^(in|from|of|for|to)$/.test(l)) && clause.before(word)?.mark?.is !== 'only' && !newIn(clause, word)) continue;
    const found = columnFor(clause);
    if (!found) continue;
    clause.take(word);
    const values = [nameFrom(clause, word)];
    for (let next = nextName(clause, word); next; next = nextName(clause, next)) values.push(nameFrom(clause, next));
    const { wish } = clause;
    wish.conditions.push({ kind: 'values', field: found.field, entity: found.entity, values, negated: false });
    wish.assumptions.push(`${listed(values.map((value) => `“${value}”`), 'and')} ${values.length === 1 ? 'is' : 'are'} looked for in the ${found.field.label}, of which I know only some.`);
  }
}

/** "China and India" */
function nextName(clause: Clause, word: Word): Word | null {
  let joint = clause.after(word);
  while (joint?.taken && !isJoint(joint)) joint = clause.after(joint);
  const next = joint && isJoint(joint) ? clause.after(joint) : undefined;
  const isName = next !== undefined && !next.taken && !next.mark && next.links.length === 0 && /^\p{Lu}\p{Ll}/u.test(next.text);
  if (!isName || !joint) return null;
  clause.take(joint);
  return next;
}

/** The "New" of a name. */
function newIn(clause: Clause, word: Word): Word | null {
  const before = clause.before(word);
  return before?.text === 'New' && before.lead.some((l) => /^(in|from|of|for|to)$/.test(l)) ? before : null;
}

/** "New York": what goes on with a capital is of the same name. */
function nameFrom(clause: Clause, first: Word): string {
  const words = [first];
  for (let next = clause.after(first); next && !next.taken && next.lead.length === 0 && !next.mark && next.links.length === 0 && /^\p{Lu}\p{Ll}/u.test(next.text); next = clause.after(next)) words.push(next);
  const lead = newIn(clause, first);
  if (lead) clause.wish.isNew = false;
  clause.settle(...words, ...(lead ? [lead] : []));
  return [...(lead ? [lead] : []), ...words].map((w) => w.text.replace(/['’]s$/, '')).join(' ');
}

/** The column that names a row, or the only one of places, where its values aren't all known. */
function columnFor({ context, catalogue }: Clause): { entity: Entity; field: Field } | null {
  const [only, ...others] = catalogue.entities;
  const entity = context[0] ?? (others.length === 0 ? only : undefined);
  if (!entity) return null;
  const isOpen = (field: Field) => field.source.type === 'string' && field.source.values === undefined && (field.source.distinct ?? Infinity) <= MAX_NAMES;
  const places = entity.fields.filter((f) => f.role === 'place');
  const [place, ...more] = places;
  const named = entity.title && entity.title.role === 'place' && entity.title.source.distinct === entity.table.rows ? entity.title : null;
  const field = named ?? (place && more.length === 0 ? place : null);
  return field && isOpen(field) ? { entity, field } : null;
}
