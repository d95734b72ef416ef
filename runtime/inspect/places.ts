import { type Origins, originOf } from '../data/origins';
import type { Reading } from '../data/readings';
import { type Fiber, hookValues, isElementFiber } from './fiber';

type Source = Pick<Reading, 'calls'>;

/** Something on the screen that shows data, with the title it was given. `exact` where it was given the very value that was read. */
export type Place = { component: string; title: string | null; exact: boolean; sources: ReadonlySet<Source>; elements: Element[] };

/** What a component is called, and the props that the program gave it; null for what is none of the program's or the kit's. */
export type Named = { component: string; given: Readonly<Record<string, unknown>>; isProgram: boolean } | null;
export type NameOf = (type: unknown, props: Readonly<Record<string, unknown>>) => Named;

export type Places = {
  /** The places to be marked. Of several for one thing the innermost. */
  shown: Place[];
  /** The place an element belongs to, marked or not. */
  of(element: Element): Place | null;
};

/** So many of one kind in one component are its rows: one place. */
const MAX_ALIKE = 12;
/** Places on one screen; more are no help. */
const MAX_PLACES = 120;

/** Kit components that draw a value they are given. What else is made of derived values is told of the component it stands in. */
const DRAWS_VALUES = /^(Stat|DataTable|Progress|Badge)$|Chart$|^(Treemap|Sankey)$/;

type Found = Place & { owner: Found | null; holds: boolean };

/**
 * Looks where in the tree a read value is handed on as it is, and which components read one themselves. A value made of a
 * read one (a sum, a filter) isn't known by itself; its place counts as made of all that its component reads.
 */
export function findPlaces(top: Fiber, origins: Origins, nameOf: NameOf): Places {
  const found: Found[] = [];
  const byElement = new WeakMap<Element, Found>();

  function placeOf(fiber: Fiber, owner: Found | null): Found | null {
    const props = fiber.memoizedProps ?? {};
    const named = nameOf(fiber.type, props);
    if (!named) return owner;
    const { component, given, isProgram } = named;
    const exact = sourcesAmong(Object.values(given), origins);
    const title = [given.title, given.label].find((text) => typeof text === 'string') ?? null;
    const add = (isExact: boolean, sources: ReadonlySet<Source>) => found[found.push({ component, title, exact: isExact, sources, elements: [], owner, holds: false }) - 1]!;
    if (exact.size > 0) return add(true, exact);
    const own = isProgram ? sourcesAmong(hookValues(fiber), origins) : new Set<Source>();
    if (own.size > 0) return add(false, own);
    const isMadeOfIt = owner !== null && !owner.exact && (isProgram || DRAWS_VALUES.test(component));
    return isMadeOfIt ? add(false, owner.sources) : owner;
  }

  // In a loop and not by itself: a tree may be deeper than the stack.
  const open: { fiber: Fiber; owner: Found | null; isInside: boolean }[] = [{ fiber: top, owner: null, isInside: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { fiber, owner, isInside } = next;
    if (fiber.sibling) open.push({ ...next, fiber: fiber.sibling });
    const place = placeOf(fiber, owner);
    const isElement = isElementFiber(fiber);
    if (isElement && place) {
      byElement.set(fiber.stateNode as Element, place);
      if (!isInside) place.elements.push(fiber.stateNode as Element);
    }
    if (fiber.child) open.push({ fiber: fiber.child, owner: place, isInside: isElement || (isInside && place === owner) });
  }
  return { shown: toBeShown(found), of: (element) => byElement.get(element) ?? null };
}

function sourcesAmong(values: Iterable<unknown>, origins: Origins): Set<Source> {
  const sources = new Set<Source>();
  for (const value of values) {
    const source = originOf(origins, value);
    if (source) sources.add(source);
  }
  return sources;
}

/** Where a place has one inside that says as much or more, only that one is marked; rows of one kind are one place. */
function toBeShown(found: readonly Found[]): Place[] {
  const places = joinAlike(found.filter(({ elements }) => elements.length > 0));
  for (const { owner, exact, sources } of places) {
    for (let outer = owner; outer; outer = outer.owner) if (!outer.exact || (exact && isSubset(outer.sources, sources))) outer.holds = true;
  }
  return places.filter(({ holds }) => !holds).slice(0, MAX_PLACES);
}

/** Many derived places of one component, as rows of a list: the first of them stands for all. */
function joinAlike(places: readonly Found[]): Found[] {
  const joined = new Set<Found>();
  const byOwner = Map.groupBy(places.filter(({ exact }) => !exact), ({ owner }) => owner);
  const alike = [...byOwner.values()].flatMap((of) => [...Map.groupBy(of, ({ component }) => component).values()]);
  for (const [first, ...others] of alike) {
    if (others.length < MAX_ALIKE) continue;
    first!.elements = [first!, ...others].flatMap(({ elements }) => elements);
    for (const other of others) joined.add(other);
  }
  return places.filter((place) => !joined.has(place));
}

function isSubset(some: ReadonlySet<Source>, all: ReadonlySet<Source>): boolean {
  return [...some].every((one) => all.has(one));
}
