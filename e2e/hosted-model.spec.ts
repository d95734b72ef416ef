import { type Page, expect } from '@playwright/test';
import { describe, liveFrame, untilWritten } from './studio';
import { withModels } from './with-models';

const test = withModels((url) => ({
  ANTHROPIC_API_KEY: 'sk-ant-secret-of-the-test',
  ANTHROPIC_BASE_URL: `${url}/v1`,
  ANTHROPIC_MODEL: 'claude-test',
  GOOGLE_GENERATIVE_AI_API_KEY: 'google-secret-of-the-test',
  GOOGLE_GENERATIVE_AI_BASE_URL: `${url}/v1beta`,
  GOOGLE_GENERATIVE_AI_MODEL: 'gemini-test',
  OPENAI_COMPATIBLE_BASE_URL: `${url}/v1`,
  OPENAI_COMPATIBLE_MODEL: 'chat-test',
  OLLAMA_BASE_URL: url,
  MODEL_IDLE_SECONDS: '2',
}));

async function pickModel(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Model:/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

const PROVIDERS = [
  { name: /claude.?test/i, wire: 'anthropic' },
  { name: /chat.?test/i, wire: 'openai-chat' },
  { name: /gemini.?test/i, wire: 'google' },
];

for (const { name, wire } of PROVIDERS) {
  test(`a hosted model writes the interface over the ${wire} protocol; tokens and time are shown`, async ({ page, models }) => {
    models.setScript({ reply: '01', scale: 3, paceMs: 2 });
    await page.goto('/');
    await pickModel(page, name);
    await page.getByLabel('Describe the interface you need').fill('dashboard of open orders by region with a month filter');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/p\/.+/);
    const frame = liveFrame(page);
    await expect(frame.locator('body')).toContainText(/open orders/i);
    await expect(page.getByRole('button', { name: /Send/ })).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText(/1,000 in, 500 out|in, .* out/).last()).toBeVisible();
    expect(models.requests.some((request) => request.wire === wire)).toBe(true);
  });
}

test('a server found on this machine is offered and not used unasked', async ({ page, models }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /^Model:/ })).not.toHaveAttribute('aria-label', /fake/i);
  await page.getByRole('button', { name: /^Model:/ }).click();
  await expect(page.getByText('Found on this machine')).toBeVisible();
  await page.getByRole('menuitemradio', { name: /fake.?coder/i }).click();
  models.setScript({ reply: '18', scale: 5 });
  await page.getByLabel('Describe the interface you need').fill('a tic tac toe board that my team can play on together');
  await page.keyboard.press('Control+Enter');
  await untilWritten(page);
});

test('a small model fills a plan, for a dashboard and a change of it, until it is told to write whole programs', async ({ page, models }) => {
  await page.goto('/');
  await pickModel(page, /fake.?small.*fills a plan/i);
  models.setScript({ text: JSON.stringify({ title: 'Orders of the small model', blocks: [{ show: 'bar', table: 'orders', measure: 'rows', group: 'customers.region' }], filters: [] }) });
  await page.getByLabel('Describe the interface you need').fill('orders by region');
  await page.keyboard.press('Control+Enter');
  await untilWritten(page);
  await expect(liveFrame(page).getByRole('heading', { name: 'Orders of the small model' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Model: Fake Small/ })).toBeVisible();
  models.setScript({ text: JSON.stringify({ blocks: [{ show: 'table', table: 'customers', columns: ['name', 'city'] }] }) });
  await page.getByLabel('Ask for a change').fill('and the customers');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Added “Customers”.')).toBeVisible({ timeout: 30_000 });
  await expect(liveFrame(page).getByRole('columnheader', { name: 'City' })).toBeVisible({ timeout: 30_000 });
  await expect(liveFrame(page).getByRole('heading', { name: 'Orders of the small model' })).toBeVisible();

  await page.goto('/settings');
  const row = page.getByRole('listitem').filter({ hasText: /Fake Small/ });
  await expect(row).toContainText('It has 3 billion parameters, so it fills a plan');
  await row.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Whole programs' }).click();
  await expect(row).toContainText('small for whole programs');
  await page.reload();
  await expect(row.getByRole('combobox')).toHaveText('Whole programs');
});

test('a reply can be written again', async ({ page, models }) => {
  models.setScript({ text: GOOD });
  await describe(page, 'orders by status');
  await untilWritten(page);
  models.setScript({ text: GOOD.replace('Good orders', 'Better orders') });
  await page.getByRole('button', { name: 'Write it again' }).click();
  await expect(liveFrame(page).getByRole('heading', { name: 'Better orders' })).toBeVisible({ timeout: 30_000 });
  // The model begins where it began before: what it wrote the first time isn't told to it.
  expect(JSON.stringify(models.requests.at(-1)!.body)).not.toContain('Good orders');
});

test('what the check finds goes back to the model, which repairs it by an edit', async ({ page, models }) => {
  models.setScript([{ text: WRONG_COLUMN }, { text: RIGHT_COLUMN }]);
  await describe(page, 'orders by status');
  await untilWritten(page);
  await expect(page.getByText('The check found one problem')).toBeVisible();
  await expect(page.getByText('Checked: types and queries are right')).toBeVisible();
  await expect(liveFrame(page).getByText('shipped', { exact: true })).toBeVisible();
  const repair = JSON.stringify(models.requests.at(-1)!.body);
  expect(repair).toContain('statuss');
  expect(repair).toMatch(/data\.ts:\d+/);
});

test('when three rounds do not help the person is told plainly and the last good version stays', async ({ page, models }) => {
  models.setScript({ text: GOOD });
  await describe(page, 'orders by status');
  await untilWritten(page);
  models.setScript({ text: WRONG_COLUMN });
  await page.getByLabel('Ask for a change').fill('make it nicer');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Version 2 did not pass the check; the last good one is shown/)).toBeVisible({ timeout: 30_000 });
  await expect(liveFrame(page).getByRole('heading', { name: 'Good orders' })).toBeVisible();
  await page.reload();
  await expect(liveFrame(page).getByRole('heading', { name: 'Good orders' })).toBeVisible();

  // One more try goes on from what failed, not from what is shown.
  models.setScript({ text: RIGHT_COLUMN });
  await page.getByRole('button', { name: 'Repair' }).click();
  await expect(page.getByText(/did not pass the check/)).toHaveCount(0, { timeout: 30_000 });
  await expect(liveFrame(page).getByRole('heading', { name: 'Orders', exact: true })).toBeVisible();
});

const ENDINGS = [
  { what: 'a rate limit', script: { status: 429, retryAfter: 7 }, says: /no more requests right now/, retry: true },
  { what: 'a wrong key', script: { status: 401 }, says: /accept the key/, retry: false },
  { what: 'a broken server', script: { status: 500 }, says: /can’t be reached/, retry: true },
  { what: 'a refusal', script: { text: 'I can’t help with that.', ends: 'refusal' as const }, says: /declined to answer/, retry: false },
  { what: 'a truncated reply', script: { reply: '08', ends: 'length' as const, after: 0.6, scale: 5 }, says: /length limit/, retry: true },
  { what: 'a malformed reply', script: { reply: '08', ends: 'malformed' as const, scale: 5 }, says: /can’t be read/, retry: true },
  { what: 'a stream that stalls', script: { reply: '08', ends: 'stall' as const, scale: 5 }, says: /sent nothing for 2 seconds/, retry: true },
  { what: 'a connection that breaks', script: { reply: '08', ends: 'cut' as const, scale: 5 }, says: /broke off|can’t be reached/, retry: true },
];

for (const { what, script, says, retry } of ENDINGS) {
  test(`${what} ends in a clear state, with what had arrived kept`, async ({ page, models }) => {
    models.setScript(script);
    await describe(page, 'cohort retention heatmap of customers by signup month');
    await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(retry ? 1 : 0);
    expect(await page.content()).not.toContain('secret-of-the-test');
    if ('reply' in script) {
      await page.reload();
      await page.getByRole('tab', { name: 'Source' }).click();
      await expect(page.getByText('export default function').first()).toBeVisible();
      await page.getByRole('tab', { name: 'Interface' }).click();
    }
    if (!retry) return;
    models.setScript({ text: GOOD });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(liveFrame(page).getByRole('heading', { name: 'Good orders' })).toBeVisible({ timeout: 30_000 });
  });
}

test('a model is connected in settings; its key never comes back to the browser', async ({ page, models }) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Connect a model' }).click();
  await page.getByLabel('Model', { exact: true }).fill('claude-of-mine');
  await page.getByLabel('Key').fill('sk-ant-typed-by-hand');
  await page.getByLabel(/Address/).fill(`${models.url}/v1`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'claude-of-mine' });
  await expect(row).toBeVisible();
  models.setScript({ text: 'yes' });
  await row.getByRole('button', { name: 'Test' }).click();
  await expect(row.getByText(/answers, after/)).toBeVisible();
  expect(models.requests.at(-1)!.headers['x-api-key']).toBe('sk-ant-typed-by-hand');
  expect(await page.content()).not.toContain('sk-ant-typed-by-hand');
  await row.getByRole('button', { name: /Remove/ }).click();
  await expect(row).toHaveCount(0);
});

const ui = (title: string) => `\`\`\`tsx ui.tsx
export default function Orders() {
  const orders = useData(data.byStatus, {});
  return (
    <Page title="${title}">
      <Card><CardContent>
        {(orders.data ?? []).map((row) => <p key={row.status}><span>{row.status}</span> <b>{fmt.number(row.orders)}</b></p>)}
      </CardContent></Card>
    </Page>
  );
}
\`\`\``;

const dataFile = (column: string) => `\`\`\`ts data.ts
export async function byStatus({}: {}) {
  return shop.sql\`select status, count(*)::int as orders from orders group by ${column} order by 2 desc\`;
}
\`\`\``;

const GOOD = `Orders by status.\n\n${ui('Good orders')}\n\n${dataFile('status')}\n`;
const WRONG_COLUMN = `Orders by status.\n\n${ui('Orders')}\n\n${dataFile('statuss')}\n`;
const RIGHT_COLUMN = `The column is called status.

\`\`\`edit data.ts
<<<<<<< SEARCH
group by statuss
=======
group by status
>>>>>>> REPLACE
\`\`\`
`;
