import type { Item } from '../link';
import { has, isContent, isMeasured } from './items';

/** "highest maximum …": what is most or least, of a number. */
export function startsWithExtreme(items: readonly Item[]): boolean {
  const [first, number] = items.filter(isContent);
  return first?.mark?.is === 'top' && isMeasured(number);
}

/** "lowest minimum": so far nothing but that. */
export function endsInExtreme(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return content.length === 2 && content[0]?.mark?.is === 'top' && isMeasured(content[1]);
}

/** "countries with the biggest population", "top 3 topics with the lowest satisfaction" */
export function saysExtreme(items: readonly Item[]): boolean {
  const [first, number, ...rest] = items.filter(isContent);
  const isExtreme = first?.mark?.is === 'top' || (first?.mark?.is === 'aggregate' && (first.mark.aggregate === 'max' || first.mark.aggregate === 'min'));
  const name = number?.links[0]?.name;
  return isExtreme && rest.length === 0 && name?.kind === 'field' && name.field.role === 'measure';
}

/** "…, biggest discount first" */
export function saysOrder(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const [first, ...rest] = content;
  const isExtreme = first?.mark?.is === 'top' || first?.mark?.is === 'best' || first?.mark?.is === 'superlative' || first?.mark?.is === 'latest' || (first?.mark?.is === 'aggregate' && (first.mark.aggregate === 'max' || first.mark.aggregate === 'min'));
  return /^(first|at the top|on top)$/.test(items.at(-1)?.lower ?? '') && isExtreme && rest.length <= 1;
}

/** "…, top 5" */
export function isCountOnly(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return has(content, ['top', 'superlative']) && content.some((i) => i.number !== null) && content.every((i) => i.mark?.is === 'top' || i.mark?.is === 'superlative' || i.mark?.is === 'only' || i.number !== null);
}
