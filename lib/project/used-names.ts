import { readImport } from '../compile/imports';
import { isFree, readNames } from '../compile/names';
import { AMBIENT_NAMES, ICON_SUFFIX, MODULES } from '../program/ambient';
import type { Source } from '../program/program';

/** What a program takes from outside of its two files. */
export type UsedNames = {
  /** Ambient names of ui.tsx, React's and the hooks among them; not `data`. */
  ui: string[];
  icons: string[];
  /** Connections that data.ts uses. */
  bindings: string[];
  /** Modules that ui.tsx imports by itself: `@/components/ui/button`, `recharts`. */
  imports: string[];
};

const NOTHING = { declared: [] as string[], uses: [], literals: [], functions: [] };

/** `bindings` are the names of all connections there are. A file that can't be read uses nothing. */
export function usedNames(source: Source, bindings: readonly string[]): UsedNames {
  const ui = freeIn(source['ui.tsx'], true);
  const data = freeIn(source['data.ts'], false);
  const imports = [...source['ui.tsx'].matchAll(/^import\b[^;]*?['"][^'"\n]+['"]/gm)].flatMap(([statement]) => readImport(statement)?.specifier ?? []);
  return {
    ui: ui.filter((name) => AMBIENT_NAMES.has(name) && name !== 'data'),
    icons: ui.filter((name) => name.endsWith(ICON_SUFFIX) && name !== ICON_SUFFIX),
    bindings: bindings.filter((name) => data.includes(name)),
    imports: [...new Set(imports)].filter((specifier) => Object.hasOwn(MODULES, specifier)),
  };
}

function freeIn(text: string, hasTags: boolean): string[] {
  const { declared, uses } = read(text, hasTags);
  return [...new Set(uses.filter((use) => isFree(use) && !declared.includes(use.name)).map(({ name }) => name))].toSorted();
}

function read(text: string, hasTags: boolean) {
  try {
    return readNames(text, hasTags);
  } catch {
    return NOTHING;
  }
}
