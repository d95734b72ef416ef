import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { CallError } from '../contract';
import { MAX_ENCODINGS } from './limits';

export type BodyLimit = {
  /** Bytes as they come, and bytes after decompression. */
  bytes: number;
  /** What comes after the limit is left away instead of being an error. */
  cut: boolean;
};

/**
 * Reads a body, decompressing it as it comes, and stops at the limit: what a small answer would grow to is never held. Where
 * only its beginning is wanted, a broken body is as much of it as could be read.
 */
export async function readBody(source: Readable, contentEncoding: string | undefined, limit: BodyLimit): Promise<Buffer> {
  const raw = new RawLimit(limit.bytes);
  const decoders = readEncodings(contentEncoding)?.toReversed().map(decoderOf);
  if (!decoders || decoders.includes(null)) {
    source.destroy();
    if (!limit.cut) throw badCompression();
    return Buffer.alloc(0);
  }
  return readThrough(source, raw, decoders as Transform[], limit);
}

async function readThrough(source: Readable, raw: RawLimit, decoders: readonly Transform[], limit: BodyLimit): Promise<Buffer> {
  const last = decoders.at(-1) ?? raw;
  // Its error reaches whoever reads from the last one.
  pipeline([source, raw, ...decoders], () => {});
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of last as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= limit.bytes) continue;
      if (!limit.cut) throw tooLarge(limit.bytes);
      break;
    }
  } catch (error) {
    if (error instanceof TooMuch) {
      if (!limit.cut) throw tooLarge(limit.bytes);
    } else if (!isDecoderError(error)) throw error;
    else if (raw.bytes > 0 && !limit.cut) throw badCompression();
  }
  return Buffer.concat(chunks).subarray(0, limit.bytes);
}

/** The body's compressions in the order in which they were put on; null where there are too many. */
function readEncodings(header: string | undefined): string[] | null {
  const encodings = (header ?? '').toLowerCase().split(',').map((name) => name.trim()).filter((name) => name && name !== 'identity');
  return encodings.length > MAX_ENCODINGS ? null : encodings;
}

function decoderOf(encoding: string): Transform | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return createInflate();
  return null;
}

class TooMuch extends Error {}

/** Counts what comes off the wire: empty blocks without end decompress to nothing. */
class RawLimit extends Transform {
  bytes = 0;
  readonly #limit: number;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null, data?: Buffer) => void): void {
    // The chunk that crosses the limit passes, so that whoever wants the beginning has all of it.
    if (this.bytes > this.#limit) return done(new TooMuch());
    this.bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: (error?: Error | null) => void): void {
    done(this.bytes > this.#limit ? new TooMuch() : null);
  }
}

function isDecoderError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return /^(Z_|ERR__ERROR_|ERR_BROTLI_)/.test(code);
}

function badCompression(): CallError {
  return new CallError({ code: 'bad-answer', message: 'The answer’s compression is broken or unknown.', retryable: true });
}

function tooLarge(bytes: number): CallError {
  return new CallError({
    code: 'limit-bytes',
    message: `The answer is larger than ${bytes / 1_000_000} MB.`,
    hint: 'Ask for less: a page, a filter, fewer fields.',
    retryable: false,
  });
}
