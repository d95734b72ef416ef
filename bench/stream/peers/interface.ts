/**
 * The interface that everybody makes: what e2e/fakes/replies/01.md asks for, shortened to what every peer can say. A heading, a
 * filter, three figures, a table, notes.
 */

export const TITLE = 'Open orders by region';
export const FILTER = 'Filter';
export const STATS = [
  ['Open orders', '128'],
  ['Value waiting', '$48,310'],
  ['Oldest', '61 days'],
] as const;
export const HEADER = ['Order', 'Customer', 'Region', 'Age', 'Total'] as const;
export const ROWS = [
  ['#1042', 'Ada Nilsson', 'North', '61 d', '$1,204.00'],
  ['#1057', 'Bruno Keller', 'South', '58 d', '$310.50'],
  ['#1063', 'Chidi Okafor', 'West', '44 d', '$2,980.00'],
  ['#1071', 'Dana Whitfield', 'East', '39 d', '$86.20'],
  ['#1088', 'Emre Yildiz', 'South', '33 d', '$742.90'],
  ['#1090', 'Freya Lindqvist', 'North', '27 d', '$1,515.00'],
  ['#1102', 'Goran Petrov', 'East', '18 d', '$64.75'],
  ['#1115', 'Hana Sato', 'West', '9 d', '$3,420.00'],
] as const;
export const NOTES_TITLE = 'Notes';
export const NOTES = [
  'Orders older than 30 days are called about first.',
  'The North warehouse is closed on Friday.',
  'Totals are without tax.',
] as const;

/** Every piece of text, in the order in which it stands on the screen. */
export const PIECES: readonly string[] = [TITLE, FILTER, ...STATS.flat(), ...HEADER, ...ROWS.flat(), NOTES_TITLE, ...NOTES];

/** What the screen says at the end, without any white space: where that stands is a matter of markup. */
export const SCREEN = withoutSpace(PIECES.join(''));

export function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
