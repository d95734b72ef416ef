import { Stopped } from './stopped';

/** Renders of a component in a row that each set state. React itself gives up at 25, and takes what was shown along. */
const MAX_IN_A_ROW = 20;
/** Renders in a second that each set state of something else. Faster than anybody types. */
const MAX_PER_SECOND = 50;
/** Runs of effects in a row that set the same state, with nothing else happening between. React gives up at 50. */
const MAX_EFFECTS = 40;
/** A chain of effects this slow starves nothing. */
const CHAIN_ENDS_MS = 1_000;

const IN_RENDER = 'It sets state while it renders, again and again; set state in a handler or an effect.';
const IN_EFFECT = 'Its effect sets state in every render; give the effect its dependencies, or set state in a handler.';

type Setter = (...args: never[]) => void;
type Render = { inARow: number; isSetIn: number; since: number; times: number };
type Chain = { cause: number; effect: number; times: number; at: number };

export type Setters = {
  /** The program's form of a setter: the same for the same one. It throws, in its caller's line, where it's called without an end. */
  of<S extends Setter>(set: S): S;
  /** A render of the component that `owner` stands for begins, and ends by calling what it gives. */
  render(owner: object): () => void;
  /** The render of `owner` has reached the document. */
  shown(owner: object): void;
  /** Runs an effect of the program. */
  effect<T>(run: () => T): T;
  /** Something came from outside: whatever effects set now isn't the work of effects alone. */
  newCause(): void;
};

/** `now` is a clock in milliseconds. */
export function createSetters(now: () => number): Setters {
  const given = new WeakMap<Setter, Setter>();
  const renders = new WeakMap<object, Render>();
  const chains = new WeakMap<Setter, Chain>();
  let rendering: Render | null = null;
  let renderCount = 0;
  let effect = 0;
  let effectCount = 0;
  let cause = 0;

  /** Counts renders that set state, however often each does. */
  function inRender(render: Render): void {
    if (render.isSetIn !== renderCount) {
      render.isSetIn = renderCount;
      render.inARow += 1;
      if (now() - render.since > 1_000) Object.assign(render, { since: now(), times: 0 });
      render.times += 1;
    }
    if (render.inARow > MAX_IN_A_ROW || render.times > MAX_PER_SECOND) throw new Stopped('render', IN_RENDER);
  }

  function inEffect(set: Setter): void {
    const time = now();
    const chain = chains.get(set);
    if (!chain || chain.cause !== cause || time - chain.at > CHAIN_ENDS_MS) {
      chains.set(set, { cause, effect, times: 1, at: time });
      return;
    }
    if (chain.effect !== effect) Object.assign(chain, { effect, times: chain.times + 1, at: time });
    if (chain.times > MAX_EFFECTS) throw new Stopped('effect', IN_EFFECT);
  }

  return {
    of<S extends Setter>(set: S): S {
      const known = given.get(set);
      if (known) return known as S;
      const guarded = ((...args: never[]) => {
        if (rendering) inRender(rendering);
        else if (effect > 0) inEffect(set);
        else cause += 1;
        set(...args);
      }) as S;
      given.set(set, guarded);
      return guarded;
    },
    render(owner) {
      const outer = rendering;
      const known = renders.get(owner) ?? { inARow: 0, isSetIn: 0, since: now(), times: 0 };
      renders.set(owner, known);
      rendering = known;
      renderCount += 1;
      return () => (rendering = outer);
    },
    shown(owner) {
      const render = renders.get(owner);
      if (render) render.inARow = 0;
    },
    effect(run) {
      const outer = effect;
      effect = ++effectCount;
      try {
        return run();
      } finally {
        effect = outer;
      }
    },
    newCause() {
      cause += 1;
    },
  };
}
