import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Plugin, build } from 'esbuild';
import { styleSheet } from './style-sheet';
import { Refusal } from '../program/refusal';
import { type ProjectFiles, escapeHtml } from './project-files';
import type { UsedNames } from './used-names';
import { dataModule, exportedNames, importLine } from './template/vitrine/names';

/**
 * A project as one HTML file: its program, kit and snapshot bundled. It asks the network for nothing, and its own policy would not let
 * it. @throws Refusal 422 where the program can't be bundled
 */
export async function oneFile(title: string, files: ProjectFiles, used: UsedNames, root: string = process.cwd()): Promise<string> {
  const [js, css] = await Promise.all([bundle(files, used, root), styleSheet(files, root)]);
  const packed = (await promisify(gzip)(js, { level: 9 })).toString('base64');
  const start = startScript();
  const hash = createHash('sha256').update(start).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}' blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${css.replaceAll('</', '<\\/')}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    '<noscript>This interface needs JavaScript.</noscript>',
    `<script id="program" type="text/plain">${packed}</script>`,
    `<script>${start}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The program is kept gzipped, at a third of its size; every browser of the last years unpacks it. */
function startScript(): string {
  return [
    `const bytes=Uint8Array.from(atob(document.getElementById('program').textContent),(c)=>c.charCodeAt(0));`,
    `new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob()`,
    `.then((js)=>{const script=document.createElement('script');script.src=URL.createObjectURL(new Blob([js],{type:'text/javascript'}));document.body.append(script)})`,
    `.catch((error)=>{document.getElementById('root').textContent='This file could not be opened: '+error.message})`,
  ].join('');
}

async function bundle(files: ProjectFiles, used: UsedNames, root: string): Promise<string> {
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: ['src/main.tsx'],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2023',
      platform: 'browser',
      jsx: 'automatic',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent', // A failure throws with everything it has to say.
      // The kit makes each chart by this function at its top; a chart that isn't used is left out.
      pure: ['frame'],
      define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{}' },
      plugins: [onlyOf(files, used, root)],
    });
    return outputFiles![0]!.text;
  } catch (error) {
    const first = (error as { errors?: { text: string; location?: { file: string; line: number } | null }[] }).errors?.[0];
    if (!first) throw error;
    const where = first.location ? `${first.location.file.replace(/^\w+:/, '')}:${first.location.line}: ` : '';
    throw new Refusal(422, `The program can’t be put into one file. ${where}${first.text}`);
  }
}

const DATA = 'virtual:vitrine-data';

/**
 * The project's own files and the packages of its package.json, and nothing else of this machine: what a program imports is a
 * stranger's text.
 */
function onlyOf(files: ProjectFiles, used: UsedNames, root: string): Plugin {
  const { dependencies } = JSON.parse(files['package.json']!) as { dependencies: Record<string, string> };
  const given: Record<string, string> = {
    'src/ui.tsx': importLine([...used.ui, ...used.icons, 'data'], '@/ambient', DATA),
    'src/data.ts': importLine(exportedNames(files['src/bindings.ts']!), '@/bindings'),
  };
  return {
    name: 'project',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path: specifier, importer, namespace, kind, pluginData }) => {
        if (pluginData === PACKAGE) return undefined;
        if (kind === 'entry-point') return { path: specifier, namespace: 'project' };
        // What a package imports is the package's own business.
        if (namespace === 'file') return undefined;
        if (specifier === DATA) return { path: DATA, namespace: 'project' };
        if (importer === 'src/ui.tsx' && specifier === './data') return { path: DATA, namespace: 'project' };
        const asked = importer === 'src/ui.tsx' && specifier === 'recharts' ? '@/components/kit/recharts' : specifier;
        const own = ownFile(asked, importer, files);
        if (own) return { path: own, namespace: 'project' };
        const name = asked.split('/').slice(0, asked.startsWith('@') ? 2 : 1).join('/');
        if (!Object.hasOwn(dependencies, name)) return { errors: [{ text: `It imports '${specifier}', which the project doesn’t have.` }] };
        return resolve(asked, { kind, resolveDir: root, pluginData: PACKAGE });
      });
      onLoad({ filter: /.*/, namespace: 'project' }, ({ path: file }) => {
        if (file === DATA) return { contents: dataModule(files['src/data.ts']!, '@/data', '@/vitrine/data-functions'), loader: 'ts' };
        if (file.endsWith('.css')) return { contents: '', loader: 'empty' };
        return { contents: (given[file] ?? '') + files[file]!, loader: file.endsWith('.json') ? 'json' : file.endsWith('.tsx') ? 'tsx' : 'ts' };
      });
    },
  };
}

const PACKAGE = Symbol('package');

/** The project's file behind an import, null for a package's. */
function ownFile(specifier: string, importer: string, files: ProjectFiles): string | null {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return null;
  const stem = specifier.startsWith('@/') ? `src/${specifier.slice(2)}` : path.posix.join(path.posix.dirname(importer), specifier);
  return [stem, `${stem}.ts`, `${stem}.tsx`].find((one) => Object.hasOwn(files, one)) ?? null;
}
