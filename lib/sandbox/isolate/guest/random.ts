/**
 * A generator for `Math.random`. The engine's own starts from the snapshot's memory, so every run would draw the same numbers.
 * sfc32 (Chris Doty-Humphrey, PractRand), 32 bits of randomness a number. Not for secrets.
 */
export function createRandom(seeds: readonly number[]): () => number {
  let [a = 0, b = 0, c = 0] = seeds;
  let count = 1;
  return () => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 4294967296;
  };
}
