import { EndlessPart, Stopped } from './stopped';

/**
 * How many elements a program may make for one frame. This many take a fifth of a second on a laptop, and twice that from
 * the second frame on; a year's calendar or a heatmap of a few thousand cells stays well below.
 */
export const MAX_ELEMENTS = 10_000;

const SAYS = `It shows more than ${MAX_ELEMENTS.toLocaleString('en')} elements at once and was stopped; show fewer, or use DataTable, which pages.`;

/** A component takes as long as a few plain elements. */
const COMPONENT_WEIGHT = 3;

/** Counts the elements of a frame: of one component's render, and of all renders since the last frame reached the document. */
export type Elements = {
  /** A component of the program begins to render. */
  begin(component: string): void;
  /** The program makes an element. @throws Stopped where it's one too many */
  made(): void;
  /** What was made so far has reached the document, or was thrown away. */
  settle(): void;
};

export function createElements(): Elements {
  let rendering = '';
  let own = 0;
  let all = 0;
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
      // Many components made them together: the place where they all stand is given up.
      if (all > 2 * MAX_ELEMENTS) throw new EndlessPart(rendering, SAYS);
    },
    settle() {
      all = 0;
    },
  };
}
