import { EndlessPart, Stopped } from './stopped';

/**
 * How many elements a component may make for one frame: this many take a fifth of a second on a laptop. A year's calendar or
 * a heatmap of a few thousand cells stays well below.
 */
export const MAX_ELEMENTS = 10_000;
/** All components together. One takes as long as a few plain elements. */
const MAX_TOGETHER = 20_000;
const COMPONENT_WEIGHT = 3;

const SAYS = `It shows more than ${MAX_ELEMENTS.toLocaleString('en')} elements at once and was stopped; show fewer, or use DataTable, which pages.`;

/** Counts the elements of a frame: of one component's render, and of all renders since the last frame reached the document. */
export type Elements = {
  /** A component of the program begins to render. */
  begin(component: string): void;
  /** The program makes an element. @throws Stopped where it's one too many */
  made(): void;
  /** Why no more components may run for this frame; null while they may. */
  over(): EndlessPart | null;
  /** What was made so far has reached the document, or was thrown away. */
  settle(): void;
};

export function createElements(): Elements {
  let rendering = '';
  let own = 0;
  let all = 0;
  let over: EndlessPart | null = null;
  return {
    begin(component) {
      rendering = component;
      own = 0;
      all += COMPONENT_WEIGHT;
    },
    made() {
      own += 1;
      all += 1;
      if (own > MAX_ELEMENTS) {
        all -= own;
        own = 0;
        throw new Stopped('render', SAYS);
      }
      if (all > MAX_TOGETHER) throw (over ??= new EndlessPart(rendering, SAYS));
    },
    over: () => over,
    settle() {
      all = 0;
      over = null;
    },
  };
}
