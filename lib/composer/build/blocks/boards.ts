import { anchorOf } from '../../catalogue/catalogue';
import { type Entity, type Field, toPlanField } from '../../catalogue/entity';
import type { PlanField } from '../../plan';
import { boardBlock, calendarBlock } from '../board-block';
import { reachableTime, type Unjoined } from '../reach';
import { calledBy } from '../titles';
import type { Building, Made } from './building';
import { subjectEntity } from './subjects';

/** Cards in columns, by what was asked for or else by their status. */
export function boardOf(building: Building): Made {
  const base = subjectEntity(building);
  if (!base) return { blocks: [], base };
  const { wish } = building;
  const asked = [...wish.by.flatMap((d) => (d.kind === 'field' ? [d.field] : d.entity.title && d.entity !== base && building.reaches(base, d.entity.title) ? [calledBy(d.entity, d.entity.title)] : [])), ...wish.loose.map((l) => l.field)].find((f) => f.role !== 'time');
  const by = asked ?? base.fields.find((f) => f.role === 'status' && /(status|stage|state|phase)/.test(f.label)) ?? base.fields.find((f) => f.role === 'status') ?? base.fields.find((f) => f.role === 'category');
  if (!by) return building.refused(`${base.plural} have no status to make columns of.`, base);
  if (!asked) building.assumptions.push(`The columns are by ${by.label}.`);
  return madeOf(building, boardBlock(base, by, building.where(base), building.catalogue, onEach(building, base, by)), base);
}

/** Rows on the days of their date. */
export function calendarOf(building: Building): Made {
  const base = subjectEntity(building);
  if (!base) return { blocks: [], base };
  const { wish } = building;
  const time = wish.time ?? wish.loose.find((l) => l.field.role === 'time')?.field ?? reachableTime(base, building.catalogue);
  if (!time) return building.refused(`${base.plural} have no date to stand on.`, base);
  const start = anchorOf(time, building.now) === 'latest' ? String(time.source.max).slice(0, 7) : null;
  return madeOf(building, calendarBlock(base, time, start, building.where(base), building.catalogue, onEach(building, base, time)), base);
}

/** "with topic and customer": what was named beside the rows is told of each, but for what they stand by. */
function onEach(building: Building, base: Entity, by: Field): PlanField[] {
  const { wish } = building;
  const numbers = wish.measures.flatMap((m) => (m.name.kind === 'field' && m.aggregate === null && !m.per ? [m.name.field] : []));
  const owners = wish.entities.flatMap((e) => (e !== base && e.title ? [e.title] : []));
  const others = wish.by.flatMap((d) => (d.kind === 'field' ? d.field : d.entity.title) ?? []);
  return [...others, ...wish.loose.map((l) => l.field), ...numbers, ...owners].filter((f) => f !== by && building.reaches(base, f)).map(toPlanField);
}

function madeOf(building: Building, block: Unjoined | string, base: Entity): Made {
  return typeof block === 'string' ? building.refused(block, base) : { blocks: [block], base };
}
