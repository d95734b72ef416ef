import type { Entity } from '../../catalogue/entity';
import { MAX_MEASURES, type During, type Measure } from '../../plan';
import { listed, periodCondition } from '../conditions';
import { inEach, roomFor } from '../spans';
import type { Building } from './building';

/** The stretches of time that numbers are to be of, one beside the other. */
export function spansAsked(building: Building, base: Entity): During[] {
  const { wish, catalogue, now } = building;
  const time = wish.time?.table === base.table.name ? wish.time : null;
  const found = (wish.spans ?? []).map((period) => periodCondition(period, base, catalogue, now, time));
  building.problems.push(...found.filter((each) => typeof each === 'string'));
  return found.filter((each) => typeof each !== 'string');
}

/** Each number once for every stretch of time, as far as a table has room. */
export function ofEachSpan(building: Building, base: Entity, measures: readonly Measure[]): Measure[] {
  const spans = spansAsked(building, base);
  if (spans.length === 0) return [...measures];
  const room = roomFor(spans);
  if (measures.length > room) building.problems.push(`A table of groups has ${MAX_MEASURES} numbers at most, so ${listed(measures.slice(room).map((m) => m.label), 'and')} is left out.`);
  return measures.slice(0, room).flatMap((m) => inEach(m, spans));
}
