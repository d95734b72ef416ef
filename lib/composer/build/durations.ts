const MILLISECONDS: ReadonlyMap<string, number> = new Map(Object.entries({ ms: 1, millisecond: 1, s: 1000, sec: 1000, second: 1000, min: 60_000, minute: 60_000, h: 3_600_000, hour: 3_600_000 }));

/** How many milliseconds a unit of time has, in the singular or the plural; null for any other. */
export function millisecondsIn(unit: string | null): number | null {
  if (unit === null) return null;
  return MILLISECONDS.get(unit) ?? MILLISECONDS.get(unit.replace(/s$/, '')) ?? null;
}
