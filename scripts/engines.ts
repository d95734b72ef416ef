/** `npm run test:engines`: the ways out of a frame (e2e/seal) in the engines that `npm test` doesn't have. */
import { startApp } from '../e2e/app.ts';
import { type Attempts, type Engine, GROUPS, attempt, vectorOf } from '../e2e/seal/attempts.ts';
import { firefoxFile, startFirefox } from '../e2e/seal/firefox.ts';
import { startWebKit, webKitFiles } from '../e2e/seal/webkit.ts';
import { readAssets } from '../lib/sandbox/assets.ts';
import { buildIfNeeded } from './build.ts';
import { ROOT } from './paths.ts';

/** Starts an engine; its `close` gives the names it looked up, where it has a log of them. */
type Start = () => Promise<Engine & { name: string; close(): Promise<Set<string> | void> }>;

const firefox = firefoxFile();
const webKit = webKitFiles();
const engines: Start[] = [...(firefox ? [() => startFirefox(firefox)] : []), ...(webKit ? [() => startWebKit(webKit)] : [])];
if (!firefox) console.log('Firefox: skipped, it isn’t on this machine (apt-get install firefox-esr).');
if (!webKit) console.log('WebKit: skipped, it isn’t on this machine (apt-get install webkit2gtk-driver xvfb).');
if (engines.length === 0) process.exit(0);

await buildIfNeeded();
const app = await startApp();
const results: boolean[] = [];
for (const start of engines) results.push(await tryEngine(start).catch((error: unknown) => (console.error(error), false)));
await app.close();
process.exit(results.every(Boolean) ? 0 : 1);

async function tryEngine(start: Start): Promise<boolean> {
  const engine = await start();
  const found = await attempt(engine, { appUrl: `${app.url}/settings`, frameUrl: `http://127.0.0.1:${app.port}${readAssets(ROOT).framePath}` }).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  for (const name of (await engine.close()) ?? []) (name.endsWith('-open') ? found.open : found.sealed).reached.add(vectorOf(name));
  return tell(engine.name, found);
}

/** Whether nothing leads out, in words too. */
function tell(name: string, { sealed, open }: Attempts): boolean {
  const list = (names: Iterable<string>) => [...names].sort().join(', ') || 'none';
  const controlled = [...GROUPS.network, ...GROUPS.navigation, ...GROUPS.links, ...GROUPS.location];
  console.log(`${name}
  tried in the seal: ${sealed.tried.quiet} without a click, ${sealed.tried.clicked} with one
  reached somebody: ${list(sealed.reached)}; silent connections ${sealed.nameless.connections}, packets ${sealed.nameless.packets}
  should be impossible and isn’t: ${list(sealed.possible)}
  frame alive: ${sealed.alive}; address ${sealed.url}; new tabs ${sealed.tabs}; worst gap of the host ${sealed.worstGap} ms
  control, a plain frame: ${controlled.filter((vector) => open.reached.has(vector)).length} of ${controlled.length} reached somebody, packets ${open.nameless.packets}`);
  const clickable = GROUPS.network.length + GROUPS.navigation.length + GROUPS.links.length;
  const failed = sealed.tried.clicked !== clickable || sealed.reached.size > 0 || sealed.nameless.packets > 0 || sealed.nameless.connections > 0 || sealed.possible.length > 0 || !sealed.alive || sealed.url !== 'unchanged' || sealed.tabs !== 0;
  console.log(failed ? '  Something leads out, or wasn’t tried.' : '  Nothing leads out.');
  return !failed && open.reached.size > 0;
}
