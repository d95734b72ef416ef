import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Binding } from '../binding/binding';
import { declare } from '../binding/declare';
import { AMBIENT_NAMES, CHART_FRAME_NAMES, CHART_PART_NAMES, PROGRAM_HOOKS, REACT_NAMES } from '../program/ambient';
import type { Source } from '../program/program';
import { type KitSources, readKitSources } from './kit-sources';
import { type Manifest, MANIFEST_FILE } from './manifest';
import { packageJson } from './package-json';
import { readme } from './readme';
import type { Snapshot } from './snapshot';
import { type UsedNames, usedNames } from './used-names';

/** A project: its files' texts by path, with slashes. */
export type ProjectFiles = Record<string, string>;

export type ProjectInput = {
  manifest: Manifest;
  source: Source;
  /** Every connection there is; those that the program uses are declared. */
  bindings: readonly Binding[];
  snapshot: Snapshot;
  /** The app's directory, where the kit's sources and the template are. */
  root?: string;
};

const TEMPLATE = path.join('lib', 'project', 'template');

/** A program as an ordinary Vite project that runs by itself. The same input gives the same files. */
export function projectFiles({ manifest, source, bindings, snapshot, root = process.cwd() }: ProjectInput): ProjectFiles {
  const used = usedNames(source, bindings.map(({ name }) => name));
  const kit = readKitSources(root);
  const modules = modulesOf(used, kit);
  const kitFiles = kit.filesOf(modules.keys());
  const packages = new Set(kitFiles.flatMap((file) => file.packages));
  if (used.icons.length > 0 || used.imports.includes('lucide-react')) packages.add('lucide-react');
  if (hasCharts(used)) packages.add('recharts');
  const theme = readFileSync(path.join(root, 'components', 'theme.css'), 'utf8');
  return {
    ...template(root, manifest.title),
    ...Object.fromEntries(kitFiles.map((file) => [file.path, file.text])),
    ...chartModules(used, kit),
    'package.json': packageJson(manifest.title, packages, root),
    'README.md': readme(manifest, snapshot),
    [MANIFEST_FILE]: `${JSON.stringify(manifest, null, 2)}\n`,
    'src/ui.tsx': source['ui.tsx'],
    'src/data.ts': source['data.ts'],
    'src/ambient.ts': ambientModule(used, kit),
    'src/types/ambient.d.ts': ambientTypes(used, root),
    'src/bindings.ts': bindingsModule(used.bindings),
    'src/types/bindings.d.ts': bindingTypes(bindings.filter(({ name }) => used.bindings.includes(name))),
    'src/styles.css': `@import 'tailwindcss';\n\n${theme}`,
    'src/snapshot.json': `${JSON.stringify(snapshot)}\n`,
  };
}

/** What is the same in every project, below the template's folder. */
function template(root: string, title: string): ProjectFiles {
  const folder = path.join(root, TEMPLATE);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  const files = names.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  return Object.fromEntries(
    files.toSorted().map((file) => [file === 'gitignore' ? '.gitignore' : file, readFileSync(path.join(folder, file), 'utf8').replace('%TITLE%', escapeHtml(title))]),
  );
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const CHARTS = new Set<string>([...CHART_FRAME_NAMES, ...CHART_PART_NAMES]);

function hasCharts({ ui, imports }: UsedNames): boolean {
  return ui.some((name) => CHARTS.has(name)) || imports.includes('recharts') || imports.includes('@/components/ui/chart');
}

/** Names that are always there: they cost nothing, and whoever edits the project looks for them. */
const ALWAYS = ['cn', 'fmt', 'Failed', 'Loading'];

/** The kit's modules that are needed, with the names ui.tsx has of each without importing it. */
function modulesOf(used: UsedNames, kit: KitSources): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  const names = new Set([...ALWAYS, ...used.ui]);
  for (const name of names) {
    const found = kit.moduleOf(name);
    if (!found || found.from === 'recharts') continue;
    modules.set(found.from, [...(modules.get(found.from) ?? []), found.exported === name ? name : `${found.exported} as ${name}`]);
  }
  for (const specifier of used.imports) if (specifier.startsWith('@/') && specifier !== CHART_MODULE && !modules.has(specifier)) modules.set(specifier, []);
  if (hasCharts(used)) {
    const all = [...CHARTS].flatMap((name) => kit.moduleOf(name)?.from ?? []).filter((from) => from !== 'recharts');
    const needed = used.imports.includes('recharts') || used.imports.includes(CHART_MODULE) ? all : [];
    for (const from of [...needed, ANIMATION]) if (!modules.has(from)) modules.set(from, []);
  }
  return modules;
}

const CHART_MODULE = '@/components/ui/chart';
const ANIMATION = '@/components/kit/chart/animation';

/** `src/ambient.ts`: one line for each module. */
function ambientModule(used: UsedNames, kit: KitSources): string {
  const lines = [...modulesOf(used, kit)].filter(([, names]) => names.length > 0).map(([from, names]) => `export { ${names.toSorted().join(', ')} } from '${from}';`);
  const plain = used.ui.filter((name) => kit.moduleOf(name)?.from === 'recharts');
  return [
    '/**',
    ' * What ui.tsx may use without importing it, one line for each module: a name that is exported here is there. vitrine/plugin.ts sees to',
    ' * that. Add what you like.',
    ' */',
    `export { ${REACT_NAMES.filter((name) => name !== 'React').join(', ')} } from 'react';`,
    `export { default as React } from 'react';`,
    `export { ${PROGRAM_HOOKS.join(', ')} } from './vitrine/hooks';`,
    ...lines.toSorted(),
    ...(plain.length > 0 ? [`export { ${plain.join(', ')} } from 'recharts';`] : []),
    ...(used.icons.length > 0 ? [`export { ${used.icons.join(', ')} } from 'lucide-react';`] : []),
    ...(hasCharts(used) ? ['', `import { setChartAnimation } from '${ANIMATION}';`, 'setChartAnimation(true);'] : []),
    '',
  ].join('\n');
}

/** Where ui.tsx imports charts by itself: recharts with the theme's manners, and shadcn's frame around a chart. */
function chartModules(used: UsedNames, kit: KitSources): ProjectFiles {
  const exports = (names: readonly string[]) =>
    names.flatMap((name) => {
      const found = kit.moduleOf(name);
      return found && found.from !== 'recharts' ? [`export { ${found.exported === name ? name : `${found.exported} as ${name}`} } from '${found.from}';`] : [];
    });
  const tooltip = `export { ChartTooltip as Tooltip } from '${kit.moduleOf('ChartTooltip')?.from}';`;
  return {
    ...(used.imports.includes('recharts') && { 'src/components/kit/recharts.ts': [`export * from 'recharts';`, ...exports(CHART_PART_NAMES), tooltip, ''].join('\n') }),
    ...(used.imports.includes(CHART_MODULE) && { 'src/components/ui/chart.ts': [...exports(CHART_FRAME_NAMES), 'export type ChartConfig = Record<string, { label?: React.ReactNode; color?: string }>;', ''].join('\n') }),
  };
}

function bindingsModule(names: readonly string[]): string {
  const lines = names.map((name) => `export const ${name} = binding('${name}');`);
  return ['/** The connections that data.ts calls; vitrine/plugin.ts gives it these names. Their types are in types/bindings.d.ts. */', ...(names.length > 0 ? [`import { binding } from './vitrine/binding';`, ''] : []), ...lines, names.length > 0 ? '' : 'export {};\n'].join('\n');
}

/** Of a template's rows nothing is known here: the check that knows asks the database. */
function bindingTypes(bindings: readonly Binding[]): string {
  const declarations = declare([...bindings]).replaceAll('sql<Row = Record<string, unknown>>', 'sql<Row = any>');
  return `/** The connections as data.ts sees them. */\n${declarations}\n`;
}

const DECLARED = /^ {2}(?:var|function) (\w+)/;

/** The house's declarations of ambient names, without those that this project doesn't have. */
function ambientTypes({ ui, icons }: UsedNames, root: string): string {
  const has = new Set<string>([...REACT_NAMES, ...PROGRAM_HOOKS, ...ALWAYS, ...ui]);
  const lines = readFileSync(path.join(root, 'runtime', 'kit', 'ambient.d.ts'), 'utf8').split('\n');
  const kept = lines.filter((line) => {
    const name = DECLARED.exec(line)?.[1];
    return name === undefined || !AMBIENT_NAMES.has(name) || has.has(name);
  });
  const head = `/** Types of what ui.tsx uses without importing it. */\n`;
  const body = kept.join('\n').replace(/^\/\*\*[^]*?\*\/\n/, '');
  const drawn = icons.map((name) => `  var ${name}: LucideIcon;`).join('\n');
  return `${head}${body.replace(/^declare global \{$/m, `declare global {\n${drawn}`)}`;
}
