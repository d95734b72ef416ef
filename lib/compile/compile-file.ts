import type { CompiledComponent, CompiledFile } from '../bridge/messages';
import type { Draft, DraftComponent } from '../draft/complete';
import { AMBIENT_NAMES, ICON_SUFFIX } from '../program/ambient';
import type { FileName } from '../program/program';
import { exportAssignments, importDeclarations } from './imports';
import { linesIn } from './instrument';
import { isFree } from './names';
import { Parts } from './parts';
import { type Segment, compileSegment } from './segment';

/** Tailwind ignores what it does not know; words that can't be a class are not even asked for. */
const CLASS_NAME = /^[!@*a-z[-]\S*$/;

const CONTEXT = /^(React\.)?createContext\b/;

/** What compiling a file gives: what the guest gets, and words that may be names of classes, of what is new in it. */
export type Compiled = { file: CompiledFile; candidates: string[] };

/** Compiles a file again and again while it grows. A statement that stays where and what it was is compiled once. */
export class FileCompiler {
  readonly #file: FileName;
  #known = new Map<string, Segment>();

  constructor(file: FileName) {
    this.#file = file;
  }

  /** A draft as JavaScript for the guest. @throws sucrase's error, with `loc`, where it does not parse */
  compile(draft: Draft): Compiled {
    const { segments, lines, added } = this.#segments(draft);
    const parts = new Parts(segments, draft.components.map(({ name }) => name));
    const hasTags = this.#file === 'ui.tsx';
    const components = withDefault(draft).map((component) => ({ ...component, ...parts.component(component.name) }));
    const functions = hasTags ? [] : draft.functions.map((name) => ({ name, hash: parts.hashOf(name) ?? '' }));
    return {
      file: {
        js: assemble(segments, lines, memoKeys(draft, parts)) + components.map(registration).join(''),
        free: freeNames(segments, parts),
        components,
        defaultExport: components.some(({ name }) => name === draft.defaultExport) ? draft.defaultExport : draft.defaultExport && 'default',
        functions,
      },
      candidates: hasTags ? classCandidates(added) : [],
    };
  }

  #segments(draft: Draft): { segments: Segment[]; lines: number[]; added: Segment[] } {
    const known = new Map<string, Segment>();
    const segments: Segment[] = [];
    const lines: number[] = [];
    const added: Segment[] = [];
    let line = 1;
    let at = 0;
    for (const { start, end } of statementsOf(draft)) {
      line += linesIn(draft.code, at, start);
      at = start;
      const key = `${line} ${draft.code.slice(start, end)}`;
      const segment = this.#known.get(key) ?? compileSegment(this.#file, draft, { start, end, line });
      if (!this.#known.has(key)) added.push(segment);
      known.set(key, segment);
      segments.push(segment);
      lines.push(line);
    }
    this.#known = known;
    return { segments, lines, added };
  }
}

/** All of the code: what a scan didn't get through is one more statement, and the parser says what is wrong with it. */
function statementsOf({ code, statements }: Draft): Draft['statements'] {
  const end = statements.at(-1)?.end ?? 0;
  const rest = code.slice(end).search(/\S/);
  return rest < 0 ? statements : [...statements, { start: end + rest, end: code.length }];
}

/** The statements one after the other, each in the line it stands in; imports before all, exported names after all. */
function assemble(segments: readonly Segment[], lines: readonly number[], keys: Record<string, string>): string {
  const imports = segments.flatMap((segment) => segment.import ?? []);
  const used = new Set(segments.flatMap(({ names, import: clause }) => (clause ? [] : names.uses.map(({ name }) => name))));
  let js = `"use strict";const $keys=${JSON.stringify(keys)};${importDeclarations(imports, (name) => used.has(name))}`;
  let line = 1;
  segments.forEach(({ js: own }, index) => {
    if (own === '') return;
    js += '\n'.repeat(Math.max(0, lines[index]! - line)) + own + ';';
    line = Math.max(line, lines[index]!) + linesIn(own, 0, own.length);
  });
  return js + exportAssignments(segments.flatMap(({ exported }) => exported));
}

function freeNames(segments: readonly Segment[], parts: Parts): string[] {
  const uses = segments.flatMap(({ names, import: clause }) => (clause ? [] : names.uses));
  return [...new Set(uses.filter((use) => isFree(use) && !parts.declares(use.name)).map(({ name }) => name))];
}

function classCandidates(segments: readonly Segment[]): string[] {
  const words = segments.flatMap(({ names }) => names.literals.flatMap((literal) => literal.split(/\s+/)));
  return [...new Set(words)].filter((word) => CLASS_NAME.test(word));
}

/** A default export that is an expression (`memo(App)`) is a component too, of which no more is known. */
function withDefault({ components, defaultExport }: Draft): DraftComponent[] {
  if (defaultExport === null || components.some(({ name }) => name === defaultExport)) return components;
  return [...components, { name: 'default', hooks: [], hasJsx: true, isWhole: true }];
}

function registration({ name }: CompiledComponent): string {
  const value = name === 'default' ? 'exports.default' : name;
  return `\n;$.component(${JSON.stringify(name)},typeof ${value}==="undefined"?undefined:${value});`;
}

/** Keys for constants whose parts are all there. One that still leans on a part to come is made anew each time. */
function memoKeys({ code, constants }: Draft, parts: Parts): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const { name, start, end } of constants) {
    // Another context would mount everything below its provider anew; of what it's made of, only its default can change.
    if (CONTEXT.test(code.slice(start, end))) keys[name] = `${name}:context`;
    else if (parts.freeOf(name).every(isAmbient)) keys[name] = `${name}:${parts.hashOf(name)}`;
  }
  return keys;
}

function isAmbient(name: string): boolean {
  return AMBIENT_NAMES.has(name) || (name.endsWith(ICON_SUFFIX) && name !== ICON_SUFFIX);
}
