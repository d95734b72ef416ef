/** react-jsx-parser as a JSX preview: open tags are closed, and the whole of it is parsed anew. Each row is a tag. */
import JsxParser from 'react-jsx-parser';
import { createRoot } from 'react-dom/client';
import { closeTags } from './close-tags';
import { FILTER, HEADER, NOTES, NOTES_TITLE, ROWS, STATS, TITLE } from './interface';
import * as parts from './parts';
import { offerPeer, stage } from './peer-page';

const text = `<Page>
  <h1>${TITLE}</h1>
  <Filter label="${FILTER}" />
  <Stats>
${STATS.map(([label, value]) => `    <Stat label="${label}" value="${value}" />`).join('\n')}
  </Stats>
  <Table header={${JSON.stringify(HEADER)}}>
${ROWS.map((row) => `    <Row cells={${JSON.stringify(row)}} />`).join('\n')}
  </Table>
  <Notes title="${NOTES_TITLE}">
${NOTES.map((note) => `    <Note>${note}</Note>`).join('\n')}
  </Notes>
</Page>
`;

const root = createRoot(stage());
const components = { ...parts };

/** @param disableKeyGeneration without it every element gets a new random key at each parse */
export function previewJsx(disableKeyGeneration: boolean): void {
  offerPeer(text, (soFar) =>
    root.render(<JsxParser jsx={closeTags(soFar)} components={components} disableKeyGeneration={disableKeyGeneration} renderInWrapper={false} />),
  );
}
