import type { Entity, Field } from '../catalogue/entity';
import type { Item } from '../read/link';
import { stem, wordsOf } from '../words/tokens';
import type { Span } from './parts';

/** What stands between a thing and the value it is narrowed to: “offered by the”, “with type code”. */
const LEAD = (() => {
  const prep = '(?:with|in|from|by|of|on|at|for|named|called|as|using|within)';
  return new RegExp(`(?:\\s(?:that|which|who)\\s+(?:have|has|had|are|is|was|were|use|uses))?(?:\\s\\w+(?:ed|ing))?\\s+${prep}(?:\\s+(?:the|an?))?(?:\\s+(?!${prep}\\b|(?:each|every|and|all|different)\\b)[\\w-]+){0,3}\\s*["'“‘]?$`, 'i');
})();
/** “the number of London customers”: what is counted stays. */
const MEASURED = /\b(?:numbers?|counts?|amount|frequency|average|mean|sum|total|minimum|maximum|distribution|proportion)\s*$/i;

/** The prompt without what only says which rows by a value (“courses offered by the Psychology department in each year”), blank where it stood; null where there is none. */
export function withoutValues(prompt: string, items: readonly Item[]): { text: string; rows: Span[] } | null {
  const found = items.filter((item) => valueOf(item) !== null);
  let text = prompt;
  const rows: Span[] = [];
  for (const item of found) {
    const named = valueOf(item);
    // “male and female students” are two groups.
    if (!named || found.some((other) => other !== item && valueOf(other)?.field === named.field)) continue;
    const lead = LEAD.exec(text.slice(0, item.start));
    if (!lead || MEASURED.test(text.slice(0, lead.index))) continue;
    const end = endOf(item, named, items, prompt);
    rows.push({ text: prompt.slice(lead.index, end), start: lead.index });
    text = text.slice(0, lead.index) + ' '.repeat(end - lead.index) + text.slice(end);
  }
  return rows.length > 0 ? { text, rows } : null;
}

/** The column that a word is a value of, where it means nothing before that. */
function valueOf({ links, mark }: Item): { field: Field; entity: Entity } | null {
  const [best] = links;
  return best?.name.kind === 'value' && best.score >= 90 && mark === null ? best.name : null;
}

/** “king bed”, “Psychology department”: with the words behind it that are its column’s. */
function endOf(item: Item, { field, entity }: { field: Field; entity: Entity }, items: readonly Item[], prompt: string): number {
  const own = new Set([...wordsOf(field.column), ...wordsOf(field.label), ...wordsOf(entity.table.name)].map(stem));
  let last = item;
  for (const next of items.slice(items.indexOf(item) + 1)) {
    if (next.mark !== null || prompt.slice(last.end, next.start).trim() !== '' || !wordsOf(next.text).every((word) => own.has(stem(word)))) break;
    last = next;
  }
  return /^["'”’]/.test(prompt.slice(last.end)) ? last.end + 1 : last.end;
}

/** The tables that values of the prompt belong to, each of which some of its rows must reach. */
export function tablesOfValues(items: readonly Item[]): Entity[][] {
  return items.filter((item) => valueOf(item) !== null).map(({ links }) => links.flatMap(({ name }) => (name.kind === 'value' ? [name.entity] : [])));
}
