/** What hostile code may try on a database, as a table: `$t`, `$text`, `$number`, `$date` are a table and its columns. */
export type Traps = {
  /** Each ends with a reason, whatever it is. */
  refused: string[];
  /** Those of them that a check lets pass, since only running them shows what they are. */
  seenLate?: string[];
  /** Each runs, since all it does is read. */
  harmless: string[];
};
