import { json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { Refusal } from '@/lib/program/refusal';
import { answeringFiles, getUploads } from './answering-files';

/** Takes a file's bytes as they are, and answers with what was found in it. */
export const POST = withViewer(async (_viewer, request: Request) =>
  answeringFiles(async () => {
    const name = new URL(request.url).searchParams.get('name')?.trim();
    if (!name) throw new Refusal(400, 'The file has no name.');
    if (!request.body) throw new Refusal(422, 'The file is empty.');
    return json(await (await getUploads()).stage(name, request.body));
  }),
);
