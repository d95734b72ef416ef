import { worthOf } from '../catalogue/measures';
import type { Catalogue, Entity } from '../catalogue/entity';
import type { MeasureWish, Wish } from '../read/wish';

/** What a wish means beyond its words, said in its own terms: each step changes it in place. */

/** "list of regions": each of them once, with how many rows it has. */
export function listKinds(wish: Wish): void {
  const isKind = ({ field }: Wish['loose'][number]) => ['category', 'place', 'status'].includes(field.role);
  if (!wish.table || wish.entities.length + wish.by.length + wish.measures.length + wish.charts.length > 0 || wish.bucket !== null || wish.loose.length !== 1 || !wish.loose.every(isKind) || wish.sort || wish.latest) return;
  wish.by = wish.loose.map(({ field, entity }) => ({ kind: 'field' as const, field, entity }));
  [wish.loose, wish.charts, wish.table] = [[], ['table'], false];
}

/** "list the albums of each artist": the albums, with whose they are. */
export function listOfEach(wish: Wish): void {
  const [group, ...others] = wish.by;
  const saysEach = wish.items.some((i) => /^(each|every|of each)$/.test(i.lower)) && wish.items.some((i) => /^(list|listing|table)$/.test(i.lower));
  if (!wish.table || !saysEach || group?.kind !== 'entity' || others.length > 0 || wish.entities.length !== 1 || wish.measures.length + wish.charts.length > 0 || wish.top) return;
  wish.entities.push(group.entity);
  wish.by = [];
  wish.sort ??= { name: group, axis: null, descending: false };
}

/** "a pie of media types": names alone are counted by what there is of each. */
export function countOfEach(wish: Wish, catalogue: Catalogue): void {
  const [entity, ...others] = wish.entities;
  const named = wish.measures.length + wish.by.length + wish.loose.length + wish.conditions.length + wish.periods.length;
  const isDrawn = wish.charts.length === 1 && (wish.charts[0] === 'pie' || wish.charts[0] === 'bar');
  if (!entity || others.length > 1 || named > 0 || !isDrawn || wish.bucket !== null || wish.top || wish.distribution || entity.time || ranksItself(entity) || !entity.title) return;
  const owned = catalogue.entities.filter((e) => e !== entity && e.binding === entity.binding && e.table.foreignKeys.some((key) => key.references.table === entity.table.name));
  // "a pie of which media types our tracks come in"
  const [counted, ...more] = others.length > 0 ? owned.filter((e) => others.includes(e)) : owned;
  if (!counted || more.length > 0) return;
  wish.by = [{ kind: 'entity', entity }];
  wish.entities = [counted];
  wish.assumptions.push(`Of each ${entity.singular} the ${counted.plural} are counted.`);
}

/** "customer emails", "phone numbers of customers in Brazil": texts of their own are listed, for nothing is grouped by them. */
export function listTexts(wish: Wish): void {
  const isBare = wish.loose.length > 0 && wish.charts.length === 0 && wish.by.length + wish.measures.length === 0 && wish.bucket === null && !wish.top && !wish.stat && !wish.having && !wish.distribution;
  const isText = ({ field }: Wish['loose'][number]) => field.source.type === 'string' && (field.role === 'text' || (field.source.distinct ?? 0) > 500);
  const [first] = wish.loose;
  // "the name, the company, the city and the country": more than a chart can be grouped by.
  const areColumns = wish.loose.length > 2 && wish.style === null && !wish.split && wish.loose.every((l) => l.entity === first?.entity) && wish.entities.every((e) => e === first?.entity);
  if (!isBare || !first || !(areColumns || wish.loose.every(isText))) return;
  wish.table = true;
  if (wish.entities.length === 0) wish.entities.push(first.entity);
}

/** "customers with more than 5 orders": the groups that come to so much, and what they come to. */
export function groupWhatHas(wish: Wish): void {
  if (!wish.having) return;
  if (wish.having.of && wish.measures.length === 0) wish.measures.push({ aggregate: 'count', name: { kind: 'entity', entity: wish.having.of }, where: [] });
  const grouped = wish.by.length > 0 || wish.bucket !== null;
  const group = wish.entities.find((e) => e !== wish.having?.of);
  if (!grouped && group) wish.by.push({ kind: 'entity', entity: group });
  const loose = grouped || group ? undefined : wish.loose.shift();
  if (loose) wish.by.push({ kind: 'field', field: loose.field, entity: loose.entity });
  if (wish.by.length || wish.bucket) wish.entities = wish.entities.filter((e) => e !== group);
  if (!grouped && wish.charts.length === 0) wish.charts = ['table'];
  wish.table = false;
}

/** "distribution of prices": how many rows each class of the number has. */
export function showDistribution(wish: Wish): void {
  const asked = wish.distribution || wish.charts.includes('histogram');
  // "histogram of daily temperatures": a day is a row.
  const isHistogram = wish.charts.includes('histogram') || wish.distribution;
  if (isHistogram && (wish.measures.some((m) => m.name.kind === 'field') || wish.by.some((d) => d.kind === 'field' && d.bin !== undefined))) wish.bucket = null;
  // "of the speed in knots, in steps of 25": said twice.
  const binned = wish.by.flatMap((d) => (isHistogram && d.kind === 'field' && d.bin !== undefined ? [d.field] : []));
  wish.measures = wish.measures.filter((m) => !(m.name.kind === 'field' && m.aggregate === null && binned.includes(m.name.field)));
  if (!asked || wish.by.length > 0 || wish.bucket) return;
  // "distribution of category and price": one of them is a kind of thing.
  const isOfNumber = wish.items.some((i) => i.mark?.is === 'distribution' && i.lower.startsWith('histogram'));
  const kind = isOfNumber || wish.charts.includes('histogram') || wish.measures.length === 0 ? undefined : wish.loose.find((l) => l.field.role !== 'time' && l.field.role !== 'id');
  if (kind) {
    wish.loose = wish.loose.filter((l) => l !== kind);
    wish.by.push({ kind: 'field', field: kind.field, entity: kind.entity });
    return;
  }
  // "histogram of order totals over 500": the number that is compared is the one that is meant.
  const bound = isHistogram && wish.measures.length + wish.loose.length === 0 ? wish.conditions.find((c) => c.kind === 'compare' && c.field?.role === 'measure') : undefined;
  if (bound?.kind === 'compare' && bound.field && bound.entity) wish.measures.push({ aggregate: null, name: { kind: 'field', field: bound.field, entity: bound.entity }, where: [] });
  // "a histogram of the total of orders": of each order's.
  const at = wish.measures.findIndex((m) => m.name.kind === 'field' && (m.aggregate === null || (isHistogram && m.aggregate === 'sum')));
  const measure = wish.measures[at]?.name;
  const counts = wish.measures.length === 1 || wish.charts.includes('histogram');
  if (measure?.kind === 'field' && counts) {
    // "of the speed in knots": said twice.
    wish.measures = wish.measures.filter((m, i) => i !== at && !(m.name.kind === 'field' && m.name.field === measure.field && m.aggregate === null));
    wish.by.push({ kind: 'field', field: measure.field, entity: measure.entity, bin: wish.classes?.width ?? 0, ...(wish.classes?.count && { classes: wish.classes.count }) });
    // "the speed of the aircraft": whose it is.
    if (isOfNumber) wish.loose = wish.loose.filter((l) => l.field.role === 'time');
    // "customer satisfaction" of tickets: the customers only say whose it is.
    if (!wish.entities.includes(measure.entity)) {
      if (!wish.countEntities) for (const item of wish.items) if (item.links[0]?.name.kind === 'entity') item.settled = true;
      wish.entities = wish.countEntities ? [measure.entity, ...wish.entities] : [measure.entity];
    }
  } else if (measure?.kind === 'field' && wish.loose[0]) {
    const loose = wish.loose.shift() as Wish['loose'][number];
    wish.by.push({ kind: 'field', field: loose.field, entity: loose.entity });
  }
}

/** "a table of customers with number of orders and total revenue": what they come to, a row for each. */
export function tabulate(wish: Wish): void {
  const [entity] = wish.entities;
  if (!wish.table || !entity || wish.by.length > 0 || wish.bucket || wish.charts.length > 0 || wish.loose.length > 0 || wish.measures.length === 0) return;
  const isOwn = (m: MeasureWish) => m.name.entity === entity && m.name.kind === 'field' && m.aggregate === null;
  // "orders with a lowest and highest total": of all of them, for one has only one.
  if (wish.measures.every((m) => m.name.entity === entity && m.name.kind === 'field' && m.aggregate !== null)) wish.table = false;
  if (!wish.table || wish.measures.every(isOwn) || wish.measures.some((m) => m.name.kind === 'entity' && m.name.entity === entity)) return;
  wish.table = false;
  wish.charts = ['table'];
  wish.by = [{ kind: 'entity', entity }];
  const others = wish.entities.slice(1).filter((e) => !wish.measures.some((m) => m.name.kind === 'entity' && m.name.entity === e));
  wish.measures.push(...others.map((each): MeasureWish => ({ aggregate: 'count', name: { kind: 'entity', entity: each }, where: [] })));
  wish.entities = [];
}

/** "top 5 customers in a table": customers have no number of their own to be ranked by, so it's a ranking shown as a table. */
export function rankRatherThanList(wish: Wish): void {
  const [entity] = wish.entities;
  if (!wish.top || !wish.table || !entity || wish.by.length > 0 || wish.measures.length > 0 || wish.charts.length > 0 || wish.sort) return;
  if (ranksItself(entity)) return;
  wish.table = false;
  wish.charts = ['table'];
  wish.by = [{ kind: 'entity', entity }];
  wish.entities = wish.entities.slice(1);
}

function ranksItself(entity: Entity): boolean {
  return worthOf(entity) !== null || entity.fields.some((f) => f.role === 'measure');
}

/** "the top speed ever", "highest total": with nothing to rank it's the number itself. */
export function takeExtreme(wish: Wish): void {
  const [only, ...others] = wish.measures;
  const isRanked = wish.by.length + wish.loose.length + wish.entities.length > 0 || wish.bucket !== null || wish.table;
  if (!wish.top || wish.top.count !== null || isRanked || only?.name.kind !== 'field' || only.aggregate !== null || only.per || others.length > 0) return;
  wish.measures = [{ ...only, aggregate: wish.top.descending ? 'max' : 'min' }];
  wish.top = null;
}
