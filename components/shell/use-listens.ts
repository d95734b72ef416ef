import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page listens yet. Before that a button that was sent along is seen and pressed in vain: where much is loaded behind one, it waits. */
export function useListens(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
