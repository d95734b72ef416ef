import { found, json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { usesOf } from '@/lib/grant/uses';
import { getStore } from '@/lib/store';

/** What a version of a program reads and changes, by its text, and what of that nobody granted yet. */
export const GET = withProgram('open', async ({ program }, request) => {
  const version = found(await (await getStore()).versions.get(new URL(request.url).searchParams.get('version') ?? ''), 'version');
  if (version.programId !== program.id) found(null, 'version');
  return json({ uses: await usesOf(program, version.source) });
});
