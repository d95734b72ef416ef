import { describe, liveFrame, untilWritten } from './studio';
import { expect, test } from './test';

const SALES = ['Date;Shop;Product;Amount', '03.09.2026;Köln;Lamp;1.250,50', '04.09.2026;Lyon;Chair;80,00', '12.10.2026;Köln;Chair;160,00', '21.10.2026;Łódź;Lamp;2.400,00'].join('\n');

test('a CSV file of one’s own: dropped, looked at, corrected, asked about, removed', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'Sales 2026 (final).csv', Buffer.from(SALES, 'utf8'));
  const dialog = page.getByRole('dialog', { name: /Add Sales 2026/ });
  await expect(dialog.getByText('Köln').first()).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Type of Product' }).click();
  await page.getByRole('option', { name: /text/i }).click();
  await dialog.getByRole('button', { name: 'Add to your data' }).click();
  await expect(page.getByText(/was added as sales_2026_final/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tables of Your files' })).toContainText('sales_2026_final');

  await describe(page, 'amount per month and by shop from sales 2026 final');
  await untilWritten(page);
  await expect(page.getByText('Checked: types and queries are right')).toBeVisible();
  const question = page.getByText('May this interface read sales_2026_final of Your files?');
  const chart = liveFrame(page).locator('.recharts-surface').first();
  await expect(question).toBeVisible();
  await expect(chart).toHaveCount(0);
  await page.getByRole('button', { name: 'Don’t allow' }).click();
  await expect(liveFrame(page).getByText('You didn’t let it read sales_2026_final of Your files.').first()).toBeVisible();

  // Another mind, and back: the rows come, and leave the screen.
  await page.getByRole('button', { name: /Made by you · May not read sales_2026_final/ }).click();
  await page.getByRole('button', { name: 'Allow reading of Your files' }).click();
  await page.getByRole('tab', { name: 'Interface' }).click();
  await expect(chart).toBeVisible();
  // On another device: nothing of it is told to this browser.
  const program = `/api/programs/${page.url().split('/').at(-1)}`;
  const { grants } = (await (await page.request.get(`${program}/approvals`)).json()) as { grants: { id: string }[] };
  await page.request.delete(`${program}/grants/${grants[0]!.id}`);
  await expect(question).toBeVisible();
  await expect(chart).toHaveCount(0);
  await page.getByRole('button', { name: 'Allow reading' }).click();
  await expect(chart).toBeVisible();
  await page.getByRole('button', { name: /Made by you/ }).click();
  await page.getByRole('button', { name: 'Take back reading of files' }).click();
  await page.getByRole('tab', { name: 'Interface' }).click();
  await expect(question).toBeVisible();
  await expect(chart).toHaveCount(0);

  await page.goto('/');
  await page.getByRole('button', { name: 'Remove sales_2026_final' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('list', { name: 'Tables of Your files' })).toHaveCount(0);
});

test('a value that does not fit a corrected type is said, with where it stands', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'odd.csv', Buffer.from('name,size\na,1\nb,two\nc,3\n'));
  const dialog = page.getByRole('dialog', { name: /Add odd/ });
  await dialog.getByRole('combobox', { name: 'Type of size' }).click();
  await page.getByRole('option', { name: /number/i }).first().click();
  await dialog.getByRole('button', { name: 'Add to your data' }).click();
  await expect(dialog.getByRole('alert')).toContainText('two');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Add to your data' }).click();
  await expect(page.getByText(/was added as odd/)).toBeVisible();
});

test('a file that is no table is refused in plain words', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).first().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** Drops a file on the page as a person does with a mouse. */
async function dropFile(page: import('@playwright/test').Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64!), (char) => char.charCodeAt(0))], file!));
      return data;
    },
    [name, bytes.toString('base64')] as const,
  );
  await page.locator('main').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer });
}
