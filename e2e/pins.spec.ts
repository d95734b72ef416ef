import { type Page, expect } from '@playwright/test';
import { WCAG, barriers } from './accessible';
import { oneModel, withModels } from './with-models';

const test = withModels(oneModel);

const COMPOSER = 'composer:composer-1';

type Listed = { id: string; currentVersionId: string | null };

/** A program that the composer wrote, without a studio. */
async function made(page: Page, text: string, modelId = COMPOSER): Promise<string> {
  const { programId } = (await (await page.request.post('/api/prompt', { data: { text, kind: 'prompt', modelId } })).json()) as { programId: string };
  await expect.poll(() => currentVersion(page, programId), { timeout: 30_000 }).not.toBeNull();
  return programId;
}

async function currentVersion(page: Page, id: string): Promise<string | null> {
  const { programs } = (await (await page.request.get('/api/programs')).json()) as { programs: Listed[] };
  return programs.find((program) => program.id === id)?.currentVersionId ?? null;
}

async function openForAll(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await barriers(page, { tags: WCAG, exclude: 'iframe' })).toEqual([]);
}

test('with the keyboard alone: an interface is remixed, pinned, moved, made wide, kept as a favourite and found', async ({ page }) => {
  await openForAll(page, '/');
  const original = await made(page, 'open orders by region with a month filter');
  await page.request.post(`/api/programs/${original}/grants`, { data: { effect: 'read', binding: 'shop', names: ['orders'], maxRows: null, seconds: null } });

  await page.goto(`/p/${original}`);
  await expect(page.getByRole('list', { name: 'Versions' })).toBeVisible();
  await page.locator('body').press('r');
  const dialog = page.getByRole('dialog', { name: /^Remix/ });
  await expect(dialog.getByRole('button', { name: 'Make the remix' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/p/') && !url.pathname.endsWith(original));
  await expect(page.getByText('Remix of')).toBeVisible();
  const remix = page.url().split('/').at(-1)!;
  const ask = async (path: string) => (await (await page.request.get(`/api/programs/${remix}/${path}`)).json()) as Record<string, unknown>;
  expect(await ask('messages')).toEqual({ messages: [] });
  expect(await ask('approvals')).toMatchObject({ grants: [] });
  expect(await ask('calls')).not.toMatchObject({ calls: [expect.objectContaining({ programId: original })] });

  await page.getByRole('list', { name: 'Versions' }).waitFor();
  await page.locator('body').press('f');
  await expect(page.getByText(/is a favourite/)).toBeVisible();
  await page.locator('body').press('p');
  await expect(page.getByText(/is on the home page/)).toBeVisible();
  await page.request.post('/api/pins', { data: { programId: original } });

  await page.goto('/');
  const board = page.getByRole('region', { name: 'Pinned' });
  await expect(board.getByRole('link')).toHaveCount(2);
  await board.getByRole('button', { name: 'Arrange' }).press('Enter');
  await board.getByLabel('Name of a new section').fill('Sales');
  await page.keyboard.press('Enter');
  await expect(board.getByLabel('Name of the section')).toHaveValue('Sales');
  const handles = board.getByRole('button', { name: /^Move .*orders/i });
  await handles.first().press('ArrowRight');
  await expect(board.getByRole('status')).toHaveText(/Place 2 of 2, before the sections/);
  await page.keyboard.press('ArrowDown');
  await expect(board.getByRole('status')).toHaveText(/Place 1 of 1 in Sales/);
  await page.keyboard.press('s');
  await expect(board.getByRole('status')).toHaveText(/is wide/);
  const kept = async () => ((await (await page.request.get('/api/pins')).json()) as { board: { title: string; pins: { id: string; size: string }[] }[] }).board.map(({ title, pins }) => [title, ...pins.map(({ id, size }) => `${id} ${size}`)]);
  await expect.poll(kept).toEqual([['', `${original} small`], ['Sales', `${remix} wide`]]);
  await openForAll(page, '/');
  await expect(page.getByRole('region', { name: 'Favourites' }).getByRole('listitem')).toHaveCount(1);

  // A pin runs where it stands.
  await expect(board.locator('iframe').first()).toBeAttached();

  await page.locator('h1').click();
  await page.keyboard.press('/');
  await page.getByPlaceholder('Find a command or an interface…').fill('orders');
  await expect(page.getByRole('option', { name: /orders/i }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await openForAll(page, '/all');
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await page.keyboard.type('nothinglikethis');
  await expect(page.getByText(/Nothing has “nothinglikethis”/)).toBeVisible();
});

const reading = (column: string) => `Here.

\`\`\`tsx ui.tsx
export default function Sales() {
  const rows = useData(data.sales, {});
  return <Page title="Sales">{rows.error ? <Failed what="Sales" error={rows.error} onRetry={rows.reload} /> : <p>{rows.data?.length ?? 'no'} rows</p>}</Page>;
}
\`\`\`

\`\`\`ts data.ts
export async function sales({}: {}) {
  return files.sql\`select ${column}, amount from sales\`;
}
\`\`\`
`;

/** Brings a file as the page does. */
async function addFile(page: Page, text: string): Promise<string> {
  const staged = (await (await page.request.post('/api/files?name=sales.csv', { data: Buffer.from(text), headers: { 'content-type': 'text/csv' } })).json()) as { uploadId: string };
  const added = await page.request.post(`/api/files/uploads/${staged.uploadId}`, { data: { types: {}, emptyInvalid: false } });
  return ((await added.json()) as { id: string }).id;
}

test('a table that changes flags what is pinned; a repair is a draft until a person accepts it', async ({ page, models }) => {
  const file = await addFile(page, 'shop,amount\nKöln,1\nLyon,2\n');
  models.setScript({ text: reading('shop') });
  const id = await made(page, 'what was sold', 'openai-compatible:scripted');
  await page.request.post('/api/pins', { data: { programId: id } });
  const before = await currentVersion(page, id);

  await page.request.delete(`/api/files/${file}`);
  await addFile(page, 'place,amount\nKöln,1\n');
  const health = async () => ((await (await page.request.get(`/api/programs/${id}/repair`)).json()) as { health: { draftVersionId: string | null } | null }).health;
  await expect.poll(health, { timeout: 20_000 }).not.toBeNull();

  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'One interface doesn’t fit its data any more' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Pinned' }).getByText(/Its data has changed/)).toBeVisible();
  await page.getByRole('region', { name: /doesn’t fit/ }).getByRole('link').press('Enter');

  const bar = page.getByRole('region', { name: 'Its data has changed' });
  await expect(bar.getByText(/shop/).first()).toBeVisible();
  models.setScript({ text: reading('place') });
  await bar.getByRole('button', { name: 'Write a repair' }).press('Enter');
  await expect(bar.getByText(/A repair is ready/)).toBeVisible({ timeout: 20_000 });
  expect(await currentVersion(page, id)).toBe(before);
  expect((await health())?.draftVersionId).toEqual(expect.any(String));
  await bar.getByRole('button', { name: 'Accept the repair' }).press('Enter');
  await expect(bar).toHaveCount(0);
  expect(await currentVersion(page, id)).not.toBe(before);
  expect(await health()).toBeNull();
});
