import { attributeOf, belongsTo } from '../../build/attributes';
import { listed } from '../../build/conditions';
import { subjectOf } from '../../build/subject';
import { entityOf, fieldOf } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import { MAX_MEASURES, type RowTable } from '../../plan';
import { emptyWish } from '../../read/wish';
import type { Editing } from '../editing';
import { numberAsked } from './number-column';
import { isOnlyMeasured, measuresOf } from '../said/replacement';
import { retitled } from '../retitle';

/** "with their revenue", "how much did they spend?" */
const THEIRS = /^\s*(?:(?:please|and|also|plus|now|show|add|include|give\s+me|i(?:[’']d\s+like|\s+want|\s+need)(?:\s+to\s+see)?|with)[\s,]+)*((?:their|its|each(?:\s+one)?[’']?s?|how\s+(?:much|many))\s+.+?)(?:\s*,?\s*(?:too|as\s+well|please|each))*[\s.!?]*$/iu;

/** "with their revenue", of a list of customers: what each comes to, in a column beside what stands there; false where no rows are listed, or it is no number of theirs. */
export function numberOfEach(editing: Editing, prompt: string): boolean {
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const [table, ...others] = asked.filter((b): b is RowTable => b.type === 'table');
  const base = table && entityOf(editing.catalogue, table.binding, table.table);
  const what = numberAsked(prompt) ?? THEIRS.exec(prompt)?.[1];
  const wish = what === undefined ? null : editing.exactly(what.replace(/^(?:their|its|each(?:\s+one)?[’']?s?)\s+|\s+(?:does|do|did|has|have)\s+(?:each(?:\s+(?:one|of\s+them))?|they)\b|\s+(?:each(?:\s+(?:one|of\s+them))?|they)\s+(?:has|have|had|got|makes?|made)\b/gi, ''));
  if (!table || !base?.title || !base.key || others.length > 0 || asked.length > 1 || !wish || !isOnlyMeasured(wish)) return false;
  const measures = measuresOf(wish);
  const isTheirs = measures.every((m) => {
    const subject = subjectOf(m, [base], editing.catalogue);
    return typeof subject !== 'string' && subject.base !== base && pathBetween(editing.catalogue, subject.base, base) !== null;
  });
  if (!isTheirs) return false;
  const own = table.columns.flatMap(({ table: name, column }) => {
    const owner = entityOf(editing.catalogue, table.binding, name);
    const isItself = owner === base && (column === base.title?.column || column === base.key?.column);
    return isItself || !owner ? [] : (fieldOf(owner, column) ?? []);
  });
  const { blocks: [fresh], problems, assumptions } = editing.built({ ...emptyWish(), charts: ['table'], by: [{ kind: 'entity', entity: base }], measures });
  if (fresh?.type !== 'chart') return false;
  const kept = own.filter((field) => belongsTo(field, base, editing.catalogue));
  const room = Math.max(0, MAX_MEASURES - fresh.measures.length);
  // Whose each is goes by what it is, and not by "name".
  const told = kept.slice(0, room).map((field) => {
    const owner = entityOf(editing.catalogue, field.binding, field.table);
    return { ...attributeOf(field), ...(owner && owner !== base && owner.title === field && { label: owner.singular }) };
  });
  const block = retitled(fresh, { ...fresh, where: table.where, limit: null, other: false, measures: [...fresh.measures, ...told] }, editing.catalogue);
  editing.problems.push(...problems);
  editing.assumptions.push(...wish.assumptions, ...assumptions, `It has a row for each of the ${base.plural} that have any.`);
  const lost = own.filter((field) => !kept.includes(field));
  if (lost.length > 0) editing.problems.push(`A table of what each comes to has no room for ${listed(lost.map((f) => f.label), 'and')}, so that went.`);
  if (kept.length > room) editing.problems.push(`There is room for ${MAX_MEASURES} columns beside the name, so some went.`);
  editing.set(editing.plan.blocks.map((b) => (b === table ? block : b)));
  editing.done.push(`Changed “${block.title}”.`);
  return true;
}
