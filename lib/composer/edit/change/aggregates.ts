import type { Measure } from '../../plan';
import type { Change } from '../change';

/** The same number, put together another way. */
export function withAggregate(measure: Measure, aggregate: NonNullable<Change['aggregate']>): Measure | string {
  if (measure.format === 'date' && (aggregate === 'min' || aggregate === 'max')) return dateAs(measure, aggregate);
  if (!measure.of || measure.format === 'date' || aggregate === 'count' || aggregate === 'distinct' || aggregate === 'share') return `The ${measure.label} can’t be put together that way.`;
  const bare = measure.label.replace(/^(total|average|median|lowest|highest) /, '');
  const prefix = { sum: 'total ', avg: 'average ', median: 'median ', min: 'lowest ', max: 'highest ' }[aggregate];
  const { per: _, ...plain } = measure;
  return { ...plain, aggregate, label: aggregate === 'sum' && bare === 'total' ? bare : `${prefix}${bare}` };
}

/** The first date in place of the latest. */
export function dateAs(measure: Measure, aggregate: 'min' | 'max'): Measure {
  return { ...measure, aggregate, label: measure.label.replace(/^(?:latest|first|earliest) /, aggregate === 'max' ? 'latest ' : 'first ') };
}
