import { CHART_FRAME_NAMES, CHART_PART_NAMES, ICON_SUFFIX, KIT_FAMILIES, REACT_NAMES } from '../program/ambient';
import { FILE_NAMES, type FileName, type Source } from '../program/program';

const FENCES: Record<FileName, string> = { 'ui.tsx': 'tsx ui.tsx', 'data.ts': 'ts data.ts' };

const REPLY = `You build one-off interfaces. A program is two files; it runs in a sandbox and appears while you are still writing it.

# Reply
One or two plain sentences on what you make or change, then the files, then nothing. A new program has three fences, in the order in which they can be shown:
\`\`\`tsx ui.tsx
// small constants that hooks need, then the one default-exported React component
\`\`\`
\`\`\`ts data.ts
// exported async functions over the bindings
\`\`\`
\`\`\`more ui.tsx
// goes on at the end of ui.tsx: the other components, long constants
\`\`\`
A program that exists is changed by edits. Each SEARCH text must be in the file exactly once, to the letter; keep it as short as that allows. Blocks apply in order.
\`\`\`edit ui.tsx
<<<<<<< SEARCH
const limit = 10;
=======
const limit = 20;
>>>>>>> REPLACE
\`\`\`
Write a whole file again only if most of it changes. What you don't mention stays. Answer a mere question in words, without files.`;

const UI = `# ui.tsx
TypeScript, strict. No imports: everything named below is ambient.
Order, since it is shown as it arrives: first \`export default function Name()\` with few hooks and an early \`return\` of the layout; after data.ts, in \`more ui.tsx\`, the components it uses, as function declarations; long constants last.
- Read with \`const orders = useData(data.openOrders, { month })\`: orders.data, orders.error, orders.isLoading (nothing to show yet), orders.isStale (of earlier args), orders.reload(). It reads again when args change. \`data\` is the module of data.ts: name no variable so.
- Change the outside world with \`const { run, pending, error } = useAction(data.fn)\`; the viewer approves each write.
- \`const [value, set] = useShared("key", initial)\`: state kept with the program, the same for all of its viewers. Anything else is useState.
- Prefer the blocks; given what useData gave, they show loading, empty and error by themselves. Elsewhere show all three: Skeleton, Empty, Failed.
- It must work at 360 px and on a wide screen, with the keyboard, with labels, headings and table headers. Wide tables scroll in their own box.
- Colours only by token, so that dark mode works: bg-background, bg-card, bg-muted, text-foreground, text-muted-foreground, text-destructive, border, \`var(--chart-1)\` to \`var(--chart-8)\`. No hex colours, no bg-white, no dark: variants.
- No fetch, storage, links to other sites or images by address: the frame has no network. Use real values from data; never invent rows.
- \`fmt.number compact money percent change date dateTime time month ago duration bytes\` turn a value into text (percent and change of a share: 0.25); \`cn(…)\` joins classes. Tailwind 4.
Blocks:
\`\`\`tsx
<Page title="Open orders" description="…" actions={<Button />} width="default">…</Page>  // the whole screen; width: narrow default wide full
<Stat label="Revenue" value={n} format="money" change={0.12} good="up" hint="…" loading={orders.isLoading} error={orders.error} />
<DataTable title="Orders" data={orders} columns={["region", { key: "total", label: "Total", format: "money", render: (row) => … }]} empty="…" onRowClick={(row) => …} />  // sorts, searches, pages
<BarChart data={orders} x="month" y={["web", "store"]} format="money" className="h-64" />  // LineChart, AreaChart, PieChart alike; without children it draws axes and tooltip
<Failed what="the orders" error={orders.error} onRetry={orders.reload} /> <Loading rows={3} />
\`\`\``;

const DATA = `# data.ts
Each exported function is async and takes ONE object parameter (or none): \`export async function topCustomers({ region }: { region: string }) { … }\`.
- Plain ES2023: no imports, DOM, fetch, timers, Intl or toLocale…; format in ui.tsx.
- Tables are read by a tagged template, one SELECT in the binding's own dialect: \`\`return shop.sql\`select name, count(*) as orders from orders where status = \${status} group by name\` \`\`. Rows are typed from the query by themselves: write no row types.
- \`\${…}\` is a bound value, never a name or a piece of SQL; cast it where its type isn't plain. For an optional filter: \`(\${region} = 'all' or region = \${region})\`.
- Filter, join, aggregate and limit in SQL; return what the screen shows. Numbers arrive as numbers, dates and timestamps as ISO strings; null stays null.`;

/** Told only where there is an API: it would be noise elsewhere. */
const APIS = `An API's functions take ONE object and return its answer, typed: \`await github.issuesListForRepo({ owner, repo, page })\`. Ask for several at once with Promise.all; go through pages in a loop that ends; return what the screen shows, not whole answers. What is marked as a write changes something outside: offer it only behind a button, through useAction.`;

/** What a model is told before any prompt: how to reply, what the two files may use, which bindings there are. */
export function systemPrompt(declarations: string, hasApi = false): string {
  return [REPLY, UI, ambientNames(), hasApi ? `${DATA}\n- ${APIS}` : DATA, bindingsText(declarations)].join('\n\n');
}

function ambientNames(): string {
  return `Ambient: ${REACT_NAMES.filter((name) => name.startsWith('use')).join(' ')} and the rest of React.
Kit, as in shadcn/ui: ${Object.values(KIT_FAMILIES).map(familyText).join(', ')}.
Charts, as in recharts: ${CHART_PART_NAMES.join(' ')}; framed by ${CHART_FRAME_NAMES.join(' ')}. The kit's Tooltip and Label aren't chart parts: use ChartTooltip and LabelList.
Icons: every lucide icon with the suffix ${ICON_SUFFIX}: Trash2${ICON_SUFFIX}, ArrowUp${ICON_SUFFIX}.`;
}

/** `Card(Header Title …)` for Card, CardHeader, CardTitle, …: the names again and again would cost twice as much. */
function familyText([head, ...others]: readonly string[]): string {
  const parts = others.filter((name) => name.startsWith(head!)).map((name) => name.slice(head!.length));
  const apart = others.filter((name) => !name.startsWith(head!));
  return [parts.length > 0 ? `${head}(${parts.join(' ')})` : head, ...apart].join(', ');
}

function bindingsText(declarations: string): string {
  if (!declarations.trim()) return '# Bindings\nNone is connected. data.ts stays empty; keep state with useShared or useState.';
  return `# Bindings, ambient in data.ts\n\`\`\`ts\n${declarations.trim()}\n\`\`\``;
}

/** A prompt with the program that it is about, if there is one yet. */
export function promptText(prompt: string, base: Source): string {
  if (FILE_NAMES.every((name) => base[name].trim() === '')) return prompt;
  const files = FILE_NAMES.map((name) => fenced(FENCES[name], base[name]));
  return `The program as it is now:\n\n${files.join('\n\n')}\n\n${prompt}`;
}

function fenced(info: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/^\s*(`{3,})/gm)].map((match) => match[1]!.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${code.endsWith('\n') || code === '' ? code : `${code}\n`}${fence}`;
}

/** What a model is told after a round that left errors. `findings` is what `formatDiagnostics` wrote. */
export function repairText(findings: string): string {
  return `The program as you left it has errors. Correct them with edit fences, changing nothing else; one short sentence before them at most.\n\n${findings}`;
}

/** What is kept of an earlier reply: its words. Its code is stale, and the current program is told with the prompt. */
export function withoutFiles(text: string): string {
  return text.replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, '').replace(/\n{3,}/g, '\n\n').trim();
}
