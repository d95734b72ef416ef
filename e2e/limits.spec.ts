import { expect } from '@playwright/test';
import { liveFrame, openDescribed, untilWritten } from './studio';
import { scripted as test } from './with-models';

const asking = (sql: string) => `Here.

\`\`\`tsx ui.tsx
export default function Rows() {
  const rows = useData(data.rows, {});
  return <Page title="Rows">{rows.error ? <Failed what="Rows" error={rows.error} onRetry={rows.reload} /> : <p>{rows.data?.length ?? 'none yet'} rows</p>}</Page>;
}
\`\`\`

\`\`\`ts data.ts
export async function rows({}: {}) {
  return shop.sql\`${sql}\`;
}
\`\`\`
`;

const LIMITS = [
  { what: 'too many rows', sql: 'select a.id as one, b.id as two from orders a, orders b limit 20000', says: /10,000 rows/, outcome: 'Too many rows' },
  { what: 'too long', sql: 'select count(*) as n from orders a, orders b, orders c where a.total + b.total > c.total', says: /longer than 5 s/, outcome: 'Took too long' },
  { what: 'too much', sql: "select repeat('x', 2000000) as text from orders limit 100", says: /MB/, outcome: 'Too large' },
];

for (const { what, sql, says, outcome } of LIMITS) {
  test(`a query that asks for ${what} is stopped with a clear error in the value's own place`, async ({ page, models }) => {
    models.setScript({ text: asking(sql) });
    await openDescribed(page, 'rows');
    await untilWritten(page);
    await expect(liveFrame(page).getByRole('alert')).toContainText(says, { timeout: 20_000 });
    await page.getByRole('tab', { name: 'Data calls' }).click();
    await expect(page.getByRole('list', { name: 'Data calls' }).getByText(outcome).first()).toBeVisible();
  });
}

test('a query that would write is a finding of the check, and is refused where it is tried', async ({ page, models }) => {
  models.setScript({ text: asking('delete from orders') });
  await openDescribed(page, 'rows');
  await expect(page.getByText(/did not pass the check/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('tab', { name: 'Data calls' }).click();
  await expect(page.getByRole('list', { name: 'Data calls' }).getByText('Refused: not only reading').first()).toBeVisible();
});

test('light and dark follow the app, inside the interface too', async ({ page, models }) => {
  models.setScript({ text: asking('select id from orders limit 3') });
  await page.emulateMedia({ colorScheme: 'light' });
  await openDescribed(page, 'rows');
  await untilWritten(page);
  const background = () => liveFrame(page).locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect.poll(background).not.toBe(light);
  // A frame of another scheme than the document in it is painted white until that has a style of its own.
  await expect(page.locator('iframe[title$="(interface)"]')).toHaveCSS('color-scheme', 'light');
  expect(await page.frameLocator('iframe[title$="(interface)"]').locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe('normal');
});

test('what viewers share reaches the other tab', async ({ page, context, models }) => {
  models.setScript({
    text: `A counter.

\`\`\`tsx ui.tsx
export default function Counter() {
  const [count, setCount] = useShared('count', 0);
  return <Page title="Counter"><Button onClick={() => setCount(count + 1)}>Count: {count}</Button></Page>;
}
\`\`\`
`,
  });
  await openDescribed(page, 'a counter we share');
  await untilWritten(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(liveFrame(second).getByRole('button')).toHaveText('Count: 0');
  await liveFrame(page).getByRole('button').click();
  await expect(liveFrame(page).getByRole('button')).toHaveText('Count: 1');
  await second.bringToFront();
  await expect(liveFrame(second).getByRole('button')).toHaveText('Count: 1');
});
