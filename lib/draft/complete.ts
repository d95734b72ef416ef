/**
 * Half-written files as the longest module that parses and shows something. The text is scanned from its beginning each
 * time, which takes a tenth of a millisecond; pure, and without knowledge of what came before.
 */
import type { FileName } from '../program/program';
import type { Findings, FoundConstant, FoundFunction, FoundLoop, Refused } from './findings';
import { ProgramScanner } from './program-scanner';

export type Draft = {
  /** The module. It is the text up to `cut`, closed. */
  code: string;
  /** Length of the part of the text that is in `code`. */
  cut: number;
  /** True where nothing was left out but white space and comments. */
  whole: boolean;
  components: DraftComponent[];
  /** Name of the default export where its body has begun; `default` where it has no name. */
  defaultExport: string | null;
  /** Finished top-level constants of one name, with the offsets of the initialiser. */
  constants: FoundConstant[];
  /** Top-level statements with their offsets in `code`; the last one may have been closed early. */
  statements: { start: number; end: number }[];
  /** Bodies of loops, inner ones before outer ones. */
  loops: FoundLoop[];
  /** What no engine runs, where the scan came across it: nothing behind it is in the draft. */
  refused: Refused | null;
  /** Names of exported functions that are whole. */
  functions: string[];
};

export type DraftComponent = {
  name: string;
  /** Names in order; in place of a hook of the file's own stand the hooks inside of it, after its name. */
  hooks: string[];
  /** False while nothing of its last return has arrived. */
  hasJsx: boolean;
  /** True once its last character has arrived. */
  isWhole: boolean;
};

/** `ui.tsx` as far as it can be shown; null while no component has begun. */
export function complete(text: string): Draft | null {
  return shownDraft(new ProgramScanner(text, true));
}

/** `data.ts` as far as it can be called; null while no exported function is whole. */
export function completeData(text: string): Draft | null {
  return shownDraft(new ProgramScanner(text, false));
}

/** What a scan gives of a file; null while nothing of it can be shown or called. */
export function shownDraft(scanner: ProgramScanner): Draft | null {
  const whole = scanner.scan();
  const draft = draftOf(scanner, whole);
  const shown = scanner.hasTags ? draft.components.length > 0 || draft.defaultExport !== null : draft.functions.length > 0;
  return shown ? draft : null;
}

/** A whole file: `code` is all of the text, whatever may be wrong with it. */
export function survey(text: string, file: FileName): Draft {
  // What ends with the text is finished: the semicolon is what a scan waits for to know.
  const scanner = new ProgramScanner(`${text}\n;`, file === 'ui.tsx');
  const whole = scanner.scan();
  const draft = draftOf(scanner, whole);
  const statements = draft.statements.filter(({ start }) => start < text.length);
  return {
    ...draft,
    code: respelt(text, scanner.found),
    cut: text.length,
    statements: statements.map(({ start, end }) => ({ start, end: Math.min(end, text.length) })),
  };
}


function draftOf(scanner: ProgramScanner, whole: boolean): Draft {
  const { position: cut, suffix } = scanner.cuts;
  const { found, text } = scanner;
  const code = respelt(text.slice(0, cut), found) + suffix;
  return {
    code,
    cut,
    whole,
    components: componentsBefore(cut, found),
    defaultExport: defaultBefore(cut, found),
    constants: found.constants.filter((constant) => constant.end <= cut),
    statements: found.statements.filter(({ start }) => start < cut).map(({ start, end }) => ({ start, end: Math.min(end ?? code.length, code.length) })),
    refused: found.refused,
    loops: found.loops.filter((loop) => loop.end <= cut),
    functions: found.exported.filter(({ end }) => end <= cut).map(({ name }) => name),
  };
}

/** The text with some names spelt otherwise, in as many characters. */
function respelt(text: string, { respelt: changes }: Findings): string {
  let code = '';
  let from = 0;
  for (const change of changes) {
    if (change.start + change.text.length > text.length) break;
    code += text.slice(from, change.start) + change.text;
    from = change.start + change.text.length;
  }
  return code + text.slice(from);
}

function defaultBefore(cut: number, found: Findings): string | null {
  const own = found.functions.find(({ isDefault, start }) => isDefault && start <= cut);
  if (own) return own.name;
  return found.defaultExport && found.defaultExport.at <= cut ? found.defaultExport.name : null;
}

function componentsBefore(cut: number, found: Findings): DraftComponent[] {
  return found.functions
    .filter(({ kind, start }) => kind === 'component' && start <= cut)
    .map((component) => ({
      name: component.name,
      hooks: hooksBefore(cut, component, found.functions, new Set()),
      hasJsx: (component.end ?? Infinity) <= cut || (component.jsxAt ?? Infinity) <= cut,
      isWhole: (component.end ?? Infinity) <= cut,
    }));
}

/** Hooks called before the cut. A hook of the file's own changes the list when it arrives and when it is changed. */
function hooksBefore(cut: number, of: FoundFunction, all: FoundFunction[], seen: Set<FoundFunction>): string[] {
  if (seen.has(of)) return [];
  seen.add(of);
  return of.hooks
    .filter(({ at }) => at < cut)
    .flatMap(({ name }) => {
      const own = all.find((other) => other.kind === 'hook' && other.name === name && (other.end ?? Infinity) <= cut);
      return own ? [name, ...hooksBefore(cut, own, all, seen)] : [name];
    });
}
