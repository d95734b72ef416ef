import type { Dimension } from '../plan';

/** Classes that fit along the bottom of a phone's screen, and letters of what each is called. */
const MOST_STANDING = 5;
const LONGEST_STANDING = 12;

/** Whether bars lie where nobody said: names of things are read from the left, times and few short classes stand along the bottom. */
export function lies({ bucket, bin, bands }: Dimension): boolean {
  if (bands) return bands.length > MOST_STANDING || bands.some(({ label }) => label.length > LONGEST_STANDING);
  return bucket === null && bin === undefined;
}
