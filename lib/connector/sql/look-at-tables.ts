import type { Table } from '../../binding/binding';
import { type Looking, lookAtTable, type Outline, outlined } from './look-at-table';

/** Milliseconds that looking into all tables takes at most: a person waits for it. */
const MAX_LOOK_MS = 20_000;

/** Tables that are described at all: more than that nobody meant to connect. */
export const MAX_TABLES = 2_000;

/** What a database says of itself, as it is stored: its tables, and what a person should know. */
export type Description = { tables: Table[]; notes: string[] };

/** Looks into one table after the other, until the time is over. */
export async function lookAtTables(outlines: readonly Outline[], looking: Looking): Promise<Description> {
  const until = performance.now() + MAX_LOOK_MS;
  const tables: Table[] = [];
  let left = 0;
  for (const outline of outlines.slice(0, MAX_TABLES)) {
    const isTime = performance.now() < until;
    tables.push(isTime ? await lookAtTable(outline, looking) : outlined(outline));
    if (!isTime) left += 1;
  }
  const notes = [
    ...(left > 0 ? [`Of ${left} of its tables only names and types are known: looking into them took too long.`] : []),
    ...(outlines.length > MAX_TABLES ? [`Only the first ${MAX_TABLES.toLocaleString('en')} tables were read. Name the schemas that you need.`] : []),
  ];
  return { tables, notes };
}
