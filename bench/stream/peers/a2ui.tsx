/** A2UI 0.9: a JSON message a line, a component a message, the root first; rows go into the data model, a message each. */
import { A2uiSurface, type ReactComponentImplementation, createComponentImplementation } from '@a2ui/react/v0_9';
import { type A2uiMessage, Catalog, CommonSchemas, MessageProcessor } from '@a2ui/web_core/v0_9';
import { TextApi } from '@a2ui/web_core/v0_9/basic_catalog';
import { createRoot } from 'react-dom/client';
import { FILTER, HEADER, NOTES, NOTES_TITLE, ROWS, STATS, TITLE } from './interface';
import * as parts from './parts';
import { offerPeer, stage } from './peer-page';

const SURFACE = 'main';
const CATALOG = 'bench';

const text = [
  { createSurface: { surfaceId: SURFACE, catalogId: CATALOG } },
  component('root', 'Page', { title: TITLE, children: ['filter', 'stats', 'orders', 'notes'] }),
  component('filter', 'Filter', { label: FILTER, value: { path: '/filter' } }),
  component('stats', 'Stats', { children: STATS.map((_, index) => `stat${index}`) }),
  ...STATS.map(([label, value], index) => component(`stat${index}`, 'Stat', { label, value })),
  component('orders', 'Table', { header: HEADER, rows: { path: '/orders' } }),
  ...ROWS.map((value, index) => ({ updateDataModel: { surfaceId: SURFACE, path: `/orders/${index}`, value } })),
  component('notes', 'Notes', { title: NOTES_TITLE, notes: NOTES }),
].map((message) => `${JSON.stringify({ version: 'v0.9', ...message })}\n`).join('');

function component(id: string, component: string, properties: object) {
  return { updateComponents: { surfaceId: SURFACE, components: [{ id, component, ...properties }] } };
}

// Made of one of the package's own, because it reads schemas of the zod that it brings along and of no other.
const props = TextApi.schema.pick({});
const { DynamicString, DynamicStringList, DynamicValue, ChildList } = CommonSchemas;

const components: ReactComponentImplementation[] = [
  createComponentImplementation({ name: 'Page', schema: props.extend({ title: DynamicString, children: ChildList }) }, ({ props, buildChild }) => (
    <parts.Page title={props.title}>{children(props.children, buildChild)}</parts.Page>
  )),
  createComponentImplementation({ name: 'Filter', schema: props.extend({ label: DynamicString, value: DynamicString }) }, ({ props }) => (
    <parts.Filter label={props.label} value={props.value ?? ''} onChange={(event) => props.setValue(event.target.value)} />
  )),
  createComponentImplementation({ name: 'Stats', schema: props.extend({ children: ChildList }) }, ({ props, buildChild }) => (
    <parts.Stats>{children(props.children, buildChild)}</parts.Stats>
  )),
  createComponentImplementation({ name: 'Stat', schema: props.extend({ label: DynamicString, value: DynamicString }) }, ({ props }) => (
    <parts.Stat label={props.label} value={props.value} />
  )),
  createComponentImplementation({ name: 'Table', schema: props.extend({ header: DynamicStringList, rows: DynamicValue }) }, ({ props }) => (
    <parts.Table header={props.header} rows={props.rows as string[][] | undefined} />
  )),
  createComponentImplementation({ name: 'Notes', schema: props.extend({ title: DynamicString, notes: DynamicStringList }) }, ({ props }) => (
    <parts.Notes title={props.title} notes={props.notes} />
  )),
];

type BuildChild = (id: string, basePath?: string) => React.ReactNode;

function children(ids: unknown, buildChild: BuildChild): React.ReactNode {
  return Array.isArray(ids) ? ids.map((id: string) => buildChild(id)) : null;
}

const processor = new MessageProcessor<ReactComponentImplementation>([new Catalog(CATALOG, components)]);
const root = createRoot(stage());
processor.onSurfaceCreated((surface) => root.render(<A2uiSurface surface={surface} />));
let read = 0;

offerPeer(text, (soFar) => {
  for (let end = soFar.indexOf('\n', read); end >= 0; end = soFar.indexOf('\n', read)) {
    processor.processMessages([JSON.parse(soFar.slice(read, end)) as A2uiMessage]);
    read = end + 1;
  }
});
