import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileWhole, type WholeProgram } from './compile-whole';
import { nameStates } from './name-states';

const read = (file: string) => readFileSync(file, 'utf8');
const TEXTS = { theme: read('node_modules/tailwindcss/theme.css'), preflight: read('node_modules/tailwindcss/preflight.css'), utilities: read('node_modules/tailwindcss/utilities.css'), look: read('components/theme.css') };

test('a program is compiled once, without a word of its data functions in what a browser gets', async () => {
  const program = (await compileWhole(
    {
      'ui.tsx': 'export default function Orders() {\n  const [month, setMonth] = useState("2026-10");\n  const [open, setOpen] = React.useState<string | null>(null);\n  const [count] = useState();\n  const rows = useData(data.orders, { month });\n  return <p className="text-lg" onClick={() => setMonth(open ?? "")}>{rows.data?.length}{count}<Row /></p>;\n}\nfunction Row() { const [shown] = useState(false); return <i>{shown}</i>; }',
      'data.ts': 'export async function orders({ month }: { month: string }) {\n  return shop.sql`select secret from orders where month = ${month}`;\n}\n',
    },
    TEXTS,
    [],
  )) as WholeProgram;
  expect(program.ui.js).toMatch(/useState\("2026-10","month"\)/);
  expect(program.ui.js).toMatch(/useState\(null,"open"\)/);
  expect(program.ui.js).toMatch(/useState\(undefined,"count"\)/);
  expect(program.ui.js).toMatch(/useState\(false\)/);
  expect(program.css).toContain('.text-lg');
  expect(program.functions.map(({ name }) => name)).toEqual(['orders']);
  expect(program.module).toContain('export async function orders({ month })');
  expect(JSON.stringify([program.ui, program.css])).not.toContain('secret');
});

test.each([
  ['an arrow', 'const A=()=>{const [a]=useState(1);return a};exports.default=A;', 'A'],
  ['a nameless default', 'exports.default=function(){const [a]=useState(1);return a};', 'default'],
  ['a default that is assigned', 'exports.default=function A(){const [a]=useState(1);return a};', 'A'],
])('names the states of %s', (_, js, defaultExport) => {
  expect(nameStates({ js, free: [], components: [], functions: [], defaultExport }).js).toContain('useState(1,"a")');
});

test('leaves what it doesn’t understand as it is', () => {
  const file = { js: 'const x = ;', free: [], components: [], functions: [], defaultExport: 'A' };
  expect(nameStates(file).js).toBe(file.js);
});

test('says what is wrong with what can’t be compiled', async () => {
  expect(await compileWhole({ 'ui.tsx': 'export default function A( {', 'data.ts': '' }, TEXTS, [])).toMatchObject([{ severity: 'error', file: 'ui.tsx' }]);
});
