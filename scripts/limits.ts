/**
 * `npm run limits`: writes docs/LIMITS.md, every limit of the house with its number and its reason. Each room keeps its own constants, since what
 * they hold is there; this file only reads them. A limit is what is called MAX_… or …_SECONDS or …_DAYS, or stands in a limits.ts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.ts';

export const LIMITS_FILE = path.join(ROOT, 'docs', 'LIMITS.md');

const ROOMS = ['lib', 'runtime', 'app', 'components'];

export type Limit = { name: string; number: string; reason: string };

/** The limits of one file's text, in their order. A reason that stands over several is that of all of them; one without has an empty one. */
export function limitsOf(text: string, all: boolean): Limit[] {
  const limits: Limit[] = [];
  let reason = '';
  let reading = false;
  let group: string | null = null;
  for (const line of text.split('\n')) {
    const comment = /^ *(?:\/\*\*|\*(?!\/))\s?(.*?)\s*(?:\*\/)?$/.exec(line);
    if (comment && (reading || line.trimStart().startsWith('/**'))) {
      reason = `${reading ? `${reason} ` : ''}${comment[1]}`.trim();
      reading = !line.trimEnd().endsWith('*/');
      continue;
    }
    if (reading) {
      reading = !line.trimEnd().endsWith('*/');
      continue;
    }
    const opened = /^(?:export )?const ([A-Z][A-Z\d_]*LIMITS)(?:: [^=]+)? = \{$/.exec(line);
    if (opened || line === '};') {
      group = opened?.[1] ?? null;
      continue;
    }
    const field = group === null ? null : /^  (\w+): (.+?),$/.exec(line);
    if (field) {
      limits.push({ name: `${group}.${field[1]}`, number: numberOf(field[2]!), reason });
      continue;
    }
    const found = /^(?:export )?const ([A-Z][A-Z\d_]*)(?:: [^=]+)? = (.+?);(?:\s*\/\/\s*(.*))?$/.exec(line);
    if (!found) reason = '';
    else if (all || found[1]!.startsWith('MAX_') || (reason && /_(?:SECONDS|DAYS)$/.test(found[1]!))) limits.push({ name: found[1]!, number: numberOf(found[2]!), reason: reason || (found[3] ?? '') });
  }
  return limits;
}

/** As a person reads it: `8 * 1024` is 8,192. What is no sum stays as it is written. */
function numberOf(written: string): string {
  const plain = written.replace(/ as const$/, '');
  if (!/^[\d_.*+\s()-]+$/.test(plain)) return plain.replaceAll(/(?<=\d)_(?=\d)/g, ',').replaceAll("'", '');
  const value = plain.replaceAll('_', '').split('*').reduce((product, factor) => product * Number(factor), 1);
  return Number.isNaN(value) ? plain : value.toLocaleString('en');
}

/** All of them by file, as Markdown. @throws Error that names those without a reason */
export function limitsAsText(): string {
  const files = ROOMS.flatMap(filesBelow).map((file) => ({ file, limits: limitsOf(readFileSync(path.join(ROOT, file), 'utf8'), file.endsWith('/limits.ts')) }));
  const without = files.flatMap(({ file, limits }) => limits.filter(({ reason }) => reason === '').map(({ name }) => `${file}: ${name}`));
  if (without.length > 0) throw new Error(`These limits have no reason above them:\n${without.join('\n')}`);
  const count = files.reduce((sum, { limits }) => sum + limits.length, 0);
  const tables = files.filter(({ limits }) => limits.length > 0).map(({ file, limits }) => `## ${file}\n\n| limit | number | why |\n|---|--:|---|\n${limits.map(rowOf).join('\n')}\n`);
  return `# Limits\n\nEvery limit on what comes from outside, ${count} of them: its name, its number, and why it is that. \`npm run limits\` writes this file from the constants themselves;\na test holds it to them.\n\n${tables.join('\n')}`;
}

function rowOf({ name, number, reason }: Limit): string {
  return `| \`${name}\` | ${cell(number)} | ${cell(reason)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(?:test|d)\.tsx?$|suite\.ts$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !/\/(?:dist|fixtures)\//.test(file))
    .toSorted();
}

if (process.argv[1] === 'limits' || process.argv[1] === import.meta.filename) writeFileSync(LIMITS_FILE, limitsAsText());
