import { transform } from 'sucrase/dist/index.js';
import type { Draft } from '../draft/complete';
import type { FileName } from '../program/program';
import { hash } from './hash';
import { type ImportClause, readExportList, readImport } from './imports';
import { instrument } from './instrument';
import { type Names, readNames } from './names';

/** One top-level statement, read and stripped by itself: a statement that stays the same is never compiled again. */
export type Segment = {
  names: Names;
  /** What it says to the engine, with as many lines as the statement; empty for an import and for what is only a type. */
  js: string;
  hash: string;
  import: ImportClause | null;
  exported: { local: string; as: string }[];
  /** It declares what may be set anew, so that its value isn't told by its text. */
  isMutable: boolean;
};

/** A statement in a draft's code. */
export type Placed = { start: number; end: number; line: number };

const MUTABLE = /^(?:export\s+)?(?:let|var)\b/;
/** Every piece says it of itself; the whole file says it once. */
const MODULE_HEAD = /^"use strict";\s*(?:Object\.defineProperty\(exports, "__esModule", \{value: true\}\);)?/;

/** @throws sucrase's error, its place counted from the file's beginning */
export function compileSegment(file: FileName, draft: Draft, place: Placed): Segment {
  const text = draft.code.slice(place.start, place.end);
  try {
    const names = readNames(text, file === 'ui.tsx');
    const clause = readImport(text);
    const exported = readExportList(text);
    return {
      names,
      js: clause || exported ? '' : strip(instrument(draft, place, names.functions), file === 'ui.tsx').replace(MODULE_HEAD, ''),
      hash: hash(text),
      import: clause,
      exported: exported ?? [],
      isMutable: MUTABLE.test(text),
    };
  } catch (error) {
    throw inFile(error, place, draft.code);
  }
}

function strip(code: string, hasTags: boolean): string {
  return transform(code, {
    transforms: hasTags ? ['typescript', 'jsx', 'imports'] : ['typescript', 'imports'],
    jsxPragma: '$.jsx',
    jsxFragmentPragma: '$.Fragment',
    production: true,
    disableESTransforms: true,
    enableLegacyTypeScriptModuleInterop: true,
  }).code;
}

/** sucrase counts from where it was told to begin. */
function inFile(error: unknown, { start, line }: Placed, code: string): unknown {
  const { pos, loc } = error as { pos?: number; loc?: { line: number; column: number } };
  if (typeof pos === 'number') Object.assign(error as object, { pos: start + pos });
  if (loc) {
    const before = loc.line === 1 ? start - (code.lastIndexOf('\n', start - 1) + 1) : 0;
    Object.assign(error as object, { loc: { line: line + loc.line - 1, column: loc.column + before } });
  }
  return error;
}
