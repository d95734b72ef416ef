/** Names as the properties of a row: a second `id` becomes `id_1`, as in a table that DuckDB makes of the query. */
export function columnNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let i = 1; taken.has(free); i++) free = `${name}_${i}`;
    taken.add(free);
    return free;
  });
}
