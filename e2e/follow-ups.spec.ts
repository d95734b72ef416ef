import { askForChange, liveFrame, openDescribed, untilWritten, versions } from './studio';
import { expect, test } from './test';

test('a person goes on talking: another kind of chart, a filter, one thing less, one more, another name', async ({ page }) => {
  test.setTimeout(120_000);
  await openDescribed(page, 'revenue per month and top 10 products');
  await untilWritten(page);
  const frame = liveFrame(page);
  const charts = frame.locator('.recharts-surface:not(.recharts-legend-icon)');
  await expect(charts).toHaveCount(2);
  let count = 1;
  const ask = async (words: string) => {
    await askForChange(page, words);
    await expect(versions(page)).toHaveCount(++count, { timeout: 30_000 });
    await expect(page.getByText('Checked: types and queries are right')).toHaveCount(count);
  };

  await ask('make the revenue per month a bar chart');
  await expect(frame.locator('.recharts-bar')).toHaveCount(2);

  await ask('only Germany');
  await expect(frame.getByText(/Germany/).first()).toBeVisible();

  await ask('remove the top 10 products');
  await expect(charts).toHaveCount(1);

  await ask('add a table of customers');
  await expect(frame.getByRole('table', { name: /customers/i }).getByRole('row').nth(1)).toBeVisible();

  await ask('rename to Takings in Germany');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Takings in Germany');
});

test('a table is sorted, searched and paged in the interface', async ({ page }) => {
  await openDescribed(page, 'a table of products');
  await untilWritten(page);
  const table = liveFrame(page).getByRole('table').first();
  const first = table.getByRole('row').nth(1);
  await table.getByRole('button', { name: 'Price' }).click();
  await expect(table.getByRole('columnheader', { name: 'Price' })).toHaveAttribute('aria-sort', /ascending|descending/);
  const cheapest = await first.innerText();
  await table.getByRole('button', { name: 'Price' }).click();
  await expect(first).not.toHaveText(cheapest, { useInnerText: true });
  await liveFrame(page).getByRole('button', { name: /next/i }).click();
  const secondPage = await first.innerText();
  await liveFrame(page).getByRole('button', { name: /previous/i }).click();
  await expect(first).not.toHaveText(secondPage, { useInnerText: true });
  await liveFrame(page).getByRole('searchbox').fill('desk');
  await expect(first).toContainText(/desk/i);
});
