import { entityOf } from '../../catalogue/entity';
import type { Editing } from '../editing';
import { readClauses } from '../read-clauses';

/** "show where they’re from" */
const FROM = /^\s*(?:(?:please|and|also|now|(?:i|we)\s+(?:want|need)\s+to\s+(?:know|see))[\s,]+)*(?:(?:show|add|tell|include|give)\s+)?(?:me\s+|also\s+)*where\s+(?:they|it|each(?:\s+(?:one|of\s+them))?|these|those)(?:[’']re|[’']s|\s+(?:are|is|come|comes|live|lives|sit|sits))?\s*(?:from|located|based|at|in)?(?:\s*,?\s*(?:please|too|as\s+well))*[\s.!?]*$/iu;

/** "show where they’re from": a place of what is ranked or listed, its country before all others; false where it has none. */
export function whereFrom(editing: Editing, prompt: string): boolean {
  const target = FROM.test(prompt) ? editing.plan.blocks.find((b) => b.asked !== false && (b.type === 'chart' || b.type === 'table')) : undefined;
  const of = target?.type === 'chart' ? target.by.field.table : target?.table;
  const entity = target && of !== undefined ? entityOf(editing.catalogue, target.binding, of) : null;
  const places = entity?.fields.filter((f) => f.role === 'place') ?? [];
  const field = places.find((f) => /country/i.test(f.column)) ?? places[0];
  if (!entity || !field) return false;
  editing.assumptions.push(`I took where the ${entity.plural} are from as their ${field.label}.`);
  readClauses(editing, `show the ${field.label} too`);
  return true;
}
