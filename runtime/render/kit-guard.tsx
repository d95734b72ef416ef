import { type ComponentType, createElement, type ReactNode } from 'react';
import { KIT_FAMILIES } from '../../lib/program/ambient';
import { Guard } from './guard';

type Props = Record<string, unknown>;

/** Families that draw what they get and can't throw; they are many on a page, and a guard costs two more nodes each. */
const PLAIN_FAMILIES: readonly (keyof typeof KIT_FAMILIES)[] = ['alert', 'card', 'empty', 'input', 'kbd', 'label', 'separator', 'skeleton', 'spinner', 'table', 'textarea'];
const PLAIN = new Set<string>(['Fragment', 'Suspense', 'Page', 'Loading', 'cn', 'fmt', ...PLAIN_FAMILIES.flatMap((family) => KIT_FAMILIES[family])]);

export type KitGuards = {
  /** Takes a bundle of components in: they are the house's and not the program's. */
  add(names: Readonly<Record<string, unknown>>, isGuarded: (name: string) => boolean): void;
  isKnown(type: object): boolean;
  /** What the kit calls a component that has a guard. */
  nameOf(type: object): string | undefined;
  /** The component with a guard of its own around it, or the very one where it needs none. */
  guarded(type: object): object;
};

/** True for names of the kit whose component may throw: one that misses the context it stands in, or got what it can't take. */
export const mayThrow = (name: string): boolean => /^[A-Z]/.test(name) && !PLAIN.has(name);

export const isWholeChart = (name: string): boolean => /^[A-Z]\w*Chart$|^(ChartContainer|ResponsiveContainer|Treemap|Sankey)$/.test(name);

/** Where a component of the kit throws, it alone keeps what it showed last, and everything around it goes on. */
export function createKitGuards(onError: (error: unknown) => void): KitGuards {
  const known = new WeakSet<object>();
  const guards = new WeakMap<object, object>();
  const names = new WeakMap<object, string>();

  function guard(type: object, name: string): object {
    function Guarded(props: Props): ReactNode {
      return (
        <Guard onError={onError} fallback={null}>
          {createElement(type as ComponentType<Props>, props)}
        </Guard>
      );
    }
    names.set(Guarded, name);
    return Object.defineProperty(Guarded, 'name', { value: name });
  }

  return {
    add(names, isGuarded) {
      for (const [name, type] of Object.entries(names)) {
        if ((typeof type !== 'function' && typeof type !== 'object') || type === null) continue;
        known.add(type);
        if (isGuarded(name)) guards.set(type, guard(type, name));
      }
    },
    isKnown: (type) => known.has(type),
    nameOf: (type) => names.get(type),
    guarded: (type) => guards.get(type) ?? type,
  };
}
