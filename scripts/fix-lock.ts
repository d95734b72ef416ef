/**
 * Puts optional platform packages back into package-lock.json. Where the registry in use lacks one (a Windows build, say),
 * npm leaves it out of the lock it writes, and `npm ci` then refuses that lock. Run after every change of dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.ts';

type Package = { version?: string; optionalDependencies?: Record<string, string>; optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[] };
type Lock = { packages: Record<string, Package> };

const OS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony', 'openbsd', 'netbsd', 'sunos', 'aix'];
const CPU = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32', 'arm'];
const FILE = path.join(ROOT, 'package-lock.json');

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as Lock;
const added: string[] = [];
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(at, name) || !/^\d/.test(version)) continue;
    const platform = platformOf(name);
    if (!platform) continue; // Not a platform's package: npm had another reason.
    const place = lock.packages[`node_modules/${name}`] ? `${at}/node_modules/${name}` : `node_modules/${name}`;
    lock.packages[place] = { version, ...platform, optional: true };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock was whole.' : `Put back ${added.length} optional packages.`);

/** Whether `name`, asked for by the package at `at`, resolves to an entry, looking upwards as Node does. */
function isLocked(at: string, name: string): boolean {
  for (let base = at; ; base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : '') {
    if (lock.packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}

/** What a package's name says about its platform: `@next/swc-win32-x64-msvc` → win32, x64. */
function platformOf(name: string): Pick<Package, 'os' | 'cpu' | 'libc'> | null {
  const words = name.split(/[-/]/);
  const os = OS.find((one) => words.includes(one) || (one === 'win32' && words.includes('windows')));
  const cpu = CPU.find((one) => words.some((word) => word === one || (one === 'arm' && word.startsWith('arm'))));
  if (!os && cpu !== 'wasm32') return null;
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') && os === 'linux' ? ['glibc'] : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc }), ...(os && { os: [os] }) };
}
