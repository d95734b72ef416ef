import type { RowTable } from '../../plan';
import type { Editing } from '../editing';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, LETS, OK, trailing } from '../said/around';
import { namedColumns, saysKind } from '../targets';

const LEAD = leading('please', 'no', OK, 'now', 'and', CAN_I, LETS, I_WANT, I_WOULD_LIKE);
const END = trailing('please', 'instead', 'now', 'too', 'as\\s+well');
const WHAT = '(?:the\\s+)?([\\p{L}\\p{N}_][^,.;:!?]*?)(?:\\s+(?:columns?|fields?))?';
const FIRST = '(?:first|leftmost|(?:to|at|on|in|all\\s+the\\s+way\\s+to)\\s+(?:the\\s+)?(?:very\\s+)?(?:front|left|far\\s+left|start|beginning)|(?:as|in)\\s+the\\s+first\\s+(?:column|place)|up\\s+front|in\\s+front)';
const LAST = '(?:last|rightmost|(?:to|at|on|in|all\\s+the\\s+way\\s+to)\\s+(?:the\\s+)?(?:very\\s+)?(?:back|right|far\\s+right|end)|(?:as|in)\\s+the\\s+last\\s+(?:column|place))';
const PUT = '(?:(?:put|move|place|have|bring|show|shift|list|start\\s+with)\\s+)';
/** "put the total first", "date to the front", "total as the last column" */
const EDGE = new RegExp(`${LEAD}${PUT}?${WHAT}\\s+(?:(?:should|can|must)\\s+(?:be|come|go|stand)\\s+)?(${FIRST}|${LAST})${END}`, 'iu');
/** "move the date before the customer" */
const BESIDE = new RegExp(`${LEAD}${PUT}${WHAT}\\s+(?:right\\s+)?(before|in\\s+front\\s+of|left\\s+of|to\\s+the\\s+left\\s+of|after|behind|right\\s+of|to\\s+the\\s+right\\s+of|next\\s+to|beside)\\s+${WHAT}${END}`, 'iu');
/** "swap date and total" */
const SWAP = new RegExp(`${LEAD}(?:swap|switch|exchange)\\s+(?:the\\s+)?(?:columns?\\s+)?${WHAT}\\s+(?:and|with)\\s+${WHAT}${END}`, 'iu');

type Column = RowTable['columns'][number];

/** "put the total first": a column of the table in another place; false where none is named. */
export function placedColumn(editing: Editing, prompt: string): boolean {
  const table = editing.plan.blocks.find((b): b is RowTable => b.type === 'table' && b.asked !== false);
  if (!table) return false;
  const [, swapped, other] = SWAP.exec(prompt) ?? [];
  const [one, two] = [swapped, other].map((each) => columnCalled(editing, table, each));
  if (one && two && one !== two) return reordered(editing, table, table.columns.map((c) => (c === one ? two : c === two ? one : c)));
  const [, moved, edge] = EDGE.exec(prompt) ?? [];
  const [, what, where, beside] = BESIDE.exec(prompt) ?? [];
  const column = columnCalled(editing, table, moved ?? what);
  const rest = table.columns.filter((c) => c !== column);
  if (!column) return false;
  if (edge) return reordered(editing, table, new RegExp(`^${FIRST}$`, 'iu').test(edge) ? [column, ...rest] : [...rest, column]);
  const neighbour = columnCalled(editing, table, beside);
  if (!neighbour || neighbour === column) return false;
  const at = rest.indexOf(neighbour) + (/^(?:before|in\s+front|left|to\s+the\s+left)/i.test(where ?? '') ? 0 : 1);
  return reordered(editing, table, [...rest.slice(0, at), column, ...rest.slice(at)]);
}

function reordered(editing: Editing, table: RowTable, columns: Column[]): boolean {
  editing.replace(table, { ...table, columns });
  return true;
}

/** The table's one column that words name, by what stands above it or by its name. */
function columnCalled(editing: Editing, table: RowTable, words: string | undefined): Column | undefined {
  if (words === undefined) return undefined;
  const labelled = table.columns.find((c) => c.label.toLowerCase() === words.trim().toLowerCase());
  const [time, ...times] = /^(?:date|time|day|when)$/i.test(words.trim()) ? table.columns.filter((c) => c.format === 'date') : [];
  if (!labelled && time && times.length === 0) return time;
  const { wish, items } = editing.wishOf(words);
  // "put the cheapest first" is an order of the rows.
  const isName = items.every((i) => (i.mark === null || i.mark.is === 'filler') && i.used);
  if (labelled || !isName || saysKind(wish) || wish.conditions.length + wish.periods.length + wish.filters.length > 0) return labelled;
  const fields = [...namedColumns(wish), ...wish.entities.flatMap((e) => e.title ?? [])];
  const found = table.columns.filter((c) => fields.some((f) => f.table === c.table && f.column === c.column));
  return found.length === 1 ? found[0] : undefined;
}
