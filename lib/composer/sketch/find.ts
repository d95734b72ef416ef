import { type Catalogue, type Entity, type Field, fieldOf } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { type Name, nameIndexOf, nameText } from '../catalogue/names';
import { editDistance, stem, wordsOf } from '../words/tokens';

/** What a name in a sketch means. `assumed` says in words what was read as what, where it wasn't written as such. */
export type Found<T> = { it: T; assumed: string | null };

export function findTable(written: string, catalogue: Catalogue): Found<Entity> | null {
  const name = bare(written);
  const exact = catalogue.entities.find((e) => [e.table.name, `${e.binding}.${e.table.name}`, e.plural, e.singular].some((own) => bare(own) === name));
  if (exact) return { it: exact, assumed: null };
  const link = linksOf(written, catalogue).find((l) => l.kind === 'entity');
  const near = link?.kind === 'entity' ? link.entity : nearest(name, catalogue.entities, (e) => [bare(e.table.name), bare(e.singular)]);
  return near && { it: near, assumed: `Read the table “${written}” as ${near.plural}.` };
}

export type Column = { entity: Entity; field: Field };

/** A column of the table, or of one that its rows belong to: by `column` or `table.column`. */
export function findColumn(written: string, base: Entity, catalogue: Catalogue): Found<Column> | null {
  const near = reachable(base, catalogue);
  const [owner, own] = split(written, near);
  for (const entity of owner ? [owner] : near) {
    const field = entity.fields.find((f) => bare(f.column) === bare(own)) ?? entity.fields.find((f) => bare(f.label) === bare(own));
    if (field) return { it: { entity, field }, assumed: entity === base || owner ? null : `Read “${written}” as ${nameText({ kind: 'field', entity, field })}.` };
  }
  const table = near.find((e) => e !== base && [e.table.name, e.singular, e.plural].some((each) => bare(each) === bare(own)));
  if (table?.title) return { it: { entity: table, field: table.title }, assumed: null };
  const among = owner ? [owner] : near;
  const link = linksOf(own, catalogue).find((l) => l.kind === 'field' && among.includes(l.entity));
  const found = link?.kind === 'field' ? { entity: link.entity, field: link.field } : misspelt(own, among);
  return found && { it: found, assumed: `Read “${written}” as ${nameText({ kind: 'field', ...found })}.` };
}

/** What a number is of: rows of a table, a measure that can be reckoned, or a column. */
export function findMeasure(written: string, base: Entity, catalogue: Catalogue): Found<Name> | null {
  const name = bare(written);
  if (/^(rows?|count|count rows|number of rows|records?|id)$/.test(name) || written.trim() === '*') return { it: { kind: 'entity', entity: base }, assumed: null };
  const table = catalogue.entities.find((e) => e.binding === base.binding && [e.table.name, e.plural].some((own) => bare(own) === name));
  if (table) return { it: { kind: 'entity', entity: table }, assumed: null };
  const exact = fieldOf(base, written.trim());
  if (exact) return { it: { kind: 'field', entity: base, field: exact }, assumed: null };
  const reckoned = catalogue.measures.filter((m) => m.entity.binding === base.binding && m.names.includes(name));
  const measure = reckoned.find((m) => m.entity === base) ?? reckoned[0];
  if (measure) return { it: { kind: 'measure', entity: measure.entity, measure }, assumed: null };
  const column = findColumn(written, base, catalogue) ?? elsewhere(written, base, catalogue);
  return column && { it: { kind: 'field', ...column.it }, assumed: column.assumed };
}

/** `order_items.quantity` beside orders: the builder counts from there. */
function elsewhere(written: string, base: Entity, catalogue: Catalogue): Found<Column> | null {
  const others = catalogue.entities.filter((e) => e.binding === base.binding && pathBetween(catalogue, e, base) !== null);
  const [owner, own] = split(written, others);
  const field = owner && fieldOf(owner, own);
  return field ? { it: { entity: owner, field }, assumed: null } : null;
}

/** The value as the column has it, where all that it has are known; null where it has none like it. */
export function findValue(written: string, { field }: Column): Found<string> | null {
  const values = field.source.values;
  if (!values?.length) return { it: written, assumed: null };
  const same = values.find((v) => bare(v) === bare(written));
  if (same !== undefined) return { it: same, assumed: null };
  const near = nearest(bare(written), values, (v) => [bare(v)]);
  if (near !== null) return { it: near, assumed: `Read “${written}” as ${field.label} = ${near}.` };
  return values.length < (field.source.distinct ?? values.length) ? { it: written, assumed: null } : null;
}

/** The table and all that its rows belong to, the nearest first. */
export function reachable(base: Entity, catalogue: Catalogue): Entity[] {
  const far = catalogue.entities.flatMap((entity) => {
    const path = pathBetween(catalogue, base, entity);
    return path ? [{ entity, steps: path.length }] : [];
  });
  return [base, ...far.sort((a, b) => a.steps - b.steps).map(({ entity }) => entity).filter((e) => e !== base)];
}

function split(written: string, among: readonly Entity[]): [Entity | null, string] {
  const dot = written.lastIndexOf('.');
  const lead = bare(written.slice(0, Math.max(0, dot)));
  const owner = dot > 0 ? among.find((e) => [e.table.name, `${e.binding}.${e.table.name}`, e.singular, e.plural].some((own) => bare(own) === lead)) : undefined;
  return owner ? [owner, written.slice(dot + 1)] : [null, written];
}

function linksOf(written: string, catalogue: Catalogue): Name[] {
  const index = nameIndexOf(catalogue);
  const words = wordsOf(written);
  const stems = words.map(stem);
  const [only] = words;
  return [...index.exact(stems), ...index.synonym(stems, written), ...(words.length === 1 && only ? index.near(only) : [])].map((link) => link.name);
}

function misspelt(written: string, among: readonly Entity[]): Column | null {
  const columns = among.flatMap((entity) => entity.fields.map((field) => ({ entity, field })));
  return nearest(bare(written), columns, ({ field }) => [bare(field.column), bare(field.label)]);
}

/** The one whose name is a slip or two away; a short name bears one, and two that are as near are none. */
function nearest<T>(name: string, all: readonly T[], namesOf: (one: T) => string[]): T | null {
  const allowed = name.length >= 8 ? 2 : name.length >= 4 ? 1 : 0;
  const near = all.map((one) => ({ one, away: Math.min(...namesOf(one).map((own) => (Math.abs(own.length - name.length) > allowed ? 99 : editDistance(own, name)))) })).filter(({ away }) => away <= allowed);
  const best = Math.min(...near.map(({ away }) => away));
  const [first, second] = near.filter(({ away }) => away === best);
  return first && !second ? first.one : null;
}

/** `Order Items`, `order_items` and `orderItems` are one name. */
function bare(name: string): string {
  return wordsOf(name).join(' ');
}
