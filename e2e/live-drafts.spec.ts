import type { FrameLocator } from '@playwright/test';
import type { ModelServer } from './fakes/model-server';
import { askForChange, liveFrame, openDescribed, untilWritten } from './studio';
import { expect as expectSoon } from './test';
import { scripted as test } from './with-models';

// Streams that are held again and again, on a machine that may have more to do.
test.describe.configure({ timeout: 180_000 });
const expect = expectSoon.configure({ timeout: 40_000 });

/** A reply of one file. Each `⏸` is a place at which the stream waits for `goOn`. */
function held(ui: string, data = ''): { text: string; holdAfter: string[]; scale: number } {
  const whole = `Here it is.\n\n\`\`\`tsx ui.tsx\n${ui}\n\`\`\`\n${data && `\n\`\`\`ts data.ts\n${data}\n\`\`\`\n`}`;
  const pieces = whole.split('⏸');
  return { text: pieces.join(''), holdAfter: pieces.slice(0, -1), scale: 1 };
}

/** Scripts a held stream. Where the check sends it back, the same is written again without a stop. */
function write(models: ModelServer, act: { text: string; holdAfter: string[] }): void {
  models.setScript([act, { text: act.text }]);
}

/** Lets the stream go on, and waits until `text` of the next stretch is on the screen. */
async function goOn(models: ModelServer, frame: FrameLocator, text: string): Promise<void> {
  models.goOn();
  await expect(frame.getByText(text, { exact: true })).toBeVisible();
}

test('what is typed, chosen, opened, checked and scrolled while the rest is written stays, in the very same elements', async ({ page, models }) => {
  write(models, held(`
const LINES = Array.from({ length: 60 }, (_, i) => 'Line ' + i);

export default function Desk() {
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState(false);
  const id = useId();
  return (
    <Page title="Desk">
      <Input aria-label="Name" id={id} value={name} onChange={(event) => setName(event.target.value)} />
      <input aria-label="Free" defaultValue="" />
      <Checkbox aria-label="Agreed" checked={agreed} onCheckedChange={(value) => setAgreed(value === true)} />
      <details><summary>More</summary><p>The details</p></details>
      <div data-testid="box" className="h-24 overflow-y-auto">{LINES.map((line) => <p key={line}>{line}</p>)}</div>
      <Before />
      <Note />
      <div className="h-[2000px]">Tall</div>
      <p>first stop</p>⏸
      <p>second stop</p>⏸
    </Page>
  );
}

function Note() {
  const [text, setText] = useState('');
  return <Textarea aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} />;
}

function After() {
  return <p>unused</p>;
}
⏸
function Before() {
  return (
    <Card>
      <CardContent>
        <p>third stop</p>⏸
        <Button>Later</Button>
      </CardContent>
    </Card>
  );
}
`));
  await openDescribed(page, 'a desk');
  const frame = liveFrame(page);
  await expect(frame.getByText('first stop', { exact: true })).toBeVisible();
  const name = frame.getByLabel('Name');
  const node = await name.elementHandle();
  const id = await name.getAttribute('id');
  await frame.getByLabel('Free').fill('uncontrolled');
  await frame.getByLabel('Agreed').click();
  await frame.getByText('More', { exact: true }).click();
  await frame.getByTestId('box').evaluate((box) => (box.scrollTop = 300));
  await name.fill('Ada Lovelace');
  await name.evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 7));
  await frame.locator('html').evaluate((html) => (html.scrollTop = 40));

  const everythingIsThere = async () => {
    expect(await name.evaluate((input, before) => input === before, node)).toBe(true);
    expect(await name.getAttribute('id')).toBe(id);
    await expect(name).toHaveValue('Ada Lovelace');
    await expect(name).toBeFocused();
    expect(await name.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([2, 7]);
    await expect(frame.getByLabel('Free')).toHaveValue('uncontrolled');
    await expect(frame.getByLabel('Agreed')).toBeChecked();
    await expect(frame.getByText('The details')).toBeVisible();
    expect(await frame.getByTestId('box').evaluate((box) => box.scrollTop)).toBe(300);
    expect(await frame.locator('html').evaluate((html) => html.scrollTop)).toBe(40);
  };
  await goOn(models, frame, 'second stop');
  await everythingIsThere();
  models.goOn();
  await expect(frame.getByLabel('Note')).toBeVisible();
  await everythingIsThere();
  await goOn(models, frame, 'third stop');
  await everythingIsThere();
  models.goOn();
  await untilWritten(page);
  await expect(frame.getByRole('button', { name: 'Later' })).toBeVisible();
  await everythingIsThere();
});

test('an open menu, dialog and popover stay open while more is written', async ({ page, models }) => {
  for (const { open, shows, tag } of [
    { open: 'Fruit', shows: 'Pear', tag: `<Select defaultValue="a"><SelectTrigger aria-label="Fruit"><SelectValue /></SelectTrigger><SelectContent><SelectItem value="a">Apple</SelectItem><SelectItem value="p">Pear</SelectItem></SelectContent></Select>` },
    { open: 'Ask', shows: 'Are you sure?', tag: `<Dialog><DialogTrigger asChild><Button aria-label="Ask">Ask</Button></DialogTrigger><DialogContent><DialogTitle>Are you sure?</DialogTitle></DialogContent></Dialog>` },
    { open: 'Pop', shows: 'Popped up', tag: `<Popover><PopoverTrigger asChild><Button aria-label="Pop">Pop</Button></PopoverTrigger><PopoverContent>Popped up</PopoverContent></Popover>` },
  ]) {
    write(models, held(`
export default function Menus() {
  return (
    <Page title="Menus">
      ${tag}
      <Part />⏸
      <p>more of it</p>
    </Page>
  );
}

function Part() {
  return <p>the part</p>;
}
⏸
function Unused() { return <p>unused</p>; }
`));
    await openDescribed(page, `menus ${open}`);
    const frame = liveFrame(page);
    await frame.getByLabel(open, { exact: true }).click();
    const shown = frame.getByText(shows, { exact: true });
    await expect(shown).toBeVisible();
    const node = await shown.elementHandle();
    models.goOn();
    await expect(frame.getByText('the part', { exact: true })).toBeAttached();
    models.goOn();
    await untilWritten(page);
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((element, before) => element === before, node)).toBe(true);
  }
});

test('effects run as often as they would in the finished program; refs and ids stay', async ({ page, models }) => {
  write(models, held(`
const OPTIONS = { step: 1 };
const runs = { once: 0, constant: 0, cleaned: 0 };

export default function Counted() {
  const [once, setOnce] = useState(0);
  const [constant, setConstant] = useState(0);
  const id = useId();
  const first = useRef(id);
  useEffect(() => { setOnce((n) => n + 1); return () => setOnce((n) => n + 100); }, []);
  useEffect(() => { setConstant((n) => n + OPTIONS.step); }, [OPTIONS]);
  return (
    <Page title="Counted">
      <p data-testid="counts">{once} {constant} {String(first.current === id)}</p>
      <p>one</p>⏸
      <p>two</p>
      <Leaf />
    </Page>
  );
}

const LATE = [1, 2, 3].map((n) => n * 2);
⏸
function Leaf() {
  return <p>leaf {LATE.length}</p>;
}
`));
  await openDescribed(page, 'a count');
  const frame = liveFrame(page);
  await expect(frame.getByText('one', { exact: true })).toBeVisible();
  models.goOn();
  await expect(frame.getByText('two', { exact: true })).toBeVisible();
  models.goOn();
  await untilWritten(page);
  await expect(frame.getByText('leaf 3')).toBeVisible();
  await expect(frame.getByTestId('counts')).toHaveText('1 1 true');
});

test('a component whose hooks change is mounted anew, and nothing beside or above it', async ({ page, models }) => {
  write(models, held(`
export default function Two() {
  const [text, setText] = useState('');
  return (
    <Page title="Two">
      <Input aria-label="Above" value={text} onChange={(event) => setText(event.target.value)} />
      <Changing />
      <Beside />
    </Page>
  );
}

function Changing() {
  const [n, setN] = useState(0);
  return <Button onClick={() => setN(n + 1)}>Clicked {n}</Button>;
}

function Beside() {
  const [text, setText] = useState('');
  return <Input aria-label="Beside" value={text} onChange={(event) => setText(event.target.value)} />;
}
`));
  await openDescribed(page, 'two');
  await untilWritten(page);
  const frame = liveFrame(page);
  await frame.getByLabel('Above').fill('above');
  await frame.getByLabel('Beside').fill('beside');
  await frame.getByRole('button', { name: 'Clicked 0' }).click();
  await expect(frame.getByRole('button', { name: 'Clicked 1' })).toBeVisible();
  models.setScript({
    text: `A change.\n\n\`\`\`edit ui.tsx\n<<<<<<< SEARCH\n  const [n, setN] = useState(0);\n=======\n  const [n, setN] = useState(0);\n  const twice = useMemo(() => n * 2, [n]);\n>>>>>>> REPLACE\n<<<<<<< SEARCH\nClicked {n}<\n=======\nTwice {twice}<\n>>>>>>> REPLACE\n\`\`\`\n`,
  });
  await askForChange(page, 'twice');
  await expect(frame.getByRole('button', { name: 'Twice 0' })).toBeVisible();
  await expect(frame.getByLabel('Above')).toHaveValue('above');
  await expect(frame.getByLabel('Beside')).toHaveValue('beside');
});

/** Every way to write a component but a plain function of the file's top. Each holds a field that is typed into. */
const SHAPES: Record<string, { before?: string; inside?: string; tag: string; after?: string }> = {
  memo: { tag: '<Memoed />', after: `const Memoed = memo(function Memoed() { return <input aria-label="memo" />; });` },
  forwardRef: { tag: '<Forwarded />', after: `const Forwarded = forwardRef((props: object, ref) => <input aria-label="forwardRef" />);` },
  'member of an object': { tag: '<Parts.Field />', before: `const Parts = { Field: () => <><input aria-label="member of an object" /><Late /></> };` },
  'inside a component': { tag: '<Inner />', inside: `const Inner = () => <><input aria-label="inside a component" /><Late /></>;` },
  'made by a function': {
    tag: '<Framed />',
    before: `function withFrame(Inside: any) { return function Frame(props: object) { return <div><Inside {...props} /></div>; }; }\nfunction Plain() { return <><input aria-label="made by a function" /><Late /></>; }\nconst Framed = withFrame(Plain);`,
  },
  'below a context': {
    tag: '<Ctx.Provider value="a"><Reader /></Ctx.Provider>',
    before: `const FALLBACK = { mark: () => <Late /> };\nconst Ctx = createContext<any>(FALLBACK);`,
    after: `function Reader() { return <input aria-label="below a context" placeholder={String(useContext(Ctx))} />; }`,
  },
  'function as child': { tag: '<Calls>{(word: string) => <Named word={word} />}</Calls>', after: `function Calls({ children }: any) { return <div>{children('function as child')}</div>; }\nfunction Named({ word }: any) { return <input aria-label={word} />; }` },
};

test('state in components of every kind stays while the rest is written', async ({ page, models }) => {
  const all = Object.values(SHAPES);
  const names = Object.keys(SHAPES);
  write(models, held(`
${all.map(({ before = '' }) => before).join('\n')}
export default function Shapes() {
  ${all.map(({ inside = '' }) => inside).join('\n')}
  return (
    <Page title="Shapes">
      ${all.map(({ tag }) => tag).join('\n')}
    </Page>
  );
}
${all.map(({ after = '' }) => after).join('\n')}
function Filler() { return <p>filler</p>; }
⏸
function Late() {
  return <><p>late one</p>⏸<p>late two</p></>;
}

function Last() { return <Late />; }
`));
  await openDescribed(page, 'components of every kind');
  const frame = liveFrame(page);
  await expect(frame.getByLabel(names.at(-1)!)).toBeVisible();
  const nodes = [];
  for (const name of names) {
    await frame.getByLabel(name).fill(`typed in ${name}`);
    nodes.push(await frame.getByLabel(name).elementHandle());
  }
  models.goOn();
  await expect(frame.getByText('late one').first()).toBeVisible();
  models.goOn();
  await untilWritten(page);
  await expect(frame.getByText('late two').first()).toBeVisible();
  for (const [at, name] of names.entries()) {
    await expect(frame.getByLabel(name)).toHaveValue(`typed in ${name}`);
    expect(await frame.getByLabel(name).evaluate((element, first) => element === first, nodes[at])).toBe(true);
  }
});

/** A change of its hooks would mount the component anew, so the hooks that fail are there before they do. */
const HOOKS = 'useMemo(() => 1); useEffect(() => {});';

/** The same program, with one thing more in it that throws. */
const withFault = (fault: string, hook = HOOKS) => `export default function Desk() {
  const [text, setText] = useState('');
  ${hook}
  return (
    <Page title="Desk">
      <Input aria-label="Typed" value={text} onChange={(event) => setText(event.target.value)} />
      <Card><CardContent><Counter><input aria-label="Free" /></Counter></CardContent></Card>
      ${fault}
    </Page>
  );
}

function Counter({ children }: any) {
  const [n, setN] = useState(0);
  return <div><Button onClick={() => setN(n + 1)}>Clicked {n}</Button>{children}</div>;
}
`;

const FAULTS: Record<string, [fault: string, hook?: string]> = {
  'a component': ['', `${HOOKS} throw new Error('fault');`],
  'a memo': ['', `useMemo(() => { throw new Error('fault'); }); useEffect(() => {});`],
  'a state initialiser': ['', `${HOOKS} useState(() => { throw new Error('fault'); });`],
  'an effect': ['', `useMemo(() => 1); useEffect(() => { throw new Error('fault'); });`],
  'a ref': [`<p ref={() => { throw new Error('fault'); }}>ref</p>`],
  'a getter': [`<p>{({ get name(): string { throw new Error('fault'); } }).name}</p>`],
  'a child that is an object': ['<p>{{ not: 1 } as any}</p>'],
  'a component of the kit': ['<SelectItem value="">None</SelectItem>'],
  'a chart': ['<BarChart data={[{ get y() { throw new Error("fault"); } }] as any} x="x" y="y" />'],
};

test('a throw, wherever it is, keeps what is on the screen with its state; the next good text goes on with it', async ({ page, models }) => {
  models.setScript({ text: held(withFault('')).text });
  await openDescribed(page, 'a desk that fails');
  await untilWritten(page);
  const frame = liveFrame(page);
  await frame.getByLabel('Typed').fill('typed');
  await frame.getByLabel('Free').fill('free');
  await frame.getByRole('button', { name: 'Clicked 0' }).click();
  const nodes = [await frame.getByLabel('Typed').elementHandle(), await frame.getByLabel('Free').elementHandle()];
  await frame.locator('#root').evaluate((root) => {
    new MutationObserver(() => {
      if (!root.querySelector('main')) document.documentElement.dataset.blank = 'true';
    }).observe(root, { childList: true, subtree: true });
  });

  for (const [what, [fault, hook]] of Object.entries(FAULTS)) await test.step(what, async () => {
    // The stream goes on after the fault, and what is wrong with it is mended before it ends.
    const good = withFault(`<p>after ${what}</p>`);
    write(models, held(`${withFault(fault, hook)}⏸\n\`\`\`\n\n\`\`\`tsx ui.tsx\n${good}`));
    const asked = models.requests.length;
    await askForChange(page, `fault in ${what}`);
    await expect.poll(() => models.requests.length).toBeGreaterThan(asked);
    await page.waitForTimeout(400); // What must not happen has no sign of its own.
    models.goOn();
    await expect(frame.getByText(`after ${what}`, { exact: true })).toBeVisible();
    await expect(frame.getByLabel('Typed')).toHaveValue('typed');
    await expect(frame.getByLabel('Free')).toHaveValue('free');
    await expect(frame.getByRole('button', { name: 'Clicked 1' })).toBeVisible();
    expect(await frame.getByLabel('Typed').evaluate((element, first) => element === first, nodes[0])).toBe(true);
    expect(await frame.getByLabel('Free').evaluate((element, first) => element === first, nodes[1])).toBe(true);
    await expect(page.getByRole('button', { name: /Send/ })).toBeVisible({ timeout: 45_000 });
  });
  expect(await frame.locator('html').getAttribute('data-blank')).toBeNull();
});

const ROWS = `export async function regions({ most }: { most: number }) {
  return shop.sql\`select region, count(*)::int as orders from customers group by 1 order by 1 limit \${most}\`;
}
`;

test('rows are on the screen while the rest is written, each asked for once, whichever file comes first', async ({ page, models }) => {
  const ui = `export default function Live() {
  const rows = useData(data.regions, { most: 9 });
  const inline = useData(() => data.regions({ most: 9 }));
  return (
    <Page title="Live">
      <p data-testid="rows">{rows.data ? rows.data.length + ' regions' : rows.error ? 'failed' : 'none yet'}</p>
      <p data-testid="inline">{inline.data ? inline.data.length + ' inline' : inline.error ? 'failed' : 'none yet'}</p>
      <Later />
    </Page>
  );
}
`;
  const later = `\nexport async function more() {\n  return shop.sql\`select 1 as one\`;\n}⏸\n`;
  const orders = [
    `\`\`\`tsx ui.tsx\n${ui}\nfunction Later() { return <p>later</p>; }\n⏸\n\`\`\`\n\`\`\`ts data.ts\n${ROWS}⏸${later}\`\`\`\n`,
    `\`\`\`ts data.ts\n${ROWS}⏸${later}\`\`\`\n\`\`\`tsx ui.tsx\n${ui}⏸\nfunction Later() { return <p>later</p>; }\n\`\`\`\n`,
  ];
  for (const [at, order] of orders.entries()) {
    const calls: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/bridge')) calls.push(...(request.postData()?.match(/group by 1 order by 1/g) ?? []));
    });
    const pieces = order.split('⏸');
    write(models, { text: pieces.join(''), holdAfter: pieces.slice(0, -1) });
    await openDescribed(page, `live rows ${at}`);
    const frame = liveFrame(page);
    models.goOn();
    if (at === 1) models.goOn();
    await expect(frame.getByTestId('rows')).toHaveText(/^\d+ regions$/);
    await expect(frame.getByTestId('inline')).toHaveText(/^\d+ inline$/);
    // The text still goes on: there are rows before it has ended.
    await expect(page.getByRole('button', { name: /Stop/ })).toBeVisible();
    models.goOn();
    models.goOn();
    await untilWritten(page);
    await expect(frame.getByText('later', { exact: true })).toBeVisible();
    expect(calls.length).toBe(2);
    page.removeAllListeners('request');
  }
});

test('what is announced has a skeleton of its kind, a small sign says where the writing is, and both are gone at the end', async ({ page, models }) => {
  write(models, held(`
export default function Plan() {
  return (
    <Page title="Plan">
      <table aria-label="Things"><thead><tr><th>A</th><th>B</th></tr></thead><tbody><ThingRow /></tbody></table>
      <ul><ThingItem /></ul>
      <p>Total <TotalBadge /></p>
      <SalesChart />
      <ConfirmDialog><p>never there</p></ConfirmDialog>
      <p>written</p>⏸
    </Page>
  );
}

function ThingRow() { return <tr><td>a thing</td><td>1</td></tr>; }
function ThingItem() { return <li>an item</li>; }
function TotalBadge() { return <Badge>7</Badge>; }
function SalesChart() { return <p>a chart</p>; }
function ConfirmDialog() { return null; }
`));
  await openDescribed(page, 'a plan');
  const frame = liveFrame(page);
  await expect(frame.getByText('written', { exact: true })).toBeVisible();
  const shape = await frame.locator('#root').evaluate((root) => ({
    busy: root.getAttribute('aria-busy'),
    cells: root.querySelectorAll('tbody > tr[aria-hidden] > td').length,
    strayInTable: root.querySelectorAll('tbody > :not(tr)').length,
    items: root.querySelectorAll('ul > li[aria-hidden]').length,
    words: root.querySelectorAll('p > span[aria-hidden]').length,
    chartHeight: root.querySelector('main > div > div[aria-hidden]')?.clientHeight ?? 0,
    text: root.textContent,
  }));
  expect(shape).toMatchObject({ busy: 'true', cells: 2, strayInTable: 0, items: 1, words: 1 });
  expect(shape.chartHeight).toBeGreaterThan(200);
  expect(shape.text).not.toContain('never there');
  const sign = frame.locator('[data-vitrine-sign]');
  await expect(sign).toHaveAttribute('aria-hidden', 'true');
  models.goOn();
  await untilWritten(page);
  await expect(frame.getByText('a thing')).toBeVisible();
  await expect(sign).toHaveCount(0);
  await expect(frame.locator('#root')).toHaveAttribute('aria-busy', 'false');
  await expect(frame.locator('#root [aria-hidden]:not(svg):not(svg *)')).toHaveCount(0);
});
