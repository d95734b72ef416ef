/** Ourselves: a reply in its two fences through the whole way of the product, from the text's pieces to the sandboxed frame. */
import { DraftReader } from '@/lib/client/draft-reader';
import type { FrameUrls } from '@/lib/sandbox/assets';
import { LiveFrame } from '@/lib/sandbox/iframe';
import type { CallAnswer } from '@/lib/bridge/messages';
import { FILTER, NOTES, NOTES_TITLE, ROWS, STATS, TITLE } from './interface';
import { offerPeer, stage } from './peer-page';

const COLUMNS = ['id', 'customer', 'region', 'age', 'total'] as const;

/** The two files. `rows` is the expression in ui.tsx that holds them, `rest` what stands behind the component. */
export function reply(file: { hooks?: string; rows: string; rest?: string; data: string }): string {
  return `\`\`\`tsx ui.tsx
export default function OpenOrders() {
  const [filter, setFilter] = useState("");
${file.hooks ?? ''}  return (
    <Page title="${TITLE}">
      <Label className="grid gap-2">
        ${FILTER} <Input value={filter} onChange={(event) => setFilter(event.target.value)} />
      </Label>
      <div className="grid grid-cols-3 gap-4">
${STATS.map(([label, value]) => `        <Stat label="${label}" value="${value}" />`).join('\n')}
      </div>
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead>Order</TableHead><TableHead>Customer</TableHead><TableHead>Region</TableHead><TableHead>Age</TableHead><TableHead>Total</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {${file.rows}.map((order) => (
            <TableRow key={order.id}>
${COLUMNS.map((column) => `              <TableCell>{order.${column}}</TableCell>`).join('\n')}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <h2 className="font-semibold">${NOTES_TITLE}</h2>
      <ul className="list-disc pl-5">
${NOTES.map((note) => `        <li>${note}</li>`).join('\n')}
      </ul>
    </Page>
  );
}
${file.rest ?? ''}\`\`\`

\`\`\`ts data.ts
${file.data}\`\`\`
`;
}

const ORDERS = ROWS.map((row) => Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]!])));

/** The rows as a constant of ui.tsx would have them. */
export const ORDERS_TEXT = ORDERS.map((order) => `  { ${Object.entries(order).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')} },`).join('\n');

/** Streams a reply into a frame; every query is answered at once, with the rows of the interface. */
export function showReply(text: string): void {
  const urls = JSON.parse(decodeURIComponent(location.hash.slice(1))) as FrameUrls;
  const live = new LiveFrame(
    stage(),
    { urls, title: 'Bench', theme: 'light', reducedMotion: false, locale: 'en-GB', bindings: ['shop'], shared: {} },
    {
      onCalls: (calls, answer) => calls.forEach(({ id }) => answer({ id, ok: true, value: ORDERS, rows: ORDERS.length, ms: 0 } satisfies CallAnswer)),
      onProblem: (problem) => console.error(problem.message),
      onKey: () => {},
      onOutgoing: () => {},
      onShared: () => {},
      onOrigin: () => {},
      onPassword: () => {},
    },
  );
  const reader = new DraftReader({ 'ui.tsx': '', 'data.ts': '' }, (source, ended) => live.show(source, ended));
  live.show({ 'ui.tsx': '', 'data.ts': '' }, false);
  reader.read({ type: 'text-start', id: 'reply' });
  let read = 0;

  offerPeer(text, (soFar, ended) => {
    reader.read({ type: 'text-delta', id: 'reply', delta: soFar.slice(read) });
    read = soFar.length;
    if (!ended) return;
    reader.read({ type: 'text-end', id: 'reply' });
    reader.read({ type: 'finish', messageMetadata: { state: 'done' } });
  });
}
