/** OpenUI Lang: one statement a line, the root first, arguments by position; an array is shown as far as it is written. */
import { Renderer, createLibrary, defineComponent, useStateField } from '@openuidev/react-lang';
import { createRoot } from 'react-dom/client';
import { z } from 'zod/v4';
import { FILTER, HEADER, NOTES, NOTES_TITLE, ROWS, STATS, TITLE } from './interface';
import * as parts from './parts';
import { offerPeer, stage } from './peer-page';

const text = `root = Page(${JSON.stringify(TITLE)}, [filter, stats, orders, notes])
filter = Field(${JSON.stringify(FILTER)})
stats = Stats([${STATS.map(([label, value]) => `Stat("${label}", "${value}")`).join(', ')}])
orders = Table(${JSON.stringify(HEADER)}, [
${ROWS.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}
])
notes = Notes("${NOTES_TITLE}", [
${NOTES.map((note) => `  ${JSON.stringify(note)}`).join(',\n')}
])
`;

const strings = z.array(z.string());

const Stat = defineComponent({
  name: 'Stat',
  description: 'One figure',
  props: z.object({ label: z.string(), value: z.string() }),
  component: ({ props }) => <parts.Stat {...props} />,
});

const library = createLibrary({
  root: 'Page',
  components: [
    Stat,
    defineComponent({
      name: 'Page',
      description: 'The whole interface',
      props: z.object({ title: z.string(), children: z.array(z.any()) }),
      component: ({ props, renderNode }) => <parts.Page title={props.title}>{renderNode(props.children)}</parts.Page>,
    }),
    // Not `Filter`: the language has a function of that name.
    defineComponent({
      name: 'Field',
      description: 'A field to filter by',
      props: z.object({ label: z.string() }),
      component: ({ props }) => {
        const field = useStateField<string>('filter', undefined);
        return <parts.Filter label={props.label} value={field.value ?? ''} onChange={(event) => field.setValue(event.target.value)} />;
      },
    }),
    defineComponent({
      name: 'Stats',
      description: 'Figures in a row',
      props: z.object({ children: z.array(Stat.ref) }),
      component: ({ props, renderNode }) => <parts.Stats>{renderNode(props.children)}</parts.Stats>,
    }),
    defineComponent({
      name: 'Table',
      description: 'A table',
      props: z.object({ header: strings, rows: z.array(strings) }),
      component: ({ props }) => <parts.Table {...props} />,
    }),
    defineComponent({
      name: 'Notes',
      description: 'A list of notes',
      props: z.object({ title: z.string(), notes: strings }),
      component: ({ props }) => <parts.Notes {...props} />,
    }),
  ],
});

const root = createRoot(stage());
offerPeer(text, (response, ended) => root.render(<Renderer response={response} library={library} isStreaming={!ended} />));
