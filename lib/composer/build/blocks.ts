import { anchorOf, groupingsOf } from '../catalogue/catalogue';
import { type Catalogue, type Entity, entityOf, type Field } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { binWidth, withinBounds } from './bins';
import { comparedField, worthOf } from '../catalogue/measures';
import { MAX_MEASURES, type Block, type Chart, type During, type Having, type Measure, type Scatter, type Window } from '../plan';
import { type DimensionWish, eachWish, type MeasureWish, NO_ITEM, type PerGroupWish, type WindowWish, type Wish } from '../read/wish';
import { capitalise, stem, uncapitalise } from '../words/tokens';
import { inOrder, ownNumber, sortOf, together, withoutTwins } from './arrange';
import { isOfItsOwn, type WithAttributes, withAttributes } from './attributes';
import { boardBlock, calendarBlock } from './board-block';
import { canBeSeries, chartBlock, MAX_BARS, fieldGrouping, type Grouping, groupingOf, timeGrouping } from './chart-block';
import { conditionsOf, listed, periodCondition } from './conditions';
import { firstRowsBlock, orderOfRows, rowsOf } from './first-of-each';
import { withSize } from './dot-size';
import { countOfEach, groupWhatHas, listKinds, listOfEach, listTexts, rankRatherThanList, showDistribution, tabulate, takeExtreme } from './prepare';
import { nearestAlike, reachableTime, type Unjoined } from './reach';
import { sideBySide } from './side-by-side';
import { scatterBlock } from './scatter-block';
import { inEach, roomFor } from './spans';
import { groupsCounted, statBlock } from './stat-block';
import { type Subject, subjectOf } from './subject';
import { tableBlock } from './table-block';
import { windowFor } from './windows';
import { measureWishes } from './without-saying';

/** What one wish became. `base` is the table it is about; `implicit` is true where it named no kind of block. */
export type Built = { blocks: Unjoined[]; base: Entity | null; implicit: boolean; problems: string[]; assumptions: string[] };

type Made = { blocks: Unjoined[]; base: Entity | null };

export function blocksOf(wish: Wish, catalogue: Catalogue, now: Date): Built {
  return new Builder(wish, catalogue, now).build();
}

class Builder {
  private readonly wish: Wish;
  private readonly catalogue: Catalogue;
  private readonly now: Date;
  readonly problems: string[];
  readonly assumptions: string[];

  constructor(wish: Wish, catalogue: Catalogue, now: Date) {
    this.wish = wish;
    this.catalogue = catalogue;
    this.now = now;
    this.problems = [...wish.problems];
    this.assumptions = [...wish.assumptions];
  }

  build(): Built {
    const made = this.groupsCounted(this.make());
    if (made.base && made.blocks.length > 0) this.assumptions.push(...this.dated(made.base));
    const { charts, stat, table, board, calendar, relation } = this.wish;
    const implicit = charts.length === 0 && !stat && !table && !board && !calendar && !relation && !this.wish.countsGroups;
    return { ...made, implicit, problems: [...new Set(this.problems)], assumptions: [...new Set(this.assumptions)] };
  }

  /** How many groups come to so much; which they are stands below. */
  private groupsCounted(made: Made): Made {
    if (!this.wish.countsGroups) return made;
    const blocks = made.blocks.flatMap((block) => {
      const figure = block.type === 'chart' ? groupsCounted(block) : null;
      if (!figure?.groups) return [block];
      if (/^(?:under|at-most)$/.test(figure.groups.having.op)) this.assumptions.push('Only groups that have any are counted.');
      return [figure, { ...block, asked: false }];
    });
    return { ...made, blocks };
  }

  /** Of several dates that a row has, one goes without saying; which one is said. */
  private dated(base: Entity): string[] {
    const { wish } = this;
    const others = base.fields.filter((f) => f.role === 'time' && f.column !== base.time?.column);
    const matters = wish.periods.length > 0 || wish.bucket !== null || wish.calendar;
    const far = base.time === null && base.title !== null && matters ? (wish.time ?? reachableTime(base, this.catalogue)) : null;
    const owner = far && far.table !== base.table.name ? this.catalogue.entities.find((e) => e.binding === far.binding && e.table.name === far.table) : undefined;
    if (far && owner) return [`${capitalise(base.plural)} have no date of their own, so it is the ${far.label} of ${owner.plural}.`];
    if (!matters || !base.time || others.length === 0 || wish.time || wish.by.some((d) => d.kind === 'field' && d.field.role === 'time') || wish.loose.some((l) => l.field.role === 'time')) return [];
    return [`Dated by “${base.time.label}”; ${base.plural} have “${others.map((f) => f.label).join('” and “')}” too.`];
  }

  private make(): Made {
    const { wish } = this;
    // "orders and order items"
    const isList = wish.items.length > 0 && wish.items.filter((i) => i.used && i.mark?.is !== 'filler').every((i) => i.mark?.is === 'break' || (!i.mark && i.links[0]?.name.kind === 'entity'));
    if ((wish.tables || (isList && !this.isDescribed())) && wish.entities.length > 1 && wish.measures.length + wish.by.length + wish.loose.length === 0) {
      const each = wish.entities.map((entity) => blocksOf({ ...wish, tables: false, entities: [entity], assumptions: [], problems: [] }, this.catalogue, this.now));
      return { blocks: each.flatMap((b) => b.blocks), base: each[0]?.base ?? null };
    }
    if (wish.board) return this.board();
    if (wish.calendar) return this.calendar();
    if (wish.perGroup) return this.firsts(wish.perGroup);
    const points = this.points();
    if (points) return points;
    countOfEach(wish, this.catalogue);
    for (const step of [listOfEach, listTexts, listKinds, groupWhatHas, showDistribution, tabulate, rankRatherThanList, takeExtreme]) step(wish);
    const dimensions = this.dimensions();
    const described = withAttributes(wish, dimensions, this.catalogue);
    if (described) return this.described(described);
    if (isOfItsOwn(wish, dimensions)) return this.ranking(dimensions);
    const subjects = this.subjects(dimensions);
    const [first] = subjects;
    if (!first) return this.withoutMeasure(dimensions);
    if (wish.stat && dimensions.length === 0 && !wish.bucket) return { blocks: this.stats(subjects), base: first.base };
    const each = this.perRow(subjects, dimensions);
    if (each) return each;
    const ranked = this.rankedRows(subjects, dimensions);
    if (ranked) return ranked;
    if (dimensions.length || wish.bucket || wish.charts.length || wish.versus) return { blocks: this.charts(subjects, dimensions), base: first.base };
    if (wish.table) return this.rows(first.base);
    if (wish.top) this.problems.push('I don’t know what to rank, so “top” is left out.');
    return { blocks: this.stats(subjects), base: first.base };
  }

  /** "albums with artist": one of each, and no list of its own. */
  private isDescribed(): boolean {
    const [first, ...others] = this.wish.entities;
    const isOne = (entity: Entity) => this.wish.items.some((i) => i.links[0]?.name.entity === entity && stem(i.lower) === i.lower);
    return first !== undefined && others.every((other) => isOne(other) && pathBetween(this.catalogue, first, other) !== null);
  }

  /** "top 3 products of each category", "the last order of each customer" */
  private firsts(firsts: PerGroupWish): Made {
    const { wish, catalogue } = this;
    const { thing, count, descending } = firsts;
    const isOfRows = wish.latest !== null || (wish.sort?.name?.kind === 'field' && wish.sort.name.entity === rowsOf(thing));
    // Things that are values of a column are as many as there are rows of them, unless something else is said.
    if (thing.kind === 'field') wish.top = null;
    const subjects = isOfRows ? [] : withoutTwins(this.subjects([thing, ...(firsts.group ? [firsts.group] : [])]));
    const order = orderOfRows(firsts, wish, subjects);
    const base = order === null ? subjects[0]?.base : thing.entity;
    if (typeof order === 'string' || !base) return typeof order === 'string' ? this.refused(order, thing.entity) : { blocks: [], base: thing.entity };
    const group = firsts.group && nearestAlike(firsts.group, base, catalogue);
    const by = group ? groupingOf(group, base, catalogue) : timeGrouping(wish.bucket ?? 'month', base, catalogue, [], wish.time);
    if (typeof by === 'string') return this.refused(by, base);
    if (group !== firsts.group) this.unsay(` is taken from ${firsts.group?.entity.plural};`);
    if (group && pathBetween(catalogue, base, group.entity) === null) return this.refused(`${capitalise(base.plural)} don’t say which of the ${by.name.plural} they belong to, so there is no first of each.`, base);
    if (order) {
      const columns = wish.loose.map((l) => l.field).filter((f) => this.reaches(base, f));
      return { blocks: [firstRowsBlock(base, this.where(base), catalogue, { by, order, count, columns, detail: wish.detail })], base };
    }
    const series = groupingOf(thing, base, catalogue);
    if (typeof series === 'string') return this.refused(series, base);
    const [own, ...others] = together(subjects, 'table', false);
    if (others.length > 0) this.problems.push(`A ranking within each ${by.name.singular} has numbers of ${base.plural} only, so ${listed(others.flatMap((o) => o.measures.map((m) => m.label)), 'and')} is left out.`);
    const measures = own?.measures ?? [];
    return { blocks: [chartBlock(base, this.where(base), catalogue, { view: this.viewOfFirsts(series, measures), measures, by, series, style: wish.style, sort: descending ? 'value-desc' : 'value-asc', perGroup: count, now: this.now })], base };
  }

  /** What was taken for granted, and turned out otherwise. */
  private unsay(part: string): void {
    for (const said of [this.assumptions, this.wish.assumptions]) {
      const at = said.findIndex((each) => each.includes(part));
      if (at >= 0) said.splice(at, 1);
    }
  }

  /** A table, unless bars were asked for and what is first has few enough names to have a colour each. */
  private viewOfFirsts(series: Grouping, measures: readonly Measure[]): Chart['view'] {
    const asked = this.wish.charts.find((view) => view !== null && view !== 'table');
    if (asked === undefined || (asked === 'bar' && measures.length === 1 && canBeSeries(series, 'bar') && measures.every((m) => m.format !== 'date'))) return asked ?? 'table';
    this.problems.push(asked === 'bar' ? `${capitalise(series.name.plural)} are too many to tell apart by colour, so it is a table.` : 'The first of each group stand in a table or in bars, so it is a table.');
    return 'table';
  }

  /** What each of a thing comes to, with what it has itself. */
  private described({ group, measures, attributes }: WithAttributes): Made {
    this.wish.measures = measures;
    const subjects = this.subjects([group]);
    const [first, ...others] = together(withoutTwins(subjects), 'table', false);
    if (!first) return this.withoutMeasure([group]);
    const room = MAX_MEASURES - first.measures.length;
    if (attributes.length > room) this.problems.push(`A table of groups has ${MAX_MEASURES} numbers at most, so ${listed(attributes.slice(room).map((a) => a.label), 'and')} is left out.`);
    const blocks = [this.chart(first.base, first.measures, [group], 'table', attributes.slice(0, room)), ...others.map((each) => this.chart(each.base, each.measures, [group], 'table'))];
    return { blocks: sideBySide(blocks.flat(), this.catalogue), base: first.base };
  }

  /** "top 10 products by price with stock and category": rows, since nothing is put together. */
  private ranking([group, ...others]: readonly DimensionWish[]): Made {
    const { wish } = this;
    const { entity } = group as DimensionWish;
    const fields = wish.measures.flatMap(({ name }) => (name.kind === 'field' ? [name.field] : []));
    const told = others.flatMap((d) => (d.kind === 'field' ? d.field : d.entity.title) ?? []);
    wish.sort = { name: { kind: 'field', entity, field: fields[0] as Field }, axis: null, descending: wish.top?.descending ?? true };
    wish.loose = [...(entity.title ? [entity.title] : []), ...told, ...fields].map((field) => ({ field, entity, item: NO_ITEM }));
    [wish.measures, wish.by, wish.charts] = [[], [], []];
    return this.rows(entity);
  }

  /** The table that the wish is about where no number is. */
  private subjectEntity(): Entity | null {
    const { wish } = this;
    // "list everything that's open: customer name, topic and priority": of what has them all.
    const owners = [...new Set([...wish.loose.map((l) => l.entity), ...eachWish(wish.conditions).flatMap((c) => c.entity ?? [])])];
    const all = wish.table && owners.length > 1 ? owners.find((e) => owners.every((other) => other === e || pathBetween(this.catalogue, e, other) !== null)) : undefined;
    return wish.entities[0] ?? all ?? wish.loose[0]?.entity ?? wish.by[0]?.entity ?? wish.conditions.find((c) => c.entity)?.entity ?? wish.measures[0]?.name.entity ?? this.chosenEntity() ?? this.onlyEntity();
  }

  /** "a slider for total on the orders list": what is chosen from, where the table is named with it. */
  private chosenEntity(): Entity | null {
    const [first] = this.wish.filters;
    return this.wish.table && (first?.kind === 'range' || first?.kind === 'field') ? first.entity : null;
  }

  /** "a table of all the data", of data that is one table. */
  private onlyEntity(): Entity | null {
    const [only, ...others] = this.catalogue.entities;
    return only && others.length === 0 && (this.wish.table || this.wish.board || this.wish.calendar) ? only : null;
  }

  private board(): Made {
    const base = this.subjectEntity();
    if (!base) return { blocks: [], base };
    const { wish } = this;
    const asked = [...wish.by.flatMap((d) => (d.kind === 'field' ? [d.field] : d.entity.title && d.entity !== base && this.reaches(base, d.entity.title) ? [calledBy(d.entity, d.entity.title)] : [])), ...wish.loose.map((l) => l.field)].find((f) => f.role !== 'time');
    const by = asked ?? base.fields.find((f) => f.role === 'status' && /(status|stage|state|phase)/.test(f.label)) ?? base.fields.find((f) => f.role === 'status') ?? base.fields.find((f) => f.role === 'category');
    if (!by) return this.refused(`${base.plural} have no status to make columns of.`, base);
    if (!asked) this.assumptions.push(`The columns are by ${by.label}.`);
    return this.one(boardBlock(base, by, this.where(base), this.catalogue), base);
  }

  private calendar(): Made {
    const base = this.subjectEntity();
    if (!base) return { blocks: [], base };
    const { wish } = this;
    const time = wish.time ?? wish.loose.find((l) => l.field.role === 'time')?.field ?? reachableTime(base, this.catalogue);
    if (!time) return this.refused(`${base.plural} have no date to stand on.`, base);
    const start = anchorOf(time, this.now) === 'latest' ? String(time.source.max).slice(0, 7) : null;
    return this.one(calendarBlock(base, time, start, this.where(base), this.catalogue), base);
  }

  private refused(problem: string, base: Entity): Made {
    this.problems.push(problem);
    return { blocks: [], base };
  }

  private one(block: Unjoined | string, base: Entity): Made {
    return typeof block === 'string' ? this.refused(block, base) : { blocks: [block], base };
  }

  /** Two numbers of one table against each other, a point for each row; null where the wish is for something else. */
  private points(): Made | null {
    const { wish } = this;
    const asked = wish.relation || wish.charts.includes('scatter');
    if (!asked) return null;
    const named = wish.measures.filter((m) => m.aggregate === null && !m.per).flatMap((m) => columnOf(m.name));
    const loose = wish.loose.filter((l) => l.field.source.type === 'number').map((l) => ({ field: l.field, entity: l.entity }));
    const numeric = wish.by.flatMap((d) => (d.kind === 'field' && d.field.source.type === 'number' && d.bin === undefined ? [d] : []));
    const numbers = [...numeric, ...named, ...loose];
    const [x, y] = numbers;
    if (wish.measures.some((m) => m.aggregate !== null || columnOf(m.name).length === 0) || !x || !y || x.entity !== y.entity) {
      if (wish.measures.length === 2 && wish.by.length > 0) return this.groupPoints();
      if (!wish.charts.includes('scatter')) return null;
      return wish.measures.length >= 2 ? this.groupPoints() : this.refused('A scatter chart needs two numbers of one table.', this.subjectEntity() as Entity);
    }
    const base = x.entity;
    // "a dot for every country": what names each row is the point itself.
    const isPoint = (d: DimensionWish) => d.kind === 'field' && d.field.column === base.title?.column && !wish.split;
    const colours = [...wish.by.filter((d) => !isPoint(d)), ...wish.loose].flatMap((d) => ('field' in d ? (d.field !== x.field && d.field !== y.field ? [d.field] : []) : d.entity !== base && d.entity.title ? [calledBy(d.entity, d.entity.title)] : []));
    const series = colours.find((f) => f.role !== 'measure' && this.reaches(base, f)) ?? null;
    wish.loose = wish.loose.filter((l) => l.field.role === 'time');
    const scatter = scatterBlock(base, this.where(base), this.catalogue, { x: x.field, y: y.field, series });
    return { blocks: [this.bubbles(scatter, numbers[2]?.field)], base };
  }

  /** "a bubble chart of income, health and population": the third number is how large they are. */
  private bubbles(scatter: Unjoined<Scatter>, third: Field | undefined): Unjoined<Scatter> {
    const isSaid = this.wish.items.some((i) => i.mark?.is === 'chart' && i.lower.includes('bubble'));
    const sized = third && isSaid ? withSize(scatter, third, this.catalogue) : scatter;
    if (typeof sized === 'string') this.problems.push(sized);
    return typeof sized === 'string' ? scatter : sized;
  }

  /** A point for each group: average price and stock by category. */
  private groupPoints(): Made | null {
    const [thing, ...others] = this.wish.entities;
    // "a dot per product"
    if (thing && others.length === 0 && this.wish.by.length === 0) this.wish.by.push({ kind: 'entity', entity: thing });
    const dimensions = this.dimensions();
    const [first, second] = seenFromOne(this.subjects(dimensions), this.catalogue);
    if (!first || !second || first.base !== second.base || [first, second].some((s) => s.measure.format === 'date')) return this.refused('A scatter chart needs two numbers of one table.', first?.base ?? (this.subjectEntity() as Entity));
    return { blocks: this.chart(first.base, [first.measure, second.measure], dimensions, 'scatter'), base: first.base };
  }

  /** What is grouped by: said with "by", or left over beside a chart or a measure. */
  private dimensions(): DimensionWish[] {
    const { wish } = this;
    const asked = [...wish.by];
    // "compare web and store": what is compared are two groups and not two years.
    const isAlone = wish.by.length === 0 && wish.bucket === null && wish.loose.length === 0 && wish.charts.length > 0 && !wish.charts.includes('table') && !wish.charts.includes('histogram');
    const compared = wish.versus || isAlone || wish.split || wish.style === 'grouped' || wish.style === 'stacked' ? wish.conditions.find((c) => c.kind === 'values' && !c.negated && c.values.length > 1) : undefined;
    if (compared?.kind === 'values' && !asked.some((d) => d.kind === 'field' && d.field === compared.field)) {
      asked.push({ kind: 'field', field: compared.field, entity: compared.entity });
      // "nuclear and renewables, two lines"
      if (wish.split && wish.bucket === null && (wish.charts.includes('line') || wish.charts.includes('area')) && [compared, ...wish.measures.map((m) => m.name), ...wish.entities.map((entity) => ({ entity }))].some((of) => of.entity.time)) wish.bucket = 'auto';
    }
    const own = this.ownClasses();
    if (own) asked.push(own);
    // "give me the comparison of …": without two times it is just a chart.
    if (!wish.versusYears && !wish.periods.some((p) => p.kind === 'unit')) wish.versus = false;
    if (!wish.table && !wish.overview) {
      for (const { field, entity } of wish.loose) {
        if (field.role === 'time' && wish.periods.length) wish.time = field;
        else if (field.role === 'time') {
          wish.time = field;
          wish.bucket ??= 'auto';
        } else if (field.role !== 'id' || wish.charts.length > 0) asked.push({ kind: 'field', field, entity });
      }
    }
    return asked.filter((d, i) => asked.findIndex((e) => sameDimension(d, e)) === i);
  }

  private subjects(dimensions: readonly DimensionWish[]): Subject[] {
    const { wish } = this;
    const hard = dimensions.map((d) => d.entity);
    const targets = [...hard, ...eachWish(wish.conditions).flatMap((c) => c.entity ?? [])];
    return measureWishes(this.wish, dimensions, this.catalogue, this).flatMap((measure) => {
      let found = subjectOf(measure, targets, this.catalogue);
      if (typeof found === 'string') found = subjectOf(measure, hard, this.catalogue);
      if (typeof found === 'string') {
        this.problems.push(found);
        return [];
      }
      if (found.assumption) this.assumptions.push(found.assumption);
      return [this.wish.isNew && (!this.wish.newOf || this.wish.newOf === found.base) && found.measure.aggregate === 'rows' ? { ...found, measure: { ...found.measure, label: `new ${found.measure.label}` } } : found];
    });
  }

  private withoutMeasure(dimensions: readonly DimensionWish[]): Made {
    const base = this.subjectEntity() ?? dimensions[0]?.entity ?? null;
    if (!base || this.problems.length > this.wish.problems.length) return { blocks: [], base };
    return this.rows(base);
  }

  private rows(from: Entity): { blocks: Unjoined[]; base: Entity } {
    const { wish } = this;
    const named = wish.loose.map((l) => l.field).filter((f) => f !== wish.time);
    const beside = wish.entities.filter((e) => e !== from).flatMap((e) => e.title ?? []);
    // Whose they are stands in any list of them.
    const columns = named.length === 0 && beside.every((f) => from.table.foreignKeys.some((k) => k.references.table === f.table)) && wish.measures.length === 0 ? [] : [...named, ...beside].concat(wish.measures.flatMap((m) => (m.name.kind === 'field' ? [m.name.field] : [])));
    const time = from.time;
    const sorted = this.sortField(from);
    const latest = wish.latest ?? (wish.isNew && wish.periods.length === 0 ? { descending: true, count: null } : null);
    const asDated = latest && time && !wish.top ? { field: time, descending: latest.descending } : null;
    const sort = sorted ?? asDated ?? this.boundSort(from) ?? (wish.top ? this.worthSort(from) : null);
    const limit = wish.top?.count ?? latest?.count ?? wish.rows ?? (wish.top ? 10 : null);
    const where = this.where(from);
    const block = tableBlock(from, where, this.catalogue, { columns: columns.filter((f) => this.reaches(from, f)), sort, limit, detail: wish.detail });
    if (wish.top && sort && limit !== null) return { blocks: [{ ...block, title: rankedTitle(from, limit, sort, block.title) }], base: from };
    const lead = limit === null ? '' : latest ? `${latest.descending ? 'Latest' : 'Oldest'} ${limit === 1 ? '' : `${limit} `}` : '';
    const rows = limit === 1 && where.length === 0 ? from.singular : uncapitalise(block.title);
    return { blocks: [lead ? { ...block, title: `${lead}${rows}` } : block], base: from };
  }

  private reaches(base: Entity, field: Field): boolean {
    const owner = this.catalogue.entities.find((e) => e.binding === field.binding && e.table.name === field.table);
    return owner !== undefined && pathBetween(this.catalogue, base, owner) !== null;
  }

  private sortField(base: Entity): { field: Field; descending: boolean } | null {
    const { sort } = this.wish;
    if (!sort) return null;
    const name = sort.name;
    if (sort.bySize && !name && !sort.axis && !onlyNumber(this.wish) && !worthOf(base)) this.problems.push(`${capitalise(base.plural)} have no number that says which are the largest.`);
    const field = name?.kind === 'field' ? name.field : name?.kind === 'measure' ? worthOf(base) : name?.kind === 'entity' ? (name.entity.title ?? base.title) : sort.bySize ? (onlyNumber(this.wish) ?? worthOf(base) ?? base.time) : (base.time ?? worthOf(base));
    return field && this.reaches(base, field) ? { field, descending: sort.descending ?? (field.role === 'measure' || field.role === 'time') } : null;
  }

  /** "stock under 20": what was compared is what matters, so the extreme stands on top. */
  private boundSort(base: Entity): { field: Field; descending: boolean } | null {
    const bound = this.wish.top ? undefined : this.wish.conditions.find((c) => c.kind === 'compare' && c.op !== 'equal');
    return bound?.kind === 'compare' && bound.field && this.reaches(base, bound.field) ? { field: bound.field, descending: bound.op === 'over' || bound.op === 'at-least' } : null;
  }

  private worthSort(base: Entity): { field: Field; descending: boolean } | null {
    const worth = worthOf(base) ?? base.fields.find((f) => f.role === 'measure');
    return worth ? { field: worth, descending: this.wish.top?.descending ?? true } : null;
  }

  /** "top 10 orders" have no name to stand under a bar, and "the 5 cheapest products" have their number themselves: they are rows. */
  private rankedRows(subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Made | null {
    const [only] = dimensions;
    const { wish } = this;
    if (!wish.top || only?.kind !== 'entity' || dimensions.length > 1 || wish.charts.length) return null;
    const [first] = subjects;
    const of = first?.measure.of;
    if (!first || first.base !== only.entity || (only.entity.title && only.entity.key)) return null;
    const field = of?.op === 'column' ? first.base.fields.find((f) => f.column === of.column) : undefined;
    wish.sort = field ? { name: { kind: 'field', entity: first.base, field }, axis: null, descending: wish.top.descending } : null;
    wish.measures = [];
    return this.rows(first.base);
  }

  /** "revenue per order": orders have no name to stand under a bar, so it is what one comes to on average. */
  private perRow(subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Made | null {
    const [first] = subjects;
    const [only] = dimensions;
    const far = this.perFar(subjects, dimensions);
    if (far) return far;
    if (!first || only?.kind !== 'entity' || only.entity !== first.base || only.entity.title || dimensions.length > 1 || this.wish.top || this.wish.charts.length > 0 || this.wish.bucket) return null;
    if (first.measure.aggregate !== 'sum') return null;
    const measure: Measure = { ...first.measure, label: `average ${first.measure.label} per ${only.entity.singular}`, per: { aggregate: 'rows', of: null } };
    return { blocks: [statBlock(first.base, measure, this.where(first.base), this.catalogue)], base: first.base };
  }

  /** "profit per order", reckoned of an order's items. */
  private perFar(subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Made | null {
    const { wish } = this;
    const [[subject], [only], [asked]] = [subjects, dimensions, wish.measures];
    const isAlone = subjects.length === 1 && dimensions.length === 1 && wish.charts.length === 0 && wish.bucket === null && !wish.top && !wish.having;
    if (!isAlone || !subject || !asked || asked.per || only?.kind !== 'entity' || only.entity === subject.base || only.entity.title || !['sum', 'rows'].includes(subject.measure.aggregate) || subject.measure.per) return null;
    const found = subjectOf({ ...asked, per: { kind: 'entity', entity: only.entity } }, [], this.catalogue);
    if (typeof found === 'string') return null;
    this.assumptions.push(found.assumption);
    return { blocks: [statBlock(found.base, found.measure, this.where(found.base), this.catalogue)], base: found.base };
  }

  private stats(subjects: readonly Subject[]): Unjoined[] {
    return subjects.map(({ base, measure }) => statBlock(base, measure, this.where(base), this.catalogue));
  }

  private charts(subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Unjoined[] {
    // "per region: number of countries, total population, median income": side by side, whatever their units.
    const isMany = subjects.length > 2 && this.wish.bucket === null && new Set(subjects.map((s) => `${s.base.table.name} ${s.measure.format}`)).size > 1;
    const isDated = subjects.some((s) => s.measure.format === 'date');
    if (isDated && this.wish.charts.some((view) => view !== 'table')) this.problems.push('A date has no length that could be drawn, so it is a table.');
    const views: (Chart['view'] | null)[] = isDated ? ['table'] : this.wish.charts.length ? [...new Set(this.wish.charts)] : [isMany ? ('table' as const) : null];
    return views.flatMap((view) => {
      const charts = together(subjects, view ?? (this.wish.table ? 'table' : null), this.wish.bucket !== null || view === 'line' || view === 'area').flatMap((group) => this.chart(group.base, group.measures, dimensions, view));
      return sideBySide(charts, this.catalogue);
    });
  }

  private chart(base: Entity, measures: readonly Measure[], dimensions: readonly DimensionWish[], asked: Chart['view'] | null, attributes: readonly Measure[] = []): Unjoined<Chart>[] {
    const { wish, catalogue, now } = this;
    // All that come to so much are asked for, and not only as many as there is room for bars.
    const isLong = wish.having !== null && wish.by.some((d) => (d.kind === 'entity' ? d.entity.table.rows : (d.field.source.distinct ?? 0)) > MAX_BARS);
    const view = asked ?? (wish.table || isLong ? 'table' : null);
    if (wish.versus && dimensions.length) this.problems.push(`Years are compared month by month, so the grouping by ${dimensions.map((d) => (d.kind === 'field' ? d.field.label : d.entity.singular)).join(' and ')} is left out.`);
    if (wish.versus && wish.bucket !== null && !/^(auto|month|quarter)$/.test(wish.bucket)) {
      if (wish.bucket !== 'year') this.assumptions.push(`Years are compared month by month, and not by ${wish.bucket}.`);
      wish.bucket = 'month';
    }
    const groupings = this.groupings(base, wish.versus ? [] : dimensions, view).map((g) => this.narrowed(g, base));
    const [by, series] = inOrder(groupings, view ?? (measures.length === 1 ? null : 'table'));
    if (!by) return [];
    if (view === 'heatmap' && !series) this.problems.push('A heatmap needs two groupings, so it is a bar chart.');
    if (view === 'pie' && series) this.problems.push('A pie shows one grouping, so it is a bar chart.');
    const second = series && measures.length === 1 && canBeSeries(series, view) ? series : null;
    if (series && measures.length > 1) this.problems.push(`Several numbers have a colour each, so the grouping by ${series.name.singular} is left out.`);
    else if (series && !second) this.problems.push(`${series.name.plural} are too many to tell apart by colour, so that grouping is left out.`);
    if (groupings.length > 2) this.problems.push('Two groupings are as many as one chart shows; the others are left out.');
    if (wish.top && second && view !== 'heatmap') this.assumptions.push(`The first are reckoned over all, and not within each ${second.name.singular}.`);
    const sort = wish.sort && sortOf(wish.sort, by);
    const options = { view: this.spans(base).length > 0 && measures.length > 1 ? ('table' as const) : view, measures: [...this.ofEachSpan(base, measures).map((m) => ownNumber(m, by, base)), ...attributes], by, series: second, style: wish.style, having: this.having(), top: wish.top, sort, versus: wish.versus, now };
    const chart = chartBlock(base, this.where(base), catalogue, options);
    if (wish.window) return this.windowed(chart, wish.window, (window) => chartBlock(base, chart.where, catalogue, { ...options, style: null, window }));
    if (chart.limit !== null && !chart.other && by.dimension.nullable && by.dimension.bucket === null && isMissing(by, catalogue, base)) this.assumptions.push(`What has no ${by.name.singular} is left out.`);
    if (chart.limit !== null && !chart.other && !wish.top) this.assumptions.push(`There is room for ${chart.limit} ${by.name.plural}, so it is the first of them.`);
    return [chart];
  }

  /** The stretches of time that numbers are to be of, one beside the other. */
  private spans(base: Entity): During[] {
    const { wish, catalogue, now } = this;
    const time = wish.time?.table === base.table.name ? wish.time : null;
    const found = (wish.spans ?? []).map((period) => periodCondition(period, base, catalogue, now, time));
    this.problems.push(...found.filter((each) => typeof each === 'string'));
    return found.filter((each) => typeof each !== 'string');
  }

  private ofEachSpan(base: Entity, measures: readonly Measure[]): Measure[] {
    const spans = this.spans(base);
    if (spans.length === 0) return [...measures];
    const room = roomFor(spans);
    if (measures.length > room) this.problems.push(`A table of groups has ${MAX_MEASURES} numbers at most, so ${listed(measures.slice(room).map((m) => m.label), 'and')} is left out.`);
    return measures.slice(0, room).flatMap((m) => inEach(m, spans));
  }

  /** With what is reckoned along the time in its place, or below it. */
  private windowed(chart: Unjoined<Chart>, wish: WindowWish, reckoned: (window: Window) => Unjoined<Chart>): Unjoined<Chart>[] {
    const made = windowFor(chart, wish, this.catalogue, this.now);
    if (typeof made === 'string') {
      this.problems.push(made);
      return [chart];
    }
    this.assumptions.push(...made.assumptions);
    const own = reckoned(made.window);
    return made.isApart ? [chart, own].map((each) => ({ ...each, width: 'full' as const })) : [own];
  }

  /** Of many countries, the three that it is about; of a number's classes those below the bound that was named. */
  private narrowed(grouping: Grouping, base: Entity): Grouping {
    const { column, table } = grouping.dimension.field;
    const binned = this.wish.by.find((d) => d.kind === 'field' && d.bin === 0 && d.field.column === column && d.field.table === table);
    if (binned?.kind === 'field') return { ...grouping, dimension: { ...grouping.dimension, bin: binWidth(withinBounds(binned.field, this.where(base)), binned.classes) } };
    const only = this.wish.conditions.find((c) => c.kind === 'values' && !c.negated && c.field.column === column && c.field.table === table);
    return only?.kind === 'values' ? { ...grouping, distinct: Math.min(only.values.length, grouping.distinct ?? Infinity) } : grouping;
  }

  /** "orders by size: small (<200), …": of what a row is worth, where no number was named. */
  private ownClasses(): DimensionWish | null {
    const { bands } = this.wish;
    const entity = this.subjectEntity();
    if (!bands || !entity) return null;
    const greatest = Math.max(...bands.bands.flatMap(({ low, high }) => [low?.value ?? 0, high?.value ?? 0]));
    const field = comparedField(entity, greatest);
    if (field) {
      this.assumptions.push(`${bands.called === null ? 'The classes are' : `I took “${bands.called}” as`} the ${field.label} of ${entity.plural}.`.replace('The classes are the', 'The classes are of the'));
      return { kind: 'field', field, entity, bands };
    }
    this.problems.push(`I don’t know which number of ${entity.plural} ${bands.called === null ? 'is cut into those classes' : `“${bands.called}” is`}.`);
    return null;
  }

  private having(): Having | null {
    const { having } = this.wish;
    return having && { op: having.op === 'equal' ? 'is' : having.op, value: having.value };
  }

  private groupings(base: Entity, dimensions: readonly DimensionWish[], view: Chart['view'] | null): Grouping[] {
    const { wish, catalogue } = this;
    const found: (Grouping | string)[] = [];
    const overTime = wish.bucket ?? (wish.versus || ((view === 'line' || view === 'area' || wish.style === 'cumulative') && dimensions.length === 0) ? 'auto' : null);
    const time = wish.time && this.reaches(base, wish.time) ? wish.time : null;
    if (overTime) found.push(timeGrouping(wish.versus && overTime === 'auto' ? 'month' : overTime, base, catalogue, wish.periods, time));
    if (wish.secondBucket) found.push(timeGrouping(wish.secondBucket, base, catalogue, wish.periods, time));
    found.push(...dimensions.map((d) => groupingOf(d, base, catalogue)));
    if (found.length === 0) {
      const all = groupingsOf(catalogue, base);
      const best = (wish.places ? all.find((f) => f.role === 'place') : undefined) ?? all[0];
      if (best) {
        found.push(fieldGrouping(best, base, catalogue));
        this.assumptions.push(`Grouped by ${best.label}, since no grouping was named.`);
      } else found.push(timeGrouping('auto', base, catalogue));
    }
    for (const each of found) {
      if (typeof each === 'string') this.problems.push(each);
      else this.assumptions.push(...(each.notes ?? []));
    }
    return found.filter((each) => typeof each !== 'string');
  }

  private where(base: Entity): Block['where'] {
    const { where, problems } = conditionsOf(this.wish, base, this.catalogue, this.now);
    this.problems.push(...problems);
    for (const c of this.wish.conditions) {
      const field = c.kind === 'compare' && c.field === null ? comparedField(base, c.value) : null;
      if (c.kind === 'compare' && field) this.assumptions.push(`${c.value.toLocaleString('en-US')} is compared with the ${field.label}.`);
    }
    return where;
  }
}

/** "price against quantity, a dot per product": what a product has itself is the same in each of its sales. */
function seenFromOne([first, second]: readonly Subject[], catalogue: Catalogue): (Subject | undefined)[] {
  if (!first || !second || first.base === second.base) return [first, second];
  const isOwn = ({ measure }: Subject, from: Entity, to: Entity) => ['avg', 'min', 'max', 'median'].includes(measure.aggregate) && !measure.per && pathBetween(catalogue, from, to) !== null;
  if (isOwn(first, second.base, first.base)) return [{ ...first, base: second.base }, second];
  return isOwn(second, first.base, second.base) ? [first, { ...second, base: first.base }] : [first, second];
}

/** Another table's name is called by what it names. */
function calledBy(entity: Entity, title: Field): Field {
  return /^(name|title)$/.test(title.label.toLowerCase()) ? { ...title, label: entity.singular } : title;
}

/** Whether rows are known to lack it: not only that they might. */
function isMissing({ dimension: { field } }: Grouping, catalogue: Catalogue, base: Entity): boolean {
  return entityOf(catalogue, base.binding, field.table)?.fields.some((f) => f.column === field.column && f.source.nullable) ?? false;
}

function sameDimension(a: DimensionWish, b: DimensionWish): boolean {
  return a.kind === 'field' && b.kind === 'field' ? a.field === b.field : a.kind === 'entity' && b.kind === 'entity' && a.entity === b.entity;
}

/** A number of each row: a column, or a measure that is one. */
function columnOf(name: MeasureWish['name']): { field: Field; entity: Entity }[] {
  if (name.kind === 'field') return [name];
  const of = name.kind === 'measure' ? name.measure.measure.of : null;
  const field = of?.op === 'column' ? name.entity.fields.find((f) => f.column === of.column) : undefined;
  return field ? [{ field, entity: name.entity }] : [];
}

/** "10 products with the lowest price" */
function rankedTitle(base: Entity, limit: number, { field, descending }: { field: Field; descending: boolean }, title: string): string {
  const rows = limit === 1 ? capitalise(base.singular) : `${limit} ${uncapitalise(title)}`;
  return `${rows} with the ${descending ? 'highest' : 'lowest'} ${field.label}`;
}

/** "with population, biggest at the top": the one number that is named beside the rows. */
function onlyNumber({ loose, measures }: Wish): Field | null {
  const fields = [...loose.map((l) => l.field), ...measures.flatMap((m) => (m.name.kind === 'field' ? [m.name.field] : []))].filter((f) => f.role === 'measure');
  return fields.length === 1 ? (fields[0] ?? null) : null;
}
