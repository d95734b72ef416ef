import { NOTHING, found } from '@/app/api/answer';
import { readPicture } from '@/app/api/read-picture';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

export const PUT = withProgram('change', async ({ program }, request) => {
  const bytes = await readPicture(request);
  const store = await getStore();
  await store.programs.setPicture(program.id, { type: 'image/png', bytes });
  await store.shares.setPictures(program.id, bytes);
  return NOTHING();
});

export const GET = withProgram('open', async ({ program }) => {
  const picture = found(await (await getStore()).programs.picture(program.id), 'picture');
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable', // Its address carries the time of the version.
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
  });
});
