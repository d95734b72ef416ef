import { describe, expect, test } from 'vitest';
import { CORPUS, RECORDINGS, type Text, completeFile } from './corpus/streams';
import { DraftScanner } from './draft-scanner';

/** Pieces that change what they are put into the most. */
const PIECES = ['', ' ', ';', '}', '{', '<b>', '</p>', '(', ')', '\n', 'x', '=>', '"', '`', '/', '/*', '*/', 'else', 'a<b', ',', 'return '];
const CHUNK = 4;
/** Every length was tried once. */
const STEP = 5;

/** Numbers that look random and are the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48271) % 0x7fffffff) % below;
}

function edited(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  return text.slice(0, at) + PIECES[next(PIECES.length)] + text.slice(at + next(next(3) ? 6 : 60));
}

function stepsOf({ file, text }: Text): number {
  const scanner = new DraftScanner(file);
  for (let length = 0; length < text.length; length += CHUNK) scanner.complete(text.slice(0, length));
  return scanner.steps;
}

test.each(CORPUS)('gives of each prefix and after each change what a scan from the beginning gives: $name', ({ file, text }) => {
  const scanner = new DraftScanner(file);
  // Compared as text: tens of thousands of drafts are.
  const differs = (text: string) => JSON.stringify(scanner.complete(text)) !== JSON.stringify(completeFile(file, text));
  for (let length = 0; length <= text.length; length += STEP) if (differs(text.slice(0, length))) expect.unreachable(`differs at ${length}`);
  const next = numbers(text.length);
  let changed = text;
  for (let change = 0; change < 12; change++) {
    changed = next(5) ? edited(changed, next) : text;
    if (differs(changed)) expect.unreachable(`differs after ${JSON.stringify(changed)}`);
  }
});

describe('the cost of a stream', () => {
  const part = (name: string) => `function ${name}({ rows }: { rows: Row[] }) {
  const [open, setOpen] = useState(false);
  const total = useMemo(() => rows.reduce((sum, row) => sum + row.amount, 0), [rows]);
  if (rows.length === 0) return <p className="text-sm text-muted-foreground">Nothing yet.</p>;
  return (
    <section className="rounded-lg border p-4" aria-label="${name}">
      <h2 className="text-lg font-medium">{total > 0 ? fmt.money(total) : "–"}</h2>
      <button type="button" onClick={() => setOpen(!open)}>{open ? "Less" : "More"}</button>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex gap-2"><span>{row.name}</span> <b>{row.amount}</b></li>
        ))}
      </ul>
    </section>
  );
}
`;
  const programs = {
    'several components': (lines: number) => Array.from({ length: lines / 16 }, (_, index) => part(`Part${index}`)).join('\n'),
    'one component': (lines: number) => `function A() {\n  return (\n    <div>\n${Array.from({ length: lines }, (_, line) => `      <p className="text-sm">{line${line} ? "a" : <b>${line}</b>}</p>\n`).join('')}    </div>\n  );\n}\n`,
    'one list': (lines: number) => `function A() { return <p>x</p>; }\nconst LIST = [\n${Array.from({ length: lines }, (_, line) => `  { id: ${line}, name: "Row ${line}", share: ${line} / 7 },\n`).join('')}];\n`,
  };

  test.each(Object.entries(programs))('of %s grows with its length', (name, program) => {
    const short: Text = { name, file: 'ui.tsx', text: program(200) };
    const long: Text = { name, file: 'ui.tsx', text: program(400) };
    const growth = stepsOf(long) / long.text.length / (stepsOf(short) / short.text.length);
    // From the beginning each time it would be 2.
    expect(growth).toBeLessThan(1.5);
  });

  test('of a recording is a few dozen looks at each character', () => {
    const recordings = RECORDINGS.filter(({ file }) => file === 'ui.tsx');
    const looks = recordings.map((recording) => stepsOf(recording) / recording.text.length);
    expect(Math.max(...looks)).toBeLessThan(200);
  });
});
