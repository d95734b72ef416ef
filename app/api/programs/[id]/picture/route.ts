import { NOTHING, found } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

/** A picture is 640 × 400; drawn text and charts stay far below this. */
const MAX_PICTURE_BYTES = 600_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The guest drew it, so it is believed to be a picture only if it looks like one, and never served as anything else. */
export const PUT = withProgram('change', async ({ program }, request) => {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_PICTURE_BYTES) throw new Refusal(413, 'The picture is too large.');
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > MAX_PICTURE_BYTES) throw new Refusal(413, 'The picture is too large.');
  if (!PNG.every((byte, index) => bytes[index] === byte)) throw new Refusal(415, 'The picture is not a PNG.');
  await (await getStore()).programs.setPicture(program.id, { type: 'image/png', bytes });
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
