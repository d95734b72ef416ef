import type { ComponentType, ReactNode } from 'react';
import { showable } from './children';

type Methods = Record<string, (...args: unknown[]) => unknown>;

const LIFECYCLE = ['componentDidMount', 'componentDidUpdate', 'componentWillUnmount', 'componentDidCatch', 'shouldComponentUpdate', 'getSnapshotBeforeUpdate'];

/**
 * A class of the program that stays while evaluations make it anew: what is mounted goes on with its fields and its state,
 * and gets the methods of the newest. What its render throws leaves what it showed last.
 */
export function createStableClass(onError: (error: unknown) => void): (newest: Function) => ComponentType {
  let current: Function = Object;
  const shown = new WeakMap<object, ReactNode>();

  function Stable(...args: unknown[]): object {
    return Reflect.construct(current, args, Stable) as object;
  }
  const call = (instance: object, name: string, args: unknown[]) => (current.prototype as Methods)[name]!.apply(instance, args);

  function render(this: object): ReactNode {
    try {
      shown.set(this, showable(call(this, 'render', []), (what) => onError(new Error(what))));
    } catch (error) {
      if (typeof (error as { then?: unknown } | null)?.then === 'function') throw error;
      onError(error);
    }
    return shown.get(this) ?? null;
  }

  function guarded(name: string) {
    return function method(this: object, ...args: unknown[]): unknown {
      try {
        return call(this, name, args);
      } catch (error) {
        onError(error);
        return name === 'shouldComponentUpdate' ? true : null;
      }
    };
  }

  return (newest) => {
    if (newest === current) return Stable as unknown as ComponentType;
    current = newest;
    const methods = LIFECYCLE.filter((name) => name in newest.prototype).map((name) => [name, guarded(name)]);
    Object.assign(Stable.prototype as object, { render, ...Object.fromEntries(methods) });
    Object.setPrototypeOf(Stable.prototype, newest.prototype as object);
    Object.setPrototypeOf(Stable, newest);
    return Stable as unknown as ComponentType;
  };
}
