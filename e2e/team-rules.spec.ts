import { type Browser, type Page, expect } from '@playwright/test';
import { FIREWALL_TOKEN, type Firewall, startFirewall } from './fakes/firewall';
import { describe, liveFrame, untilWritten } from './studio';
import { oneModel, withModels } from './with-models';

const test = withModels(oneModel).extend<object, { firewall: Firewall }>({
  firewall: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const firewall = await startFirewall();
      await use(firewall);
      await firewall.close();
    },
    { scope: 'worker' },
  ],
});

const PASSWORD = 'a long password';

const PROGRAM = `One button.

\`\`\`tsx ui.tsx
export default function Wall() {
  const { run, error } = useAction(data.block);
  return (
    <Page title="The wall">
      <Button onClick={() => run({ address: '203.0.113.7' })}>Shut it out</Button>
      {error && <p>{error.message}</p>}
    </Page>
  );
}
\`\`\`
\`\`\`ts data.ts
export async function block({ address }: { address: string }) {
  return edgeFirewall.blocksAdd({ body: { addresses: [address] } });
}
\`\`\`
`;

/** A browser of its own, for a person of their own. */
async function newPage(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL, reducedMotion: 'reduce' })).newPage();
}

test('an admin allows what a member wants to change, limits what models take, and deletes somebody', async ({ browser, app, firewall, models }) => {
  const [ann, ben] = [await newPage(browser, app.url), await newPage(browser, app.url)];

  expect((await ann.request.post('/api/accounts', { data: { name: 'Ann', email: 'ann@example.com', password: PASSWORD, teamName: 'Town' } })).status()).toBe(204);
  const invited = await ann.request.post('/api/team/invitations', { data: { role: 'member' } });
  const { address } = (await invited.json()) as { address: string };
  const joined = await ben.request.post(`/api/invitations/${address.split('/').at(-1)}`, { data: { account: { name: 'Benedict', email: 'ben@example.com', password: PASSWORD } } });
  expect(joined.status()).toBe(204);
  const connected = await ann.request.post('/api/connections', { data: { kind: 'openapi', address: `${firewall.url}/openapi.json`, allowPrivate: true } });
  expect(connected.status()).toBe(201);
  const { id } = (await connected.json()) as { id: string };
  expect((await ann.request.patch(`/api/connections/${id}`, { data: { credentials: { token: { kind: 'token', value: FIREWALL_TOKEN } } } })).ok()).toBe(true);

  // The rule, by the page.
  await ann.goto('/settings/rules');
  await ann.getByRole('switch', { name: /An admin allows each change/ }).press('Space');
  await ann.getByRole('button', { name: 'Let admins allow changes' }).click();
  await expect(ann.getByText('Admins allow changes from now on.')).toBeVisible();

  // A member's change waits, and nothing was sent.
  models.setScript({ text: PROGRAM });
  await describe(ben, 'A wall');
  await untilWritten(ben);
  await liveFrame(ben).getByRole('button', { name: 'Shut it out' }).click();
  const asked = ben.getByRole('alertdialog', { name: /An admin is asked about a change/ });
  await expect(asked).toContainText('203.0.113.7');
  await expect(asked.getByRole('button', { name: 'Allow once' })).toHaveCount(0);
  await asked.getByRole('button', { name: 'Wait' }).click();
  await expect(ben.getByText('A change outside waits for an admin.')).toBeVisible();
  expect(firewall.blocked).toEqual([]);

  // The admin finds it by its number beside the page's name, and sees what would be sent.
  await ann.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: /^Waiting.*1 change/ }).click();
  await ann.getByRole('button', { name: /Look at/ }).press('Enter');
  const question = ann.getByRole('alertdialog');
  await expect(question).toContainText('203.0.113.7');
  await expect(question).toContainText('Benedict');
  await question.getByRole('button', { name: 'Allow once' }).click();
  await expect(ann.getByText('Nothing waits for you.')).toBeVisible();
  await expect.poll(() => firewall.blocked).toEqual(['203.0.113.7']);
  await expect(ben.getByText('A change outside waits for an admin.')).toHaveCount(0);

  // What is used is counted, and a limit that is reached is said where the prompt stands.
  await ann.goto('/settings/spending');
  await expect(ann.getByRole('listitem').filter({ hasText: 'Benedict' })).toContainText('1,500 tokens');
  await ann.getByRole('button', { name: 'Change the limit of Benedict' }).click();
  await ann.getByLabel(/Tokens a month/).fill('1000');
  await ann.getByRole('button', { name: 'Save the limit' }).click();
  await expect(ann.getByText('Limit reached: 1,000 tokens, their own')).toBeVisible();
  const before = models.requests.length;
  await ben.goto('/');
  await ben.getByLabel('Describe the interface you need').fill('Another wall');
  await ben.keyboard.press('Control+Enter');
  await expect(ben.getByRole('alert').filter({ hasText: /You have used your 1,000 tokens for \w+\. An admin can raise it under Settings, Spending\./ })).toBeVisible();
  expect(models.requests).toHaveLength(before);

  // It is all on record.
  await ann.goto('/settings/audit');
  const entries = ann.getByRole('list', { name: 'What was done' });
  for (const words of [/Ann changed the spending limit of Benedict/, /Ann allowed a change of A wall/, /Ann changed the rule about Changes outside/, /Ann connected Edge Firewall API/]) await expect(entries.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);

  // Everything of somebody goes, and their browser with it.
  await ann.goto('/team');
  await ann.getByRole('button', { name: 'More about Benedict' }).click();
  await ann.getByRole('menuitem', { name: /Delete everything/ }).click();
  const sure = ann.getByRole('alertdialog', { name: 'Delete everything of Benedict?' });
  await expect(sure).toContainText('Their account is deleted');
  await expect(sure.getByRole('button', { name: 'Delete everything' })).toBeDisabled();
  await sure.getByLabel(/Type ben@example.com/).fill('ben@example.com');
  await sure.getByRole('button', { name: 'Delete everything' }).click();
  await expect(ann.getByText('Everything of theirs is deleted, their account too.')).toBeVisible();
  await ben.goto('/');
  await expect(ben.getByLabel('Mail address')).toBeVisible();
  await ann.goto('/settings/audit');
  await expect(ann.getByText('Ann deleted everything of a person')).toBeVisible();
  await expect(ann.getByText('Benedict')).toHaveCount(0);
});
