import { answering, found, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { usesOf } from '@/lib/grant/uses';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

/** What a version of a program reads and changes, by its text, and what of that nobody granted yet. */
export const GET = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => {
    const { id } = await context.params;
    const version = found(await (await getStore()).versions.get(new URL(request.url).searchParams.get('version') ?? ''), 'version');
    if (version.programId !== id) found(null, 'version');
    return json({ uses: await usesOf(id, version.source) });
  }),
);
