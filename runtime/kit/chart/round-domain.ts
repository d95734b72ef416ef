/** Lines that an axis has at most beside the one that it begins with. */
const STEPS = 4;

/** From where to where an axis of amounts goes: whole steps of 1, 2, 2.5 or 5, as few as take in what is drawn, and the 0. */
export function roundDomain([least, most]: readonly [number, number]): [number, number] {
  return stepped(Math.min(0, least), Math.max(0, most));
}

/** The same for points, which have no length: where all are far from it, the 0 is left out. */
export function roundDomainOfPoints([least, most]: readonly [number, number]): [number, number] {
  return least > most - least || most < least - most ? stepped(least, most) : roundDomain([least, most]);
}

function stepped(low: number, high: number): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, STEPS];
  if (low === high) return low === 0 ? [0, STEPS] : roundDomain([low, high]);
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
