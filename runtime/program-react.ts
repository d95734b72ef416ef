import * as React from 'react';
import { tracked } from './render/hook-slots';
import type { MakeElement } from './render/element';
import type { Phase } from './problems';

type Report = (phase: Phase, error: unknown) => void;
type Effect = () => unknown;
type UseEffect = (effect: () => void | (() => void), deps?: React.DependencyList) => void;

/** React as generated code has it: its elements are cleaned, its hooks noted, and a throw in an effect stays there. */
export function createProgramReact(makeElement: MakeElement, report: Report): Record<string, unknown> {
  const all: Record<string, unknown> = { ...React };
  for (const [name, value] of Object.entries(all)) {
    if (/^use[A-Z]/.test(name) && typeof value === 'function') all[name] = tracked(value as (...args: never[]) => unknown);
  }
  return {
    ...all,
    useEffect: guardedEffect(React.useEffect, report),
    useLayoutEffect: guardedEffect(React.useLayoutEffect, report),
    useInsertionEffect: guardedEffect(React.useInsertionEffect, report),
    useState: guardedState(report),
    useReducer: guardedReducer(report),
    createElement: makeElement,
  };
}

function guardedEffect(useIt: UseEffect, report: Report) {
  return tracked((effect: Effect, deps?: React.DependencyList) => useIt(() => runEffect(effect, report), deps));
}

/** The effect's clean-up, where it has one. An async effect gives a promise, which React would call. */
function runEffect(effect: Effect, report: Report): (() => void) | undefined {
  const result = attempt(effect, report);
  if (typeof result === 'function') return () => void attempt(result as Effect, report);
  if (result instanceof Promise) result.catch((error: unknown) => report('promise', error));
  return undefined;
}

type SetState = React.Dispatch<React.SetStateAction<unknown>>;

/**
 * React runs an updater that threw again in every later render: the component would never show anything new. So the state
 * stays as it was. The setter is as stable as React's.
 */
function guardedState(report: Report) {
  const setters = new WeakMap<SetState, SetState>();
  return tracked((...initial: [unknown?]) => {
    const [state, set] = React.useState(...initial);
    const known = setters.get(set) ?? ((next) => set(typeof next === 'function' ? guarded(next as Reducer, report) : next));
    setters.set(set, known);
    return [state, known];
  });
}

type Reducer = (state: unknown, ...rest: unknown[]) => unknown;

function guardedReducer(report: Report) {
  return tracked((reducer: Reducer, ...rest: [initial: unknown, init?: (initial: unknown) => unknown]) =>
    (React.useReducer as (...args: unknown[]) => unknown)(guarded(reducer, report), ...rest),
  );
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

function attempt(effect: Effect, report: Report): unknown {
  try {
    return effect();
  } catch (error) {
    report('effect', error);
    return undefined;
  }
}
