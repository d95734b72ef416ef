import type { Catalogue } from '../catalogue/entity';
import type { Wish } from '../read/wish';
import { blocksOf, type Built } from './blocks';
import { comparePeriods, namedBefore, namedStretches } from './compare-periods';

/** Fewer different days than this have nothing to show between one year and the next. */
const MIN_DAYS = 40;

/** What a wish becomes, with the stretch of time before where that was named too. Named stretches have a figure each; how they went is shown beside. */
export function comparedBlocks(wish: Wish, catalogue: Catalogue, now: Date): Built {
  const stretches = namedStretches(wish);
  if (stretches.length > 0) return stretchBlocks(wish, stretches, catalogue, now);
  const before = namedBefore(wish);
  const built = blocksOf(comparePeriods(wish), catalogue, now);
  return before ? { ...built, blocks: [...built.blocks, ...blocksOf(before, catalogue, now).blocks] } : built;
}

function stretchBlocks(wish: Wish, stretches: readonly Wish[], catalogue: Catalogue, now: Date): Built {
  const figures = stretches.map((each) => blocksOf(each, catalogue, now));
  const [first] = figures as [Built];
  const course = blocksOf(comparePeriods(wish), catalogue, now);
  const time = first.base?.time;
  const isFine = course.problems.length === 0 && (time?.source.distinct ?? MIN_DAYS) >= MIN_DAYS;
  const beside = isFine ? course.blocks.map((block) => ({ ...block, asked: false })) : [];
  return { ...first, implicit: false, blocks: [...figures.flatMap((f) => f.blocks), ...beside] };
}
