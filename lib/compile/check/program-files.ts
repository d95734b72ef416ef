import { readFileSync } from 'node:fs';
import path from 'node:path';
import { iconDeclarations, iconNames } from './icons';

/**
 * The two TypeScript projects a program is checked as, as files in memory. They are two because the files run in two
 * worlds: `ui.tsx` in a browser with React and the kit, `data.ts` in an isolate that has the language and the bindings.
 * The ui project has a copy of data.ts, for its types only, and takes the bindings in as a module, so that ui.tsx does
 * not see them.
 */
export type ProgramFiles = {
  /** Everything below exists in memory only. */
  virtualRoot: string;
  uiProject: string;
  ui: string;
  /** The copy of data.ts that ui.tsx takes its types from. */
  dataForUi: string;
  dataProject: string;
  data: string;
  /** The text of each at the start: an empty program without bindings. */
  initial: Map<string, string>;
  bindingsForUi: string;
  bindings: string;
  /** Icons that the program mentions: see icons.ts. Null where no icons are ambient. */
  icons: { file: string; names: ReadonlySet<string> } | null;
};

/** `root` is a directory with React's types in its node_modules; `ambient` are absolute paths of declaration files. */
export function programFiles(root: string, ambient: readonly string[]): ProgramFiles {
  const virtualRoot = path.posix.join(toSlashes(root), '__check__');
  const at = (name: string) => path.posix.join(virtualRoot, name);
  const files = {
    virtualRoot,
    uiProject: at('ui/tsconfig.json'),
    ui: at('ui/ui.tsx'),
    dataForUi: at('ui/data.ts'),
    bindingsForUi: at('ui/bindings.d.ts'),
    dataProject: at('data/tsconfig.json'),
    data: at('data/data.ts'),
    bindings: at('data/bindings.d.ts'),
  };
  const dataGlobal = at('ui/data-global.d.ts');
  const allIcons = ambient.find((one) => path.basename(one) === ICONS);
  const icons = allIcons === undefined ? null : { file: at(`ui/${ICONS}`), names: iconNames(readFileSync(allIcons, 'utf8')) };
  const declared = [...ambient.filter((one) => one !== allIcons).map(toSlashes), ...(icons ? [icons.file] : [])];
  const uiRoots = [files.ui, dataGlobal, ...declared];
  const initial = new Map([
    [files.uiProject, config({ lib: ['es2023', 'dom', 'dom.iterable'], jsx: 'react-jsx', allowUmdGlobalAccess: true, paths: kitPaths(declared) }, uiRoots)],
    [files.ui, ''],
    [files.dataForUi, dataTextForUi('', [])],
    [files.bindingsForUi, bindingsTextForUi('', [])],
    // A namespace, so that ui.tsx may name data.ts's types too: `data.Row`.
    [dataGlobal, `export * from './data';\nexport as namespace data;\n`],
    [files.dataProject, config({ lib: ['es2023'] }, [files.data, files.bindings])],
    [files.data, ''],
    [files.bindings, ''],
  ]);
  if (icons) initial.set(icons.file, iconDeclarations(icons.names, ''));
  return { ...files, icons, initial };
}

const ICONS = 'icons.d.ts';

/** Packages whose imports the kit's own declarations answer: their real types, ten times as long, are not even read. */
const ANSWERED_BY: Record<string, string> = { recharts: 'modules.d.ts', 'lucide-react': ICONS };

function kitPaths(declared: readonly string[]): Record<string, string[]> {
  const found = Object.entries(ANSWERED_BY).map(([name, file]) => [name, declared.filter((one) => path.basename(one) === file)] as const);
  return Object.fromEntries(found.filter(([, files]) => files.length > 0).map(([name, files]) => [name, [...files]]));
}

/** data.ts as ui.tsx sees it. What is added comes after the end, so that all positions stay. */
export function dataTextForUi(text: string, bindingNames: readonly string[]): string {
  return `${text}\nimport { ${bindingNames.join(', ')} } from './bindings';\n`;
}

/** The bindings' declarations as a module. */
export function bindingsTextForUi(declarations: string, bindingNames: readonly string[]): string {
  return `${declarations}\nexport { ${bindingNames.join(', ')} };\n`;
}

function config(options: Record<string, unknown>, files: readonly string[]): string {
  const compilerOptions = {
    target: 'es2023',
    module: 'esnext',
    moduleResolution: 'bundler',
    // A file without an export is a module all the same: its names don't meet those of the browser.
    moduleDetection: 'force',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    ...options,
  };
  return JSON.stringify({ compilerOptions, files });
}

function toSlashes(file: string): string {
  return path.resolve(file).replaceAll('\\', '/');
}
