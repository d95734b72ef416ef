import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LateBundleName } from '../bridge/messages.ts';

/** What `npm run build` makes for the frame, below `runtime/dist`. Paths are the addresses under which they're served. */
export type SandboxAssets = {
  /** The proxy frame's document, on the sandbox site: `/frame/4f2a….html`. */
  framePath: string;
  /** The worker that compiles drafts, on the app's site: `/_vitrine/compile.9b1c….js`. */
  workerPath: string;
  /** The script of a link's page, on the app's site. */
  sharePath: string;
  /** What the host fetches and sends into a frame beside its first paint, on the app's site. */
  latePaths: LateUrls;
  /** SHA-256, base64, of every script in the frame's documents. */
  scriptHashes: string[];
};

/** Addresses of the late bundles and of the typeface. */
export type LateUrls = Readonly<Record<LateBundleName | 'typeface', string>>;

/** What a page has to know to make a frame: addresses, the frame's with its origin. */
export type FrameUrls = { frame: string; worker: string; late: LateUrls };

export const ASSETS_FOLDER = path.join('runtime', 'dist');

/** Reads what was built. @throws where nothing was. */
export function readAssets(root: string = process.cwd()): SandboxAssets {
  return JSON.parse(readFileSync(path.join(root, ASSETS_FOLDER, 'assets.json'), 'utf8')) as SandboxAssets;
}

/**
 * The addresses for a page of the app. `owner` is whose frame it is, a program's id: where the sandbox has a name for each, it
 * gets its own, so that no two programs share a process or an origin.
 */
export function frameUrls({ framePath, workerPath, latePaths }: SandboxAssets, sandboxOrigin: string, owner: string): FrameUrls {
  return { frame: sandboxOrigin.replace('*', labelOf(owner)) + framePath, worker: workerPath, late: latePaths };
}

/** A name of the DNS that says nothing of the id. */
function labelOf(owner: string): string {
  return `p${createHash('sha256').update(owner).digest('hex').slice(0, 24)}`;
}
