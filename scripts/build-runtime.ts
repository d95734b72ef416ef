/**
 * Bundles what runs outside of the app's own pages, into runtime/dist: the frame's document, what the host sends into it
 * later, and the worker that compiles drafts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { type BuildOptions, build, transform } from 'esbuild';
import { __unstable__loadDesignSystem } from 'tailwindcss';
import { ASSETS_FOLDER, type SandboxAssets } from '../lib/sandbox/assets.ts';
import { iconTable } from '../runtime/kit/icons.ts';
import { shareModules } from '../runtime/share-modules.ts';
import { frameDocument } from './frame-document.ts';
import { ROOT } from './paths.ts';

const DIST = path.join(ROOT, ASSETS_FOLDER);

/** Makes runtime/dist anew. */
export async function buildRuntime(): Promise<void> {
  const late: BuildOptions = { plugins: [shareModules(ROOT)] };
  const kit = await kitCandidates();
  const [guest, charts, calendar, proxy, share, worker] = await Promise.all([
    bundle('runtime/boot.ts'),
    bundle('runtime/boot-charts.ts', late),
    bundle('runtime/boot-calendar.ts', late),
    bundle('runtime/proxy.ts'),
    bundle('components/shared-page/main.ts'),
    bundle('lib/compile/worker.ts', { define: { KIT_CANDIDATES: JSON.stringify(kit) } }),
  ]);
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  const assets: SandboxAssets = {
    framePath: put('/frame/', '', '.html', frameDocument(guest, proxy)),
    workerPath: put('/_vitrine/', 'compile.', '.js', worker),
    sharePath: put('/_vitrine/', 'share.', '.js', share),
    latePaths: {
      icons: put('/_vitrine/', 'icons.', '.json', JSON.stringify(iconTable())),
      charts: put('/_vitrine/', 'charts.', '.js', charts),
      calendar: put('/_vitrine/', 'calendar.', '.js', calendar),
      typeface: put('/_vitrine/', 'geist.', '.woff2', readFileSync(path.join(ROOT, 'node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2'))),
    },
    scriptHashes: [guest, proxy].map((script) => createHash('sha256').update(script).digest('base64')),
  };
  writeFileSync(path.join(DIST, 'assets.json'), JSON.stringify(assets));
  writeFileSync(path.join(DIST, 'styles.json'), JSON.stringify({ ...STYLES, kit, page: await pageStyle(assets.latePaths.typeface) }));
  await Promise.all(readdirSync(DIST).filter((name) => !['assets.json', 'styles.json'].includes(name) && !name.endsWith('.woff2')).map(compress));
}

/** What the server makes style sheets of finished programs from: the worker has the same texts in it. */
const STYLES = {
  theme: readText('node_modules/tailwindcss/theme.css'),
  preflight: readText('node_modules/tailwindcss/preflight.css'),
  utilities: readText('node_modules/tailwindcss/utilities.css'),
  look: readText('components/theme.css'),
};

/** The sheet of a link's page: the house's colours in both themes, and what that page is made of. */
async function pageStyle(typeface: string): Promise<string> {
  const colours = (selector: string) => new RegExp(`^${selector} \\{([^}]*)\\}`, 'm').exec(STYLES.look)![1]!;
  const css = `:root{${colours(':root')}}@media (prefers-color-scheme:dark){:root{${colours('\\.dark')}}}${readText('components/shared-page/page.css').replace('TYPEFACE', typeface)}`;
  return (await transform(css, { loader: 'css', minify: true })).code.trim();
}

function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Brotli at its best takes seconds, so it's done here and not when the server starts; gzip is quick enough for that. */
async function compress(name: string): Promise<void> {
  const compressed = await promisify(brotliCompress)(readFileSync(path.join(DIST, name)));
  writeFileSync(path.join(DIST, `${name}.br`), compressed);
}

/** Writes a file under a name with its hash; answers with the address it's served under. */
function put(folder: string, name: string, ending: string, content: string | Buffer): string {
  const file = `${name}${createHash('sha256').update(content).digest('hex').slice(0, 16)}${ending}`;
  writeFileSync(path.join(DIST, file), content);
  return folder + file;
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

/** Quotes and angle brackets end a word, or are part of it (`[&>svg]:size-4`): both are tried. */
const WORDS = [/[^\s'"`{}<>;]+/g, /[^\s"`{};]+/g];
const CLASS_NAME = /^[!@*a-z[-][\w\-:/.[\]()%#,&>+~*=!@']*$/i;

/**
 * Class names in the kit's own text: every word that Tailwind makes a rule of, wherever it stands. Telling strings from the
 * rest would take a parser.
 */
async function kitCandidates(): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of ['components/ui', 'runtime']) {
    for (const name of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /\.(test|d)\.tsx?$|^dist\//.test(name)) continue;
      const text = readFileSync(path.join(ROOT, folder, name), 'utf8');
      for (const [word] of WORDS.flatMap((pattern) => [...text.matchAll(pattern)])) {
        const bare = word.replace(/^'|'[,)]*$/g, '');
        if (CLASS_NAME.test(bare)) found.add(bare);
      }
    }
  }
  const words = [...found].sort();
  const rules = (await designSystem()).candidatesToCss(words);
  return words.filter((_, index) => rules[index] !== null);
}

/** Tailwind with the house's look, as the worker has it. */
function designSystem() {
  return __unstable__loadDesignSystem(`${STYLES.theme}\n${STYLES.look}\n@tailwind utilities;`);
}
