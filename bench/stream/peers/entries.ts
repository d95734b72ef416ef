/** Everyone who takes part, in the order of the table. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';

export type Entry = {
  /** Its file here, without the ending. */
  file: string;
  /** As the table calls it: the package with its version, and which of two ways. */
  name: string;
  /** Lives in a sandboxed frame of its own. */
  framed?: boolean;
};

export const ENTRIES: readonly Entry[] = [
  { file: 'vitrine-query.ts', name: 'Vitrine, rows from a query', framed: true },
  { file: 'vitrine-rows.ts', name: 'Vitrine, rows in the text', framed: true },
  { file: 'openui.tsx', name: versioned('@openuidev/react-lang') },
  { file: 'json-render.tsx', name: versioned('@json-render/react') },
  { file: 'a2ui.tsx', name: versioned('@a2ui/react') },
  { file: 'jsx-preview-keyless.ts', name: `${versioned('react-jsx-parser')}, disableKeyGeneration` },
  { file: 'jsx-preview-default.ts', name: versioned('react-jsx-parser') },
  { file: 'react-runner.tsx', name: `${versioned('react-runner')}, compile when whole` },
];

function versioned(name: string): string {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
  return `${name} ${version}`;
}
