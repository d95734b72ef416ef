import type { FrameLocator } from '@playwright/test';
import type { ModelServer } from './fakes/model-server';
import { askForChange, describe, liveFrame, untilWritten } from './studio';
import { expect } from './test';
import { oneModel, withModels } from './with-models';

const test = withModels(oneModel);

/** A reply of one file. Each `⏸` is a place at which the stream waits for `goOn`. */
function held(ui: string, data = ''): { text: string; holdAfter: string[]; scale: number } {
  const whole = `Here it is.\n\n\`\`\`tsx ui.tsx\n${ui}\n\`\`\`\n${data && `\n\`\`\`ts data.ts\n${data}\n\`\`\`\n`}`;
  const pieces = whole.split('⏸');
  return { text: pieces.join(''), holdAfter: pieces.slice(0, -1), scale: 1 };
}

/** Lets the stream go on, and waits until `text` of the next stretch is on the screen. */
async function goOn(models: ModelServer, frame: FrameLocator, text: string): Promise<void> {
  models.goOn();
  await expect(frame.getByText(text, { exact: true })).toBeVisible();
}

test('what is typed, chosen, opened, checked and scrolled while the rest is written stays, in the very same elements', async ({ page, models }) => {
  models.setScript(held(`
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
  await describe(page, 'a desk');
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
    models.setScript(held(`
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
    await describe(page, `menus ${open}`);
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
  models.setScript(held(`
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
  await describe(page, 'a count');
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
  models.setScript(held(`
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
  await describe(page, 'two');
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
const SHAPES: Record<string, { before?: string; tag: string; after?: string }> = {
  'memo': { tag: '<Field />', after: `const Field = memo(function Field() { return <input aria-label="Field" />; });` },
  'forwardRef': { tag: '<Field />', after: `const Field = forwardRef((props: object, ref) => <input aria-label="Field" />);` },
  'a class': { tag: '<Field word="typed" />', before: `class Field extends React.Component<{ word: string }> {\n  state = { text: '' };\n  render() { return <><input aria-label="Field" value={this.state.text} onChange={(event) => this.setState({ text: event.target.value })} /><Late /></>; }\n}` },
  'a member of an object': { tag: '<Parts.Field />', before: `const Parts = { Field: () => <><input aria-label="Field" /><Late /></> };` },
  'a component inside a component': { tag: '<Inner />', before: '' },
  'what a component maker made': { tag: '<Framed />', before: `function withFrame(Inside: any) { return function Frame(props: object) { return <div><Inside {...props} /></div>; }; }\nfunction Field() { return <><input aria-label="Field" /><Late /></>; }\nconst Framed = withFrame(Field);` },
  'below a context': { tag: '<Ctx.Provider value="a"><Field /></Ctx.Provider>', before: `const Ctx = createContext(LATER);`, after: `function Field() { return <input aria-label="Field" placeholder={String(useContext(Ctx))} />; }\nconst LATER = { a: () => <Late /> };` },
  'a function as child': { tag: '<Render>{(word: string) => <Field word={word} />}</Render>', after: `function Render({ children }: any) { return <div>{children('a')}</div>; }\nfunction Field({ word }: any) { return <input aria-label="Field" placeholder={word} />; }` },
  'a render prop': { tag: '<Render field={() => <Field />} />', after: `function Render({ field }: any) { return <div>{field()}</div>; }\nfunction Field() { return <input aria-label="Field" />; }` },
};

for (const [what, { before = '', tag, after = '' }] of Object.entries(SHAPES)) {
  test(`state in ${what} stays while the rest is written`, async ({ page, models }) => {
    const inner = what === 'a component inside a component' ? `const Inner = () => <><input aria-label="Field" /><Late /></>;` : '';
    models.setScript(held(`
${before}
export default function Shapes() {
  ${inner}
  const [on, setOn] = useState(false);
  return (
    <Page title="Shapes">
      ${tag}
      <Button onClick={() => setOn(!on)}>{on ? 'on' : 'off'}</Button>
      <p>stop</p>
    </Page>
  );
}
${after}
function Filler() { return <p>filler</p>; }
⏸
function Late() {
  return <><p>late one</p>⏸<p>late two</p></>;
}

function Last() { return <Late />; }
`));
    await describe(page, `shapes: ${what}`);
    const frame = liveFrame(page);
    const field = frame.getByLabel('Field');
    await field.fill('typed');
    const node = await field.elementHandle();
    models.goOn();
    await page.waitForTimeout(300);
    models.goOn();
    await untilWritten(page);
    await frame.getByRole('button', { name: 'off' }).click();
    await expect(frame.getByRole('button', { name: 'on' })).toBeVisible();
    await expect(field).toHaveValue('typed');
    expect(await field.evaluate((element, first) => element === first, node)).toBe(true);
  });
}
