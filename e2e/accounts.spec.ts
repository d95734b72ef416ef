import { barriers } from './accessible';
import { startApp } from './app';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

const PASSWORD = 'a long password';

test('one person opens the house to a team; people come by invitation, sign in by password or by a link, and who tries passwords has to wait', async ({ browser }) => {
  const app = await startApp({ LISTEN: '' });
  try {
    const owner = await (await browser.newContext({ baseURL: app.url })).newPage();
    await owner.goto('/settings');
    await owner.getByRole('link', { name: /Open to my team/ }).press('Enter');
    await expect(owner.getByRole('heading', { level: 1, name: 'Open to my team' })).toBeVisible();
    expect(await barriers(owner)).toEqual([]);
    await owner.getByLabel('What your team is called').fill('Town');
    await owner.getByLabel('Your name').fill('Ann');
    await owner.getByLabel('Mail address').fill('ann@example.com');
    await owner.getByLabel('Password').fill('short');
    await owner.keyboard.press('Enter');
    expect(await owner.getByLabel('Password').evaluate((input: HTMLInputElement) => input.validity.tooShort)).toBe(true);
    await owner.getByLabel('Password').fill(PASSWORD);
    await owner.getByLabel('What your team is called').fill('  ');
    await owner.keyboard.press('Enter');
    await expect(owner.getByRole('alert').filter({ hasText: 'It needs a name.' })).toBeVisible();
    await expect(owner.getByLabel('Mail address')).toHaveValue('ann@example.com');
    await owner.getByLabel('What your team is called').fill('Town');
    await owner.keyboard.press('Enter');
    await owner.waitForURL('**/team');

    // Nobody else gets in any more, and comes back to where they wanted.
    const guest = await (await browser.newContext({ baseURL: app.url })).newPage();
    await guest.goto('/settings');
    await expect(guest.getByRole('heading', { name: 'Sign in to Vitrine' })).toBeVisible();
    expect(new URL(guest.url()).searchParams.get('to')).toBe('/settings');
    expect((await guest.request.get('/api/programs')).status()).toBe(401);
    expect(await barriers(guest)).toEqual([]);

    const invited = await owner.request.post('/api/team/invitations', { data: { role: 'member' } });
    const { address } = (await invited.json()) as { address: string };
    await guest.goto(address);
    await expect(guest.getByText('Ann invites you as a member')).toBeVisible();
    expect(await barriers(guest)).toEqual([]);
    await guest.getByLabel('Your name').fill('Ben');
    await guest.getByLabel('Mail address').fill('ben@example.com');
    await guest.getByLabel('Password').fill(PASSWORD);
    await guest.keyboard.press('Enter');
    await expect(guest.getByRole('heading', { name: 'What do you want to see?' })).toBeVisible();

    // It was for one.
    const late = await (await browser.newContext({ baseURL: app.url })).newPage();
    await late.goto(address);
    await expect(late.getByRole('heading', { name: 'This invitation can’t be used' })).toBeVisible();

    await late.goto('/sign-in?to=/settings/ledger');
    await late.getByLabel('Mail address').fill('ben@example.com');
    await late.getByLabel('Password').fill('another long one');
    await late.keyboard.press('Enter');
    await expect(late.getByRole('alert').filter({ hasText: 'don’t belong together' })).toBeVisible();

    // A link works once, and only when its button is pressed.
    await late.getByRole('button', { name: 'Send me a link instead' }).press('Enter');
    await late.getByLabel('Mail address').press('Enter');
    await expect(late.getByText('This server sends no mail')).toBeVisible();
    const link = await expect.poll(() => /http\S+sign-in\/link\S+/.exec(app.said())?.[0]).toBeTruthy().then(() => /http\S+sign-in\/link\S+/.exec(app.said())![0]);
    await late.goto(link);
    expect(await barriers(late)).toEqual([]);
    await late.getByRole('link', { name: 'Sign in' }).press('Enter');
    await expect(late.getByRole('heading', { name: 'Ledger' })).toBeVisible();
    const again = await (await browser.newContext({ baseURL: app.url })).newPage();
    await again.goto(link);
    await again.getByRole('link', { name: 'Sign in' }).press('Enter');
    await expect(again.getByRole('alert').filter({ hasText: 'That link is over' })).toBeVisible();

    // Whoever it says it is: who asks is known by the connection. From within the page, since that is of the same address as what follows.
    const tries = await again.evaluate(
      () => Promise.all(Array.from({ length: 15 }, async (_, i) => (await fetch('/api/auth/sign-in/email', { method: 'POST', body: JSON.stringify({ email: 'ann@example.com', password: `wrong number ${i}` }), headers: { 'content-type': 'application/json', 'x-vitrine-address': `10.0.0.${i}` } })).status)),
    );
    expect(tries).toContain(429);
    await again.getByLabel('Mail address').fill('ann@example.com');
    await again.getByLabel('Password').fill(PASSWORD);
    await again.keyboard.press('Enter');
    await expect(again.getByRole('alert').filter({ hasText: 'Too many tries' })).toBeVisible();
  } finally {
    await app.close();
  }
});

test('without accounts it doesn’t listen beyond this machine, and says what to do', async () => {
  const beyond = { LISTEN: '0.0.0.0', APP_ORIGIN: 'http://vitrine.example', SANDBOX_ORIGIN: 'http://frames.example' };
  await expect(startApp(beyond)).rejects.toThrow('there are no accounts here yet');
  await expect(startApp({ LISTEN: '0.0.0.0' })).rejects.toThrow('Set APP_ORIGIN');
});
