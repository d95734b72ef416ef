import { readFileSync } from 'node:fs';
import { alerts, liveFrame, openDescribed, untilWritten } from './studio';
import { expect, test } from './test';

test('a person sees where a number comes from, and finds the call in the team’s ledger and in its export', async ({ page }) => {
  await openDescribed(page, 'open orders by region with a month filter');
  await untilWritten(page);
  await expect(liveFrame(page).locator('.recharts-surface').first()).toBeVisible();

  // With the keyboard alone: into the interface, and the last of its places.
  await page.getByRole('button', { name: 'Where does this come from?' }).focus();
  await page.keyboard.press('Enter');
  const places = liveFrame(page).getByRole('button', { name: /where does this come from/i });
  await expect(places.first()).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(places.last()).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'Where does this come from?' });
  const calls = panel.getByRole('list', { name: 'Calls it comes from' });
  await expect(calls.getByText(/shop\.sql, \d+ rows?/).first()).toBeVisible();
  const asked = (await calls.getByText(/^select/).first().textContent())!.split('\n')[0]!;

  // A click tells of another one. What stands there of the program isn't pressed meanwhile.
  await liveFrame(page).locator('html').evaluate(() => scrollTo(0, 0));
  // As slow as a finger: at once, the focus would still be on its way into the frame when the panel takes it.
  await places.first().click({ delay: 150 });
  await expect(panel.getByText(/Month.* reads from:/)).toBeVisible();
  await expect(panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(places).toHaveCount(0);

  await page.getByRole('tab', { name: 'Data calls' }).click();
  await page.getByRole('link', { name: 'All calls of this interface' }).click();
  await page.waitForURL(/\/settings\/ledger\?program=/);
  const lines = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  const before = await lines.count();
  expect(before).toBeGreaterThan(1);
  await page.getByLabel('Search calls').fill('nothinglikethis');
  await expect(page.getByText('No call fits.')).toBeVisible();
  await page.getByLabel('Search calls').fill(asked);
  await page.waitForURL(/q=select/);
  await expect(lines.first()).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Export/ }).click();
  const exported = readFileSync(await (await download).path(), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(exported).toHaveLength(await lines.count());
  expect(exported[0]).toMatchObject({ viewer: 'local', binding: 'shop', operation: 'sql', effect: 'read', outcome: 'ok' });
  expect(exported.map(({ args }) => JSON.stringify(args)).join()).toContain(asked);

  await page.getByRole('combobox', { name: 'Effect' }).click();
  await page.getByRole('option', { name: 'Only changes' }).click();
  await expect(page.getByText('No call fits.')).toBeVisible();
  await expect(alerts(page)).toHaveCount(0);
});
