import type { ElementType, FunctionComponent } from 'react';
import { plain } from '../guard/stopped-texts';
import { createStableClass } from './class-part';
import { looseComponent, type PartEvents, type Props, RUN } from './part';

export type LooseParts = {
  /** The stable type for a function or class of the program that has no part, with the props that its element needs. */
  typeOf(component: Function, props: Readonly<Props>): { type: ElementType; props: Readonly<Props> };
};

/**
 * Components that no name stands for, told apart by their text: evaluating the file again makes new functions of the same
 * text, and React would take each for another component.
 */
export function createLooseParts(events: PartEvents): LooseParts {
  const functions = new Map<string, FunctionComponent<Props>>();
  const classes = new Map<string, ReturnType<typeof createStableClass>>();
  const keys = new WeakMap<Function, string>();

  function keyOf(component: Function): string {
    const known = keys.get(component);
    if (known !== undefined) return known;
    const key = `${component.name} ${plain(Function.prototype.toString.call(component))}`;
    keys.set(component, key);
    return key;
  }

  function classOf(component: Function): ElementType {
    const key = keyOf(component);
    const stable = classes.get(key) ?? createStableClass((error) => events.onError(error, component.name));
    classes.set(key, stable);
    return stable(component);
  }

  function functionOf(component: Function): ElementType {
    const key = keyOf(component);
    const known = functions.get(key) ?? looseComponent(component.name || 'Component', events);
    functions.set(key, known);
    return known;
  }

  return {
    typeOf(component, props) {
      if (component.prototype?.isReactComponent) return { type: classOf(component), props };
      return { type: functionOf(component), props: { ...props, [RUN]: component } };
    },
  };
}
