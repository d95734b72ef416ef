import { json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { Refusal } from '@/lib/program/refusal';
import { getUploads, sayingFiles } from './answering-files';

/** Takes a file's bytes as they are, and answers with what was found in it. */
export const POST = withViewer('member', async (viewer, request) =>
  sayingFiles(async () => {
    const name = new URL(request.url).searchParams.get('name')?.trim();
    if (!name) throw new Refusal(400, 'The file has no name.');
    if (!request.body) throw new Refusal(422, 'The file is empty.');
    return json(await (await getUploads(viewer.team.id)).stage(name, request.body));
  }),
);
