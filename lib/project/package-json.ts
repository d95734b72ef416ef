import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What builds a project, as it was tried together. The house's own parts come in the house's own versions. */
const BUILDERS = {
  '@tailwindcss/vite': '4.3.5',
  '@vitejs/plugin-react': '6.3.0',
  vite: '8.3.8',
} as const;

const ALWAYS = ['clsx', 'react', 'react-dom', 'tailwind-merge'];
const TOOLS = ['@types/node', '@types/react', '@types/react-dom', 'tailwindcss', 'typescript'];

/** The project's package.json, every version exact. `packages` are those that its kit imports. */
export function packageJson(title: string, packages: Iterable<string>, root: string): string {
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const versions = { ...own.devDependencies, ...own.dependencies, ...BUILDERS };
  const pinned = (names: Iterable<string>) => Object.fromEntries([...new Set(names)].toSorted().map((name) => [name, versionOf(name, versions)]));
  const json = {
    name: packageName(title),
    private: true,
    version: '0.0.0',
    type: 'module',
    scripts: { dev: 'vite', build: 'vite build', preview: 'vite preview', typecheck: 'tsc' },
    engines: { node: '>=22.12' },
    dependencies: pinned([...ALWAYS, ...packages]),
    devDependencies: pinned([...TOOLS, ...Object.keys(BUILDERS)]),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function versionOf(name: string, versions: Record<string, string>): string {
  const version = versions[name];
  if (version === undefined) throw new Error(`The kit imports ${name}, which package.json doesn’t name.`);
  return version;
}

/** `Open orders by region` → `open-orders-by-region`. */
export function packageName(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'interface';
}
