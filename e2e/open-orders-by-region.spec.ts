import type { FrameLocator } from '@playwright/test';
import { expect, test, unhurried } from './test';
import { alerts, askForChange, describe, describeNext, liveFrame, untilWritten, versions } from './studio';

unhurried.describe('with everything that moves, as most people have it', () => {
  unhurried.use({ contextOptions: { reducedMotion: 'no-preference' } });

  unhurried('a person describes an interface, watches it being built with live rows, uses it, changes it, reloads: everything is there', async ({ page }) => {
    await describe(page, 'open orders by region with a month filter');
    const frame = liveFrame(page);

    // Piece by piece: what stands in the frame grows while the reply is written.
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();

    await untilWritten(page);
    await expect(page.getByText('Checked: types and queries are right')).toBeVisible();
    const chart = frame.locator('.recharts-surface').first();
    await expect(chart).toBeVisible();

    // It is used: the filter reaches the rows, and each query is on record.
    await frame.getByRole('combobox', { name: /month/i }).click();
    await frame.getByRole('option').nth(2).click();
    await page.getByRole('tab', { name: 'Data calls' }).click();
    const calls = page.getByRole('list', { name: 'Data calls' });
    await expect(calls.getByText(/shop\.sql/).first()).toBeVisible();
    await expect(calls.getByText(/\d+ rows?/).first()).toBeVisible();
    await page.getByRole('tab', { name: 'Interface' }).click();

    await askForChange(page, 'add a table of customers');
    await expect(versions(page)).toHaveCount(2, { timeout: 45_000 });
    const customers = (frame: FrameLocator) => frame.getByRole('table', { name: /customers/i });
    await expect(customers(frame).getByRole('row').nth(1)).toBeVisible();

    await page.reload();
    await expect(page.getByText('open orders by region with a month filter')).toBeVisible();
    await expect(page.getByText('add a table of customers')).toBeVisible();
    await expect(versions(page)).toHaveCount(2);
    await expect(customers(liveFrame(page)).getByRole('row').nth(1)).toBeVisible();
  });
});

test('the home page shows what was made lately, with a small picture', async ({ page }) => {
  await describe(page, 'tickets by priority');
  await untilWritten(page);
  const picture = page.waitForResponse((response) => response.url().endsWith('/picture') && response.request().method() === 'PUT');
  expect((await picture).status()).toBe(204);
  await page.goto('/');
  const card = page.getByRole('link', { name: /Tickets by priority/i }).first();
  await expect(card).toBeVisible();
  const image = card.locator('img');
  await expect(image).toBeVisible();
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(100);

  await page.getByRole('button', { name: /More about Tickets by priority/i }).first().click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText(/was deleted/)).toBeVisible();
});

test('the example prompts work with the data at hand', async ({ page }) => {
  await page.goto('/');
  const examples = page.getByRole('list', { name: 'Examples' }).getByRole('button');
  const prompts = await examples.allInnerTexts();
  expect(prompts.length).toBeGreaterThanOrEqual(3);
  for (const [index, prompt] of prompts.entries()) {
    await (index === 0 ? describe : describeNext)(page, prompt);
    await untilWritten(page);
    await expect(page.getByText('Checked: types and queries are right')).toBeVisible();
    await expect(liveFrame(page).getByRole('heading', { level: 1 })).toBeVisible();
    await expect(alerts(page)).toHaveCount(0);
  }
});

test('what the composer does not understand it says, with what it can do', async ({ page }) => {
  await describe(page, 'a weather forecast for Mars');
  await expect(page.getByRole('button', { name: /Send/ })).toBeVisible({ timeout: 30_000 });
  const answer = page.getByRole('article').last();
  await expect(answer).toContainText(/orders/);
  await expect(page.getByRole('list', { name: 'Versions' })).toHaveCount(0);
});
