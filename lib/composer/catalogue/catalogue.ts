import type { ColumnRole, Table, TableBinding } from '../../binding/binding';
import { hasSchemas } from '../../binding/sql-name';
import type { Anchor } from '../plan';
import { plural, stem, wordsOf } from '../words/tokens';
import type { Catalogue, Entity, Field } from './entity';
import { pathBetween, withInferredKeys } from './keys';
import { namedMeasures } from './measures';
import { type Term, withTerms } from './terms';
import { defaultAggregate, formatOf, labelOf, roleOf, unitOf } from './roles';

/** Data that ended longer ago than this is counted from its last date and not from today. */
const STALE_DAYS = 45;

export function createCatalogue(bindings: readonly TableBinding[], terms: readonly Term[] = []): Catalogue {
  const entities = bindings.flatMap((binding) =>
    withInferredKeys(binding.tables).map((table) => createEntity(binding, table)),
  );
  return withTerms({ entities, measures: entities.flatMap((entity) => namedMeasures(entity, entities)) }, terms);
}

function createEntity(binding: TableBinding, table: Table): Entity {
  // Whoever asks for orders needn't say in which schema they are.
  const words = wordsOf(hasSchemas(binding.dialect) ? table.name.slice(table.name.indexOf('.') + 1) : table.name);
  const last = words.at(-1) ?? table.name;
  const lead = words.slice(0, -1);
  // "Sales 2025 (final)" is a title and no noun that has a plural.
  const isNoun = words.length <= 2 && words.every((word) => /^\p{L}+$/u.test(word));
  const singular = isNoun ? [...lead, stem(last)].join(' ') : words.join(' ');
  const fields = table.columns.map((source): Field => {
    const role = roleOf(source, table);
    const label = labelOf(source, role);
    const format = formatOf(source, role);
    const unit = role === 'measure' ? unitOf(source) : null;
    return { binding: binding.name, table: table.name, column: source.name, label, format, ...(unit && { unit }), role, source, aggregate: defaultAggregate(source, format, table) };
  });
  return {
    binding: binding.name,
    bindingTitle: binding.title,
    dialect: binding.dialect,
    table,
    singular,
    plural: isNoun ? [...lead, plural(stem(last))].join(' ') : singular,
    fields,
    key: (table.primaryKey.length === 1 && fields.find((f) => f.column === table.primaryKey[0])) || fields.find((f) => f.label === 'ID') || runningKey(fields, table),
    title: titleOf(fields, singular) ?? namesEach(fields, table),
    time: timeOf(fields),
  };
}

/** A file declares no key: its first column is one where it's called so and no two rows share it. */
function runningKey([first]: readonly Field[], { primaryKey, rows }: Table): Field | null {
  return first && primaryKey.length === 0 && first.role === 'id' && rows > 1 && first.source.distinct === rows ? first : null;
}

/** A text that no two rows share: the country, of a table with a row for each. */
function namesEach(fields: readonly Field[], { rows }: Table): Field | null {
  return fields.find((f) => f.source.type === 'string' && f.role !== 'id' && rows > 1 && f.source.distinct === rows) ?? null;
}

function titleOf(fields: Field[], singular: string): Field | null {
  const texts = fields.filter((f) => f.source.type === 'string' && f.role !== 'id');
  const called = (pattern: RegExp) => texts.find((f) => pattern.test(f.label));
  const [first, last] = [called(/^(first|given) name$|^forename$/), called(/^(last|family) name$|^surname$/)];
  if (first && last) return { ...first, label: 'name', and: last.column, source: { ...first.source, distinct: undefined } };
  return (
    called(/^(name|title|full name)$/) ??
    texts.find((f) => f.label === singular || f.label === `${singular} name`) ??
    called(/(^| )(name|title)$/) ??
    // What a code stands for says more than the code.
    texts.find((f) => f.role === 'text' && !/(^| )codes?$/.test(f.label)) ??
    texts.find((f) => f.role === 'text') ??
    texts.find((f) => f.label === `${singular} description`) ??
    null
  );
}

/** The time a row happened: not when it ended, and not a date that is mostly missing. */
function timeOf(fields: Field[]): Field | null {
  const times = fields.filter((f) => f.role === 'time');
  const ended = /(closed|ended|end|finished|updated|modified|shipped|ship|delivered|due|birth|expir|deleted|cancel)/;
  return times.find((f) => !ended.test(f.label) && !f.source.nullable) ?? times.find((f) => !ended.test(f.label)) ?? times[0] ?? null;
}

/** Relative periods of old data count from its last date, since "this month" of a file from 2019 is always empty. */
export function anchorOf(field: Field, now: Date): Anchor {
  const last = field.source.max === undefined ? NaN : Date.parse(String(field.source.max));
  return Number.isFinite(last) && now.getTime() - last > STALE_DAYS * 86_400_000 ? 'latest' : 'today';
}

/** The table's own and its parents' columns that are good to group by, best first. */
export function groupingsOf(catalogue: Catalogue, entity: Entity): Field[] {
  const reachable = catalogue.entities
    .flatMap((other) => {
      const path = pathBetween(catalogue, entity, other);
      return path ? [{ other, distance: path.length }] : [];
    })
    .sort((a, b) => a.distance - b.distance);
  const order: ColumnRole[] = ['status', 'category', 'place', 'flag'];
  return reachable
    .filter(({ distance }) => distance <= 2)
    .flatMap(({ other }) => other.fields.filter((f) => isGrouping(f)).sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)));
}

function isGrouping(field: Field): boolean {
  const distinct = field.source.distinct ?? field.source.values?.length;
  return ['status', 'category', 'place', 'flag'].includes(field.role) && (distinct === undefined || (distinct >= 2 && distinct <= 200));
}
