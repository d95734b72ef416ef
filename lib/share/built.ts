import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { StyleTexts } from '../compile/styles';
import { ASSETS_FOLDER, type SandboxAssets, readAssets } from '../sandbox/assets';

/** What `npm run build` made for links. */
export type Built = {
  assets: SandboxAssets;
  /** What sheets of finished programs are made from, and the kit's own class names. */
  texts: StyleTexts;
  kit: string[];
  /** The sheet of a link's page. */
  page: string;
};

let kept: Built | null = null;

/** Read once. @throws where nothing was built */
export function built(): Built {
  return (kept ??= read());
}

function read(): Built {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), ASSETS_FOLDER, 'styles.json');
  const { kit, page, ...texts } = JSON.parse(readFileSync(file, 'utf8')) as StyleTexts & Pick<Built, 'kit' | 'page'>;
  return { assets: readAssets(), texts, kit, page };
}
