import { capitalise } from '../../words/tokens';
import type { Field } from '../../catalogue/entity';
import type { RowTable } from '../../plan';
import type { Wish } from '../../read/wish';
import { withColumns } from './columns';
import type { Editing } from '../editing';
import { trailing } from '../said/around';
import { namedColumns } from '../targets';

/** "e-mail instead of country": a column of a table in the place of another. Its words may say that it is one: "the country column". */
export function exchangeColumn(editing: Editing, said: { fresh: string; old: string }): boolean {
  const [fresh, old] = [editing.exactly(withoutNoun(said.fresh)), editing.exactly(withoutNoun(said.old))];
  const [wanted, given] = [fresh ? columnsNamed(fresh) : [], old ? columnsNamed(old) : []];
  if (wanted.length === 0 || given.length === 0) return false;
  const table = editing.plan.blocks.find((b): b is RowTable => b.type === 'table' && b.asked !== false && placeOf(b, given) >= 0);
  return table !== undefined && inPlace(editing, table, wanted, given);
}

type Named = { table: string; column: string; label: string };

function inPlace(editing: Editing, table: RowTable, wanted: readonly Field[], given: readonly Named[]): boolean {
  const at = placeOf(table, given);
  const kept = table.columns.filter((c) => !given.some((f) => isOf(f, c)));
  const more = withColumns({ ...table, columns: kept }, wanted, editing.catalogue).columns.slice(kept.length);
  const names = wanted.map((f) => f.label).join(', ');
  if (more.length === 0) editing.problems.push(wanted.every((f) => kept.some((c) => isOf(f, c))) ? `“${table.title}” has ${names} already, so nothing was changed.` : `${capitalise(names)} can’t be reached from the rows of “${table.title}”, so nothing was changed.`);
  else {
    const before = table.columns.slice(0, at).filter((c) => kept.includes(c)).length;
    const after = { ...table, columns: [...kept.slice(0, before), ...more, ...kept.slice(before)] };
    editing.set(editing.plan.blocks.map((b) => (b === table ? after : b)));
    editing.done.push(`“${table.title}” shows ${more.map((c) => c.label).join(', ')} in place of ${given.map((f) => f.label).join(', ')} now.`);
  }
  return true;
}

const PLACES: Readonly<Record<string, number>> = { first: 0, '1st': 0, second: 1, '2nd': 1, third: 2, '3rd': 2, fourth: 3, '4th': 3, fifth: 4, '5th': 4, last: -1, final: -1 };
const NTH = `the\\s+(${Object.keys(PLACES).join('|')}|rightmost|leftmost)\\s+(?:column|field)`;
const ASKS = '^\\s*(?:(?:please|no|ok(?:ay)?|now|and|(?:i|we)(?:[’\']d|\\s+would)?\\s+(?:like|want|prefer)|(?:can|could|should|may)(?:\\s+(?:you|we|i))?)[\\s,]+)*';
const END = trailing('instead', 'please', 'rather', 'now', 'then');
/** "could the last column be the city instead" */
const NTH_IS = new RegExp(`${ASKS}(?:(?:make|let|have|turn|change|replace|swap|switch|exchange|use)\\s+)?${NTH}\\s+(?:(?:should|shall|could|must|can|to|with|for|by|into|rather)\\s+)*(?:(?:be|become|show|hold|have|say)\\s+)?(?:rather\\s+)?(?:the\\s+)?(.+?)${END}`, 'iu');
/** "the city instead of the last column", "the city in the last column" */
const IN_NTH = new RegExp(`${ASKS}(?:(?:put|show|have|use|place)\\s+)?(?:the\\s+)?(.+?)\\s+(?:instead\\s+of|rather\\s+than|in\\s+place\\s+of|for|in|as)\\s+${NTH}${END}`, 'iu');

/** "could the last column be the city instead": a column that goes by its place; false where none does. */
export function exchangeNth(editing: Editing, prompt: string): boolean {
  const [, first, is] = NTH_IS.exec(prompt) ?? [];
  const [, put, second] = IN_NTH.exec(prompt) ?? [];
  const [place, what] = first && is ? [first, is] : [second, put];
  const wish = place && what ? editing.exactly(withoutNoun(what)) : null;
  const wanted = wish ? columnsNamed(wish) : [];
  const table = editing.plan.blocks.find((b): b is RowTable => b.type === 'table' && b.asked !== false);
  const at = /^rightmost$/i.test(place ?? '') ? -1 : /^leftmost$/i.test(place ?? '') ? 0 : PLACES[place?.toLowerCase() ?? ''];
  const given = at === undefined ? undefined : table?.columns.at(at);
  return table !== undefined && given !== undefined && wanted.length > 0 && inPlace(editing, table, wanted, [given]);
}

/** What a wish names where it can only be columns; whose something is goes by its name. */
function columnsNamed(wish: Wish): Field[] {
  const others = wish.conditions.length + wish.periods.length + wish.filters.length + wish.by.length + wish.charts.length;
  const named = namedColumns(wish);
  return others > 0 || named.length < wish.measures.length + wish.loose.length ? [] : [...named, ...(wish.entities.length > 0 && named.length > 0 ? [] : wish.entities.flatMap((e) => e.title ?? []))];
}

function placeOf(table: RowTable, fields: readonly Named[]): number {
  const places = fields.map((field) => table.columns.findIndex((c) => isOf(field, c)));
  return places.every((at) => at >= 0) ? Math.min(...places) : -1;
}

const isOf = (field: { table: string; column: string }, column: { table: string; column: string }) => field.table === column.table && field.column === column.column;

function withoutNoun(text: string): string {
  return text.replace(/^(?:the\s+)?(?:columns?|fields?)\s+(?:(?:of|with|for)\s+)?/i, '').replace(/[’']?s?\s+(?:columns?|fields?)$/i, '');
}
