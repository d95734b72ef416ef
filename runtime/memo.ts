/**
 * Keeps finished top-level constants across swaps, so that effects and contexts which depend on them stay.
 * The compiler's key holds a hash of everything the constant is made of.
 */
export type ConstantMemo = {
  /** The `$.memo` of one evaluation. `isProvisional` tells whether a name of this evaluation is only a stand-in. */
  begin(isProvisional: (text: string) => boolean, touches: () => number): <Value>(key: string | undefined, make: () => Value) => Value;
  /** Forgets what the evaluation since `begin` didn't ask for. */
  sweep(): void;
};

export function createConstantMemo(): ConstantMemo {
  const values = new Map<string, unknown>();
  let asked = new Set<string>();
  return {
    begin(isProvisional, touches) {
      asked = new Set();
      return <Value>(key: string | undefined, make: () => Value): Value => {
        if (key === undefined) return make();
        asked.add(key);
        if (values.has(key)) return values.get(key) as Value;
        const before = touches();
        const value = make();
        // What was made with a part that isn't written yet must be made anew once it is.
        if (touches() === before && !isProvisional(make.toString())) values.set(key, value);
        return value;
      };
    },
    sweep() {
      for (const key of values.keys()) if (!asked.has(key)) values.delete(key);
    },
  };
}
