/** `npm run test:engines`: the ways out of a frame (e2e/seal) in the engines that `npm test` doesn't have. */
import { startApp } from '../e2e/app.ts';
import { GROUPS, attempt, vectorOf } from '../e2e/seal/attempts.ts';
import { firefoxFile, startFirefox } from '../e2e/seal/firefox.ts';
import { readAssets } from '../lib/sandbox/assets.ts';
import { buildIfNeeded } from './build.ts';
import { ROOT } from './paths.ts';

console.log('WebKit: skipped, nothing here drives it yet.');
const file = firefoxFile();
if (!file) {
  console.log('Firefox: skipped, it isn’t on this machine (apt-get install firefox-esr).');
  process.exit(0);
}
await buildIfNeeded();
const app = await startApp();
const firefox = await startFirefox(file);
const { sealed, open } = await attempt(firefox, { appUrl: `${app.url}/settings`, frameUrl: `http://127.0.0.1:${app.port}${readAssets(ROOT).framePath}` });
for (const name of await firefox.close()) (name.endsWith('-open') ? open : sealed).reached.add(vectorOf(name));
await app.close();

const list = (names: Iterable<string>) => [...names].sort().join(', ') || 'none';
console.log(`${firefox.name}
  tried in the seal: ${sealed.tried.quiet} without a click, ${sealed.tried.clicked} with one
  reached somebody: ${list(sealed.reached)}; silent connections ${sealed.nameless.connections}, packets ${sealed.nameless.packets}
  should be impossible and isn’t: ${list(sealed.possible)}
  frame alive: ${sealed.alive}; address ${sealed.url}; new tabs ${sealed.tabs}; worst gap of the host ${sealed.worstGap} ms
  control, a plain frame: ${open.reached.size} reached somebody, packets ${open.nameless.packets}`);
const clickable = GROUPS.network.length + GROUPS.navigation.length + GROUPS.links.length;
const failed = sealed.tried.clicked !== clickable || sealed.reached.size > 0 || sealed.nameless.packets > 0 || sealed.nameless.connections > 0 || sealed.possible.length > 0 || !sealed.alive || sealed.url !== 'unchanged' || sealed.tabs !== 0;
console.log(failed ? 'Something leads out, or wasn’t tried.' : 'Nothing leads out.');
process.exit(failed || open.reached.size === 0 ? 1 : 0);
