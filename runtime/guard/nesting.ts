import { createContext } from 'react';
import { EndlessPart } from './stopped';

/**
 * How many components of one name may stand inside of each other. A deep tree of folders or comments has some tens of
 * levels; one that draws itself without an end never overflows a stack, since React keeps none.
 */
export const MAX_NESTED = 150;

/** A component's place among the program's own ones around it. `same` counts those of its name, itself included. */
export type Nesting = { name: string; above: Nesting | null; same: number };

export const NestingContext = createContext<Nesting | null>(null);

/** The place of a component below `above`. @throws EndlessPart where it's too deep */
export function nestedIn(above: Nesting | null, name: string): Nesting {
  const same = (nearest(above, name)?.same ?? 0) + 1;
  if (same > MAX_NESTED) throw new EndlessPart(name, `${name} draws itself inside of itself without an end; it was stopped at ${MAX_NESTED} levels.`);
  return { name, above, same };
}

/** Whether `error` goes on to a place further up: it does until the uppermost one of the component that has no end. */
export function isEndlessAbove(error: unknown, place: Nesting): boolean {
  return error instanceof EndlessPart && nearest(place.above, error.component) !== null;
}

function nearest(from: Nesting | null, name: string): Nesting | null {
  let place = from;
  while (place && place.name !== name) place = place.above;
  return place;
}
