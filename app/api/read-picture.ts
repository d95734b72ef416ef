import { Refusal } from '@/lib/program/refusal';

/** Bytes of a picture: one is 640 × 400, and drawn text and charts stay far below this. */
const MAX_PICTURE_BYTES = 600_000;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A picture that a guest drew. It is believed to be one only if it looks like one, and never served as anything else. @throws Refusal */
export async function readPicture(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_PICTURE_BYTES) throw new Refusal(413, 'The picture is too large.');
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > MAX_PICTURE_BYTES) throw new Refusal(413, 'The picture is too large.');
  if (!PNG.every((byte, index) => bytes[index] === byte)) throw new Refusal(415, 'The picture is not a PNG.');
  return bytes;
}
