import { isValidElement } from 'react';

/**
 * Remembers the only child of a component, which may be the first of several in the next piece of the text. Where the component
 * puts it between others, a list of one stands for it: to React an element in a place and a list there are different things, so
 * the child, and what was typed into it, would be lost when the second comes. As the component sees it, it stays an element.
 */
export function createOnlyChildren() {
  const known = new WeakSet<object>();
  return {
    /** For what a component of the program is given. */
    remember(children: readonly unknown[]): void {
      const [only] = children;
      if (children.length === 1 && isValidElement(only)) known.add(only);
    },
    /** For what stands in a tag. */
    place(children: readonly unknown[]): readonly unknown[] {
      if (children.length < 2) return children;
      return children.map((child) => (isValidElement(child) && known.has(child) ? [child] : child));
    },
  };
}
