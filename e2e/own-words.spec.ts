import { barriers } from './accessible';
import { describe, liveFrame, untilWritten, versions } from './studio';
import { expect, test } from './test';

test('what was decided is changed with a click, and a word that wasn’t understood is told what it means', async ({ page }) => {
  await describe(page, 'umsatzzahl by category');
  await page.getByRole('button', { name: 'Say what “umsatzzahl” means' }).click();
  await page.getByRole('combobox', { name: '“umsatzzahl” means' }).fill('shine × glow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing here is called' })).toBeVisible();
  await page.getByRole('combobox', { name: '“umsatzzahl” means' }).fill('quantity × unit price');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Build it again with that' }).click();
  await untilWritten(page);
  const frame = liveFrame(page);
  await expect(frame.getByText('Umsatzzahl by category').first()).toBeVisible();
  await expect(versions(page)).toHaveCount(1);

  expect(await barriers(page, { include: '[aria-label="Conversation"]' })).toEqual([]);
  await page.getByRole('button', { name: 'Bars: change' }).click();
  await page.getByRole('menuitemradio', { name: 'Pie' }).click();
  await expect(versions(page)).toHaveCount(2, { timeout: 30_000 });
  await expect(frame.locator('.recharts-pie')).toHaveCount(1);

  await page.goto('/settings');
  await expect(page.getByRole('listitem').filter({ hasText: 'umsatzzahl means quantity × unit price' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove umsatzzahl' }).click();
  await expect(page.getByText('Words of your own for tables')).toBeVisible();
});

test('a name that only stands in the data is looked up there, and that is on record', async ({ page }) => {
  await describe(page, 'tickets in Leeds');
  await untilWritten(page);
  await expect(liveFrame(page).getByText('Tickets in Leeds').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Data calls' }).click();
  await page.getByRole('link', { name: 'All calls of this interface' }).click();
  await page.getByLabel('Search calls').fill('leeds');
  await page.waitForURL(/q=leeds/);
  const line = page.getByRole('list', { name: 'Calls' }).getByRole('listitem').filter({ hasText: 'composer' }).first();
  await line.locator('summary').click();
  await expect(line.getByText('looked up by the composer')).toBeVisible();
});
