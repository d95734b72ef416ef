import type { ReactNode } from 'react';
import type { CompiledFile, Swap } from '../lib/bridge/messages';
import type { DataModule } from './data/data-module';
import { evaluateUi, type UiTools } from './evaluate';
import type { Position } from './guard/stopped';
import type { Problems } from './problems';
import type { Parts } from './render/parts';

export type Outcome = 'shown' | 'kept' | 'nothing';

export type Program = {
  /** Takes a swap over as far as it goes; what can't be evaluated leaves everything as it was. */
  take(swap: Swap): Outcome;
  /** The element to render, null while there is no component to start from. */
  element(): ReactNode;
  /** The component that everything stands in; when it throws, the whole frame was kept. */
  rootName(): string | null;
  /** Where a component of ui.tsx stands. */
  declared(component: string): Position | undefined;
  /** The names that something else will stand for later. */
  unsettled(): string;
};

/** The program that runs in the guest, from swap to swap. */
export function createProgram(parts: Parts, data: DataModule, tools: UiTools, problems: Problems): Program {
  let root: string | null = null;
  let unsettled = '';
  let drawn: { root: string; element: ReactNode } | null = null;
  let js = '';

  function takeData(compiled: CompiledFile, done: boolean): boolean {
    try {
      data.install(compiled, done);
      return true;
    } catch (error) {
      problems.report('evaluate', error);
      return false;
    }
  }

  function takeUi(compiled: CompiledFile, done: boolean): boolean {
    js = compiled.js;
    try {
      const evaluated = evaluateUi(compiled, done, tools);
      parts.install(compiled.components, evaluated, done);
      unsettled = evaluated.unsettled.join();
      const next = rootOf(compiled, done);
      // Another interface takes the place of the one on the screen once there is something of it to see.
      if (next !== null && (root === null || done || parts.get(next).hasJsx)) root = next;
      return true;
    } catch (error) {
      problems.report('evaluate', error);
      return false;
    }
  }

  return {
    take({ ui, data, done }) {
      // A program that ended without one has no data functions; until then they may still come.
      const file = data ?? (done ? NO_DATA : null);
      const went = [file === null || takeData(file, done), ui === null || takeUi(ui, done)];
      if (root === null || !parts.get(root).hasJsx) return 'nothing';
      return went.includes(false) ? 'kept' : 'shown';
    },
    element() {
      if (root === null) return null;
      // The same element for the same root: what didn't change below it isn't rendered again.
      if (drawn?.root !== root) drawn = { root, element: tools.makeElement(parts.get(root).Outer) };
      return drawn.element;
    },
    rootName: () => root,
    declared: (component) => declaredIn(js, component),
    unsettled: () => unsettled,
  };
}

const NO_DATA: CompiledFile = { js: '', free: [], components: [], defaultExport: null, functions: [] };

/** Where the program starts. Without a default export only a finished program has one: its last component. */
function rootOf({ defaultExport, components }: CompiledFile, done: boolean): string | null {
  if (defaultExport !== null) return components.some(({ name }) => name === defaultExport) ? defaultExport : null;
  return done ? (components.findLast((component) => component.hasJsx)?.name ?? null) : null;
}

/** Compiled code keeps its lines, so that they're those of the source. */
function declaredIn(js: string, component: string): Position | undefined {
  if (!/^\w+$/.test(component)) return undefined;
  const at = new RegExp(`\\b(?:function|const|let|var|class)\\s+${component}\\b`).exec(js)?.index;
  return at === undefined ? undefined : { file: 'ui.tsx', line: js.slice(0, at).split('\n').length };
}
