import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { FIREWALL_TOKEN, type Firewall, startFirewall } from './fakes/firewall';
import { alerts, describe, liveFrame, untilWritten } from './studio';
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

const OFFENDERS = ['203.0.113.7', '198.51.100.23'];

const PROGRAM = `Who fails to log in, by address.

\`\`\`tsx ui.tsx
export default function Offenders() {
  const offenders = useData(data.offenders, {});
  const { run, error } = useAction(data.block);
  return (
    <Page title="Failed logins">
      <DataTable title="Addresses" data={offenders} columns={['ip', 'times']} />
      <Button onClick={() => run({ addresses: (offenders.data ?? []).map((row) => row.ip) })}>Shut them out</Button>
      {error && <p>{error.message}</p>}
    </Page>
  );
}
\`\`\`
\`\`\`ts data.ts
export async function offenders() {
  const times = new Map<string, number>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await edgeFirewall.requestsList({ status: 401, page });
    pages = answer.pages;
    for (const { ip } of answer.requests) times.set(ip, (times.get(ip) ?? 0) + 1);
  }
  return [...times].map(([ip, times]) => ({ ip, times }));
}
export async function block({ addresses }: { addresses: string[] }) {
  return edgeFirewall.blocksAdd({ body: { addresses } });
}
\`\`\`
`;

/** What JSON tools need a round trip each for: the pages, and the change. */
const BLOCK_OFFENDERS = `const times = new Map<string, number>();
for (let page = 1, pages = 1; page <= pages; page++) {
  const answer = await large.requestsList({ status: 401, page });
  pages = answer.pages;
  for (const { ip } of answer.requests) times.set(ip, (times.get(ip) ?? 0) + 1);
}
const addresses = [...times].filter(([, count]) => count >= 10).map(([ip]) => ip);
await large.blocksAdd({ body: { addresses } });
return addresses.length + ' addresses are shut out';`;

async function connect(page: Page, address: string): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByLabel(/Address of its/).fill(address);
  await page.getByLabel(/private network/).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

test('an API is connected by its address, given its key and tried; an interface shows what it answers, and changes what a person allows', async ({ page, browser, models, firewall }) => {
  test.setTimeout(120_000);
  await connect(page, `${firewall.url}/openapi.json`);
  const row = page.getByRole('region', { name: 'Connections' }).getByRole('listitem').filter({ hasText: 'Edge Firewall API' });
  await expect(row).toContainText('edgeFirewall');
  await expect(row).toContainText('2 functions to read, 1 function to change things');
  await expect(row).toContainText('no key yet');
  await row.getByLabel(/Bearer token/).fill(FIREWALL_TOKEN);
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row).not.toContainText('no key yet');
  await row.getByRole('button', { name: 'Test' }).click();
  await expect(row.getByText(/answered after/)).toBeVisible();
  expect(await page.content()).not.toContain(FIREWALL_TOKEN);

  models.setScript({ text: PROGRAM });
  await describe(page, 'failed logins by address');
  await untilWritten(page);
  await expect(page.getByText('Checked: types and queries are right')).toBeVisible();
  expect(JSON.stringify(models.requests.at(-1)!.body)).toContain('requestsList');
  // Nothing of it is read before the person lets it.
  const strip = page.getByRole('button', { name: /Made by you/ });
  await expect(page.getByText('May this interface read requestsList of Edge Firewall API?')).toBeVisible();
  await expect(strip).toContainText('May not read requestsList of Edge Firewall API · Asks before it changes Edge Firewall API');
  expect(firewall.requests.filter((request) => request.startsWith('GET /requests?'))).toEqual([]);
  await page.getByRole('button', { name: 'Allow reading' }).click();
  const table = liveFrame(page).getByRole('table', { name: 'Addresses' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(strip).toContainText('Reads requestsList of Edge Firewall API');
  await expect(table.getByRole('row', { name: /203\.0\.113\.7/ })).toContainText('30');
  expect(firewall.requests.filter((request) => request.startsWith('GET /requests?'))).toHaveLength(2);

  // What changes something outside waits for the person, who sees what exactly would be sent.
  const shutOut = liveFrame(page).getByRole('button', { name: 'Shut them out' });
  const dialog = page.getByRole('alertdialog', { name: 'Allow a change in Edge Firewall API?' });
  await shutOut.click();
  await expect(dialog).toContainText('Shut addresses out');
  await expect(dialog.getByRole('listitem')).toHaveText(OFFENDERS);
  await expect(dialog.getByRole('button', { name: 'Allow once' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Don’t allow' }).click();
  await expect(liveFrame(page).getByText(/You declined this change/)).toBeVisible();
  expect(firewall.blocked).toEqual([]);

  // Put off it stays at hand; the frame can't answer it.
  await shutOut.click();
  await dialog.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText('A change outside waits for your answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Look at it' }).click();
  await dialog.getByRole('button', { name: 'Allow once' }).click();
  await expect.poll(() => firewall.blocked).toEqual(OFFENDERS);

  // Within limits it may be done without asking, until that is taken back.
  await shutOut.click();
  await dialog.getByRole('button', { name: 'Always allow…' }).click();
  await expect(dialog.getByRole('group', { name: 'It may do this without asking' })).toContainText('any, at most 2');
  await dialog.getByRole('button', { name: 'Allow within these limits' }).click();
  await expect.poll(() => firewall.blocked).toHaveLength(4);
  await shutOut.click();
  await expect.poll(() => firewall.blocked).toHaveLength(6);
  await expect(strip).toContainText('May change Edge Firewall API without asking');
  await strip.click();
  const calls = page.getByRole('list', { name: 'Data calls' });
  await expect(calls.getByText(/edgeFirewall\.requestsList/).first()).toBeVisible();
  await expect(calls.getByText(/edgeFirewall\.blocksAdd/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Take back edgeFirewall.blocksAdd' }).click();
  await page.getByRole('tab', { name: 'Interface' }).click();
  await shutOut.click();
  await dialog.getByRole('button', { name: 'Don’t allow' }).click();
  expect(firewall.blocked).toHaveLength(6);
  expect(await page.content()).not.toContain(FIREWALL_TOKEN);

  // Through a link somebody asks where its owner lets them, and waits for the owner's yes.
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: /^Share/ });
  await share.getByRole('button', { name: 'Create link' }).click();
  await share.getByRole('button', { name: 'More about this link' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  const mayAsk = share.getByRole('checkbox', { name: 'Who opens it may ask for changes' });
  await expect(mayAsk).toBeDisabled();
  await share.getByRole('radio', { name: 'Live, with what this interface may read' }).click();
  await mayAsk.click();
  await share.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(share.getByText(/may ask for changes$/)).toBeVisible();
  const viewer = await (await browser.newContext()).newPage();
  await viewer.goto(await share.getByRole('textbox', { name: 'Address' }).inputValue());
  await page.keyboard.press('Escape');
  await liveFrame(viewer).getByRole('button', { name: 'Shut them out' }).click();
  await expect(viewer.getByText('A change waits for approval.')).toBeVisible();
  await expect(dialog).toContainText('in the name of somebody with the link “Failed logins by address”');
  await expect(dialog.getByRole('listitem')).toHaveText(OFFENDERS);
  await expect(dialog.getByRole('button', { name: 'Always allow…' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Allow once' }).click();
  await expect(viewer.getByText('The change was allowed, and made.')).toBeVisible();
  expect(firewall.blocked).toHaveLength(8);
  await viewer.context().close();

  // Somebody who knows better says that it only reads; from then on nobody is asked for each.
  const program = page.url();
  await page.goto('/settings');
  await row.getByRole('button', { name: /More about/ }).click();
  await page.getByRole('menuitem', { name: 'Show its functions' }).click();
  await row.getByLabel('Find a function').fill('post');
  await row.getByRole('switch', { name: 'blocksAdd changes things' }).click();
  await expect(row).toContainText('3 functions to read, 0 functions to change things');
  await page.goto(program);
  await expect(table.getByRole('row')).toHaveCount(3);
  await shutOut.click();
  await page.getByRole('button', { name: 'Allow reading' }).click();
  await expect.poll(() => firewall.blocked).toHaveLength(10);
  await shutOut.click();
  await expect.poll(() => firewall.blocked).toHaveLength(12);

  // The card names who uses it; removed, the interface says that it's gone.
  await page.goto('/settings');
  await expect(row.getByRole('link', { name: 'Failed logins by address' })).toBeVisible();
  await row.getByRole('button', { name: /More about/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
});

test('what is no specification, or in a private network unasked, is refused in plain words; what was typed stays', async ({ page, firewall }) => {
  await connect(page, `${firewall.url}/requests`);
  await expect(alerts(page)).toContainText('could not be fetched');
  await page.getByLabel(/Address of its/).fill(`${firewall.url}/openapi.json`);
  await page.getByLabel(/private network/).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(alerts(page)).toContainText(/private addresses/);
  await expect(page.getByLabel(/Address of its/)).toHaveValue(`${firewall.url}/openapi.json`);
  await page.getByLabel('Specification file').setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"hello":1}') });
  await expect(alerts(page)).toContainText(/no specification/);

  // A server of tools is started by its command; one that isn't there is said where it was typed.
  await page.getByLabel('What it is').click();
  await page.getByRole('option', { name: 'MCP server' }).click();
  await page.getByLabel('Command', { exact: true }).fill('no-such-program-here');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(alerts(page)).toContainText('There is no program called no-such-program-here');
  await page.getByLabel('Command', { exact: true }).fill(`"${process.execPath}" "${path.resolve('node_modules/@modelcontextprotocol/server-everything/dist/index.js')}"`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const row = page.getByRole('region', { name: 'Connections' }).getByRole('listitem').filter({ hasText: 'Everything Reference Server' });
  await row.getByRole('button', { name: 'Test' }).click();
  await expect(row.getByText(/It answered, with \d+ functions/)).toBeVisible();
});

test('what a model looks up in a large API, and what it tries there, is shown in the conversation', async ({ page, models, firewall }) => {
  const spec = await (await fetch(`${firewall.url}/openapi.json`)).json() as { info: object; servers: object[]; paths: Record<string, object> };
  for (let index = 0; index < 80; index++) {
    spec.paths[`/things${index}`] = { get: { operationId: `things${index}/list`, summary: `List things number ${index}`, responses: { 200: { description: 'ok' } } } };
  }
  const large = { ...spec, info: { title: 'Large', version: '1' }, servers: [{ url: firewall.url }] };
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await page.getByLabel(/private network/).click();
  await page.getByLabel('Specification file').setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(large)) });
  const row = page.getByRole('region', { name: 'Connections' }).getByRole('listitem').filter({ hasText: 'Large' });
  await row.getByLabel(/Bearer token/).fill(FIREWALL_TOKEN);
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(row).not.toContainText('no key yet');

  const code = 'const { pages, requests } = await large.requestsList({ status: 401 });\nconsole.log(requests[0]);\nreturn pages;';
  models.setScript([
    { text: '', calls: [{ name: 'search', input: { query: 'requests that came in' } }] },
    { text: '', calls: [{ name: 'execute', input: { code: code.replace('requests[0]', 'requests[0].adress') } }] },
    { text: '', calls: [{ name: 'execute', input: { code } }] },
    { text: '', calls: [{ name: 'execute', input: { code: BLOCK_OFFENDERS } }] },
    { text: PROGRAM.replaceAll('edgeFirewall', 'large') },
  ]);
  firewall.blocked.length = 0;
  await describe(page, 'find the offending addresses and shut them out, then show failed logins by address');

  await page.getByRole('button', { name: 'Allow reading' }).click();
  // One pass of code finds them and wants them shut out; one answer of the person, and it goes on where it was.
  const dialog = page.getByRole('alertdialog', { name: 'Allow a change in Large?' });
  await expect(dialog.getByRole('listitem')).toHaveText(OFFENDERS);
  expect(firewall.blocked).toEqual([]);
  const asked = firewall.requests.length;
  // A reload in the middle loses no question; it is answered with the keyboard.
  await page.reload();
  await expect(dialog.getByRole('button', { name: 'Allow once' })).toBeEnabled();
  await expect(dialog.getByRole('button', { name: 'Later' })).toBeFocused();
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Allow once' })).toBeFocused();
  await page.keyboard.press('Enter');
  await untilWritten(page);
  expect(firewall.blocked).toEqual(OFFENDERS);
  expect(firewall.requests.slice(asked).filter((request) => request.startsWith('POST'))).toEqual(['POST /blocks']);
  const [first, second, third, fourth, fifth] = models.requests.slice(-5).map(({ body }) => JSON.stringify(body));
  expect(first).not.toContain('requestsList');
  expect(second).toContain('requestsList');
  expect(third).toContain('Not run');
  expect(fourth).toMatch(/Value: 2.*203\.0\.113\.7/);
  expect(fifth).toContain('2 addresses are shut out');
  await expect(page.getByText(/Looked up “requests that came in”/)).toBeVisible();
  await expect(page.getByText('Wrote code to try; the check found errors, so it was not run')).toBeVisible();
  await page.getByText('Ran code: 1 call').click();
  await expect(page.getByText('return pages;').last()).toBeVisible();
  await expect(liveFrame(page).getByRole('table', { name: 'Addresses' }).getByRole('row')).toHaveCount(3);
});
