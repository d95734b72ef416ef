import { freeNames } from '../compile/free-names';
import { readImport } from '../compile/imports';
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

/** `bindings` are the names of all connections there are. A file that can't be read uses nothing. */
export function usedNames(source: Source, bindings: readonly string[]): UsedNames {
  const ui = freeNames(source['ui.tsx'], true);
  const data = freeNames(source['data.ts'], false);
  const imports = [...source['ui.tsx'].matchAll(/^import\b[^;]*?['"][^'"\n]+['"]/gm)].flatMap(([statement]) => readImport(statement)?.specifier ?? []);
  return {
    ui: ui.filter((name) => AMBIENT_NAMES.has(name) && name !== 'data'),
    icons: ui.filter((name) => name.endsWith(ICON_SUFFIX) && name !== ICON_SUFFIX),
    bindings: bindings.filter((name) => data.includes(name)),
    imports: [...new Set(imports)].filter((specifier) => Object.hasOwn(MODULES, specifier)),
  };
}
