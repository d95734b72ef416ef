/**
 * The nouns of the product. This file imports nothing, because everything speaks them.
 */

/** The two files of a program. `ui.tsx` has one default export; `data.ts` has exported async functions. */
export const FILE_NAMES = ['ui.tsx', 'data.ts'] as const;
export type FileName = (typeof FILE_NAMES)[number];

/** The text of a program's files. A file that was not written yet is the empty string. */
export type Source = Readonly<Record<FileName, string>>;

export const EMPTY_SOURCE: Source = { 'ui.tsx': '', 'data.ts': '' };

/** Lines and columns count from 1, columns in UTF-16 units. */
export type Position = { line: number; column: number };

/**
 * A positioned finding of the check or of a run. `file` is `reply` where the finding is about the reply itself
 * (a SEARCH text that does not match, an unknown file name).
 */
export type Diagnostic = {
  file: FileName | 'reply';
  start: Position;
  end?: Position;
  severity: 'error' | 'warning';
  /** Stable and machine readable: `ts2339`, `sql-unknown-column`, `import-not-allowed`, `edit-no-match`, … */
  code: string;
  /** One sentence, without position. */
  message: string;
  /** What would probably be right: the nearest name, the limit, the rule. */
  hint?: string;
  /** The line of code the finding points at, as written. */
  excerpt?: string;
};

/** An immutable Source with what the check found in it. `ordinal` counts from 1 within its program. */
export type Version = {
  id: string;
  programId: string;
  ordinal: number;
  source: Source;
  diagnostics: Diagnostic[];
  /** The prompt that led to it, or what was done ("Restored version 2"). */
  label: string;
  /** Who wrote it, and what that model wants back when it is asked to change it (the composer's Plan). */
  origin: { modelId: string; state?: unknown } | null;
  createdAt: string;
};

/** Who may open a program without a link: the person whose it is, or everybody in the team. */
export type Visibility = 'private' | 'team';

/** What a prompt makes. */
export type Program = {
  id: string;
  title: string;
  teamId: string;
  /** The person whose it is. */
  ownerId: string;
  visibility: Visibility;
  /** The version that is shown; null until a first reply ended well enough to show. */
  currentVersionId: string | null;
  createdAt: string;
  updatedAt: string;
};

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** True where both files are the same to the letter. */
export function sameSource(a: Source, b: Source): boolean {
  return FILE_NAMES.every((name) => a[name] === b[name]);
}
