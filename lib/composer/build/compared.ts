import type { Catalogue } from '../catalogue/entity';
import type { Wish } from '../read/wish';
import { blocksOf, type Built } from './blocks';
import { comparePeriods, namedBefore } from './compare-periods';

/** What a wish becomes, with the stretch of time before where that was named too. */
export function comparedBlocks(wish: Wish, catalogue: Catalogue, now: Date): Built {
  const before = namedBefore(wish);
  const built = blocksOf(comparePeriods(wish), catalogue, now);
  return before ? { ...built, blocks: [...built.blocks, ...blocksOf(before, catalogue, now).blocks] } : built;
}
