/**
 * APIs as typed bindings: five specifications, from a hundred thousand to ten million tokens as they are. What a search of them costs, how often it
 * finds, and what others put before a model instead. Takes some minutes; no clock decides about anything but the figures.
 */
import { measurePeers } from './bindings/measure-peers.ts';
import { measureSearch } from './bindings/measure-search.ts';
import type { BenchRow } from './row.ts';

export async function run(): Promise<BenchRow[]> {
  return [...measureSearch(), ...(await measurePeers())];
}
