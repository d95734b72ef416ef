import { MAX_ZIP_BYTES } from '@/lib/project/limits';
import { Refusal } from '@/lib/program/refusal';

/** A request's body, no more of it than a project's zip may have. @throws Refusal 413 */
export async function zipBody(request: Request): Promise<Uint8Array> {
  const tooLarge = new Refusal(413, `The zip is larger than ${MAX_ZIP_BYTES / 1024 / 1024} MB. Leave node_modules and dist out of it.`);
  if (Number(request.headers.get('content-length') ?? 0) > MAX_ZIP_BYTES) throw tooLarge;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MAX_ZIP_BYTES) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
