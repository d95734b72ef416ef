import type { Item } from '../link';

/** Items between two breaks, and the break in front of them. */
export type Chunk = { lead: Item | null; items: Item[] };

/** Whether only a comma or an "and" stands in front of it. */
export function isSoft({ lead }: Chunk): boolean {
  return lead?.mark?.is === 'break' && lead.mark.strength === 'soft';
}
