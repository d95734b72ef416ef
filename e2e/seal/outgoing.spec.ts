import { readFileSync } from 'node:fs';
import { type Page, expect } from '@playwright/test';
import { alerts, describe, liveFrame, untilWritten } from '../studio';
import { scripted as test } from '../with-models';

const program = (body: string) => `Here it is.\n\n\`\`\`tsx ui.tsx\n${body}\n\`\`\`\n`;

const OUTGOING = program(`export default function Outgoing() {
  const [made, setMade] = useState(0);
  const [big, setBig] = useShared('big', '');
  const [secret, setSecret] = useState(false);
  const [, setTried] = useShared('tried', false);
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['region,orders\\n=1+1,3\\n'], { type: 'text/csv;charset=utf-8' }));
    link.download = 'orders.exe';
    link.click();
  };
  useEffect(() => {
    // Nobody clicked: none of it is asked.
    const link = Object.assign(document.createElement('a'), { href: 'https://quiet.example/' });
    document.body.append(link);
    link.click();
    save();
    window.print();
    navigator.clipboard.writeText('quiet').catch(() => {});
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
    setMade(1);
    setTried(true);
  }, []);
  return (
    <Page title="Outgoing">
      <a href="https://shown.example/path?secret=1">A link</a>
      <Button onClick={() => navigator.clipboard.writeText('copied text')}>Copy it</Button>
      <Button onClick={save}>Save it</Button>
      <Button onClick={() => window.print()}>Print it</Button>
      <Button onClick={() => setSecret(!secret)}>Sign in</Button>
      <Input aria-label="Your word" style={secret ? { WebkitTextSecurity: 'disc' } as object : undefined} />
      <Button onClick={() => setBig('x'.repeat(70_000))}>Break a rule</Button>
      <p data-testid="made">{made} {big.length}</p>
    </Page>
  );
}`);

test('what leaves an interface is shown and asked about, and only after a click; a broken rule closes it and stands in the ledger', async ({ page, models, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  models.setScript({ text: OUTGOING });
  await describe(page, 'something that leaves');
  await untilWritten(page);
  // Looking into a frame counts as a person's doing there, so it's only looked at once it has tried all of that.
  const shared = `/api/programs/${page.url().split('/').at(-1)}/shared?since=0`;
  await expect.poll(async () => ((await (await page.request.get(shared)).json()) as { values: { tried?: boolean } }).values.tried).toBe(true);
  const frame = liveFrame(page);
  await expect(frame.getByTestId('made')).toHaveText('1 0');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await frame.getByRole('link', { name: 'A link' }).click();
  await asked(page, 'Open this address?', 'https://shown.example/path?secret=1', 'Not now');
  expect(context.pages()).toHaveLength(1);

  await frame.getByRole('button', { name: 'Copy it' }).click();
  await asked(page, 'Copy this?', 'copied text', 'Copy');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('copied text');

  const saved = page.waitForEvent('download');
  await frame.getByRole('button', { name: 'Save it' }).click();
  await asked(page, 'Save this file?', 'orders.csv', 'Save');
  const file = await saved;
  expect(file.suggestedFilename()).toBe('orders.csv');
  expect(readFileSync(await file.path(), 'utf8')).toBe("region,orders\n'=1+1,3\n");

  await frame.getByRole('button', { name: 'Print it' }).click();
  await asked(page, 'Print the interface?', '', 'Not now');

  const warning = alerts(page).filter({ hasText: 'This interface has a password field' });
  await expect(warning).toHaveCount(0);
  await frame.getByRole('button', { name: 'Sign in' }).click();
  await expect(warning).toBeVisible();
  await frame.getByRole('button', { name: 'Sign in' }).click();
  await expect(warning).toHaveCount(0);

  await frame.getByRole('button', { name: 'Break a rule' }).click();
  const bar = alerts(page).filter({ hasText: 'broke the rules of its frame' });
  await expect(bar).toContainText('in no form that the app knows');
  await page.getByRole('tab', { name: 'Data calls' }).click();
  await expect(page.getByRole('list', { name: 'Data calls' })).toContainText('It broke the rules of its frame');
});

async function asked(page: Page, title: string, shown: string, answer: string): Promise<void> {
  const dialog = page.getByRole('alertdialog', { name: title });
  await expect(dialog).toContainText(shown);
  await dialog.getByRole('button', { name: answer, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}
