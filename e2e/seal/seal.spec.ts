import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { readAssets } from '../../lib/sandbox/assets';
import { ROOT } from '../app';
import { browserOptions } from '../browser';
import { expect, test } from '../test';
import { type Attempts, type Engine, GROUPS, attempt, vectorOf } from './attempts';
import { namesResolved } from './net-log';

/** What the control needn't show, because even a plain frame with `sandbox="allow-scripts"` doesn't let it out in Chromium. */
const SILENT: Record<string, readonly string[]> = {
  'no popups, forms, dialogs, or navigation of others without a token of their own': [
    '44-form', '44-form-button', '44-form-native', '44-submit', '48-parent-location', '50-open', '50-open-noopener', '50-anchor-blank', '51-top-location', '54-download', '57-mailto',
  ],
  'not handed on to a frame without being asked for': ['36-payment', '36-fedcm', '05-fetch-later'],
  'Chromium has it in no such frame: references to another site in SVG, links in MathML, other documents, old events, names of links ahead of a click': [
    '33-svg-use', '34-filter', '42-mathml', '42-anchor-other-document', '42-anchor-activate', '42-anchor-enter', '37-report-uri', 'xml-stylesheet', '47-javascript', '18-anchor-prefetch', '26-speculationrules',
  ],
  'WebRTC says no name: its packets are counted': ['09-stun', '10-turn', '11-rtc-of-child'],
};
/** The headless shell resolves and opens nothing ahead of time; only the whole browser shows that these lead out. */
const AHEAD = /dns-prefetch|preconnect/;

const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
/** Nobody but this machine is asked for anything, whatever the browser would like to know. */
const ONLY_LOOPBACK = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE *.localhost., EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** Before it Chromium looks up the name of a navigation that it then refuses: `Connection-Allowlist` is what keeps that from happening (docs/SECURITY.md). */
const LEAST_CHROMIUM = 152;

let found: Attempts;
let version: number;

test.beforeAll(async ({ app }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-seal-'));
  const log = path.join(folder, 'net-log.json');
  const { launchOptions = {} } = browserOptions();
  // A profile of its own: in a private window Chromium opens nothing ahead.
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    ...launchOptions,
    executablePath: WHOLE ?? launchOptions.executablePath,
    args: [...(launchOptions.args ?? []), ONLY_LOOPBACK, `--log-net-log=${log}`, '--allow-loopback-in-peer-connection'],
    viewport: { width: 1_040, height: 900 },
  });
  found = await attempt(engineOf(context), { appUrl: `${app.url}/settings`, frameUrl: `http://127.0.0.1:${app.port}${readAssets(ROOT).framePath}` });
  version = Number(/Chrome\/(\d+)/.exec(await context.pages()[0]!.evaluate(() => navigator.userAgent))?.[1]);
  await context.close();
  for (const name of namesResolved(log)) (name.endsWith('-open') ? found.open : found.sealed).reached.add(vectorOf(name));
  rmSync(folder, { recursive: true, force: true });
});

function engineOf(context: BrowserContext): Engine {
  const page = context.pages()[0]!;
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    url: async () => page.url(),
    tabs: async () => context.pages().length,
  };
}

test('without the seal each way leads out, so that its silence within means something', () => {
  const excused = new Set(Object.values(SILENT).flat());
  const vectors = Object.entries(GROUPS).flatMap(([group, names]) => (group === 'possible' ? [] : names));
  const silent = vectors.filter((vector) => !found.open.reached.has(vector) && !excused.has(vector) && (WHOLE || !AHEAD.test(vector)));
  expect(silent).toEqual([]);
  expect(found.open.nameless.packets).toBeGreaterThan(0);
});

test('within the seal nobody is reached: no name is resolved, no connection opened, no packet sent, with a click and without', () => {
  test.skip(version < LEAST_CHROMIUM, `Chromium ${version} is older than ${LEAST_CHROMIUM}.`);
  const { network, location, navigation, links } = GROUPS;
  const everything = network.length + navigation.length;
  expect(found.sealed.tried).toEqual({ quiet: everything, clicked: everything + links.length });
  expect(location.length).toBeGreaterThan(4);
  expect([...found.sealed.reached]).toEqual([]);
  expect(found.sealed.nameless).toEqual({ connections: 0, packets: 0 });
});

test('the host’s address and tabs stay what they were, and the frame lives on', () => {
  expect(found.sealed).toMatchObject({ url: 'unchanged', tabs: 0, alive: true });
  test.info().annotations.push({ type: 'worst gap of the host while a guest worked for two seconds', description: `${found.sealed.worstGap} ms` });
});

test('storage, devices, dialogs, other documents and clean realms are out of reach', () => {
  expect(found.sealed.possible).toEqual([]);
});
