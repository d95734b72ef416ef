import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BLOCK_NAMES, CHART_FRAME_NAMES, CHART_PART_NAMES, FORMATTING_NAMES, KIT_FAMILIES } from '../program/ambient';

/** A file of the kit as a project has it: its path there, its text with imports that hold there, and what it needs. */
export type KitFile = { path: string; text: string; packages: string[] };

export type KitSources = {
  /** Where a name that generated code may use comes from: a module of the project, or a package. Null for a name of no kit. */
  moduleOf(name: string): { from: string; exported: string } | null;
  /** These modules (`@/components/ui/button`) with all that they import. @throws Error for one that isn't there */
  filesOf(modules: Iterable<string>): KitFile[];
};

/** Where the kit's folders are here, and in a project. */
const FOLDERS = [
  ['components/ui', 'src/components/ui'],
  ['runtime/kit/chart', 'src/components/kit/chart'],
  ['runtime/kit', 'src/components/kit'],
] as const;

/** Files that stand elsewhere in a project, as people know them from shadcn/ui. */
const MOVED: Record<string, string> = { 'components/ui/cn.ts': 'src/lib/utils.ts' };

/** Of the kit's own names those whose file isn't called after them. */
const OWN_FILES: Record<string, string> = { fmt: 'runtime/kit/fmt.ts', cn: 'components/ui/cn.ts', DataTable: 'runtime/kit/data-table.tsx', Badge: 'runtime/kit/badge.tsx' };

/** Under another name in its file. */
const RENAMED: Record<string, string> = { Legend: 'ChartLegend' };

const CHART_NAMES: ReadonlySet<string> = new Set([...CHART_FRAME_NAMES, ...CHART_PART_NAMES]);
const EXPORT = /^export (?:async )?(?:function|const|class) (\w+)/gm;
const IMPORT = /(\b(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?)'([^']+)'/g;

/** The kit's sources below the app's directory, read once. */
export function readKitSources(root: string): KitSources {
  const texts = new Map<string, string>(FOLDERS.flatMap(([folder]) => readdirSync(path.join(root, folder)).filter(isSource).map((name) => [`${folder}/${name}`, readFileSync(path.join(root, folder, name), 'utf8')] as const)));
  const charts = new Map([...texts].filter(([file]) => file.startsWith('runtime/kit/chart/')).flatMap(([file, text]) => [...text.matchAll(EXPORT)].map(([, name]) => [name!, file] as const)));
  const families = new Map(Object.entries(KIT_FAMILIES).flatMap(([family, names]) => names.map((name) => [name as string, `components/ui/${family}.tsx`] as const)));

  function fileOf(name: string): string | undefined {
    if (OWN_FILES[name]) return OWN_FILES[name];
    if (([...BLOCK_NAMES, ...FORMATTING_NAMES] as string[]).includes(name)) return `runtime/kit/${name.toLowerCase()}.tsx`;
    return families.get(name);
  }

  function withImports(file: string): { file: KitFile; needs: string[] } {
    const packages = new Set<string>();
    const needs: string[] = [];
    const text = texts.get(file)!.replaceAll(IMPORT, (_, head: string, from: string) => {
      if (!from.startsWith('.')) {
        packages.add(packageOf(from));
        return `${head}'${from}'`;
      }
      const needed = fileAt(path.posix.join(path.posix.dirname(file), from), texts);
      needs.push(needed);
      return `${head}'${specifier(file, needed)}'`;
    });
    return { file: { path: placeOf(file), text, packages: [...packages] }, needs };
  }

  return {
    moduleOf(name) {
      if (CHART_NAMES.has(name)) {
        const exported = RENAMED[name] ?? name;
        const file = charts.get(exported);
        return file ? { from: moduleAt(file), exported } : { from: 'recharts', exported: name };
      }
      const file = fileOf(name);
      return file ? { from: moduleAt(file), exported: name } : null;
    },
    filesOf(modules) {
      const found = new Map<string, KitFile>();
      const open = [...modules].map((module) => fileAt(hereOf(module), texts));
      for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (found.has(file)) continue;
        const made = withImports(file);
        found.set(file, made.file);
        open.push(...made.needs);
      }
      return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

const isSource = (name: string) => /\.tsx?$/.test(name) && !/\.(?:test|d)\.tsx?$/.test(name);

/** The package of an import: `radix-ui` of `radix-ui/internal`, with its scope where it has one. */
function packageOf(from: string): string {
  return from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/');
}

function placeOf(file: string): string {
  const [here, there] = FOLDERS.find(([folder]) => file.startsWith(`${folder}/`))!;
  return MOVED[file] ?? there + file.slice(here.length);
}

/** As it's imported in a project: `@/components/ui/button`. */
function moduleAt(file: string): string {
  return `@/${placeOf(file).slice('src/'.length).replace(/\.tsx?$/, '')}`;
}

/** The path here, without ending, of a project's module. */
function hereOf(module: string): string {
  const moved = Object.entries(MOVED).find(([file]) => moduleAt(file) === module)?.[0];
  if (moved) return moved.replace(/\.tsx?$/, '');
  const place = `src/${module.slice('@/'.length)}`;
  const [here, there] = FOLDERS.find(([, folder]) => place.startsWith(`${folder}/`)) ?? ['', ''];
  return here + place.slice(there.length);
}

function fileAt(stem: string, texts: ReadonlyMap<string, string>): string {
  const file = [stem, `${stem}.ts`, `${stem}.tsx`].find((one) => texts.has(one));
  if (file === undefined) throw new Error(`The kit has no file ${stem}.`);
  return file;
}

function specifier(from: string, to: string): string {
  const beside = path.posix.dirname(placeOf(from)) === path.posix.dirname(placeOf(to));
  return beside ? `./${path.posix.basename(placeOf(to)).replace(/\.tsx?$/, '')}` : moduleAt(to);
}
