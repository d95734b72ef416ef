import { entityOf, fieldOf } from '../../catalogue/entity';
import { emptyWish } from '../../read/wish';
import { changeOf } from '../change';
import { makeChange } from '../change-edits';
import type { Editing } from '../editing';
import { narrow } from './narrow-edits';

/** "separate day and night" */
const APART = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:separate|distinguish|tell\s+apart|set\s+apart|split\s+out|differentiate)\s+(?:between\s+)?(.+?)(?:\s*,?\s*please)?[\s.!]*$/iu;
/** "show it for web and store side by side" */
const FOR_EACH = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:(?:show|do|draw|give|see|have|make)\s+)?(?:me\s+)?(?:it|this|that|them|the\s+same)\s+for\s+(.+?)\s+(side\s+by\s+side|separately|next\s+to\s+each\s+other|beside\s+each\s+other|each|apart)(?:\s*,?\s*please)?[\s.!]*$/iu;
/** "split that into web, store and partner" */
const INTO = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:split|break|divide|separate)\s+(?:(?:it|that|this|them|these|those|the\s+\p{L}+)\s+)?(?:up\s+|down\s+|apart\s+)?(?:into|in|by|between|among)\s+(.+?)(?:\s*,?\s*please)?[\s.!]*$/iu;

/** "split them apart", of dusk and dawn: a colour for each of the values that are shown. */
function shownApart(editing: Editing): boolean {
  const chart = editing.plan.blocks.find((b) => b.type === 'chart' && b.asked !== false && b.series === null);
  const shown = chart?.where.find((c) => c.op === 'is' && c.values.length > 1);
  const owner = chart && shown ? entityOf(editing.catalogue, chart.binding, shown.field.table) : null;
  const field = owner && shown ? fieldOf(owner, shown.field.column) : null;
  if (!owner || !field) return false;
  // Of areas the one would hide the other.
  const charts = chart?.type === 'chart' && chart.view === 'area' ? (['line'] as const) : [];
  return makeChange(editing, { ...emptyWish(), charts: [...charts], by: [{ kind: 'field', field, entity: owner }] }, { change: true, instead: false, splits: true, few: true }, 'split');
}

const APART_ALL = /^\s*split\s+(?:them|it|these|those|the\s+two|both)\s+(?:apart|up)[\s.!]*$/i;

/** "split that into web and store": a colour for each of the values that are named, and no others; false where they aren't values of one column. */
export function intoValues(editing: Editing, prompt: string): boolean {
  if (APART_ALL.test(prompt) && shownApart(editing)) return true;
  const what = INTO.exec(prompt)?.[1] ?? APART.exec(prompt)?.[1] ?? FOR_EACH.exec(prompt)?.[1];
  const wish = what === undefined ? null : editing.exactly(what.replace(/\s+and\s+/gi, ', '));
  const [only, ...others] = wish?.conditions ?? [];
  if (!wish || only?.kind !== 'values' || only.negated || others.length > 0 || only.values.length < 2) return false;
  if (wish.entities.length + wish.measures.length + wish.by.length + wish.loose.length + wish.periods.length > 0 || wish.bucket !== null) return false;
  const isBeside = /^(?:side|next|beside)/i.test(FOR_EACH.exec(prompt)?.[2] ?? '');
  const split = { ...emptyWish(), ...(isBeside && { style: 'grouped' as const }), by: [{ kind: 'field' as const, field: only.field, entity: only.entity }] };
  if (!changeOf(split, { change: true, instead: false, splits: true })) return false;
  makeChange(editing, split, { change: true, instead: false, splits: true, few: true }, prompt);
  const known = only.field.source.values ?? [];
  if (editing.problems.length === 0 && !known.every((value) => only.values.includes(value))) narrow(editing, { ...emptyWish(), conditions: [only] });
  return true;
}
