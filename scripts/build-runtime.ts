/**
 * Bundles what runs outside of the app's own pages, into runtime/dist: the frame's document (proxy and guest in one file,
 * so that nothing in it has to be fetched) and the worker that compiles drafts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { __unstable__loadDesignSystem } from 'tailwindcss';
import { ASSETS_FOLDER, type SandboxAssets } from '../lib/sandbox/assets.ts';
import { shareReact } from '../runtime/share-react.ts';
import { ROOT } from './paths.ts';

const DIST = path.join(ROOT, ASSETS_FOLDER);

/** Makes runtime/dist anew. */
export async function buildRuntime(): Promise<void> {
  const [guest, charts, icons, proxy, worker] = await Promise.all([
    bundle('runtime/boot.ts'),
    bundle('runtime/boot-charts.ts', { plugins: [shareReact] }),
    bundle('runtime/boot-icons.ts', { plugins: [shareReact] }),
    bundle('runtime/proxy.ts'),
    bundle('lib/compile/worker.ts', { define: { KIT_CANDIDATES: JSON.stringify(await kitCandidates()) } }),
  ]);
  const frame = frameDocument(guest, { charts, icons }, proxy);
  const assets: SandboxAssets = {
    framePath: `/frame/${shortHash(frame)}.html`,
    workerPath: `/_vitrine/compile.${shortHash(worker)}.js`,
    scriptHashes: [guest, proxy].map((script) => createHash('sha256').update(script).digest('base64')),
  };
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  writeFileSync(path.join(DIST, path.basename(assets.framePath)), frame);
  writeFileSync(path.join(DIST, path.basename(assets.workerPath)), worker);
  writeFileSync(path.join(DIST, 'assets.json'), JSON.stringify(assets));
}

async function bundle(entry: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    platform: 'browser',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    alias: { '@': ROOT },
    loader: { '.css': 'text' },
    logLevel: 'silent', // A failure throws with everything it has to say.
    ...options,
    define: { 'process.env.NODE_ENV': '"production"', ...options.define },
  });
  return asInlineScript(outputFiles![0]!.text);
}

/** Inside a document a script must not spell its own end, nor the begin of a comment. */
function asInlineScript(js: string): string {
  return js.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '\\x3C!--');
}

/**
 * The proxy frame; within it the guest, which has no origin and inherits the proxy's policy. Charts and icons lie beside it
 * as inert text, which the guest evaluates where a program first needs it.
 */
function frameDocument(guest: string, late: Record<string, string>, proxy: string): string {
  const texts = Object.entries(late).map(([name, js]) => `<script type="text/plain" id="vitrine-${name}">${js}</script>`).join('');
  const inner = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="x-dns-prefetch-control" content="off"><title>Interface</title><style>${fontFace()}</style></head><body>${texts}<script>${guest}</script></body></html>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Interface</title><style>html,body,iframe{display:block;width:100%;height:100%;margin:0;border:0;overflow:hidden}</style></head><body><iframe title="Interface" sandbox="allow-scripts" allow="" referrerpolicy="no-referrer" srcdoc="${escapeAttribute(inner)}"></iframe><script>${proxy}</script></body></html>`;
}

/** The house's typeface as data, because a guest fetches nothing. */
function fontFace(): string {
  const font = readFileSync(path.join(ROOT, 'node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2')).toString('base64');
  return `@font-face{font-family:Geist;font-weight:100 900;font-display:block;src:url(data:font/woff2;base64,${font}) format('woff2')}`;
}

function escapeAttribute(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

const WORD = /[^\s'"`{}<>;]+/g;
const CLASS_NAME = /^[!@*a-z[-][\w\-:/.[\]()%#,&>+~*=!@]*$/i;

/**
 * Class names in the kit's own text: every word that Tailwind makes a rule of, wherever it stands. Telling strings from the
 * rest would take a parser.
 */
async function kitCandidates(): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of ['components/ui', 'runtime']) {
    for (const name of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /\.(test|d)\.tsx?$|^dist\//.test(name)) continue;
      for (const [word] of readFileSync(path.join(ROOT, folder, name), 'utf8').matchAll(WORD)) if (CLASS_NAME.test(word)) found.add(word);
    }
  }
  const words = [...found].sort();
  const rules = (await designSystem()).candidatesToCss(words);
  return words.filter((_, index) => rules[index] !== null);
}

/** Tailwind with the house's look, as the worker has it. */
function designSystem() {
  const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
  return __unstable__loadDesignSystem(`${read('node_modules/tailwindcss/theme.css')}\n${read('components/theme.css')}\n@tailwind utilities;`);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
