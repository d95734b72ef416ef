import { expect, test } from './test';
import { askForChange, liveFrame, openDescribed, untilWritten, versions } from './studio';

test('earlier versions can be looked at and restored, and a change undone', async ({ page }) => {
  await openDescribed(page, 'orders by channel');
  await untilWritten(page);
  await askForChange(page, 'rename to Channels');
  await expect(versions(page)).toHaveCount(2, { timeout: 30_000 });
  const heading = liveFrame(page).getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Channels');

  await versions(page).first().click();
  await expect(heading).not.toHaveText('Channels');
  await page.getByRole('button', { name: 'Back to the newest' }).click();
  await expect(heading).toHaveText('Channels');

  await versions(page).first().click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(versions(page)).toHaveCount(3);
  await expect(heading).not.toHaveText('Channels');

  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(versions(page)).toHaveCount(4);
  await expect(heading).toHaveText('Channels');
});

test('the title is made from the prompt and can be edited', async ({ page }) => {
  await openDescribed(page, 'show me revenue per month, please');
  await untilWritten(page);
  const title = page.getByLabel('Title');
  await expect(title).not.toHaveValue('');
  await title.fill('Takings');
  await title.press('Enter');
  await expect(page).toHaveTitle('Takings · Vitrine');
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Takings');
});

test('the source is shown highlighted, both files, and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDescribed(page, 'customers by segment');
  await untilWritten(page);
  await page.getByRole('tab', { name: 'Source' }).click();
  const line = page.locator('.cm-line', { hasText: 'export default function' });
  await expect(line).toBeVisible();
  // The editor reads the text when the page has a moment for it.
  const colours = () => line.evaluate((element) => new Set([...element.querySelectorAll('span'), element].map((one) => getComputedStyle(one).color)).size);
  await expect.poll(colours).toBeGreaterThan(1);
  await page.getByRole('tab', { name: 'data.ts' }).click();
  await expect(page.getByText('export async function').first()).toBeVisible();
  await page.getByRole('button', { name: 'Copy data.ts' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('export async function');
});
