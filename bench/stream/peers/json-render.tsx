/** json-render: a JSON patch a line, the root element first, one patch a row; a line counts once it has ended. */
import { type Spec, createSpecStreamCompiler, defineCatalog } from '@json-render/core';
import { ActionProvider, Renderer, StateProvider, VisibilityProvider, defineRegistry, useBoundProp } from '@json-render/react';
import { schema } from '@json-render/react/schema';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { FILTER, HEADER, NOTES, NOTES_TITLE, ROWS, STATS, TITLE } from './interface';
import * as parts from './parts';
import { offerPeer, stage } from './peer-page';

const text = [
  { op: 'add', path: '/root', value: 'page' },
  element('page', 'Page', { title: TITLE }, ['filter', 'stats', 'orders', 'notes']),
  element('filter', 'Filter', { label: FILTER, value: { $bindState: '/filter' } }),
  element('stats', 'Stats', {}, STATS.map((_, index) => `stat${index}`)),
  ...STATS.map(([label, value], index) => element(`stat${index}`, 'Stat', { label, value })),
  element('orders', 'Table', { header: HEADER, rows: { $state: '/orders' } }),
  { op: 'add', path: '/state/orders', value: [] },
  ...ROWS.map((row, index) => ({ op: 'add', path: `/state/orders/${index}`, value: row })),
  element('notes', 'Notes', { title: NOTES_TITLE, notes: NOTES }),
].map((patch) => `${JSON.stringify(patch)}\n`).join('');

function element(id: string, type: string, props: object, children: string[] = []) {
  return { op: 'add', path: `/elements/${id}`, value: { type, props, children } };
}

const strings = z.array(z.string());

const catalog = defineCatalog(schema, {
  components: {
    Page: { props: z.object({ title: z.string() }), slots: ['default'], description: 'The whole interface' },
    Filter: { props: z.object({ label: z.string(), value: z.string().nullable() }), slots: [], description: 'A field to filter by' },
    Stats: { props: z.object({}), slots: ['default'], description: 'Figures in a row' },
    Stat: { props: z.object({ label: z.string(), value: z.string() }), slots: [], description: 'One figure' },
    Table: { props: z.object({ header: strings, rows: z.array(strings) }), slots: [], description: 'A table' },
    Notes: { props: z.object({ title: z.string(), notes: strings }), slots: [], description: 'A list of notes' },
  },
  actions: {},
});

const { registry } = defineRegistry(catalog, {
  components: {
    Page: ({ props, children }) => <parts.Page {...props}>{children}</parts.Page>,
    Filter: ({ props, bindings }) => {
      const [value, setValue] = useBoundProp<string | null>(props.value, bindings?.value);
      return <parts.Filter label={props.label} value={value ?? ''} onChange={(event) => setValue(event.target.value)} />;
    },
    Stats: ({ children }) => <parts.Stats>{children}</parts.Stats>,
    Stat: ({ props }) => <parts.Stat {...props} />,
    Table: ({ props }) => <parts.Table {...props} />,
    Notes: ({ props }) => <parts.Notes {...props} />,
  },
});

const root = createRoot(stage());
const compiler = createSpecStreamCompiler<Spec>({ root: '', elements: {} });
let fed = 0;

offerPeer(text, (soFar, ended) => {
  const { result, newPatches } = compiler.push(soFar.slice(fed));
  fed = soFar.length;
  if (newPatches.length > 0 || ended) render(result, !ended);
});

/** The compiler writes into one object; the state is passed on as a new one, or nobody would see that it changed. */
function render(spec: Spec, loading: boolean): void {
  root.render(
    <StateProvider initialState={spec.state ? structuredClone(spec.state) : undefined}>
      <VisibilityProvider>
        <ActionProvider handlers={{}}>
          <Renderer spec={spec} registry={registry} loading={loading} />
        </ActionProvider>
      </VisibilityProvider>
    </StateProvider>,
  );
}
