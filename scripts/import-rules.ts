/**
 * Which room may import which. The table is the house's plan (ARCHITECTURE.md draws it); a wrong arrow fails the check.
 * `types` arrows may only be `import type`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.ts';

type Rule = { imports: string[]; types?: string[] };

const ROOMS: Record<string, Rule> = {
  'lib/program': { imports: [] },
  'lib/binding': { imports: [] },
  'lib/config': { imports: [] },
  'lib/telemetry': { imports: [] },
  'lib/reply': { imports: ['lib/program'] },
  'lib/draft': { imports: ['lib/program'] },
  'lib/bridge': { imports: ['lib/program'] },
  'lib/connector': { imports: ['lib/binding'] },
  'lib/compile': { imports: ['lib/program', 'lib/binding', 'lib/draft'], types: ['lib/bridge', 'lib/connector'] },
  'lib/composer': { imports: ['lib/program', 'lib/binding', 'lib/reply'] },
  'lib/sandbox': { imports: ['lib/bridge', 'lib/program'], types: ['lib/compile'] },
  'lib/model': { imports: ['lib/telemetry', 'lib/compile', 'lib/reply', 'lib/program', 'lib/binding', 'lib/composer'] },
  'lib/store': { imports: ['lib/program', 'lib/config'], types: ['lib/model', 'lib/binding'] },
  'lib/auth': { imports: ['lib/config', 'lib/program', 'lib/store'] },
  'lib/connection': { imports: ['lib/store', 'lib/connector', 'lib/binding', 'lib/config'] },
  'lib/grant': { imports: ['lib/telemetry', 'lib/compile', 'lib/program', 'lib/auth', 'lib/store', 'lib/connection', 'lib/connector', 'lib/binding', 'lib/bridge'] },
  'lib/conversation': {
    imports: ['lib/telemetry', 'lib/model', 'lib/compile', 'lib/reply', 'lib/connection', 'lib/store', 'lib/program', 'lib/binding', 'lib/composer', 'lib/config', 'lib/grant', 'lib/sandbox'],
    types: ['lib/connector', 'lib/auth', 'lib/bridge'],
  },
  'lib/project': {
    imports: ['lib/program', 'lib/binding', 'lib/compile', 'lib/connection', 'lib/grant', 'lib/conversation', 'lib/sandbox', 'lib/store', 'lib/config', 'lib/auth'],
    types: ['lib/bridge'],
  },
  'lib/share': {
    imports: ['lib/telemetry', 'lib/compile', 'lib/program', 'lib/store', 'lib/connection', 'lib/grant', 'lib/sandbox', 'lib/config', 'lib/binding', 'lib/auth'],
    types: ['lib/bridge'],
  },
  'lib/client': { imports: ['lib/program', 'lib/reply'], types: ['lib/model', 'lib/bridge', 'lib/connector', 'lib/connection', 'lib/grant', 'lib/store', 'lib/share', 'lib/sandbox'] },
  runtime: { imports: ['components/ui', 'lib/bridge', 'lib/program'], types: ['lib/compile'] },
  'components/ui': { imports: [] },
  components: {
    imports: ['lib/program', 'lib/sandbox', 'lib/draft', 'lib/reply', 'lib/client', 'components/ui', 'lib/binding'],
    types: ['lib/model', 'lib/bridge', 'lib/connector', 'lib/connection', 'lib/share'],
  },
};

/** The longest room a file stands in; app, scripts, e2e and bench may import everything but app. */
function roomOf(file: string): string | null {
  return Object.keys(ROOMS).filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0] ?? null;
}

const IMPORT = /\b(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import against the plan, as `file → target: why`. */
export function wrongImports(): string[] {
  return ['lib', 'runtime', 'components', 'app'].flatMap(filesBelow).flatMap(wrongImportsOf);
}

function wrongImportsOf(file: string): string[] {
  const room = roomOf(file);
  const found: string[] = [];
  for (const [, type, from, dynamic] of readFileSync(path.join(ROOT, file), 'utf8').matchAll(IMPORT)) {
    const target = resolve(file, from ?? dynamic ?? '');
    if (!target) continue;
    if (target.startsWith('app/') && !file.startsWith('app/')) found.push(`${file} → ${target}: nothing imports app`);
    const to = roomOf(target);
    if (!room || !to || room === to || isAllowed(ROOMS[room]!, to, type !== undefined)) continue;
    found.push(`${file} → ${target}: ${room} may not import ${to}${ROOMS[room]!.types?.includes(to) ? ' except as types' : ''}`);
  }
  return found;
}

function isAllowed(rule: Rule, to: string, asType: boolean): boolean {
  return rule.imports.includes(to) || (asType && (rule.types?.includes(to) ?? false));
}

/** A path below the root, or null for a package. */
function resolve(file: string, specifier: string): string | null {
  if (specifier.endsWith('.css')) return null; // text, no code
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (!specifier.startsWith('.')) return null;
  return path.join(path.dirname(file), specifier);
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$|contract-suite|operations-suite/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('/dist/') && !file.startsWith('lib/project/template/'));
}
