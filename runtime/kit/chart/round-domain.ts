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

/** Where the ticks between two ends of such a domain stand; nowhere where these are no numbers. */
export function ticksOf(low: unknown, high: unknown, areWhole: boolean): number[] {
  if (typeof low !== 'number' || typeof high !== 'number' || !(high > low)) return [];
  const step = roundStep((high - low) / STEPS);
  const between = areWhole ? Math.ceil(step) : step;
  return Array.from({ length: Math.round((high - low) / between) + 1 }, (_, at) => exact(low + at * between));
}

function stepped(low: number, high: number): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, STEPS];
  if (low === high) return low === 0 ? [0, STEPS] : roundDomain([low, high]);
  const step = roundStep((high - low) / STEPS);
  return [exact(Math.floor(low / step) * step), exact(Math.ceil(high / step) * step)];
}

function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return (([1, 2, 2.5, 5].find((step) => step * power >= atLeast) ?? 10) * power);
}

/** 0.1 × 3 is 0.3. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
