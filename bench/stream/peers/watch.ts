/** What is watched inside the document that a text is streamed into, from its first change to its last. */

export type Moment = {
  /** Milliseconds since the epoch, which compare across processes. */
  at: number;
  /** Elements that left the document with this change; those that were only moved don't count. */
  removed: number;
};

export type Watched = {
  moments: Moment[];
  firstTextAt: number | null;
  firstRowAt: number | null;
  /** The first moment at which the field that was typed into was gone, empty or no longer focused. */
  lostAt: number | null;
  kept: boolean;
  text: string;
};

declare global {
  interface Window {
    watch: { field(): Promise<void>; isTyped(): boolean; read(): Watched };
  }
}

type Expected = { root: string; pieces: readonly string[]; row: readonly string[]; typed: string };

/**
 * Begins to watch. Runs in the page or, for us, inside of the locked frame, so it's one function that uses nothing from
 * outside of itself. A text on the screen is one of the interface's, or the beginning of one: a placeholder is not.
 */
export function installWatch({ root: selector, pieces, row, typed }: Expected): void {
  const root = document.querySelector(selector)!;
  const moments: Moment[] = [];
  let firstTextAt: number | null = null;
  let firstRowAt: number | null = null;
  let field: HTMLInputElement | null = null;
  let lostAt: number | null = null;
  const fieldThere = Promise.withResolvers<void>();

  new MutationObserver((records) => {
    const at = performance.timeOrigin + performance.now();
    const gone = new Set(records.flatMap(({ removedNodes }) => [...removedNodes]).filter((node) => node instanceof Element && !node.isConnected) as Element[]);
    const removed = [...gone].reduce((sum, element) => sum + 1 + element.querySelectorAll('*').length, 0);
    moments.push({ at, removed });
    if (firstTextAt === null && showsText()) firstTextAt = at;
    if (firstRowAt === null && showsRow()) firstRowAt = at;
    if (root.querySelector('input')) fieldThere.resolve();
    if (field && lostAt === null && !isKept(field)) lostAt = at;
  }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });

  function showsText(): boolean {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim();
      if (text !== '' && pieces.some((piece) => piece.startsWith(text))) return true;
    }
    return false;
  }

  function showsRow(): boolean {
    const cells = [...root.querySelectorAll('td')].map((cell) => cell.textContent?.trim());
    return row.every((text) => cells.includes(text));
  }

  function isKept(input: HTMLInputElement): boolean {
    return input.isConnected && document.activeElement === input && input.value === typed;
  }

  window.watch = {
    field: () => fieldThere.promise,
    isTyped() {
      field = root.querySelector('input');
      return field !== null && isKept(field);
    },
    read: () => ({
      moments,
      firstTextAt,
      firstRowAt,
      lostAt,
      kept: field !== null && lostAt === null && isKept(field),
      text: (root as HTMLElement).innerText,
    }),
  };
}
