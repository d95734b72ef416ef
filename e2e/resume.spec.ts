import { expect } from '@playwright/test';
import { type App, startApp } from './app';
import { describe, liveFrame, untilWritten } from './studio';
import { oneModel, scripted as test } from './with-models';

/** Slow enough to be caught in the middle. */
const SLOW = { reply: '01', scale: 2, paceMs: 25 };
test.beforeEach(({ models }) => models.setScript(SLOW));

/** With a server that may be killed, because nobody else uses it. */
const killing = test.extend<{ own: App; baseURL: string }>({
  own: async ({ models }, use) => {
    const own = await startApp(oneModel(models.url));
    await use(own);
    await own.close();
  },
  baseURL: async ({ own }, use) => use(own.url),
});

test('reloading in mid-stream, and a second tab, take part in the same reply', async ({ page, context }) => {
  await describe(page, 'open orders by region with a month filter');
  await expect(liveFrame(page).locator('body')).toContainText(/orders/i);
  await page.reload();
  await expect(page.getByRole('button', { name: /Stop writing/ })).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole('button', { name: /Stop writing/ })).toBeVisible();
  await untilWritten(page);
  await untilWritten(second);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(second.getByRole('article')).toHaveCount(1);
  expect(await second.getByRole('article').innerText()).toBe(await page.getByRole('article').innerText());
});

test('a reply begun in one tab appears in another that shows the same interface', async ({ page, context, models }) => {
  models.setScript({ reply: '18', scale: 6 });
  await describe(page, 'a tic tac toe board');
  await untilWritten(page);
  const second = await context.newPage();
  await second.goto(page.url());
  // Its frame is there once the page has come alive; before that it can hear nothing.
  await expect(liveFrame(second).getByRole('heading', { level: 1 })).toBeVisible();
  await expect(second.getByRole('article')).toHaveCount(1);
  await page.getByLabel('Ask for a change').fill('again');
  await page.keyboard.press('Control+Enter');
  await expect(second.getByRole('article')).toHaveCount(2, { timeout: 30_000 });
});

test('a lost connection is taken up where it was', async ({ page, context }) => {
  await describe(page, 'open orders by region with a month filter');
  await expect(page.getByRole('article')).toBeVisible();
  await context.setOffline(true);
  await page.waitForTimeout(1_500); // Long enough that chunks were missed.
  await context.setOffline(false);
  await untilWritten(page);
  await expect(page.getByRole('article')).toHaveCount(1);
});

killing('killing the server in mid-stream loses nothing it had shown; the reply is interrupted and can be continued', async ({ page, own, models }) => {
  // The editor follows what is written and draws only what is seen: held here, its beginning is still on the screen.
  models.setScript({ ...SLOW, holdAfter: ['shipped or returned.</p>'] });
  await describe(page, 'open orders by region with a month filter');
  await page.getByRole('tab', { name: 'Source' }).click();
  const source = page.locator('.cm-content');
  await expect(source).toContainText('export default function');
  await expect.poll(async () => (await source.innerText()).length).toBeGreaterThan(400);
  await own.kill('SIGKILL');
  const shown = await firstLines(source);
  await own.start();

  await page.reload();
  await expect(page.getByText(/stopped while this was written|interrupted/)).toBeVisible();
  await page.getByRole('tab', { name: 'Source' }).click();
  expect((await firstLines(source)).startsWith(shown)).toBe(true);

  models.setScript({ text: REST });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: /Send/ })).toBeVisible({ timeout: 30_000 });
  const asked = JSON.stringify(models.requests.at(-1)!.body);
  expect(asked).toContain(shown.split('\n').find((line) => line.includes('export default function'))!.trim());
});

test('stopping keeps what had arrived, and trying again begins anew', async ({ page, models }) => {
  await describe(page, 'open orders by region with a month filter');
  await expect(liveFrame(page).locator('body')).toContainText(/orders/i);
  await page.getByRole('button', { name: /Stop writing/ }).click();
  await expect(page.getByText('Stopped. What had arrived is kept.')).toBeVisible();
  await expect(liveFrame(page).locator('body')).toContainText(/orders/i);
  models.setScript({ reply: '18', scale: 6 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await untilWritten(page);
});

/** The first lines that an editor that only draws what is seen has drawn. */
async function firstLines(source: import('@playwright/test').Locator): Promise<string> {
  return (await source.innerText()).split('\n').slice(0, 8).join('\n');
}

const REST = `It goes on from there.

\`\`\`tsx ui.tsx
export default function OpenOrders() {
  return <Page title="Open orders"><p>Whole again</p></Page>;
}
\`\`\`
`;
