type Callback = (...args: never[]) => unknown;

/** Functions of the program that React calls while it puts a frame in place: what they throw would take the frame along. */
export type Callbacks = {
  /** The callback that throws nothing: the same one for the same callback. It gives a clean-up that throws nothing either. */
  of<C extends Callback>(callback: C): C;
};

export function createCallbacks(run: (callback: () => unknown) => unknown): Callbacks {
  const given = new WeakMap<Callback, Callback>();
  return {
    of<C extends Callback>(callback: C): C {
      const known = given.get(callback);
      if (known) return known as C;
      const guarded = ((...args: never[]) => {
        const result = run(() => callback(...args));
        return typeof result === 'function' ? () => void run(result as () => unknown) : () => {};
      }) as C;
      given.set(callback, guarded);
      return guarded;
    },
  };
}
