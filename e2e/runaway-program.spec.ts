import { type Page, expect } from '@playwright/test';
import type { ModelServer } from './fakes/model-server';
import { alerts, askForChange, liveFrame, openDescribed, untilWritten } from './studio';
import { scripted as test } from './with-models';

/** A field and a part beside it: the part runs away, the field must stay. The part's own lines begin with the eighth. */
function reply(body: string, more = '', data = ''): string {
  const ui = `export default function App() {
  const [text, setText] = useState('');
  return <Page title="Well"><Input aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} /><Part /></Page>;
}

function Part() {
  const [n, setN] = useState(0);
${body}
}
${more}`;
  return `Here it is.\n\n\`\`\`tsx ui.tsx\n${ui}\n\`\`\`\n${data && `\n\`\`\`ts data.ts\n${data}\n\`\`\`\n`}`;
}

const WELL = reply('  return <p>well {n}</p>;');

/** What fails on being shown goes back to the model by itself, with its place. An endless list meets one of two guards, whichever is quicker. */
const ON_SHOWING = [
  { what: 'an endless loop', at: 'ui.tsx:8', says: /loop/i, reply: reply('  for (let i = 0; i >= 0; i++) {}\n  return <p>{n}</p>;') },
  { what: 'an endless iterator', at: 'ui.tsx:8', says: /without an end|768 MB of memory/, reply: reply('  const all = [...({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) } as Iterable<number>)];\n  return <p>{all.length}</p>;') },
  { what: 'two gigabytes', at: 'ui.tsx:8', says: /bytes/, reply: reply('  const all = new Uint8Array(2_000_000_000).fill(1);\n  return <p>{all.length}</p>;') },
  { what: 'recursion', at: 'ui.tsx:8', says: /calls itself/, reply: reply('  const deep = (depth: number): number => deep(depth + 1) + 1;\n  return <p>{deep(0)}</p>;') },
  { what: 'a component that draws itself', at: 'ui.tsx:10', says: /draws itself/, reply: reply('  return <Box />;', 'function Box() { return <div><Box /></div>; }') },
  { what: 'fifty thousand rows', at: 'ui.tsx:8', says: /10,000 elements/, reply: reply('  return <ul>{Array.from({ length: 50_000 }, (_, i) => <li key={i}>{i}</li>)}</ul>;') },
  { what: 'state set in render', at: 'ui.tsx:8', says: /sets state while it renders/, reply: reply('  setN(n + 1);\n  return <p>{n}</p>;') },
  { what: 'state set in every effect', at: 'ui.tsx:8', says: /sets state in every render/, reply: reply('  useEffect(() => { setN(n + 1); });\n  return <p>{n}</p>;') },
];

test('a program that runs away is stopped in its line, and what was typed beside it stays', async ({ page, models }) => {
  test.setTimeout(240_000);
  const note = await startWell(page, models);
  for (const { what, at, says, reply: bad } of ON_SHOWING) {
    await test.step(what, async () => {
      const before = models.requests.length;
      models.setScript([{ text: bad }, { text: WELL }]);
      await askForChange(page, what);
      await expect.poll(() => models.requests.length, { timeout: 30_000 }).toBe(before + 2);
      const asked = JSON.stringify(models.requests.at(-1)!.body);
      expect(asked).toContain(`Running the program failed at ${at}`);
      expect(asked).toMatch(says);
      await expect(note).toHaveValue('kept');
      await expect(liveFrame(page).getByText(/^well \d+$/)).toBeVisible({ timeout: 30_000 });
      await untilWritten(page);
      await expect(note).toHaveValue('kept');
    });
  }
});

const LATER = [
  { what: 'a loop in a handler', at: 'ui.tsx:8', reply: reply('  return <Button onClick={() => { while (n < 1) {} }}>Go</Button>;') },
  { what: 'promises that wake each other in a handler', at: 'ui.tsx:8', reply: reply('  const go = (): void => void Promise.resolve().then(go);\n  return <Button onClick={go}>Go</Button>;') },
  { what: 'a loop in data.ts', at: 'data.ts:2', reply: reply('  const spin = useAction(data.spin);\n  return <Button onClick={() => { spin.run({}); }}>Go</Button>;', '', 'export async function spin({}: {}) {\n  for (;;) {}\n}') },
];

test('one that runs away on a click says so under the interface, which goes on', async ({ page, models }) => {
  test.setTimeout(120_000);
  const note = await startWell(page, models);
  for (const { what, at, reply: bad } of LATER) {
    await test.step(what, async () => {
      models.setScript({ text: bad });
      await askForChange(page, what);
      await untilWritten(page);
      await liveFrame(page).getByRole('button', { name: 'Go' }).click({ noWaitAfter: true });
      const bar = alerts(page).filter({ hasText: at });
      await expect(bar).toBeVisible({ timeout: 15_000 });
      await expect(note).toHaveValue('kept');
      await note.fill('kept on');
      await note.fill('kept');
      await bar.getByRole('button', { name: 'Dismiss' }).click();
    });
  }
});

async function startWell(page: Page, models: ModelServer) {
  models.setScript({ text: WELL });
  await openDescribed(page, 'something well');
  await untilWritten(page);
  const note = liveFrame(page).getByLabel('Note');
  await note.fill('kept');
  return note;
}
