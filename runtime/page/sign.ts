export const SIGN = 'data-vitrine-sign';

/** Nothing new for so long: the writing is elsewhere, in the data or at its end. */
const RESTS_AFTER_MS = 2_500;
const MAX_HEIGHT_PX = 20;
const GAP_PX = 3;
/** A swap that changes more places than these is followed only in the last of them. */
const MAX_CANDIDATES = 40;

const LOOK: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  top: '0',
  left: '0',
  width: '2px',
  borderRadius: '1px',
  background: 'var(--alive)',
  pointerEvents: 'none',
  zIndex: '2147483647',
  contain: 'strict',
  visibility: 'hidden',
};

export type Sign = {
  /** To the newest of what has changed. */
  moveTo(records: readonly MutationRecord[]): void;
  remove(): void;
};

/** A caret where the newest element appeared. It lies over the page and is no part of it: nothing moves for it. */
export function createSign(root: Element, reducedMotion: () => boolean): Sign {
  const element = document.createElement('div');
  element.setAttribute(SIGN, '');
  element.setAttribute('aria-hidden', 'true');
  Object.assign(element.style, LOOK);
  let newest: Node | null = null;
  let asked = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    asked = false;
    const box = newest?.isConnected ? caretOf(newest, root) : null;
    element.style.visibility = box ? 'visible' : 'hidden';
    if (!box) return;
    element.style.height = `${box.height}px`;
    element.style.transform = `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`;
  }

  /** Before the next paint, when the sizes are known anyway. */
  function drawSoon(): void {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  }

  function forget(): void {
    newest = null;
    drawSoon();
  }

  addEventListener('scroll', () => newest && drawSoon(), { capture: true, passive: true });
  addEventListener('resize', () => newest && drawSoon());

  return {
    moveTo(records) {
      const found = newestOf(records);
      if (!found) return;
      newest = found;
      if (!element.isConnected) {
        document.body.append(element);
        if (!reducedMotion()) element.animate([{ opacity: 1 }, { opacity: 0.3 }], { duration: 700, iterations: Infinity, direction: 'alternate', easing: 'ease-in-out' });
      }
      clearTimeout(rest);
      rest = setTimeout(forget, RESTS_AFTER_MS);
      drawSoon();
    },
    remove() {
      clearTimeout(rest);
      newest = null;
      element.remove();
    },
  };
}

/** Of everything that changed, what stands last in the document. */
function newestOf(records: readonly MutationRecord[]): Node | null {
  const changed = records.flatMap(({ type, target, addedNodes }) => (type === 'characterData' ? [target] : [...addedNodes]));
  let last: Node | null = null;
  for (const node of changed.slice(-MAX_CANDIDATES)) {
    if (!node.isConnected) continue;
    if (!last || last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) last = node;
  }
  return last;
}

type Caret = { x: number; y: number; height: number };

/** Behind the last letter of it, or before it where it has none; null where that can't be seen. */
function caretOf(node: Node, root: Element): Caret | null {
  const drawing = (node instanceof Element ? node : node.parentElement)?.closest('svg');
  const shown = drawing?.parentElement ?? node;
  if (shown.parentElement === root && shown instanceof Element && shown.matches('[data-slot=to-come]')) return null;
  const text = lastText(shown);
  const rect = text ? lastRect(text) : shown instanceof Element ? shown.getBoundingClientRect() : undefined;
  const holder = text?.parentElement ?? (shown as Element);
  if (!rect || (rect.width === 0 && rect.height === 0)) return null;
  const height = Math.min(MAX_HEIGHT_PX, rect.height);
  const caret = text
    ? { x: rect.right + GAP_PX, y: rect.top + (rect.height - height) / 2, height }
    : { x: Math.max(1, rect.left - GAP_PX - 2), y: rect.top, height };
  return isSeen(holder, text ? rect.right - 1 : rect.left + 1, rect.top + height / 2) ? caret : null;
}

function lastText(node: Node): Text | null {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let last: Text | null = node instanceof Text && node.data.trim() !== '' ? node : null;
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() !== '' && !text.parentElement?.closest('svg')) last = text;
  }
  return last;
}

function lastRect(text: Text): DOMRect | undefined {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].at(-1);
}

/** In view, not scrolled away in a box of its own, and not below a dialog. */
function isSeen(holder: Element, x: number, y: number): boolean {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && (hit.contains(holder) || holder.contains(hit));
}
