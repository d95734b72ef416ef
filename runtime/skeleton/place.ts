/** Where a skeleton stands: inside of a table it has to be a row or a cell, in a text a word, in a drawing nothing. */
export type Place = {
  kind: 'block' | 'rows' | 'row' | 'cell' | 'item' | 'inline' | 'nowhere';
  /** How many cells the table's other rows have. */
  columns: number;
  /** In a row of flexible boxes it takes its share of the width. */
  isFlexible: boolean;
  isInCard: boolean;
  isRoot: boolean;
};

export const IN_BLOCK: Place = { kind: 'block', columns: 0, isFlexible: false, isInCard: false, isRoot: false };

const TEXT_TAGS = new Set(['p', 'span', 'a', 'button', 'label', 'strong', 'em', 'b', 'i', 'small', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dt', 'code', 'summary', 'figcaption']);
const NOWHERE_TAGS = new Set(['select', 'optgroup', 'option', 'datalist', 'textarea', 'colgroup']);
const SVG = 'http://www.w3.org/2000/svg';

/** What may stand directly inside of an element. */
export function kindOfPlace(tag: string, namespace: string | null): Place['kind'] {
  if (namespace === SVG && tag !== 'foreignobject') return 'nowhere';
  if (NOWHERE_TAGS.has(tag)) return 'nowhere';
  if (tag === 'table') return 'rows';
  if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') return 'row';
  if (tag === 'tr') return 'cell';
  if (tag === 'ul' || tag === 'ol' || tag === 'menu') return 'item';
  return TEXT_TAGS.has(tag) ? 'inline' : 'block';
}

/** The place below an element of the document. Reads its style, so not to be asked more often than once a mount. */
export function placeIn(parent: Element): Place {
  const { display, flexDirection } = getComputedStyle(parent);
  const kind = kindOfPlace(parent.tagName.toLowerCase(), parent.namespaceURI);
  return {
    kind: kind === 'block' && display.startsWith('inline') ? 'inline' : kind,
    columns: parent.closest('table')?.rows[0]?.cells.length ?? 0,
    isFlexible: display.endsWith('flex') && flexDirection.startsWith('row'),
    isInCard: parent.closest('[data-slot=card]') !== null,
    isRoot: parent.id === 'root',
  };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return (Object.keys(a) as (keyof Place)[]).every((key) => a[key] === b[key]);
}
