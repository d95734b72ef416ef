import type { TableBinding } from '../binding/binding';
import { createCatalogue, groupingsOf } from './catalogue/catalogue';
import type { Catalogue, Entity } from './catalogue/entity';
import { mainEntity } from './build/overview';
import { readPrompt } from './read/read';

/** Prompts that are offered: as many as are read. */
const MAX_EXAMPLES = 6;

/** Prompts that certainly work with the data at hand: each was read to the last word before it is offered. */
export function examplePrompts(bindings: readonly TableBinding[], today: Date = new Date()): string[] {
  const catalogue = createCatalogue(bindings);
  const works = (prompt: string) => {
    const { plan, unread, problems } = readPrompt(prompt, catalogue, today);
    return plan !== null && unread.length === 0 && problems.length === 0;
  };
  // What a person brought comes after the sample, and before it here; each connection has its share.
  const lists = bindings.toReversed().map((binding) => [...new Set(candidates(createCatalogue([binding])))].filter(works));
  return takeInTurn(lists).slice(0, MAX_EXAMPLES);
}

/** The first of each list, then the second of each, … */
function takeInTurn<T>(lists: readonly T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return [...new Set(Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat())];
}

/** One of each kind, about the table that matters most, then about the others. */
function candidates(catalogue: Catalogue): string[] {
  const main = mainEntity(catalogue);
  if (!main) return [];
  const others = catalogue.entities.filter((e) => e !== main && e.table.rows > 0);
  const [first = [], ...rest] = [aboutOne(main, catalogue), aboutMeasures(catalogue), ...others.map((e) => aboutOne(e, catalogue))];
  return [...first.slice(0, 1), ...rest.flatMap((prompts) => prompts.slice(0, 2)), ...first.slice(1), ...catalogue.entities.map((e) => `a table of ${e.plural}`)];
}

function aboutOne(entity: Entity, catalogue: Catalogue): string[] {
  const groupings = groupingsOf(catalogue, entity).filter((f) => f.role !== 'flag');
  const status = groupings.find((f) => f.role === 'status' && f.table === entity.table.name);
  const value = status?.source.values?.[0];
  const places = groupings.filter((f) => f.role === 'place').toSorted((a, b) => (a.source.distinct ?? 99) - (b.source.distinct ?? 99));
  const group = places[0] ?? groupings.find((f) => f !== status) ?? groupings[0];
  const month = entity.time ? ' with a month filter' : '';
  return [
    ...(group ? [`${value === undefined ? '' : `${value} `}${entity.plural} by ${group.label}${month}`] : []),
    `overview of ${entity.plural}`,
    ...(status ? [`${entity.plural} by ${status.label} as a pie`] : []),
    ...(entity.time ? [`${entity.plural} per month`] : []),
  ];
}

/** "revenue per month and top 10 products" */
function aboutMeasures(catalogue: Catalogue): string[] {
  const revenue = catalogue.measures.find((m) => m.measure.label === 'revenue');
  if (!revenue) return [];
  const hasUniqueTitle = (e: Entity) => e.title?.source.distinct === e.table.rows;
  const named = catalogue.entities.filter((e) => e !== revenue.entity && e.title).toSorted((a, b) => Number(hasUniqueTitle(b)) - Number(hasUniqueTitle(a)));
  const prompts = named.map((e) => `revenue per month and top 10 ${e.plural}`);
  return ['sales overview', ...prompts, ...named.map((e) => `top 5 ${e.plural} by revenue`), 'revenue this year vs last year'];
}
