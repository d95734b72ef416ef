import { type Browser, type Page, expect, test } from '@playwright/test';
import { WCAG, barriers } from './accessible';
import { type App, startApp } from './app';
import { describe, liveFrame, untilWritten } from './studio';

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

test('somebody of two teams switches between them, remixes from a link into one, is handed the other, hands it back and leaves it', async ({ browser }) => {
  const { address: invitation } = await (await owner.request.post('/api/team/invitations', { data: { role: 'member' } })).json() as { address: string };
  await guest.goto('/sign-in');
  expect(await ask(guest, 'POST', '/api/auth/sign-in/email', { email: GRACE.email, password: GRACE.password })).toBe(200);
  await guest.goto(invitation);
  await guest.getByRole('button', { name: 'Join Engines' }).press('Enter');
  await guest.waitForURL('**/');
  await guest.goto('/team');
  await guest.getByRole('button', { name: 'Make a team' }).press('Enter');
  await guest.getByLabel('Name of the other team').fill('Compilers');
  await guest.keyboard.press('Enter');
  await guest.waitForURL((url) => url.pathname === '/');

  const shared = `/api/programs/${made.slice(3)}/shares`;
  const { link } = await (await owner.request.post(shared, { data: { choices: { mode: 'live', mayRemix: true }, asked: [] } })).json() as { link: { id: string; address: string } };
  const stranger = await newcomer(browser);
  for (const page of [guest, stranger]) {
    await page.goto(link.address);
    await expect(liveFrame(page).locator('.recharts-surface').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Remix' })).toHaveCount(page === guest ? 1 : 0);
  }

  // One that reads in each viewer's name is for who is in the team.
  const { link: named } = await (await owner.request.post(shared, { data: { choices: { mode: 'viewer' }, asked: [] } })).json() as { link: { address: string } };
  await guest.goto(named.address);
  await expect(liveFrame(guest).locator('.recharts-surface').first()).toBeVisible();
  await stranger.goto(named.address);
  await expect(stranger).toHaveURL((url) => url.pathname === '/sign-in' && url.searchParams.get('to') === new URL(named.address).pathname);
  await stranger.context().close();

  await guest.goto(link.address);
  await guest.getByRole('link', { name: 'Remix' }).press('Enter');
  await expect(guest.getByRole('button', { name: 'Make it in Engines instead' })).toBeVisible();
  expect(await barriers(guest, { tags: WCAG })).toEqual([]);
  await guest.getByRole('button', { name: 'Make it in Compilers' }).press('Enter');
  await guest.waitForURL((url) => url.pathname.startsWith('/p/'));
  await expect(guest.getByText('Remix of')).toBeVisible();
  const remix = new URL(guest.url()).pathname;

  await guest.getByRole('button', { name: 'Grace, Compilers' }).press('Enter');
  await guest.getByRole('menuitemradio', { name: 'Engines' }).press('Enter');
  await expect(guest.getByRole('button', { name: 'Grace, Engines' })).toBeVisible();
  const { programs } = await (await guest.request.get('/api/programs')).json() as { programs: { id: string }[] };
  expect(programs.map(({ id }) => `/p/${id}`)).toContain(made);
  expect(programs.map(({ id }) => `/p/${id}`)).not.toContain(remix);
  expect((await owner.request.get(`/api${remix.replace('/p/', '/programs/')}/messages`)).status()).toBe(404);

  // Its only owner doesn't leave; who hands it on may.
  await owner.goto('/team');
  await expect(owner.getByText('You are its only owner.')).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Leave', exact: true })).toHaveCount(0);
  expect(await ask(owner, 'POST', '/api/team/leave', { teamId: 'local' })).toBe(409);
  const handOver = async (from: Page, to: string) => {
    await from.getByRole('button', { name: `More about ${to}` }).press('Enter');
    await from.getByRole('menuitem', { name: 'Hand the team to them' }).press('Enter');
    await from.getByRole('button', { name: 'Hand it over' }).press('Enter');
    await expect(from.getByText(`${to} owns Engines now. You are an admin.`)).toBeVisible();
  };
  await handOver(owner, 'Grace');
  await expect(owner.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
  const { link: graces } = await (await guest.request.post(shared, { data: { choices: { mode: 'live' }, asked: [] } })).json() as { link: { address: string } };
  expect((await guest.request.get(graces.address)).status()).toBe(200);
  await guest.goto('/team');
  await handOver(guest, 'Ada');

  await guest.getByRole('button', { name: 'Leave', exact: true }).press('Enter');
  await guest.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).press('Enter');
  await expect(guest.getByRole('button', { name: 'Grace, Compilers' })).toBeVisible();
  expect([(await guest.request.get(graces.address)).status(), (await guest.request.get(link.address)).status(), (await guest.request.get(shared)).status()]).toEqual([404, 200, 404]);
  expect((await guest.goto(remix))!.status()).toBe(200);
});

test('the account: a refused password loses nothing, and signing out everywhere ends the other browser too', async ({ browser }) => {
  await owner.goto('/team');
  await owner.getByRole('button', { name: 'Invite' }).click();
  expect(await barriers(owner, { tags: WCAG })).toEqual([]);

  const elsewhere = await newcomer(browser);
  await elsewhere.goto('/sign-in');
  expect(await ask(elsewhere, 'POST', '/api/auth/sign-in/email', { email: ADA.email, password: ADA.password })).toBe(200);
  await owner.goto('/account');
  const sessions = owner.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: 'This one' })).toHaveCount(1);
  expect(await barriers(owner, { tags: WCAG })).toEqual([]);

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
