import type { Block } from '../../plan';

/** Where a block is to go: the edge of the page, or beside others. */
export type Place = 'top' | 'bottom' | 'up' | 'down' | 'above' | 'below' | 'beside';

const PLACES: [RegExp, Place][] = [
  [/\b(next to|beside|alongside|side by side with|to the right of|right of)\b/i, 'beside'],
  [/\b(above|before|over|ahead of|in front of|on top of)\b/i, 'above'],
  [/\b(below|under|underneath|beneath|after|behind|following)\b/i, 'below'],
  [/\b(to|on|at|up to)?\s*(the\s+)?(very\s+)?(top|first|start|beginning)\b/i, 'top'],
  [/\b(to|on|at|down to)?\s*(the\s+)?(very\s+)?(bottom|last|end)\b/i, 'bottom'],
  [/\b(up|higher)\b/i, 'up'],
  [/\b(down|lower)\b/i, 'down'],
];

/** The place that a follow-up names, and the words around it; null where there is none. */
export function placeOf(text: string): { place: Place; before: string; after: string } | null {
  for (const [pattern, place] of PLACES) {
    const match = pattern.exec(text);
    if (match) return { place, before: text.slice(0, match.index), after: text.slice(match.index + match[0].length) };
  }
  return null;
}

/** The blocks in their new order. `beside` are those that "above" and "below" are said of. */
export function moved(blocks: readonly Block[], targets: readonly Block[], place: Place, beside: readonly Block[]): Block[] {
  const rest = blocks.filter((b) => !targets.includes(b));
  const at = insertAt(blocks, rest, targets, place, beside);
  return [...rest.slice(0, at), ...targets, ...rest.slice(at)];
}

function insertAt(blocks: readonly Block[], rest: readonly Block[], targets: readonly Block[], place: Place, beside: readonly Block[]): number {
  const first = blocks.indexOf(targets[0] as Block);
  const places = beside.map((b) => rest.indexOf(b)).filter((i) => i >= 0);
  switch (place) {
    case 'top':
      return 0;
    case 'bottom':
      return rest.length;
    case 'up':
      return Math.max(0, first - 1);
    case 'down':
      return Math.min(rest.length, first + 1);
    case 'above':
      return places.length ? Math.min(...places) : 0;
    case 'below':
    case 'beside':
      return places.length ? Math.max(...places) + 1 : rest.length;
  }
}
