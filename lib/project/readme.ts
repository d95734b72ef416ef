import type { Manifest } from './manifest';
import type { Snapshot } from './snapshot';

/** The project's README: how to run it, what its rows are, what is where, how it comes back. */
export function readme({ title, version, exportedAt }: Manifest, { calls, left }: Snapshot): string {
  const rows = calls.length === 0 ? 'It holds no rows yet: the program had not made a call when it was exported.' : `It holds the answers of ${calls.length} ${calls.length === 1 ? 'call' : 'calls'}, as of ${exportedAt}.`;
  const without = left.length === 0 ? '' : `\nLeft out:\n\n${left.map(({ what, why }) => `- ${inline(what)}: ${why}`).join('\n')}\n`;
  return `# ${title.replaceAll(/[<>\n]/g, ' ')}

Version ${version} of a program made with Vitrine, as an ordinary project: Vite, React, TypeScript, Tailwind. Everything in it is yours to edit.

    npm install
    npm run dev

It wants Node 22.12 or newer, and no server of ours: it starts on a snapshot of its data.

## Its rows

\`src/snapshot.json\` is what \`npm run dev\` shows. ${rows} A call that isn't in it says so in its own place, and
nothing can be changed outside. While it is shown, the clock stands at the moment the snapshot was taken at, so that "this month" means what it meant then. **It is
a copy of data: treat it like the data it was taken from.**
${without}
For live rows make a token in the program's studio (Export, then *Live data*), and write the two lines it gives you into \`.env.local\`:

    VITE_VITRINE_URL=https://…/api/data/…
    VITE_VITRINE_TOKEN=…

The token reads what this program's data functions read, as they are written on the server, and nothing else. Whoever opens a page that was built with it
can read it out of that page: build with it only for people who may see the rows. It can be taken back in the studio at any time.

## What is where

| | |
|---|---|
| \`src/ui.tsx\`, \`src/data.ts\` | the program, as it was written |
| \`src/components/ui\`, \`src/components/kit\` | what it is drawn with: those components that it uses, as source |
| \`src/ambient.ts\`, \`src/bindings.ts\` | the names that the two files use without importing them |
| \`src/types/bindings.d.ts\` | what its connections offer |
| \`src/styles.css\` | the look |
| \`src/vitrine\` | how rows arrive: \`useData\`, \`useAction\`, \`useShared\`, the snapshot, the server |
| \`vitrine/plugin.ts\` | gives the two files those names; once they import what they use, it can go |

\`npm run build\` makes \`dist/\`, which any web server can serve. \`npm run typecheck\` checks the types; rows of a query are \`any\` here, since only the
database knows their columns.

## Bringing it back

Zip this folder (without \`node_modules\`) and choose *Import a project* in the studio. \`src/ui.tsx\` and \`src/data.ts\` become a new version, checked like any
other; the other files stay here, so what the two import has to be what Vitrine knows.
`;
}

function inline(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('\n', ' ')}\``;
}
