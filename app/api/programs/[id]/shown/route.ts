import { found, json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { readConfig } from '@/lib/config/config';
import { frameUrls, readAssets } from '@/lib/sandbox/assets';
import { compiledVersion } from '@/lib/share/compiled';
import { getStore } from '@/lib/store';

/** A program's current version, compiled, for a frame that only shows it. Its calls are the viewer's, as in the studio. */
export const GET = withProgram('open', async ({ program }) => {
  const compiled = found(program.currentVersionId === null ? null : await compiledVersion(program.currentVersionId), 'version');
  const { ui, data, css } = compiled;
  const { frame, late } = frameUrls(readAssets(), readConfig().sandboxOrigin, program.id);
  const shared = (await (await getStore()).shared.all(program.id)).values;
  return json({ swap: { seq: 1, ui, data, css, done: true }, bindings: data?.free ?? [], shared, frame, late });
});
