import { comparedField } from '../../catalogue/measures';
import type { DimensionWish } from '../../read/wish';
import type { Building } from './building';
import { subjectEntity } from './subjects';

/** What is grouped by: said with "by", or left over beside a chart or a measure. */
export function dimensionsOf(building: Building): DimensionWish[] {
  const { wish } = building;
  const asked = [...wish.by];
  // "compare web and store": what is compared are two groups and not two years.
  const isAlone = wish.by.length === 0 && wish.bucket === null && wish.loose.length === 0 && wish.charts.length > 0 && !wish.charts.includes('table') && !wish.charts.includes('histogram');
  const compared = wish.versus || isAlone || wish.split || wish.style === 'grouped' || wish.style === 'stacked' ? wish.conditions.find((c) => c.kind === 'values' && !c.negated && c.values.length > 1) : undefined;
  if (compared?.kind === 'values' && !asked.some((d) => d.kind === 'field' && d.field === compared.field)) {
    asked.push({ kind: 'field', field: compared.field, entity: compared.entity });
    // "nuclear and renewables, two lines"
    if (wish.split && wish.bucket === null && (wish.charts.includes('line') || wish.charts.includes('area')) && [compared, ...wish.measures.map((m) => m.name), ...wish.entities.map((entity) => ({ entity }))].some((of) => of.entity.time)) wish.bucket = 'auto';
  }
  const own = ownClasses(building);
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

/** "orders by size: small (<200), …": of what a row is worth, where no number was named. */
function ownClasses(building: Building): DimensionWish | null {
  const { bands } = building.wish;
  const entity = subjectEntity(building);
  if (!bands || !entity) return null;
  const greatest = Math.max(...bands.bands.flatMap(({ low, high }) => [low?.value ?? 0, high?.value ?? 0]));
  const field = comparedField(entity, greatest);
  if (field) {
    building.assumptions.push(`${bands.called === null ? 'The classes are' : `I took “${bands.called}” as`} the ${field.label} of ${entity.plural}.`.replace('The classes are the', 'The classes are of the'));
    return { kind: 'field', field, entity, bands };
  }
  building.problems.push(`I don’t know which number of ${entity.plural} ${bands.called === null ? 'is cut into those classes' : `“${bands.called}” is`}.`);
  return null;
}

function sameDimension(a: DimensionWish, b: DimensionWish): boolean {
  return a.kind === 'field' && b.kind === 'field' ? a.field === b.field : a.kind === 'entity' && b.kind === 'entity' && a.entity === b.entity;
}
