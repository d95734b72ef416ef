import type { FunctionComponent } from 'react';
import type { CompiledComponent } from '../../lib/bridge/messages';
import { outerComponent, type Part, type PartEvents, type Props, type Render } from './part';

export type Parts = {
  /** The part of a name, made on first sight: without a text it shows its skeleton. */
  get(name: string): Part;
  /** Takes over what an evaluation registered. */
  install(components: readonly CompiledComponent[], values: ReadonlyMap<string, unknown>, done: boolean): void;
  /** The stable component for what generated code uses as a tag; undefined where it's none of the program's. */
  outerOf(type: object): FunctionComponent<Props> | undefined;
};

export function createParts(events: PartEvents): Parts {
  const parts = new Map<string, Part>();
  const outers = new WeakMap<object, FunctionComponent<Props>>();

  function get(name: string): Part {
    const known = parts.get(name);
    if (known) return known;
    const part: Part = { name, render: null, hooks: '', hasJsx: false, Outer: () => null };
    part.Outer = outerComponent(part, events);
    parts.set(name, part);
    return part;
  }

  /** What a finished program has no more isn't run once more while React takes the old tree down. */
  function forgetAllBut(names: ReadonlySet<string>): void {
    for (const part of parts.values()) {
      if (!names.has(part.name)) Object.assign(part, { render: null, hasJsx: false });
    }
  }

  return {
    get,
    install(components, values, done) {
      for (const { name, hooks, hasJsx } of components) {
        const value = values.get(name);
        const render = renderOf(value);
        if (!render) continue;
        const part = get(name);
        outers.set(value as object, part.Outer);
        // One that is being rewritten stays as it was until there is something of it to show.
        if (hasJsx || !part.hasJsx || done) Object.assign(part, { render, hasJsx, hooks: hooks.join() });
      }
      if (done) forgetAllBut(new Set(components.map(({ name }) => name)));
    },
    outerOf: (type) => outers.get(type),
  };
}

const MEMO = Symbol.for('react.memo');
const FORWARD_REF = Symbol.for('react.forward_ref');

/** The function inside of a component, null for a class and for what is no component. */
function renderOf(value: unknown): Render | null {
  if (typeof value === 'function') return value.prototype?.isReactComponent ? null : (value as Render);
  const { $$typeof, type, render } = (value ?? {}) as { $$typeof?: symbol; type?: unknown; render?: (props: Props, ref: unknown) => unknown };
  if ($$typeof === MEMO) return renderOf(type);
  if ($$typeof === FORWARD_REF && render) return ({ ref, ...props }) => render(props, ref ?? null);
  return null;
}
