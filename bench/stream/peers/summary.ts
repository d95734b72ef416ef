import type { Watched } from './watch.ts';

/** What one stream of one peer's text came to. */
export type Summary = {
  characters: number;
  chunks: number;
  /** How much of the text had been given when it was there, 0 to 1. */
  firstText: number;
  firstRow: number;
  /** Chunks after which the document changed. */
  states: number;
  removed: number;
  kept: boolean;
  /** Of the chunks after the typing, the share through which the field stayed as it was. */
  keptFor: number;
};

/** What a change came of is the last chunk that had been given before it, so whoever takes time is charged for it. */
export function summarize(watched: Watched, stream: { shownAt: number[]; characters: number; chunk: number; typedAt: number }): Summary {
  const { shownAt, characters } = stream;
  const chunksBefore = (at: number) => shownAt.filter((shown) => shown <= at).length;
  const fractionAt = (at: number | null) => (at === null ? 1 : Math.min(1, (chunksBefore(at) * stream.chunk) / characters));
  const typed = chunksBefore(stream.typedAt);
  const lost = watched.lostAt === null ? typed : chunksBefore(watched.lostAt) - 1;
  return {
    characters,
    chunks: shownAt.length,
    firstText: fractionAt(watched.firstTextAt),
    firstRow: fractionAt(watched.firstRowAt),
    states: new Set(watched.moments.map(({ at }) => chunksBefore(at))).size,
    removed: watched.moments.reduce((sum, { removed }) => sum + removed, 0),
    kept: watched.kept,
    keptFor: watched.kept ? 1 : Math.max(0, lost - typed) / Math.max(1, shownAt.length - typed),
  };
}
