import { open, stat } from 'node:fs/promises';
import { FileProblem } from './file-problem';
import { MAX_FILE_BYTES } from './limits';

const JSON_NAME = /\.(json|ndjson|jsonl|geojson)$/i;
const TABLE_NAME = /\.(csv|tsv|tab|txt)$/i;
const HEAD_BYTES = 4096;
/** The mark of a compound document: every .xls, and every .xlsx with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const SQLITE = Buffer.from('SQLite format 3\0');

/** PDF, RTF and gzip may have no zero byte in their first part. */
const NO_TABLES = [Buffer.from('%PDF'), Buffer.from('{\\rtf'), Buffer.from([0x1f, 0x8b])];

export type Found = { kind: 'parquet' } | { kind: 'xlsx' } | { kind: 'text'; encoding: TextEncoding };
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * What a file is, by its content; its name only decides between text formats, later.
 * @throws FileProblem for what can't be read as tables.
 */
export async function kindOf(path: string): Promise<Found> {
  const { size } = await stat(path);
  if (size === 0) throw new FileProblem('The file is empty.');
  if (size > MAX_FILE_BYTES) throw new FileProblem(TOO_LARGE, { status: 413 });
  const { head, tail } = await ends(path, size);
  if (head.subarray(0, 4).equals(Buffer.from('PAR1'))) {
    if (!tail.subarray(-4).equals(Buffer.from('PAR1'))) throw new FileProblem('The Parquet file is cut off or broken. Export it again.');
    return { kind: 'parquet' };
  }
  if (head.subarray(0, 16).equals(SQLITE)) throw new FileProblem('This is a SQLite database. Connect it in settings, under “Add a connection”.');
  if (head.subarray(0, 8).equals(COMPOUND)) throw await compoundProblem(path);
  if (head.subarray(0, 2).toString() === 'PK') return { kind: 'xlsx' };
  const encoding = encodingByMarks(head);
  if (!encoding && head.includes(0)) throw new FileProblem(UNKNOWN);
  if (NO_TABLES.some((mark) => head.subarray(0, mark.length).equals(mark))) throw new FileProblem(UNKNOWN);
  return { kind: 'text', encoding: encoding ?? ((await isUtf8(path)) ? 'utf-8' : 'windows-1252') };
}

export const TOO_LARGE = `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Leave out columns or rows that are not needed, or split it.`;
export const UNKNOWN = 'This is not a table the app can read. Save it as .csv, .xlsx, .json or .parquet.';

/** Text is JSON where it says so; a `.csv` that begins with a bracket stays a table. */
export function isJson(name: string, text: string): boolean {
  if (JSON_NAME.test(name)) return true;
  return !TABLE_NAME.test(name) && /^\s*[[{]/.test(text);
}

/** UTF-16 is told by its mark, or by every other byte being zero. */
function encodingByMarks(head: Buffer): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  head.forEach((byte, index) => byte === 0 && zeros[index % 2]!++);
  const half = head.length / 2;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return 'utf-16le';
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return 'utf-16be';
  return null;
}

async function isUtf8(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of file.createReadStream({ autoClose: false })) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await file.close();
  }
}

async function ends(path: string, size: number): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
    const tail = Buffer.alloc(Math.min(size, 8));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, size - tail.length);
    return { head, tail };
  } finally {
    await file.close();
  }
}

async function compoundProblem(path: string): Promise<FileProblem> {
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
      if ((chunk as Buffer).includes(mark)) return new FileProblem('The workbook has a password. Save it without one, or as .csv.');
    }
    return new FileProblem('This is an old Excel or Office file. Save it as .xlsx or .csv.');
  } finally {
    await file.close();
  }
}
