const FADE_MS = 140;

/** So many at once are another page, and hundreds of animations would cost more than they show. */
const MAX_AT_ONCE = 60;

/** Lets what was added appear softly, each thing once: not what was only moved, nor what stands in something else that is new. */
export function fadeIn(records: readonly MutationRecord[]): void {
  const isElement = (node: Node) => node instanceof HTMLElement;
  const removed = new Set(records.flatMap(({ removedNodes }) => [...removedNodes]));
  const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => isElement(node) && !removed.has(node)));
  if (added.size > MAX_AT_ONCE) return;
  for (const node of added) {
    const element = node as HTMLElement;
    if (!element.isConnected || hasAncestorIn(element, added) || element.contains(document.activeElement)) continue;
    element.animate([{ opacity: 0, offset: 0 }], { duration: FADE_MS, easing: 'ease-out' });
  }
}

function hasAncestorIn(element: Element, set: ReadonlySet<Node>): boolean {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) if (set.has(parent)) return true;
  return false;
}
