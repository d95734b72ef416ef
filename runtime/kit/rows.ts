/** One record, by column. Columns of a CSV file can be called anything, so rows are read through `fieldOf` only. */
export type Row = Record<string, unknown>;

/** What a component was given as data, read once at its door. */
export type RowSet = {
  rows: Row[];
  /** Nothing has come yet. */
  loading: boolean;
  /** The rows belong to earlier arguments. */
  stale: boolean;
  error: unknown;
  reload: (() => void) | undefined;
};

/** An array, nothing yet, or what useData gave. Whatever else is no rows. */
export function readRows(given: unknown): RowSet {
  if (Array.isArray(given)) return { rows: given.flatMap(asRow), loading: false, stale: false, error: null, reload: undefined };
  if (given === undefined || given === null) return { ...NO_ROWS, loading: true };
  if (typeof given !== 'object' || !('data' in given)) return NO_ROWS;
  const state = given as { data: unknown; error?: unknown; isStale?: unknown; reload?: unknown };
  const inner = readRows(Array.isArray(state.data) || state.data === undefined || state.data === null ? state.data : [state.data]);
  return {
    rows: inner.rows,
    loading: inner.loading && !state.error,
    stale: state.isStale === true,
    error: state.error ?? null,
    reload: typeof state.reload === 'function' ? (state.reload as () => void) : undefined,
  };
}

const NO_ROWS: RowSet = { rows: [], loading: false, stale: false, error: null, reload: undefined };

/** A list of plain values is a table of one column; holes are left out. */
function asRow(item: unknown): Row[] {
  if (item === null || item === undefined) return [];
  return [typeof item === 'object' ? (item as Row) : { value: item }];
}

/** A row's own value. `constructor` and the like are columns too, where a file has them. */
export function fieldOf(row: Row, key: string): unknown {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}
