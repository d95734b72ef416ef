import type { FunctionComponent } from 'react';
import type { CompiledComponent } from '../../lib/bridge/messages';
import { ALL_NAMES, type EvaluatedUi } from '../evaluate';
import { outerComponent, type Part, type PartEvents, type Props, type Render } from './part';

export type Parts = {
  /** The part of a name, made on first sight: without a text it shows its skeleton. */
  get(name: string): Part;
  /** Takes over what an evaluation registered. */
  install(components: readonly CompiledComponent[], evaluated: EvaluatedUi, done: boolean): void;
  /** Renders the parts that have changed since the last time, wherever they are mounted. */
  redraw(): void;
  /** The stable component for what generated code uses as a tag; undefined where it's none of the program's. */
  outerOf(type: object): FunctionComponent<Props> | undefined;
};

export function createParts(events: PartEvents): Parts {
  const parts = new Map<string, Part>();
  const outers = new WeakMap<object, FunctionComponent<Props>>();
  const changed = new Set<Part>();

  function get(name: string): Part {
    const known = parts.get(name);
    if (known) return known;
    const part: Part = { name, render: null, hooks: '', hasJsx: false, text: null, isWhole: false, version: 0, mounts: new Set(), Outer: () => null };
    part.Outer = outerComponent(part, events);
    // It's a tag itself: of the root, and where a component stands before it is written.
    outers.set(part.Outer, part.Outer);
    parts.set(name, part);
    return part;
  }

  function become(part: Part, next: Pick<Part, 'render' | 'hasJsx' | 'isWhole' | 'hooks' | 'text'>): void {
    Object.assign(part, next);
    part.version += 1;
    changed.add(part);
  }

  /** What a finished program has no more isn't run once more while React takes the old tree down. */
  function forgetAllBut(names: ReadonlySet<string>): void {
    for (const part of parts.values()) {
      if (!names.has(part.name) && part.render) become(part, { render: null, hasJsx: false, isWhole: false, hooks: '', text: null });
    }
  }

  return {
    get,
    install(components, { values, unsettled }, done) {
      for (const { name, hooks: list, hasJsx, isWhole, hash, needs } of components) {
        const value = values.get(name);
        const render = renderOf(value);
        if (!render) continue;
        const part = get(name);
        outers.set(value as object, part.Outer);
        const hooks = list.join();
        // Of a finished program nothing is kept that was evaluated before: a name that never came has to be missed.
        const isSettled = !done && !unsettled.includes(ALL_NAMES) && !needs.some((need) => unsettled.includes(need));
        const text = isSettled ? hash : null;
        if (text !== null && text === part.text && hasJsx === part.hasJsx && isWhole === part.isWhole && hooks === part.hooks) continue;
        // One that is written anew stays as it was until its newer text is whole too: half of it would take away what stands
        // below, with all that was typed there.
        if (part.isWhole && !isWhole && !done) continue;
        if (hasJsx || !part.hasJsx || done) become(part, { render, hasJsx, isWhole, hooks, text });
      }
      if (done) forgetAllBut(new Set(components.map(({ name }) => name)));
    },
    redraw() {
      for (const part of changed) for (const draw of part.mounts) draw();
      changed.clear();
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
