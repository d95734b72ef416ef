import { type Frame, type Page, expect } from '@playwright/test';
import { describe, liveFrame, untilWritten } from './studio';
import { scripted as test } from './with-models';

const program = (body: string) => `Here it is.\n\n\`\`\`tsx ui.tsx\n${body}\n\`\`\`\n`;

const HELLO = program(`export default function Hello() {
  return <Page title="Hello there"><p>It stands.</p></Page>;
}`);

test('the frame is there before the prompt is sent, and the very same one shows the interface', async ({ page, models }) => {
  models.setScript({ text: HELLO });
  await page.goto('/');
  const spare = await onlyGuest(page);
  await spare.evaluate(() => Object.assign(globalThis, { wasThere: 'before the prompt' }));
  // It's out of reach for eyes, keys and screen readers.
  const holder = page.locator('div[inert]', { has: page.locator('iframe') });
  await expect(holder).toHaveCSS('visibility', 'hidden');

  await page.getByLabel('Describe the interface you need').fill('hello');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/p\/.+/);
  await expect(liveFrame(page).getByRole('heading', { name: 'Hello there' })).toBeVisible({ timeout: 30_000 });
  expect(await spare.evaluate(() => [(globalThis as { wasThere?: string }).wasThere, document.querySelector('h1')?.textContent])).toEqual(['before the prompt', 'Hello there']);
});

test('a frame that ran a program is never given to the next one', async ({ page, models }) => {
  models.setScript({ text: HELLO });
  await describe(page, 'hello');
  await untilWritten(page);
  await expect(liveFrame(page).getByRole('heading', { name: 'Hello there' })).toBeVisible();
  const used = await guestWith(page, 'Hello there');
  await used.evaluate(() => Object.assign(globalThis, { ran: true }));
  await page.getByRole('link', { name: 'Home' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await expect.poll(() => used.isDetached()).toBe(true);
  const next = await onlyGuest(page);
  expect(await next.evaluate(() => [(globalThis as { ran?: boolean }).ran, document.body.innerText.trim()])).toEqual([undefined, '']);
});

test('a program with charts shows its skeleton first and then the chart', async ({ page, models }) => {
  const charts = await heldBack(page, /_vitrine\/charts\./);
  models.setScript({ text: program(`const ROWS = [{ region: 'North', orders: 4 }, { region: 'South', orders: 7 }];
export default function Chart() {
  return <Page title="By region"><BarChart data={ROWS} className="h-64"><XAxis dataKey="region" /><Bar dataKey="orders" /></BarChart></Page>;
}`) });
  await describe(page, 'a chart');
  const frame = liveFrame(page);
  await expect(frame.getByRole('heading', { name: 'By region' })).toBeVisible({ timeout: 30_000 });
  await expect(frame.locator('[data-slot="skeleton"]').first()).toBeVisible();
  await expect(frame.locator('.recharts-surface')).toHaveCount(0);
  charts.letGo();
  await expect(frame.locator('.recharts-surface').first()).toBeVisible();
  await expect(frame.locator('[data-slot="skeleton"]')).toHaveCount(0);
});

test('icons appear without the page jumping', async ({ page, models }) => {
  const icons = await heldBack(page, /_vitrine\/icons\./);
  models.setScript({ text: program(`export default function Icons() {
  const [count, setCount] = useState(0);
  return (
    <Page title="With icons">
      <Button onClick={() => setCount(count + 1)}><ArrowUpIcon /> Up {count}</Button>
      <p><RocketIcon className="inline size-6" data-testid="rocket" /> A rocket.</p>
      <p data-testid="below">Below</p>
    </Page>
  );
}`) });
  await describe(page, 'icons');
  await untilWritten(page);
  const frame = liveFrame(page);
  const rocket = frame.getByTestId('rocket');
  const button = frame.getByRole('button', { name: /Up/ });
  await button.click();
  await expect(button).toHaveText('Up 1');
  await expect(rocket.locator('path')).toHaveCount(0);
  const before = [await rocket.boundingBox(), await button.boundingBox(), await frame.getByTestId('below').boundingBox()];
  await rocket.evaluate((element) => Object.assign(element, { isTheSame: true }));
  icons.letGo();
  await expect(rocket.locator('path').first()).toBeAttached();
  expect(await rocket.evaluate((element) => (element as { isTheSame?: boolean }).isTheSame)).toBe(true);
  expect([await rocket.boundingBox(), await button.boundingBox(), await frame.getByTestId('below').boundingBox()]).toEqual(before);
  await expect(button).toHaveText('Up 1');
});

test('a calendar comes in the place that is kept for it', async ({ page, models }) => {
  const calendar = await heldBack(page, /_vitrine\/calendar\./);
  models.setScript({ text: program(`export default function Days() {
  return <Page title="Days"><Calendar mode="single" month={new Date(2026, 5, 1)} /><p data-testid="below">Below</p></Page>;
}`) });
  await describe(page, 'a calendar');
  await untilWritten(page);
  const below = liveFrame(page).getByTestId('below');
  await expect(below).toBeVisible();
  const before = await below.boundingBox();
  calendar.letGo();
  await expect(liveFrame(page).getByRole('grid')).toBeVisible();
  expect(Math.abs((await below.boundingBox())!.y - before!.y)).toBeLessThan(24); // A month has five rows, some have four or six.
});

/** The guest of the one frame of the page, once the runtime in it is there. */
async function onlyGuest(page: Page): Promise<Frame> {
  await expect.poll(() => guests(page).length, { timeout: 30_000 }).toBe(1);
  const [guest] = guests(page);
  await guest!.locator('#root').waitFor({ state: 'attached' });
  return guest!;
}

async function guestWith(page: Page, heading: string): Promise<Frame> {
  for (const guest of guests(page)) if ((await guest.getByRole('heading', { name: heading }).count()) > 0) return guest;
  throw new Error(`No guest shows ${heading}.`);
}

function guests(page: Page): Frame[] {
  return page.frames().filter((frame) => frame.url() === 'about:srcdoc');
}

/** Keeps a file from arriving until it's let go. */
async function heldBack(page: Page, url: RegExp): Promise<{ letGo(): void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await promise;
    await route.continue();
  });
  return { letGo: resolve };
}
