import { transform } from 'sucrase/dist/index.js';
import type { CompiledComponent, CompiledFile } from '../bridge/messages';
import type { Draft } from '../draft/complete';
import { AMBIENT_NAMES, ICON_SUFFIX } from '../program/ambient';
import type { FileName } from '../program/program';
import { instrument } from './instrument';
import { freeNames, readNames } from './names';
import { Parts } from './parts';

/** Tailwind ignores what it does not know; words that can't be a class are not even asked for. */
const CLASS_NAME = /^[!@*a-z[-]\S*$/;

/** A number, a text or a regular expression alone is as good as kept when it is made anew. */
const PLAIN = /^(-?[\d._]+|"[^"\n]*"|'[^'\n]*'|`[^`$]*`|true|false|null)$/;

/** What compiling a file gives: what the guest gets, and words that may be names of classes. */
export type Compiled = { file: CompiledFile; candidates: string[] };

/** A draft as JavaScript for the guest. @throws sucrase's error, with `loc`, where it does not parse */
export function compileFile(file: FileName, draft: Draft): Compiled {
  const names = readNames(draft.code, file === 'ui.tsx');
  const parts = new Parts(draft, names);
  const free = freeNames(names);
  const { components, defaultExport } = withDefault(draft);
  const js = file === 'ui.tsx' ? strip(instrument(draft, memoKeys(draft, parts)), ['jsx']) : strip(instrument(draft, new Map()), []);
  const functions = file === 'data.ts' ? draft.functions.map((name) => ({ name, hash: parts.hashOf(name) ?? '' })) : [];
  return {
    file: { js: js + components.map(registration).join(''), free, components, defaultExport, functions },
    candidates: file === 'ui.tsx' ? classCandidates(names.literals) : [],
  };
}

function classCandidates(literals: string[]): string[] {
  return [...new Set(literals.flatMap((literal) => literal.split(/\s+/)))].filter((word) => CLASS_NAME.test(word));
}

function strip(code: string, tags: 'jsx'[]): string {
  return transform(code, {
    transforms: ['typescript', ...tags, 'imports'],
    jsxPragma: '$.jsx',
    jsxFragmentPragma: '$.Fragment',
    production: true,
    disableESTransforms: true,
    // A default import reads `default` of what `require` answers, without helpers around it.
    enableLegacyTypeScriptModuleInterop: true,
  }).code;
}

/** A default export that is an expression (`memo(App)`) is a component too, of which no more is known. */
function withDefault({ components, defaultExport }: Draft): { components: CompiledComponent[]; defaultExport: string | null } {
  if (defaultExport === null || components.some(({ name }) => name === defaultExport)) return { components, defaultExport };
  return { components: [...components, { name: 'default', hooks: [], hasJsx: true }], defaultExport: 'default' };
}

function registration({ name }: CompiledComponent): string {
  const value = name === 'default' ? 'exports.default' : name;
  return `\n;$.component(${JSON.stringify(name)},typeof ${value}==="undefined"?undefined:${value});`;
}

/** Keys for constants whose parts are all there. One that still leans on a part to come is made anew each time. */
function memoKeys({ code, constants }: Draft, parts: Parts): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { name, start, end } of constants) {
    if (PLAIN.test(code.slice(start, end)) || !parts.isComplete(name, isAmbient)) continue;
    keys.set(name, `${name}:${parts.hashOf(name)}`);
  }
  return keys;
}

function isAmbient(name: string): boolean {
  return AMBIENT_NAMES.has(name) || (name.endsWith(ICON_SUFFIX) && name !== ICON_SUFFIX);
}
