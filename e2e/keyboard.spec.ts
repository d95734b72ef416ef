import { WCAG, barriers } from './accessible';
import { expect, test, unhurried } from './test';
import { describe, liveFrame, openDescribed, untilWritten } from './studio';

unhurried('everything is done with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  // The prompt box has focus at once.
  await expect(page.getByLabel('Describe the interface you need')).toBeFocused();
  await page.keyboard.type('orders by status');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/p\/.+/);

  await page.keyboard.press('Escape');
  await expect(page.getByText('Stopped. What had arrived is kept.')).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command menu' })).toBeVisible();
  await page.keyboard.type('Show the source');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Source', exact: true })).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('1');
  await expect(page.getByRole('tab', { name: 'Interface' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('/');
  await expect(page.getByLabel('Ask for a change')).toBeFocused();
});

test('the app’s keys work from inside the interface too', async ({ page }) => {
  await describe(page, 'orders by channel');
  await untilWritten(page);
  await liveFrame(page).getByRole('searchbox').first().click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command menu' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Command menu' })).toHaveCount(0);
});

unhurried('what streams is announced politely and takes no focus away', async ({ page }) => {
  await describe(page, 'open orders by region with a month filter');
  const status = page.locator('p[role="status"][aria-live="polite"]');
  await expect(status).toHaveText(/Writing the interface|Waiting for the model|Checking/);
  const prompt = page.getByLabel('Ask for a change');
  await prompt.focus();
  await prompt.pressSequentially('next I want', { delay: 30 });
  await untilWritten(page);
  await expect(prompt).toBeFocused();
  await expect(prompt).toHaveValue('next I want');
});

test('home, studio, its interface and settings pass the accessibility rules, light and dark', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel('Describe the interface you need')).toBeVisible();
  expect(await barriers(page, { tags: WCAG, frames: page.frames().slice(1) })).toEqual([]);
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Add a connection' }).click();
  expect(await barriers(page, { tags: WCAG, frames: page.frames().slice(1) })).toEqual([]);
  await describe(page, 'open orders by region with a month filter');
  await untilWritten(page);
  await expect(liveFrame(page).getByRole('heading', { level: 1 })).toBeVisible();
  expect(await barriers(page, { tags: WCAG, frames: page.frames().slice(1) })).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('interface and conversation are one above the other with a switch, and nothing sticks out', async ({ page }) => {
    await page.goto('/');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByLabel('Describe the interface you need').fill('orders by region');
    await page.getByRole('button', { name: /Send/ }).tap();
    await page.waitForURL(/\/p\/.+/);
    await expect(liveFrame(page).getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('tab', { name: 'Talk' }).tap();
    await expect(page.getByText('orders by region', { exact: true })).toBeVisible();
    await page.getByRole('tab', { name: 'Interface' }).tap();
    await expect(liveFrame(page).getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await liveFrame(page).locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('what is answered in words alone is seen, and one of its suggestions builds', async ({ page }) => {
    await openDescribed(page, 'make me a sandwich');
    await expect(page.getByText('I found nothing in that to build from.', { exact: false })).toBeVisible();
    await page.getByRole('list', { name: 'Prompts that work' }).getByRole('button').first().tap();
    await expect(liveFrame(page).getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
    await page.getByLabel('Ask for a change').fill('make it sparkle');
    await page.getByRole('button', { name: /Send/ }).tap();
    await expect(page.getByText('The page stays as it is.', { exact: false })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('tab', { name: 'Interface' }).tap();
    await expect(page.getByRole('button', { name: /Changes nothing outside/ })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Versions' }).locator('[aria-current="true"]')).toHaveText('1');
  });
});
