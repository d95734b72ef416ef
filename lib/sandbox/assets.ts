import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What `npm run build` makes for the frame, below `runtime/dist`. Paths are the addresses under which they're served. */
export type SandboxAssets = {
  /** The proxy frame's document, on the sandbox site: `/frame/4f2a….html`. */
  framePath: string;
  /** The worker that compiles drafts, on the app's site: `/_vitrine/compile.9b1c….js`. */
  workerPath: string;
  /** SHA-256, base64, of every script in the frame's documents. */
  scriptHashes: string[];
};

export const ASSETS_FOLDER = path.join('runtime', 'dist');

/** Reads what was built. @throws where nothing was. */
export function readAssets(root: string = process.cwd()): SandboxAssets {
  return JSON.parse(readFileSync(path.join(root, ASSETS_FOLDER, 'assets.json'), 'utf8')) as SandboxAssets;
}
