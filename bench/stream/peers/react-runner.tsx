/** react-runner: a whole module in TSX, compiled once it is there. */
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import { Runner } from 'react-runner';
import { FILTER, HEADER, NOTES, NOTES_TITLE, ROWS, STATS, TITLE } from './interface';
import * as parts from './parts';
import { offerPeer, stage } from './peer-page';

const text = `export default function OpenOrders() {
  const [filter, setFilter] = useState("");
  return (
    <Page title="${TITLE}">
      <Filter label="${FILTER}" value={filter} onChange={(event) => setFilter(event.target.value)} />
      <Stats>
${STATS.map(([label, value]) => `        <Stat label="${label}" value="${value}" />`).join('\n')}
      </Stats>
      <Table header={HEADER} rows={ORDERS} />
      <Notes title="${NOTES_TITLE}" notes={NOTES} />
    </Page>
  );
}

const HEADER = ${JSON.stringify(HEADER)};

const ORDERS = [
${ROWS.map((row) => `  ${JSON.stringify(row)},`).join('\n')}
];

const NOTES = [
${NOTES.map((note) => `  ${JSON.stringify(note)},`).join('\n')}
];
`;

const root = createRoot(stage());
const scope = { ...React, ...parts };

offerPeer(text, (code, ended) => {
  if (ended) root.render(<Runner code={code} scope={scope} />);
});
