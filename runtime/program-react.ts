import * as React from 'react';
import type { Callbacks } from './guard/callbacks';
import type { Setters } from './guard/setters';
import { Stopped } from './guard/stopped';
import { tracked } from './render/hook-slots';
import type { MakeElement } from './render/element';
import type { Phase } from './problems';
import type { ToldState } from './told-state';

type Report = (phase: Phase, error: unknown) => void;
type Effect = () => unknown;
type UseEffect = (effect: () => void | (() => void), deps?: React.DependencyList) => void;

export type ReactGuards = { report: Report; setters: Setters; callbacks: Callbacks; told: ToldState };

/** React as generated code has it: its elements are cleaned, its hooks noted and guarded, and a throw in an effect stays there. */
export function createProgramReact(makeElement: MakeElement, guards: ReactGuards): Record<string, unknown> {
  const all: Record<string, unknown> = { ...React };
  for (const [name, value] of Object.entries(all)) {
    if (/^use[A-Z]/.test(name) && typeof value === 'function') all[name] = tracked(value as (...args: never[]) => unknown);
  }
  return {
    ...all,
    useState: guardedState(guards),
    useReducer: guardedReducer(guards),
    useEffect: guardedEffect(React.useEffect, guards),
    useLayoutEffect: guardedEffect(React.useLayoutEffect, guards),
    useInsertionEffect: guardedEffect(React.useInsertionEffect, guards),
    useImperativeHandle: guardedHandle(guards),
    useSyncExternalStore: guardedStore(guards),
    createElement: makeElement,
  };
}

type SetState = React.Dispatch<React.SetStateAction<unknown>>;
type Reducer = (state: unknown, ...rest: unknown[]) => unknown;

/**
 * React runs an updater that threw again in every later render: the component would never show anything new. So the state
 * stays as it was. The setter is as stable as React's.
 */
function guardedState({ report, setters, told }: ReactGuards) {
  const made = new WeakMap<SetState, SetState>();
  // The name is put there by the compiler, where the state is to be told to the address.
  return tracked((initial?: unknown, name?: unknown) => {
    const [state, set] = typeof name === 'string' ? told.useNamed(name, initial) : React.useState(initial);
    const known = made.get(set) ?? setters.of((next: unknown) => set(typeof next === 'function' ? guarded(next as Reducer, report) : next));
    made.set(set, known);
    return [state, known];
  });
}

function guardedReducer({ report, setters }: ReactGuards) {
  const useIt = React.useReducer as (...args: unknown[]) => [state: unknown, dispatch: (action: unknown) => void];
  return tracked((reducer: Reducer, ...rest: [initial: unknown, init?: (initial: unknown) => unknown]) => {
    const [state, dispatch] = useIt(guarded(reducer, report), ...rest);
    return [state, setters.of(dispatch)];
  });
}

/** The next state, or the one before where that can't be had. */
function guarded(reducer: Reducer, report: Report): Reducer {
  return (state, ...rest) => {
    try {
      return reducer(state, ...rest);
    } catch (error) {
      report('handler', error);
      return state;
    }
  };
}

function guardedEffect(useIt: UseEffect, { report, setters }: ReactGuards) {
  return tracked((effect: Effect, deps?: React.DependencyList) => useIt(() => runEffect(() => setters.effect(effect), report), deps));
}

/** React makes handles and fills refs while it puts a frame in place. */
function guardedHandle({ report, callbacks }: ReactGuards) {
  const useIt = React.useImperativeHandle as (ref: unknown, make: () => unknown, deps?: React.DependencyList) => void;
  return tracked((ref: React.Ref<unknown> | undefined, make: Effect, deps?: React.DependencyList) => {
    const guardedRef = typeof ref === 'function' ? callbacks.of(ref) : ref;
    useIt(guardedRef, () => attempt(make, report), deps);
  });
}

function guardedStore({ callbacks }: ReactGuards) {
  type Subscribe = (onChange: () => void) => () => void;
  return tracked((subscribe: Subscribe, get: () => unknown, getOnServer?: () => unknown) => {
    // React would render for each other answer, until it gives up and takes the whole frame along.
    if (!Object.is(get(), get())) throw new Stopped('render', 'The second argument of useSyncExternalStore gives another value each time it’s called; keep the value.');
    return React.useSyncExternalStore(callbacks.of(subscribe), get, getOnServer);
  });
}

/** The effect's clean-up, where it has one. An async effect gives a promise, which React would call. */
function runEffect(effect: Effect, report: Report): (() => void) | undefined {
  const result = attempt(effect, report);
  if (typeof result === 'function') return () => void attempt(result as Effect, report);
  if (result instanceof Promise) result.catch((error: unknown) => report('promise', error));
  return undefined;
}

/** What it gives; undefined where it throws, which is told. */
export function attempt(effect: Effect, report: Report): unknown {
  try {
    return effect();
  } catch (error) {
    report('effect', error);
    return undefined;
  }
}
