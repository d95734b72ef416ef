import { useEffect, useRef, useState } from 'react';
import { MAX_STATE_UNITS } from '../lib/bridge/messages';

type Tell = (name: string, value: unknown, isFirst: boolean) => void;

/** States of a page that go with its address, so that what was chosen in it can be sent to somebody. */
export type ToldState = {
  /** From now on states are told; `given` is what came with the address. */
  begin(given: Readonly<Record<string, unknown>>): void;
  /** React's useState for a state with a name. */
  useNamed(name: string, initial: unknown): [value: unknown, set: (next: unknown) => void];
};

/** Nothing is told, and every state begins as it is written, until `begin`. */
export function createToldState(tell: Tell): ToldState {
  let given: Readonly<Record<string, unknown>> | null = null;

  function firstOf(name: string, initial: unknown): { own: unknown; value: unknown } {
    const own = typeof initial === 'function' ? (initial as () => unknown)() : initial;
    const fits = given !== null && Object.hasOwn(given, name) && isAlike(own, given[name]);
    return { own, value: fits ? given![name] : own };
  }

  return {
    begin: (values) => void (given = values),
    useNamed(name, initial) {
      const [first] = useState(() => firstOf(name, initial));
      const [value, set] = useState<unknown>(() => first.value);
      const told = useRef(first.value);
      useEffect(() => {
        if (given === null || Object.is(told.current, value) || !isTellable(value)) return;
        told.current = value;
        tell(name, value, JSON.stringify(value) === JSON.stringify(first.own));
      }, [name, value, first]);
      return [value, set];
    },
  };
}

/** Texts, figures, yes and no, and lists of them: what filters are. */
function isTellable(value: unknown): boolean {
  const isPlain = (one: unknown) => one === null || typeof one === 'string' || typeof one === 'boolean' || (typeof one === 'number' && Number.isFinite(one));
  return (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) && JSON.stringify(value).length <= MAX_STATE_UNITS;
}

/** Whether a value from an address is of the kind that the state is of; a state that begins as nothing takes any. */
function isAlike(own: unknown, value: unknown): boolean {
  if (!isTellable(value)) return false;
  if (own === null || own === undefined || value === null) return own === null || own === undefined;
  return typeof own === typeof value && Array.isArray(own) === Array.isArray(value);
}
