/**
 * React's own tree, read and never written: what stands where, with which props and hooks. It is the only record of that, and
 * asking it costs a program nothing until somebody asks. Its fields are those of the one version of React that is built in here.
 */
export type Fiber = {
  type: unknown;
  memoizedProps: Readonly<Record<string, unknown>> | null;
  /** Of a function: its hooks, as a chain. */
  memoizedState: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
  stateNode: unknown;
};

/** More hooks than any component has; the chain may be something else's. */
const MAX_HOOKS = 500;

/** The top of the tree that is on the screen, null where nothing was rendered into `container`. */
export function topOf(container: Element): Fiber | null {
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'));
  const root = key && (container as unknown as Record<string, Fiber | null>)[key];
  return (root && (root.stateNode as { current?: Fiber } | null)?.current) || null;
}

/** What the hooks of a function hold: states, refs, and what useMemo keeps. */
export function* hookValues({ memoizedState }: Fiber): Generator<unknown> {
  let hook = memoizedState as { memoizedState?: unknown; next?: unknown } | null;
  for (let i = 0; i < MAX_HOOKS && typeof hook === 'object' && hook !== null && 'next' in hook; i++) {
    const kept = hook.memoizedState;
    yield Array.isArray(kept) ? kept[0] : kept;
    hook = hook.next as typeof hook;
  }
}

/** True for what is an element of the document itself. */
export function isElementFiber({ type, stateNode }: Fiber): boolean {
  return typeof type === 'string' && stateNode !== null;
}
