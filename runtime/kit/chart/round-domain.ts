/** Lines that an axis has at most beside the one that it begins with. */
const STEPS = 4;

/** From where to where an axis of amounts goes: whole steps of 1, 2, 2.5 or 5, as few as take in what is drawn, and the 0. */
export function roundDomain([least, most]: readonly [number, number]): [number, number] {
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, STEPS];
  const [low, high] = [Math.min(0, least), Math.max(0, most)];
  if (low === high) return [0, STEPS];
  const step = roundStep((high - low) / STEPS);
  return [whole(Math.floor(low / step) * step), whole(Math.ceil(high / step) * step)];
}

function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return (([1, 2, 2.5, 5].find((step) => step * power >= atLeast) ?? 10) * power);
}

/** 0.1 × 3 is 0.3. */
function whole(value: number): number {
  return Number(value.toPrecision(12));
}
