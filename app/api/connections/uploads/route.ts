import { json } from '@/app/api/answer';
import { sayingFiles } from '@/app/api/files/answering-files';
import { withViewer } from '@/app/api/rules';
import { readConfig } from '@/lib/config/config';
import { stagingIn } from '@/lib/connection/staging';
import { Refusal } from '@/lib/program/refusal';

/** Takes the bytes of a file that is to be connected, and answers with what it's called by until then. */
export const POST = withViewer('admin', async (_viewer, request) =>
  sayingFiles(async () => {
    const name = new URL(request.url).searchParams.get('name')?.trim();
    if (!name) throw new Refusal(400, 'The file has no name.');
    if (!request.body) throw new Refusal(422, 'The file is empty.');
    const { uploadId } = await stagingIn(readConfig().dataDir).receive(name, request.body);
    return json({ uploadId });
  }),
);
