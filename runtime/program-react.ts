import * as React from 'react';
import type { Callbacks } from './guard/callbacks';
import type { Setters } from './guard/setters';
import { Stopped } from './guard/stopped';
import { tracked } from './render/hook-slots';
import type { MakeElement } from './render/element';
import type { Phase } from './problems';

type Report = (phase: Phase, error: unknown) => void;
type Effect = () => unknown;
type UseState = (...args: never[]) => [value: unknown, set: (...args: never[]) => void];
type UseEffect = (effect: () => void | (() => void), deps?: React.DependencyList) => void;

export type ReactGuards = { report: Report; setters: Setters; callbacks: Callbacks };

/** React as generated code has it: its elements are cleaned, its hooks noted and guarded, and a throw in an effect stays there. */
export function createProgramReact(makeElement: MakeElement, guards: ReactGuards): Record<string, unknown> {
  const all: Record<string, unknown> = { ...React };
  for (const [name, value] of Object.entries(all)) {
    if (/^use[A-Z]/.test(name) && typeof value === 'function') all[name] = tracked(value as (...args: never[]) => unknown);
  }
  return {
    ...all,
    useState: guardedState(React.useState as UseState, guards),
    useReducer: guardedState(React.useReducer as UseState, guards),
    useEffect: guardedEffect(React.useEffect, guards),
    useLayoutEffect: guardedEffect(React.useLayoutEffect, guards),
    useInsertionEffect: guardedEffect(React.useInsertionEffect, guards),
    useImperativeHandle: guardedHandle(guards),
    useSyncExternalStore: guardedStore(guards),
    createElement: makeElement,
  };
}

function guardedState(useIt: UseState, { setters }: ReactGuards) {
  return tracked((...args: never[]) => {
    const [value, set] = useIt(...args);
    return [value, setters.of(set)];
  });
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
