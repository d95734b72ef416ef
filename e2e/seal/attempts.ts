import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Collector, startCollector } from './collector.ts';

/** A browser, as far as these tests need one. Coordinates are CSS pixels of the page. */
export type Engine = {
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page, whatever its policy, and waits for what it promises. */
  evaluate<T>(expression: string): Promise<T>;
  click(x: number, y: number): Promise<void>;
  url(): Promise<string>;
  tabs(): Promise<number>;
};

export type Found = {
  /** Vectors that reached somebody, by name. */
  reached: Set<string>;
  /** Connections and packets that said no name. */
  nameless: { connections: number; packets: number };
};

export type Attempts = {
  sealed: Found & {
    /** Vectors of each kind that were tried, without a click and with one. */
    tried: { quiet: number; clicked: number };
    /** What should have been impossible and wasn't. */
    possible: string[];
    /** Whether the frames in which all of it was tried still run. */
    alive: boolean;
    url: string;
    tabs: number;
    /** The longest time in which the page around them got no turn while a guest worked for two seconds, in milliseconds. */
    worstGap: number;
  };
  open: Found;
};

type Box = { left: number; top: number; width: number; height: number };
type NewFrame = (id: string, code: string, size?: Partial<Box>) => Promise<Box>;
type Groups = Record<'network' | 'location' | 'navigation' | 'links' | 'possible', string[]>;

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
/** Both files are one expression, with a comment before it and a semicolon behind. */
const expression = (file: string) => `(${read(file).replace(/^\/\*\*[^]*?\*\/\s*/, '').trimEnd().replace(/;$/, '')})`;
const VECTORS = expression('vectors.js');
const DRIVER = expression('driver.js');

/** The vectors' names; nothing of them is run. */
export const GROUPS: Groups = Object.fromEntries(
  // oxlint-disable-next-line no-eval -- An expression of ours, the same text that the frames get.
  Object.entries((0, eval)(VECTORS)({ host: (v: string) => v }) as Record<string, object>).map(([group, vectors]) => [group, Object.keys(vectors)]),
) as Groups;

/** Time for what was begun to arrive: names to be resolved, connections to be opened, packets to be sent again. */
const SETTLE_MS = 1_500;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries all of it in the seal and outside of it, on two collectors. */
export async function attempt(engine: Engine, site: { appUrl: string; frameUrl: string }): Promise<Attempts> {
  const [inside, outside] = await Promise.all([startCollector(), startCollector()]);
  try {
    const sealed = await trySealed(engine, inside, site);
    await tryOpen(engine, outside);
    return { sealed: { ...sealed, ...foundBy(inside) }, open: foundBy(outside) };
  } finally {
    await Promise.all([inside.close(), outside.close()]);
  }
}

/** Names as the collector heard them: the vector, and in which run it was tried. */
export const vectorOf = (host: string) => host.replace(/-(?:quiet|clicked|open)$/, '');

function foundBy(collector: Collector): Found {
  return { reached: new Set([...collector.names()].map(vectorOf)), nameless: collector.nameless() };
}

async function trySealed(engine: Engine, { port }: Collector, { appUrl, frameUrl }: { appUrl: string; frameUrl: string }) {
  // There is a page to go back to.
  await engine.goto(new URL('/', appUrl).href);
  await engine.goto(appUrl);
  // React throws out what it finds in the body before it has taken the page over.
  await engine.evaluate(`new Promise((resolve) => {
    const look = () => (Object.keys(document.body).some((name) => name.startsWith('__react')) ? setTimeout(resolve, 200, true) : setTimeout(look, 50));
    look();
  })`);
  const before = { url: await engine.url(), tabs: await engine.tabs() };
  await engine.evaluate(`globalThis.seal = ${DRIVER}, 0`);
  const frame: NewFrame = (id, code, size = {}) =>
    engine.evaluate(`seal.sealed(${[frameUrl, id, `${prelude(id, port)}\n${code}`, size].map((one) => JSON.stringify(one)).join(', ')})`);
  const said = (id: string) => engine.evaluate<string[]>(`[...(seal.said[${JSON.stringify(id)}] ?? [])]`);

  const all = await frame('all', ALL_TWICE);
  const later = (vector: string) => `addEventListener('click', () => run('location', ${JSON.stringify(vector)}, 'clicked'), true)`;
  const lone = await Promise.all(GROUPS.location.map((vector) => frame(`clicked ${vector}`, later(vector))));
  await Promise.all(GROUPS.location.map((vector) => frame(`quiet ${vector}`, `run('location', ${JSON.stringify(vector)}, 'quiet')`)));
  const links = await frame('links', LINKS, { width: 1_000, height: 220 });
  await click(engine, all);
  for (const box of lone) await click(engine, box);
  for (const at of GROUPS.links.keys()) await clickLink(engine, links, at);
  await wait(SETTLE_MS);
  const worstGap = await gapWhileBusy(engine, frame);
  const heard = [await said('all'), await said('links')];
  await wait(300);
  const alive = (await said('all')).length > heard[0]!.length && (await said('links')).length > heard[1]!.length;
  const told = heard.flat();
  return {
    tried: { quiet: told.filter((what) => what.endsWith(' quiet')).length, clicked: told.filter((what) => what.endsWith(' clicked')).length },
    possible: [...new Set(told.filter((what) => what.startsWith('possible ')).map((what) => what.slice('possible '.length)))],
    alive,
    url: (await engine.url()) === before.url ? 'unchanged' : await engine.url(),
    tabs: (await engine.tabs()) - before.tabs,
    worstGap,
  };
}

/** The same in frames of a page that has no policy, so that it's seen which of them would lead out. */
async function tryOpen(engine: Engine, { port }: Collector): Promise<void> {
  await engine.goto(`http://localhost:${port}/`);
  await engine.evaluate(`globalThis.seal = ${DRIVER}, 0`);
  const frame: NewFrame = (id, code, size = {}) => engine.evaluate(`seal.plain(${[id, `${prelude(id, port)}\n${code}`, size].map((one) => JSON.stringify(one)).join(', ')})`);
  await frame('network', `for (const v of names('network')) run('network', v, 'open');`);
  const alone = (['location', 'navigation'] as const).flatMap((group) => GROUPS[group].map((vector) => ({ vector, group })));
  await Promise.all(alone.map(({ vector, group }) => frame(vector, `run('${group}', ${JSON.stringify(vector)}, 'open')`, { width: 20, height: 20 })));
  await wait(SETTLE_MS);
  await engine.evaluate('seal.clear()');
  const boxes = await Promise.all(GROUPS.links.map((vector) => frame(`link ${vector}`, `putLink(${JSON.stringify(vector)}, 'open', 0)`)));
  // A click on a frame that isn't painted yet is lost, so there is another round; what has been followed hears no second.
  for (const _round of [1, 2]) {
    await wait(300);
    for (const box of boxes) await clickLink(engine, box, 0);
  }
  await wait(SETTLE_MS);
}

async function gapWhileBusy(engine: Engine, frame: NewFrame): Promise<number> {
  await frame('busy', 'setTimeout(() => { const end = Date.now() + 2000; while (Date.now() < end); }, 100);');
  return engine.evaluate(`new Promise((resolve) => {
    const began = performance.now();
    let last = began, worst = 0;
    const look = () => {
      const now = performance.now();
      worst = Math.max(worst, now - last);
      last = now;
      if (now - began > 2300) resolve(Math.round(worst)); else setTimeout(look, 5);
    };
    look();
  })`);
}

const COLUMNS = 6;
const LINK = { width: 165, height: 45 };

const click = (engine: Engine, { left, top, width, height }: Box) => engine.click(left + width / 2, top + height / 2);
const clickLink = (engine: Engine, { left, top }: Box, at: number) => engine.click(left + (at % COLUMNS) * LINK.width + 20, top + Math.floor(at / COLUMNS) * LINK.height + 20);

/** What each program begins with: the vectors, and ways to try them and to say so. */
function prelude(id: string, port: number): string {
  return `
let phase = '';
const all = ${VECTORS}({ host: (v) => v + '-' + phase + '.localhost:${port}' });
const tell = (what) => top.postMessage({ sealed: ${JSON.stringify(id)}, what }, '*');
const names = (group) => Object.keys(all[group]);
function run(group, v, as) {
  phase = as;
  try { Promise.resolve(all[group][v](v)).catch(() => {}); } catch {}
  tell(v + ' ' + as);
}
function putLink(v, as, at) {
  phase = as;
  try {
    const element = all.links[v](v);
    const box = document.createElement('div');
    element.parentNode ? element.parentNode.insertBefore(box, element) : document.body.appendChild(box);
    box.append(element);
    box.setAttribute('style', 'position:absolute;display:block;overflow:hidden;background:#eee;width:160px;height:40px;left:' + (at % ${COLUMNS}) * ${LINK.width} + 'px;top:' + Math.floor(at / ${COLUMNS}) * ${LINK.height} + 'px');
    if (element.style) element.setAttribute('style', 'display:block;width:160px;height:40px');
  } catch {}
  tell(v + ' ' + as);
}
document.body.setAttribute('style', 'margin:0');
tell('here');`;
}

/** Everything that a frame survives, at once and again on a click; afterwards it says that it's still there. */
const ALL_TWICE = `
async function everything(as) {
  for (const group of ['network', 'navigation']) for (const v of names(group)) run(group, v, as);
  for (const v of names('possible')) {
    try { if (await Promise.race([all.possible[v](), new Promise((r) => setTimeout(r, 400, false))])) tell('possible ' + v + ' ' + (as === 'quiet' ? '' : as)); } catch {}
  }
}
// What lies under the pointer doesn't change while it's pressed.
const cover = document.body.appendChild(document.createElement('div'));
cover.setAttribute('style', 'position:fixed;inset:0;z-index:99999');
let clicked = false;
addEventListener('click', (event) => {
  if (!event.isTrusted || clicked) return;
  clicked = true;
  everything('clicked');
}, true);
everything('quiet').then(() => setInterval(() => tell('alive'), 50));`;

const LINKS = `
names('links').forEach((v, at) => putLink(v, 'clicked', at));
setInterval(() => tell('alive'), 50);`;
