import { type Catalogue, type Entity, type Field, groupingsOf, type NamedMeasure, pathBetween, worthOf } from '../catalogue/catalogue';
import { canBeSeries, chartBlock, fieldGrouping, type Grouping, groupingOf, timeGrouping } from './chart-block';
import { conditionsOf } from './conditions';
import type { Block, Chart, Measure } from '../plan';
import type { Unjoined } from './reach';
import { statBlock } from './stat-block';
import { type Subject, subjectOf } from './subject';
import { tableBlock } from './table-block';
import type { DimensionWish, MeasureWish, Wish } from '../read/wish';

/** What one wish became. `base` is the table it is about; `implicit` is true where it named no kind of block. */
export type Built = { blocks: Unjoined[]; base: Entity | null; implicit: boolean; problems: string[]; assumptions: string[] };

export function blocksOf(wish: Wish, catalogue: Catalogue, now: Date): Built {
  return new Builder(wish, catalogue, now).build();
}

class Builder {
  private readonly wish: Wish;
  private readonly catalogue: Catalogue;
  private readonly now: Date;
  private readonly problems: string[] = [];
  private readonly assumptions: string[];

  constructor(wish: Wish, catalogue: Catalogue, now: Date) {
    this.wish = wish;
    this.catalogue = catalogue;
    this.now = now;
    this.assumptions = [...wish.assumptions];
  }

  build(): Built {
    const made = this.make();
    const { charts, stat, table } = this.wish;
    return { ...made, implicit: charts.length === 0 && !stat && !table, problems: [...new Set(this.problems)], assumptions: [...new Set(this.assumptions)] };
  }

  private make(): { blocks: Unjoined[]; base: Entity | null } {
    const { wish } = this;
    this.rankRatherThanList();
    const dimensions = this.dimensions();
    const subjects = this.subjects(dimensions);
    const [first] = subjects;
    if (!first) return this.withoutMeasure(dimensions);
    if (wish.stat && dimensions.length === 0 && !wish.bucket) return { blocks: this.stats(subjects), base: first.base };
    const ranked = this.rankedRows(subjects, dimensions);
    if (ranked) return ranked;
    if (dimensions.length || wish.bucket || wish.charts.length || wish.versus) return { blocks: this.charts(subjects, dimensions), base: first.base };
    if (wish.table) return this.rows(first.base);
    if (wish.top) this.problems.push('I don’t know what to rank, so “top” is left out.');
    return { blocks: this.stats(subjects), base: first.base };
  }

  /** "top 5 customers in a table": customers have no number of their own to be ranked by, so it's a ranking shown as a table. */
  private rankRatherThanList(): void {
    const { wish } = this;
    const [entity] = wish.entities;
    if (!wish.top || !wish.table || !entity || wish.by.length > 0 || wish.measures.length > 0 || wish.charts.length > 0 || wish.sort) return;
    if (this.worthSort(entity)) return;
    wish.table = false;
    wish.charts = ['table'];
    wish.by = [{ kind: 'entity', entity }];
    wish.entities = wish.entities.slice(1);
  }

  /** What is grouped by: said with "by", or left over beside a chart or a measure. */
  private dimensions(): DimensionWish[] {
    const { wish } = this;
    const asked = [...wish.by];
    // "compare web and store": what is compared are two groups and not two years.
    const compared = wish.versus ? wish.conditions.find((c) => c.kind === 'values' && !c.negated && c.values.length > 1) : undefined;
    if (compared?.kind === 'values') asked.push({ kind: 'field', field: compared.field, entity: compared.entity });
    if (asked.length > 0 && wish.periods.length === 0) wish.versus = false;
    if (!wish.table && !wish.overview) {
      for (const { field, entity } of wish.loose) {
        if (field.role === 'time' && wish.periods.length) wish.time = field;
        else if (field.role === 'time') wish.bucket ??= 'auto';
        else if (field.role !== 'id') asked.push({ kind: 'field', field, entity });
      }
    }
    return asked;
  }

  private subjects(dimensions: readonly DimensionWish[]): Subject[] {
    const { wish } = this;
    const targets = [...dimensions.map((d) => d.entity), ...wish.conditions.flatMap((c) => c.entity ?? [])];
    const hard = dimensions.map((d) => d.entity);
    const subjects = this.measureWishes(dimensions).flatMap((measure) => {
      let found = subjectOf(measure, targets, this.catalogue);
      if (typeof found === 'string') found = subjectOf(measure, hard, this.catalogue);
      if (typeof found === 'string') {
        this.problems.push(found);
        return [];
      }
      if (found.assumption) this.assumptions.push(found.assumption);
      return [this.wish.isNew && found.measure.aggregate === 'rows' ? { ...found, measure: { ...found.measure, label: `new ${found.measure.label}` } } : found];
    });
    return subjects;
  }

  /** The numbers that were asked for, and where none was, the number that goes without saying. */
  private measureWishes(dimensions: readonly DimensionWish[]): MeasureWish[] {
    const { wish } = this;
    const named = wish.measures.map((m) => (m.name.kind === 'entity' ? m.name.entity : null));
    const counted = wish.entities.filter((entity) => !named.includes(entity)).map((entity): MeasureWish => ({ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }));
    if (wish.measures.length) return wish.stat || wish.countEntities ? [...wish.measures, ...counted] : wish.measures;
    const grouped = dimensions.length > 0 || wish.bucket !== null || wish.charts.length > 0 || wish.versus;
    if (wish.table && wish.by.length === 0 && wish.bucket === null) return [];
    if (wish.stat || grouped) {
      if (counted.length) return counted;
      const [only] = dimensions;
      if (wish.top && only?.kind === 'entity') return [this.popularity(only.entity)];
      const about = only?.entity ?? wish.conditions[0]?.entity;
      return about ? [{ aggregate: 'count', name: { kind: 'entity', entity: about }, where: [] }] : [];
    }
    return [];
  }

  /** "top 10 products": by what they brought in, else by their own worth, else by what belongs to them. */
  private popularity(entity: Entity): MeasureWish {
    const named = this.catalogue.measures.find((m: NamedMeasure) => m.measure.label === 'revenue' && pathBetween(this.catalogue, m.entity, entity));
    if (named) {
      this.assumptions.push(`“Top” is by ${named.measure.label}.`);
      return { aggregate: null, name: { kind: 'measure', entity: named.entity, measure: named }, where: [] };
    }
    const worth = worthOf(entity) ?? entity.fields.find((f) => f.role === 'measure');
    if (worth) {
      this.assumptions.push(`“Top” is by ${worth.label}.`);
      return { aggregate: null, name: { kind: 'field', entity, field: worth }, where: [] };
    }
    const child = this.catalogue.entities.find((e) => e !== entity && pathBetween(this.catalogue, e, entity)) ?? entity;
    return { aggregate: 'count', name: { kind: 'entity', entity: child }, where: [] };
  }

  private withoutMeasure(dimensions: readonly DimensionWish[]): { blocks: Unjoined[]; base: Entity | null } {
    const { wish } = this;
    const base = wish.entities[0] ?? wish.loose[0]?.entity ?? wish.conditions.find((c) => c.entity)?.entity ?? dimensions[0]?.entity ?? null;
    if (!base || this.problems.length) return { blocks: [], base };
    return this.rows(base);
  }

  private rows(from: Entity): { blocks: Unjoined[]; base: Entity } {
    const { wish } = this;
    const named = wish.loose.map((l) => l.field).filter((f) => f !== wish.time);
    const beside = wish.entities.slice(1).flatMap((e) => e.title ?? []);
    const columns = named.length + beside.length === 0 ? [] : [...named, ...beside].concat(wish.measures.flatMap((m) => (m.name.kind === 'field' ? [m.name.field] : [])));
    const time = from.time;
    const sorted = this.sortField(from);
    const latest = wish.latest ?? (wish.isNew && wish.periods.length === 0 ? { descending: true, count: null } : null);
    const sort = sorted ?? this.boundSort() ?? (wish.top ? this.worthSort(from) : latest && time ? { field: time, descending: latest.descending } : null);
    const limit = wish.top?.count ?? latest?.count ?? (wish.top ? 10 : null);
    const where = this.where(from);
    const block = tableBlock(from, where, this.catalogue, { columns: columns.filter((f) => this.reaches(from, f)), sort, limit });
    const lead = limit === null ? '' : wish.top ? `Top ${limit} ` : latest ? `${latest.descending ? 'Latest' : 'Oldest'} ${limit} ` : '';
    return { blocks: [lead ? { ...block, title: `${lead}${block.title.charAt(0).toLowerCase()}${block.title.slice(1)}` } : block], base: from };
  }

  private reaches(base: Entity, field: Field): boolean {
    const owner = this.catalogue.entities.find((e) => e.binding === field.binding && e.table.name === field.table);
    return owner !== undefined && pathBetween(this.catalogue, base, owner) !== null;
  }

  private sortField(base: Entity): { field: Field; descending: boolean } | null {
    const { sort } = this.wish;
    if (!sort) return null;
    const name = sort.name;
    const field = name?.kind === 'field' ? name.field : name?.kind === 'measure' ? worthOf(base) : name?.kind === 'entity' ? base.title : (base.time ?? worthOf(base));
    return field && this.reaches(base, field) ? { field, descending: sort.descending ?? (field.role === 'measure' || field.role === 'time') } : null;
  }

  /** "stock under 20": what was compared is what matters, so the extreme stands on top. */
  private boundSort(): { field: Field; descending: boolean } | null {
    const bound = this.wish.top ? undefined : this.wish.conditions.find((c) => c.kind === 'compare');
    return bound?.kind === 'compare' && bound.field ? { field: bound.field, descending: bound.op === 'over' || bound.op === 'at-least' } : null;
  }

  private worthSort(base: Entity): { field: Field; descending: boolean } | null {
    const worth = worthOf(base) ?? base.fields.find((f) => f.role === 'measure');
    return worth ? { field: worth, descending: this.wish.top?.descending ?? true } : null;
  }

  /** "top 10 orders" have no name to stand under a bar: they are rows, the largest first. */
  private rankedRows(subjects: readonly Subject[], dimensions: readonly DimensionWish[]): { blocks: Unjoined[]; base: Entity } | null {
    const [only] = dimensions;
    if (!this.wish.top || only?.kind !== 'entity' || dimensions.length > 1 || this.wish.charts.length) return null;
    const [first] = subjects;
    const of = first?.measure.of;
    if (!first || first.base !== only.entity || (only.entity.title && only.entity.key)) return null;
    const field = of?.op === 'column' ? first.base.fields.find((f) => f.column === of.column) : undefined;
    this.wish.sort = field ? { name: { kind: 'field', entity: first.base, field }, descending: this.wish.top.descending } : null;
    this.wish.measures = [];
    return this.rows(first.base);
  }

  private stats(subjects: readonly Subject[]): Unjoined[] {
    return subjects.map(({ base, measure }) => statBlock(base, measure, this.where(base), this.catalogue));
  }

  private charts(subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Unjoined[] {
    const views = this.wish.charts.length ? this.wish.charts : [null];
    return views.flatMap((view) => together(subjects, view).flatMap((group) => this.chart(group.base, group.measures, dimensions, view)));
  }

  private chart(base: Entity, measures: readonly Measure[], dimensions: readonly DimensionWish[], asked: Chart['view'] | null): Unjoined[] {
    const { wish, catalogue, now } = this;
    const view = asked ?? (wish.table ? 'table' : null);
    if (wish.versus && dimensions.length) this.problems.push(`Years are compared month by month, so the grouping by ${dimensions.map((d) => (d.kind === 'field' ? d.field.label : d.entity.singular)).join(' and ')} is left out.`);
    const groupings = this.groupings(base, wish.versus ? [] : dimensions, view);
    const [by, series] = groupings;
    if (!by) return [];
    const second = series && measures.length === 1 && (canBeSeries(series) || view === 'table') ? series : null;
    if (series && !second) this.problems.push(`${series.name.plural} are too many to tell apart by colour, so that grouping is left out.`);
    if (groupings.length > 2) this.problems.push('Two groupings are as many as one chart shows; the others are left out.');
    const sort = wish.sort && sortOf(wish.sort, by);
    return [chartBlock(base, this.where(base), catalogue, { view, measures, by, series: second, top: wish.top, sort, versus: wish.versus, now })];
  }

  private groupings(base: Entity, dimensions: readonly DimensionWish[], view: Chart['view'] | null): Grouping[] {
    const { wish, catalogue } = this;
    const found: (Grouping | string)[] = [];
    const overTime = wish.bucket ?? (wish.versus || ((view === 'line' || view === 'area') && dimensions.length === 0) ? 'auto' : null);
    if (overTime) found.push(timeGrouping(wish.versus && overTime === 'auto' ? 'month' : overTime, base, catalogue, wish.periods));
    found.push(...dimensions.map((d) => groupingOf(d, base, catalogue)));
    if (found.length === 0) {
      const [best] = groupingsOf(catalogue, base);
      if (best) {
        found.push(fieldGrouping(best, base, catalogue));
        this.assumptions.push(`Grouped by ${best.label}, since no grouping was named.`);
      } else found.push(timeGrouping('auto', base, catalogue));
    }
    for (const each of found) if (typeof each === 'string') this.problems.push(each);
    return found.filter((each) => typeof each !== 'string');
  }

  private where(base: Entity): Block['where'] {
    const { where, problems } = conditionsOf(this.wish, base, this.catalogue, this.now);
    this.problems.push(...problems);
    return where;
  }
}

/** By the groups' own names where those were asked for, else by the number. */
function sortOf({ name, descending }: NonNullable<Wish['sort']>, { dimension }: Grouping): Chart['sort'] {
  const byName = name?.kind === 'field' && name.field.table === dimension.field.table && name.field.column === dimension.field.column;
  if (byName) return 'label';
  return descending === false ? 'value-asc' : 'value-desc';
}

/** Measures of one table and one unit share a chart; a pie shows one. */
function together(subjects: readonly Subject[], view: Chart['view'] | null): { base: Entity; measures: Measure[] }[] {
  const groups: { base: Entity; measures: Measure[] }[] = [];
  for (const { base, measure } of subjects) {
    const same = view === 'pie' ? undefined : groups.find((g) => g.base === base && g.measures[0]?.format === measure.format);
    if (same) same.measures.push(measure);
    else groups.push({ base, measures: [measure] });
  }
  return groups;
}
