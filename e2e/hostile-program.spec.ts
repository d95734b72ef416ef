import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Page, expect } from '@playwright/test';
import { alerts, askForChange, liveFrame, openDescribed, untilWritten } from './studio';
import { scripted as test } from './with-models';

const program = (body: string) => `Here it is.\n\n\`\`\`tsx ui.tsx\n${body}\n\`\`\`\n`;

const GOOD = program(`export default function Good() {
  const [text, setText] = useState('');
  return <Page title="Good one"><Input aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} /></Page>;
}`);

/** Each program fails in its own way on being shown, or on a click on "Go". */
const FAILURES = [
  { what: 'a throw at render', body: `export default function Bad() { throw new Error('no render'); return <p>never</p>; }`, says: /no render/ },
  { what: 'a throw in an effect', body: `export default function Bad() { useEffect(() => { throw new Error('no effect'); }, []); return <p>shown</p>; }`, says: /no effect/ },
  { what: 'a throw in a handler', body: `export default function Bad() { return <Button onClick={() => { throw new Error('no click'); }}>Go</Button>; }`, says: /no click/, click: true },
  { what: 'a rejected promise', body: `export default function Bad() { return <Button onClick={() => { Promise.reject(new Error('no promise')); }}>Go</Button>; }`, says: /no promise/, click: true },
  { what: 'an endless loop at render', body: `export default function Bad() {\n  let n = 0;\n  while (true) { n += 1; }\n  return <p>{n}</p>;\n}`, says: /loop/i },
  { what: 'an endless loop in a handler', body: `export default function Bad() {\n  return <Button onClick={() => { let n = 0; while (true) { n += 1; } }}>Go</Button>;\n}`, says: /loop/i, click: true },
];

for (const { what, body, says, click } of FAILURES) {
  test(`${what}: the host stays alive, says what happened where, and offers to repair`, async ({ page, models }) => {
    // Held until the studio is there: what was written before nobody saw fail.
    const text = program(body);
    models.setScript([{ text, holdAfter: ['Here it is.'] }, { text }]);
    const before = models.requests.length;
    await openDescribed(page, 'something that fails');
    await expect(page.getByRole('button', { name: /Stop/ })).toBeVisible();
    models.goOn();
    if (click) {
      await untilWritten(page);
      await liveFrame(page).getByRole('button', { name: 'Go' }).click();
    } else {
      // A program that fails as soon as it's shown goes back to the model unasked, at most three times.
      await expect.poll(() => models.requests.length, { timeout: 30_000 }).toBeGreaterThan(before + 1);
    }
    const bar = alerts(page).filter({ hasText: says });
    await expect(bar).toBeVisible({ timeout: 45_000 });
    await expect(bar).toContainText('ui.tsx');
    await expect(bar.getByRole('button', { name: 'Repair' })).toBeVisible();
    await hostIsAlive(page);

    models.setScript({ text: GOOD });
    await bar.getByRole('button', { name: 'Repair' }).click();
    await expect(liveFrame(page).getByRole('heading', { name: 'Good one' })).toBeVisible({ timeout: 30_000 });
    await expect(bar).toHaveCount(0);
  });
}

test('a change that throws keeps the last good interface on the screen, with what was typed', async ({ page, models }) => {
  models.setScript({ text: GOOD });
  await openDescribed(page, 'a good one');
  await untilWritten(page);
  const note = liveFrame(page).getByLabel('Note');
  await note.fill('kept');
  models.setScript({ text: program(`export default function Good() {
  const [text, setText] = useState('');
  throw new Error('worse');
  return <Page title="Worse"><Input aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} /></Page>;
}`) });
  await askForChange(page, 'make it worse');
  await expect(alerts(page).filter({ hasText: 'worse' })).toBeVisible({ timeout: 45_000 });
  await expect(note).toHaveValue('kept');
});

test('what hangs where no guard can be is thrown away, and the last good interface comes back', async ({ page, models }) => {
  models.setScript({ text: GOOD });
  await openDescribed(page, 'a good one');
  await untilWritten(page);
  await expect(liveFrame(page).getByRole('heading', { name: 'Good one' })).toBeVisible();
  await page.waitForTimeout(3_000); // It has run well for a while: that is what makes it worth coming back to.
  models.setScript({ text: program(`export default function Hang() {
  const slow = useMemo(() => /^(a+)+$/.test('a'.repeat(60) + 'b'), []);
  return <Page title="Hangs"><p>{String(slow)}</p></Page>;
}`) });
  await askForChange(page, 'something slow');
  await expect(alerts(page).filter({ hasText: /no longer answered/ })).toBeVisible({ timeout: 45_000 });
  await hostIsAlive(page);
  await expect(liveFrame(page).getByRole('heading', { name: 'Good one' })).toBeVisible();
});

test('an endless allocation does not take the host with it', async ({ page, models }) => {
  models.setScript({ text: program(`export default function Hog() {
  return <Button onClick={() => { const all: number[][] = []; for (;;) all.push(new Array(1_000_000).fill(all.length)); }}>Go</Button>;
}`) });
  await openDescribed(page, 'a hog');
  await untilWritten(page);
  await liveFrame(page).getByRole('button', { name: 'Go' }).click({ noWaitAfter: true });
  await expect(alerts(page)).toBeVisible({ timeout: 45_000 });
  await hostIsAlive(page);
});

test('an interface takes no focus from the prompt; within itself it may', async ({ page, models }) => {
  models.setScript({ text: program(`export default function Grab() {
  const field = useRef<HTMLInputElement>(null);
  const [n, setN] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => { field.current?.focus(); window.focus(); setN((n) => n + 1); }, 100);
    return () => clearInterval(timer);
  }, []);
  return <Page title="Grab"><Input autoFocus ref={field} aria-label="Grab" /><Button>Go</Button><p data-testid="n">{n}</p></Page>;
}`) });
  await openDescribed(page, 'a grabber');
  await untilWritten(page);
  const frame = liveFrame(page);
  const times = async () => Number(await frame.getByTestId('n').textContent());
  await expect.poll(times).toBeGreaterThan(1);
  const prompt = page.getByLabel('Ask for a change');
  await prompt.click();
  const before = await times();
  await prompt.pressSequentially('next I want', { delay: 60 });
  expect(await times()).toBeGreaterThan(before + 2);
  await expect(prompt).toBeFocused();
  await expect(prompt).toHaveValue('next I want');

  await frame.getByRole('button', { name: 'Go' }).click();
  await expect(frame.getByLabel('Grab')).toBeFocused();
});

test('generated code has no network, no storage, no origin and no way out', async ({ page, models }) => {
  // A server that would hear of it: the browser also announces requests that it then doesn't make.
  const heard: string[] = [];
  const outside = http.createServer((request, response) => {
    heard.push(request.url!);
    response.setHeader('access-control-allow-origin', '*').end();
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(outside.address() as AddressInfo).port}`;
  models.setScript({ text: program(`export default function Spy() {
  const [found, setFound] = useState<string[]>([]);
  useEffect(() => {
    const tries: Record<string, () => unknown> = {
      fetch: () => (globalThis as any).fetch('http://${host}/a'),
      image: () => { const image = document.createElement('img'); image.src = 'http://${host}/b.png'; document.body.append(image); },
      beacon: () => (navigator as any).sendBeacon('http://${host}/c', 'x'),
      socket: () => new (globalThis as any).WebSocket('ws://${host}/d'),
      storage: () => localStorage.setItem('a', 'b'),
      cookie: () => { document.cookie = 'a=b'; if (document.cookie.includes('a=b')) throw 'kept'; },
      parent: () => (parent as any).document.title,
      top: () => { (top as any).location.href = 'http://${host}/e'; },
      open: () => (globalThis as any).open('http://${host}/f'),
      frame: () => document.body.append(document.createElement('iframe')),
      link: () => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: 'http://${host}/g' })),
      form: () => { const form = document.createElement('form'); form.action = 'http://${host}/h'; document.body.append(form); form.submit(); },
    };
    for (const name in tries) { try { Promise.resolve(tries[name]!()).catch(() => {}); } catch {} }
    setFound([globalThis.origin, String(document.querySelectorAll('iframe, link').length)]);
  }, []);
  return <Page title="Spy"><p data-testid="found">{found.join(' ')}</p></Page>;
}`) });
  const address = page.url();
  await openDescribed(page, 'a spy');
  await expect(liveFrame(page).getByTestId('found')).toHaveText('null 0', { timeout: 30_000 });
  await page.waitForTimeout(1_000);
  outside.close();
  expect(heard).toEqual([]);
  expect(page.url()).not.toBe(address);
  expect(page.url()).toContain('/p/');
  expect(page.context().pages()).toHaveLength(1);
});

/** The app's own page answers within a moment, whatever the frame does. */
async function hostIsAlive(page: Page): Promise<void> {
  await page.getByLabel('Ask for a change').fill('still here', { timeout: 2_000 });
  await page.getByLabel('Ask for a change').fill('');
}
