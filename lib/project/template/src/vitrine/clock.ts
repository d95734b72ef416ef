/**
 * From now on it is the moment of the snapshot, and time goes on from there: "this month" and "3 days ago" mean what they meant
 * when its rows were taken.
 */
export function holdClockAt(moment: string): void {
  const Real = Date;
  const behind = Real.now() - Real.parse(moment);
  globalThis.Date = new Proxy(Real, {
    construct: (target, args: []) => Reflect.construct(target, args.length > 0 ? args : [Real.now() - behind]),
    apply: () => new Real(Real.now() - behind).toString(),
    get: (target, key) => (key === 'now' ? () => Real.now() - behind : Reflect.get(target, key)),
  });
}
