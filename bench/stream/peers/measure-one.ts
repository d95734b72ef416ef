import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import { guestOf } from '../stand.ts';
import { type Times, calmDown, openClock } from './clock.ts';
import { PIECES, ROWS, SCREEN, withoutSpace } from './interface.ts';
import { CHUNK } from './peer-page.ts';
import { installWatch } from './watch.ts';
import { type Summary, summarize } from './summary.ts';

export type Measured = Summary & Times;

/** What a person types as soon as there is a field. */
const TYPED = 'kept';
/** A stream is over once nothing has changed for this long. */
const QUIET_MS = 400;

/** Streams a peer's text once, in a page of its own. @throws Error where the screen doesn't say at the end what it should */
export async function measureOne(stand: { browser: Browser; context: BrowserContext }, url: string, framed: boolean): Promise<Measured> {
  const page = await stand.context.newPage();
  try {
    await page.goto(url);
    const frame = framed ? await guestOf(page) : page.mainFrame();
    await frame.evaluate(installWatch, { root: framed ? '#root' : '#stage', pieces: PIECES, row: ROWS[0], typed: TYPED });
    await calmDown(stand.browser);
    const times = await openClock(stand.browser, page, frame);
    const streaming = page.evaluate(() => window.peer.stream());
    const typedAt = await typeIntoField(page, frame);
    const shownAt = await streaming;
    await page.waitForTimeout(QUIET_MS);
    const took = await times();
    const watched = await frame.evaluate(() => window.watch.read());
    if (withoutSpace(watched.text) !== SCREEN) throw new Error(`${url} ended with another screen:\n${watched.text}`);
    const characters = await page.evaluate(() => window.peer.text.length);
    return { ...summarize(watched, { shownAt, characters, chunk: CHUNK, typedAt }), ...took };
  } finally {
    await page.close();
  }
}

/** Waits for the field, holds the stream, types with real keys and lets it go on; answers when that was. */
async function typeIntoField(page: Page, frame: Frame): Promise<number> {
  await frame.evaluate(() => window.watch.field());
  await page.evaluate(() => window.peer.hold(true));
  await frame.locator('input').click();
  await page.keyboard.type(TYPED);
  if (!(await frame.evaluate(() => window.watch.isTyped()))) throw new Error('The field didn’t take what was typed.');
  const at = await page.evaluate(() => performance.timeOrigin + performance.now());
  await page.evaluate(() => window.peer.hold(false));
  return at;
}
