import { useContext, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { DataVersionContext } from '../render/swap-context';
import { plain } from '../guard/stopped-texts';
import { STAND_IN } from '../stand-in';
import type { DataModule } from './data-module';
import type { Origins } from './origins';
import type { Reading, ReadingState, Readings } from './readings';

export type DataState<Value> = {
  /** The last good value; kept while a newer one is on its way. */
  data: Value | undefined;
  error: Error | undefined;
  /** There is nothing to show yet. */
  isLoading: boolean;
  /** `data` belongs to earlier arguments. */
  isStale: boolean;
  /** A call is under way. */
  pending: boolean;
  reload: () => void;
  refetch: () => void;
};

export type UseData = (read: unknown, args?: unknown) => DataState<unknown>;

/**
 * Makes `useData(read, args)`: the value of a data function, called when it is first shown and whenever arguments or
 * its text change. It never suspends; a function that isn't written yet is one that is loading.
 */
export function createUseData(data: DataModule, readings: Readings, onRestless: (error: Error) => void, origins: Origins = new WeakMap()): UseData {
  return function useData(read, args) {
    // Read for its changes only: a function that came or changed is called where it is shown.
    useContext(DataVersionContext);
    const reading = useSteady(readingOf(data, readings, read, args), onRestless);
    const state = useSyncExternalStore(reading.subscribe, reading.state);
    useLayoutEffect(() => reading.hold(), [reading]);

    const earlier = useRef<Earlier | null>(null);
    if (state.hasValue && earlier.current?.state !== state) earlier.current = { state, reading };
    const before = earlier.current;
    return useMemo(() => {
      const told = dataState(reading, state, before);
      origins.set(told, told.isStale && before ? before.reading : reading);
      return told;
    }, [reading, state, before]);
  };
}

/** Answers that each led to other arguments, one after the other; a person changes them far less regularly. */
const MAX_RESTLESS = 6;
const RESTLESS = 'The arguments of useData are other ones in every render; keep them in state or useMemo.';

/**
 * Holds on to a reading whose every answer leads to the next one (`{ since: new Date() }`), which would call forever.
 * `onRestless` is told once.
 */
function useSteady(next: Reading, onRestless: (error: Error) => void): Reading {
  const seen = useRef({ reading: next, state: next.state(), restless: 0 }).current;
  const hasAnswered = seen.reading.state() !== seen.state;
  const hasMoved = next !== seen.reading;
  // Moved without an answer: something else did it, a person perhaps.
  if (hasAnswered !== hasMoved) seen.restless = 0;
  else if (hasMoved) seen.restless += 1;
  if (seen.restless >= MAX_RESTLESS) {
    if (seen.restless === MAX_RESTLESS) onRestless(new Error(RESTLESS));
    seen.state = seen.reading.state();
    return seen.reading;
  }
  seen.reading = next;
  seen.state = next.state();
  return next;
}

/** The last state with a value, and what was read then. */
type Earlier = { state: ReadingState; reading: Reading };

function dataState(reading: Reading, state: ReadingState, before: Earlier | null): DataState<unknown> {
  // After a failure the value of other arguments would be a wrong answer, so none is given.
  const isStale = !state.hasValue && before !== null && state.pending;
  const { error, pending } = state;
  return {
    data: state.hasValue ? state.value : isStale ? before?.state.value : undefined,
    error,
    isLoading: pending && !state.hasValue && !isStale,
    isStale,
    pending,
    reload: reading.reload,
    refetch: reading.reload,
  };
}

function readingOf(data: DataModule, readings: Readings, read: unknown, args: unknown): Reading {
  const name = data.nameOf(read);
  // An argument that isn't written yet would ask another question than the one to come.
  if (!data.isWhole() && (args === STAND_IN || hasStandIn(args))) return NOT_WRITTEN;
  const text = JSON.stringify(args ?? {}) ?? '';
  if (name !== null) {
    const hash = data.hashOf(name);
    if (hash === null && !data.isWhole()) return NOT_WRITTEN;
    return readings.of(`${name}@${hash} ${text}`, () => data.invoke(name, args));
  }
  if (typeof read !== 'function') return NOT_WRITTEN;
  // A function written in place: what it would call is part of what it is, since it may use what changed around it.
  const inline = read as (args: unknown) => unknown;
  const calls = data.probe(inline, args);
  if (calls === null) return NOT_WRITTEN;
  return readings.of(`${plain(inline.toString())} ${text} ${calls}`, () => data.invokeInline(inline, args));
}

function hasStandIn(args: unknown): boolean {
  return typeof args === 'object' && args !== null && Object.values(args).includes(STAND_IN);
}

const WAITING: ReadingState = { value: undefined, hasValue: false, error: undefined, pending: true };
const NOT_WRITTEN: Reading = {
  state: () => WAITING,
  subscribe: () => () => {},
  hold: () => () => {},
  reload: () => {},
  calls: () => [],
};
