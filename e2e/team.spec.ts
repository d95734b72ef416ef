import AxeBuilder from '@axe-core/playwright';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { type App, startApp } from './app';
import { describe, untilWritten } from './studio';

test.describe.configure({ mode: 'serial' });

const ADA = { name: 'Ada', email: 'ada@example.com', password: 'a long password' };
const GRACE = { name: 'Grace', email: 'grace@example.com', password: 'another long password' };

let app: App;
let owner: Page;
let guest: Page;
/** The interface that Ada made and opened to the team. */
let made: string;

test.beforeAll(async ({ browser }) => {
  app = await startApp();
  [owner, guest] = [await newcomer(browser), await newcomer(browser)];
  await owner.goto('/');
  expect(await ask(owner, 'POST', '/api/accounts', { ...ADA, teamName: 'Engines' })).toBe(204);
  await describe(owner, 'orders by status');
  await untilWritten(owner);
  made = new URL(owner.url()).pathname;
  expect(await ask(owner, 'PUT', `/api/programs/${made.slice(3)}/visibility`, { visibility: 'team' })).toBe(200);
});
test.afterAll(() => app.close());

/** Somebody with a browser of their own. */
async function newcomer(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: app.url })).newPage();
}

/** Asks a route as the page would; gives the answer's status. */
function ask(page: Page, method: string, path: string, body: object = {}): Promise<number> {
  return page.evaluate(async (sent) => (await fetch(sent.path, { method: sent.method, body: sent.method === 'GET' ? undefined : JSON.stringify(sent.body), headers: { 'content-type': 'application/json' } })).status, { method, path, body });
}

/** Chooses in a list with the keyboard alone. */
async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).press('Enter');
  await expect(page.getByRole('option', { name: option })).toBeVisible();
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
}

/** What is wrong for who can't see or point, light and dark. */
async function audit(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours fade into one another; half of the way they have no contrast.
    await page.waitForTimeout(400);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`));
  }
  return found;
}

test('somebody is invited with the keyboard alone, comes as a viewer, and is shown nothing that they may not do', async () => {
  await owner.goto('/team');
  await owner.getByRole('button', { name: 'Invite' }).press('Enter');
  await choose(owner, 'As', 'Viewer');
  await owner.getByRole('button', { name: 'Make the link' }).press('Enter');
  const link = await owner.getByRole('textbox', { name: 'Link of the invitation' }).inputValue();
  expect(link).toMatch(/\/join\/[\w-]{43}$/);
  await expect(owner.getByRole('list', { name: 'Open invitations' }).getByRole('listitem')).toHaveText(/Whoever has the link.*Viewer/);

  const invitation = `/api/invitations/${link.split('/').at(-1)}`;
  expect((await guest.request.post(invitation, { data: { account: GRACE } })).status()).toBe(204);
  expect((await guest.request.post(invitation, { data: { account: { ...GRACE, email: 'eve@example.com' } } })).status()).toBe(404);

  await guest.goto('/');
  await expect(guest.getByText('You may open what your team made.')).toBeVisible();
  await expect(guest.getByLabel('Describe the interface you need')).toHaveCount(0);
  for (const name of ['Add a file', 'Import a project', /^More about/, 'Models and data']) await expect(guest.getByRole('button', { name }).or(guest.getByRole('link', { name }))).toHaveCount(0);

  await guest.goto(made);
  await expect(guest.getByText('You may look at this interface, not change it.')).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Export' })).toBeEnabled();
  await expect(guest.getByRole('button', { name: /^Made by Ada/ })).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Undo the last change' })).toHaveCount(0);
  await expect(guest.getByRole('textbox', { name: 'Title' })).toHaveCount(0);
  expect(await ask(guest, 'POST', '/api/prompt', { text: 'orders by channel', kind: 'prompt' })).toBe(403);
  expect(await ask(guest, 'PATCH', `/api/programs/${made.slice(3)}`, { title: 'Mine' })).toBe(403);
  expect(await ask(guest, 'POST', '/api/team/invitations', { role: 'admin' })).toBe(403);
  expect((await guest.goto('/settings'))!.status()).toBe(404);
});

test('a viewer who is made a member asks for interfaces; who is removed is sent to sign in', async () => {
  await owner.goto('/team');
  await choose(owner, 'Role of Grace', 'Member');
  await expect(owner.getByText('Grace is a member now.')).toBeVisible();
  await guest.goto('/');
  await expect(guest.getByLabel('Describe the interface you need')).toBeVisible();
  expect(await ask(guest, 'POST', '/api/prompt', { text: 'orders by channel', kind: 'prompt' })).toBe(201);

  await owner.getByRole('button', { name: 'More about Grace' }).press('Enter');
  await owner.getByRole('menuitem', { name: 'Remove from the team' }).press('Enter');
  await owner.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect(owner.getByText('Grace was removed.')).toBeVisible();
  await expect(owner.getByRole('list', { name: 'One person' })).toBeVisible();
  expect(await ask(guest, 'GET', '/api/programs')).toBe(401);
  await guest.goto('/');
  await expect(guest).toHaveURL(/\/sign-in/);
});

test('the account: a refused password loses nothing, and signing out everywhere ends the other browser too', async ({ browser }) => {
  await owner.goto('/team');
  await owner.getByRole('button', { name: 'Invite' }).click();
  expect(await audit(owner)).toEqual([]);

  const elsewhere = await newcomer(browser);
  await elsewhere.goto('/sign-in');
  expect(await ask(elsewhere, 'POST', '/api/auth/sign-in/email', { email: ADA.email, password: ADA.password })).toBe(200);
  await owner.goto('/account');
  const sessions = owner.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: 'This one' })).toHaveCount(1);
  expect(await audit(owner)).toEqual([]);

  await owner.getByLabel('Present password').fill('not my password');
  await owner.getByLabel('New password').fill('yet another long one');
  await owner.keyboard.press('Enter');
  await expect(owner.getByText('Your password is as it was.')).toBeVisible();
  await expect(owner.getByLabel('New password')).toHaveValue('yet another long one');

  await owner.getByRole('button', { name: 'Sign out everywhere' }).press('Enter');
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).press('Enter');
  await expect(owner).toHaveURL(/\/sign-in/);
  await elsewhere.goto('/account');
  await expect(elsewhere).toHaveURL(/\/sign-in/);
});
