import { timeGrouping } from '../../build/chart-block';
import { subjectOf } from '../../build/subject';
import { type Catalogue, entityOf } from '../../catalogue/entity';
import { isOfTime, type Measure, type PlanField } from '../../plan';
import type { Wish } from '../../read/wish';
import { withAggregate } from './aggregates';
import { ownersOf, ownWhere } from './own-rows';
import type { Step } from './step';

/** Other numbers, or the same put together another way. */
export const measured: Step = (chart, { measures, aggregate, replaces, top }, catalogue) => {
  if (aggregate) {
    if (aggregate === 'median' && (chart.dialect === 'SQLite' || chart.dialect === 'MySQL')) return `${chart.dialect} has no median.`;
    const changed = chart.measures.map((m) => withAggregate(m, aggregate));
    const refused = changed.find((m) => typeof m === 'string');
    return refused ?? { ...chart, measures: changed.filter((m) => typeof m !== 'string'), other: chart.other && aggregate === 'sum' };
  }
  if (measures.length === 0) return chart;
  const alike = measures.map((m) => alikePut(m, chart.measures));
  const before = entityOf(catalogue, chart.binding, chart.table);
  // When it happened is a thing of the rows themselves: orders per month become tickets per month, by when those were opened.
  const isOwnTime = ({ field }: { field: PlanField }) => before?.time?.table === field.table && before.time.column === field.column;
  const groupings = [chart.by, ...(chart.series ? [chart.series] : [])].filter((d) => d.bucket === null || !isOwnTime(d));
  const targets = groupings.flatMap((d) => entityOf(catalogue, chart.binding, d.field.table) ?? []);
  const conditions = chart.where.filter((c) => !isOfTime(c) || !isOwnTime(c));
  const { base: meantOf, where: own } = ownWhere(alike, targets, conditions, before, catalogue);
  const subjects = alike.map((m) => subjectOf(m, [...targets, ...ownersOf(own, chart.binding, catalogue)], catalogue));
  const refused = subjects.find((s) => typeof s === 'string');
  if (refused !== undefined) return refused;
  const found = subjects.filter((s) => typeof s !== 'string');
  const base = found[0]?.base.table.name;
  if (base === undefined || found.some((s) => s.base.table.name !== base)) return 'The numbers are of different tables, so they can’t share a chart.';
  const meant = meantOf?.table.name === base ? chart.where.map((c) => own[conditions.indexOf(c)] ?? c) : chart.where;
  const after = found[0]?.base;
  const time = after && after !== before && [chart.by, ...chart.where.filter(isOfTime)].some(isOwnTime) ? timeGrouping(chart.by.bucket ?? 'auto', after, catalogue) : null;
  if (typeof time === 'string') return time;
  const by = time && chart.by.bucket && isOwnTime(chart.by) ? time.dimension : chart.by;
  const where = time ? meant.map((c) => (isOfTime(c) && isOwnTime(c) ? { ...c, field: time.dimension.field } : c)) : meant;
  const numbers = found.map((s) => s.measure);
  // "only the ten with the highest cost", of a table that shows the cost and more: the rest of it stays.
  const shown = top && base === chart.table ? chart.measures.filter((m) => numbers.some((n) => n.label === m.label)) : [];
  if (shown.length === numbers.length && chart.measures.length > shown.length) return { ...chart, measures: [...shown, ...chart.measures.filter((m) => !shown.includes(m))] };
  // What is told of each beside its number stays, where the rows are the same.
  const told = base === chart.table ? chart.measures.slice(1).filter((m) => m.plain) : [];
  const given = base === chart.table ? chart.measures.filter((m) => replaces.some((each) => isNumberOf(m, each, catalogue))).map((m) => m.label) : [];
  const at = chart.measures.findIndex((m) => given.includes(m.label));
  const kept = at < 0 ? [] : chart.measures.filter((m) => !given.includes(m.label) && !numbers.some((n) => n.label === m.label));
  return { ...chart, table: base, by, where, measures: kept.length > 0 ? [...kept.slice(0, at), ...numbers, ...kept.slice(at)] : [...numbers, ...told], other: chart.other && ['rows', 'sum'].includes(found[0]?.measure.aggregate ?? '') };
};

/** "income instead", of the average health: the average of it too. */
export function alikePut(wish: Wish['measures'][number], shown: readonly Measure[]): Wish['measures'][number] {
  const [only, ...others] = shown;
  const isAverage = only !== undefined && others.length === 0 && !only.per && !only.plain && (only.aggregate === 'avg' || only.aggregate === 'median');
  return wish.aggregate === null && wish.name.kind === 'field' && !wish.asIs && !wish.per && isAverage ? { ...wish, aggregate: only.aggregate as 'avg' | 'median' } : wish;
}

/** Whether a number is the one that is named: "income" is the average income too, where nothing says how it is put together. */
export function isNumberOf(measure: Measure, wish: Wish['measures'][number], catalogue: Catalogue): boolean {
  const { name, aggregate, per } = wish;
  if (name.kind === 'field' && aggregate === null && !per && measure.of?.op === 'column' && measure.of.table === name.field.table && measure.of.column === name.field.column) return true;
  const subject = subjectOf(wish, [], catalogue);
  return typeof subject !== 'string' && subject.measure.label === measure.label;
}
