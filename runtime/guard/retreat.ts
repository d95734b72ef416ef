/* oxlint-disable react/refs, react/immutability --
 * As in part.tsx: what is remembered of renders decides what the next one shows.
 */
import { createContext, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import { EndlessPart } from './stopped';

/**
 * How many components of one name may stand inside of each other. A deep tree of folders or comments has some tens of
 * levels; one that draws itself without an end never overflows a stack, since React keeps none.
 */
export const MAX_NESTED = 150;

/** A component's place among the program's own ones around it. `same` counts those of its name, itself included. */
export type Place = { name: string; above: Place | null; same: number; giveUp(error: EndlessPart): void };

export const PlaceContext = createContext<Place | null>(null);

/** `output` is what it returns now, `good` what was on the screen before, and `nothing` where not even that can be shown. */
type Shown = 'output' | 'good' | 'nothing';

export type Retreat = {
  place: Place;
  shows: Shown;
  good: ReactNode;
  /** Why it mustn't run; null where it may. */
  tooDeep: EndlessPart | null;
  /** It was stopped in this render, and shows nothing until the place that has to give up has done so. */
  stop(error: EndlessPart): void;
  isStopped(): boolean;
};

type Memory = { place: Place | null; text: unknown; shows: Shown; next: Shown; stopped: EndlessPart | null; good: ReactNode };

/**
 * Takes back what draws itself without an end. Nothing is thrown through React: it would describe the whole stack of
 * components for each error, which takes seconds. What goes too far draws nothing, the frame is put in place, and before it's
 * painted the uppermost place of that component shows what it showed last. It runs again once its `text` is another.
 */
export function useRetreat(name: string, text: unknown, output: () => ReactNode, redraw: () => void, onError: (error: unknown) => void): Retreat {
  const above = useContext(PlaceContext);
  const memory = useRef<Memory>({ place: null, text, shows: 'output', next: 'output', stopped: null, good: undefined }).current;
  if (memory.text !== text) Object.assign(memory, { text, next: 'output' });
  Object.assign(memory, { stopped: null, shows: memory.next });

  const giveUp = (error: EndlessPart) => {
    const next = memory.shows === 'output' ? 'good' : 'nothing';
    if (memory.next === next) return;
    memory.next = next;
    onError(error);
    redraw();
  };
  const place = memory.place?.above === above ? memory.place : placeIn(above, name, giveUp);
  memory.place = place;

  useLayoutEffect(() => {
    if (memory.stopped) placeToGiveUp(place).giveUp(memory.stopped);
    // Those inside came first, so that what they made give up isn't good.
    else if (memory.next === 'output') memory.good = output();
  });
  const tooDeep = place.same <= MAX_NESTED ? null : new EndlessPart(name, `${name} draws itself inside of itself without an end and was stopped at ${MAX_NESTED} levels.`);
  return { place, shows: memory.shows, good: memory.good, tooDeep, stop: (error) => void (memory.stopped = error), isStopped: () => memory.stopped !== null };
}

function placeIn(above: Place | null, name: string, giveUp: Place['giveUp']): Place {
  return { name, above, same: (nearest(above, name)?.same ?? 0) + 1, giveUp };
}

/** The uppermost place of the same name; where there is no other, the one that it's drawn by. */
function placeToGiveUp(place: Place): Place {
  let found: Place | null = null;
  for (let at = nearest(place.above, place.name); at; at = nearest(at.above, place.name)) found = at;
  return found ?? place.above ?? place;
}

function nearest(from: Place | null, name: string): Place | null {
  let place = from;
  while (place && place.name !== name) place = place.above;
  return place;
}
