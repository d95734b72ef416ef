import type { Page } from '@playwright/test';
import { startTracker, type Tracker, TRACKER_TOKEN } from './fakes/tracker';
import { askForChange, liveFrame, openDescribed, untilWritten } from './studio';
import { test as base, expect } from './test';

const test = base.extend<object, { tracker: Tracker }>({
  tracker: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const tracker = await startTracker({ token: TRACKER_TOKEN });
      await use(tracker);
      await tracker.close();
    },
    { scope: 'worker' },
  ],
});

/** The changes that reached the tracker, the oldest first. */
function changes(tracker: Tracker): unknown[] {
  return tracker.asked.filter(({ query }) => query.startsWith('mutation')).map(({ variables }) => variables);
}

async function connect(page: Page, address: string): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByLabel('What it is').click();
  await page.getByRole('option', { name: 'GraphQL API' }).click();
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByLabel(/private network/).click();
  await page.getByLabel(/Key/).fill(TRACKER_TOKEN);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

test('without a model, words become a form; what is typed is sent once a person allows it, and stays where one doesn’t', async ({ page, tracker }) => {
  await connect(page, tracker.url);
  await expect(page.getByRole('region', { name: 'Connections' }).getByRole('listitem').filter({ hasText: '3 functions to change things' })).toBeVisible();
  await openDescribed(page, 'create an issue');
  await untilWritten(page);
  await expect(page.getByText('Checked: types and queries are right')).toBeVisible();
  const form = liveFrame(page).getByRole('form', { name: 'Open an issue' });
  const send = form.getByRole('button', { name: 'Open an issue' });
  await send.click();
  await expect(form.getByLabel('Title')).toBeFocused();

  // By keyboard alone.
  await page.keyboard.type('The lamp flickers');
  await page.keyboard.press('Tab');
  await page.keyboard.type('lamp\nlight ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('The lamp flickers');
  await expect(dialog.getByRole('listitem')).toHaveText(['lamp', 'light']);
  await expect(form.getByRole('status')).toHaveText('Waiting for approval…');
  await dialog.getByRole('button', { name: 'Don’t allow' }).click();
  await expect(form.getByRole('alert')).toContainText('You declined this change');
  await expect(form.getByLabel('Title')).toHaveValue('The lamp flickers');
  expect(changes(tracker)).toEqual([]);

  await send.click();
  await dialog.getByRole('button', { name: 'Allow once' }).click();
  await expect(form.getByRole('status')).toHaveText('Issue opened.');
  await expect(form.getByLabel('Title')).toHaveValue('');
  expect(changes(tracker)).toEqual([{ input: { title: 'The lamp flickers', labels: ['lamp', 'light'], priority: 1 } }]);

  // A second form below it: what is changed is chosen among what there is.
  await askForChange(page, 'a form to close an issue');
  const close = liveFrame(page).getByRole('form', { name: 'Close issue' });
  await page.getByRole('button', { name: 'Allow reading' }).click();
  await close.getByLabel('Issue').click();
  await liveFrame(page).getByRole('option', { name: 'The lamp flickers' }).click();
  await close.getByRole('button', { name: 'Close issue' }).click();
  await dialog.getByRole('button', { name: 'Allow once' }).click();
  await expect(close.getByRole('status')).toHaveText('Issue closed.');
  expect(changes(tracker).at(-1)).toEqual({ id: 'i26' });

  // And what is there is what its change begins with.
  await askForChange(page, 'a form to update an issue');
  const update = liveFrame(page).getByRole('form', { name: 'Update issue' });
  await update.getByLabel('Issue').click();
  await liveFrame(page).getByRole('option', { name: 'The lamp flickers' }).click();
  await expect(update.getByLabel('Title')).toHaveValue('The lamp flickers');
  await expect(update.getByLabel('State')).toHaveText('Closed');
  await update.getByLabel('Title').fill('The lamp is dark');
  await update.getByRole('button', { name: 'Update issue' }).click();
  await dialog.getByRole('button', { name: 'Allow once' }).click();
  await expect(update.getByRole('status')).toHaveText('Issue updated.');
  expect(changes(tracker).at(-1)).toEqual({ id: 'i26', title: 'The lamp is dark', state: 'CLOSED' });
});
