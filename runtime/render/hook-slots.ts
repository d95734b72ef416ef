/**
 * Every hook that generated code calls passes through here, so that a component whose render stopped halfway can call
 * the rest of its hooks as it did last time. React then finds them in their order, and their state stays.
 */

import { STAND_IN } from '../stand-in';

type AnyHook = (...args: never[]) => unknown;
type Slot = { hook: AnyHook; args: unknown[] };

/**
 * The hooks of one mounted component. `isKnown` once a render of it went through to its end, `tookStandIn` where a hook
 * began with the stand-in of something that isn't written yet.
 */
export type HookSlots = { slots: Slot[]; isKnown: boolean; tookStandIn: boolean };

export function newHookSlots(): HookSlots {
  return { slots: [], isKnown: false, tookStandIn: false };
}

/** Thrown where a render calls other hooks than the one before. The component has to be mounted anew. */
export class HooksChanged extends Error {
  override name = 'HooksChanged';
}

let rendering: { memory: HookSlots; next: number } | null = null;

/** The hook, noted in the slots of the component that is rendering. */
export function tracked<Hook extends AnyHook>(hook: Hook): Hook {
  return ((...args: never[]) => {
    if (rendering) note(rendering, hook, args);
    return hook(...args);
  }) as Hook;
}

function note(run: { memory: HookSlots; next: number }, hook: AnyHook, args: unknown[]): void {
  const { memory } = run;
  const slot = memory.slots[run.next];
  if (memory.isKnown && slot?.hook !== hook) throw new HooksChanged('The hooks changed.');
  if (slot) slot.args = args;
  else memory.slots.push({ hook, args });
  if (!memory.isKnown && args[0] === STAND_IN) memory.tookStandIn = true;
  run.next += 1;
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; error: unknown };

/**
 * Runs a render. Where it throws after an earlier one went through, the remaining hooks are called as they were, so that
 * the caller may return something else in its place. Suspending (a thrown promise) passes through.
 */
export function renderWithSlots<Value>(memory: HookSlots, render: () => Value): Outcome<Value> {
  const outer = rendering;
  const run = { memory, next: 0 };
  rendering = run;
  try {
    const value = render();
    if (memory.isKnown && run.next < memory.slots.length) throw new HooksChanged('The hooks changed.');
    memory.isKnown = true;
    return { ok: true, value };
  } catch (error) {
    if (isSuspension(error)) throw error;
    rendering = null;
    if (memory.isKnown) callAgain(memory, run.next);
    return { ok: false, error };
  } finally {
    rendering = outer;
  }
}

/**
 * Calls the hooks from `from` on with the arguments they had last: no effect of them runs again. One that threw then throws
 * once more, after React has counted it.
 */
export function callAgain(memory: HookSlots, from: number): void {
  for (const { hook, args } of memory.slots.slice(from)) {
    try {
      hook(...(args as never[]));
    } catch (error) {
      if (isSuspension(error)) throw error;
    }
  }
}

function isSuspension(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (typeof (error as { then?: unknown }).then === 'function') return true;
  return error instanceof Error && /^(Suspense Exception|Minified React error #46[0-9])/.test(error.message);
}
