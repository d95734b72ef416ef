import { open, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { FileProblem } from './file-problem';
import { UNKNOWN } from './kind';
import { MAX_SHEETS, MAX_UNPACKED_BYTES, WORKBOOK_HEAP_MB } from './limits';

export type SheetText = { name: string; path: string };

/** A workbook within the limits takes some seconds; one that takes this long was made to. */
const MOST_SECONDS = 120;

/**
 * Reads a workbook and writes each sheet as text beside it: comma, numbers with a point, dates as ISO.
 * In a thread of its own with a heap of its own, since unpacking and parsing would hold up or end the server.
 * @throws FileProblem
 */
export async function readWorkbook(path: string, folder: string): Promise<SheetText[]> {
  const entries = await zipEntries(path);
  if (!entries?.has('xl/workbook.xml')) throw new FileProblem(UNKNOWN);
  const unpacked = [...entries.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (unpacked > MAX_UNPACKED_BYTES) throw new FileProblem(TOO_MUCH);
  const sheets = await inThread({ path, folder, mostSheets: MAX_SHEETS });
  if (sheets.length > MAX_SHEETS) throw new FileProblem(`The workbook has ${sheets.length} sheets; up to ${MAX_SHEETS} can be read.`);
  return sheets;
}

const TOO_MUCH = 'The workbook holds more than can be read at once. Save the sheet you need as .csv.';

// As text, so that no bundler has to know how to make a second program of it. The package is found from the working
// folder, which is the app's own in every way of starting it.
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { createWriteStream } = require('node:fs');
const { once } = require('node:events');
const path = require('node:path');

function date(value) {
  const iso = value.toISOString();
  if (value.getUTCFullYear() < 1900) return iso.slice(11, 19);
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

function cell(value) {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : date(value);
  if (typeof value === 'string') return '"' + value.replaceAll('"', '""') + '"';
  return String(value);
}

(async () => {
  const { default: read } = await import('read-excel-file/node');
  const sheets = await read(workerData.path);
  const written = [];
  for (const [index, { sheet, data }] of sheets.entries()) {
    const file = path.join(workerData.folder, 'sheet-' + index);
    if (index < workerData.mostSheets) {
      const out = createWriteStream(file);
      for (const row of data) if (!out.write(row.map(cell).join(',') + '\\n')) await once(out, 'drain');
      out.end();
      await once(out, 'close');
    }
    written.push({ name: sheet, path: file });
  }
  parentPort.postMessage(written);
})().catch((error) => { setImmediate(() => { throw error; }); });
`;

function inThread(data: { path: string; folder: string; mostSheets: number }): Promise<SheetText[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { eval: true, workerData: data, resourceLimits: { maxOldGenerationSizeMb: WORKBOOK_HEAP_MB } });
    const late = setTimeout(() => fail({ code: 'ERR_WORKER_OUT_OF_MEMORY' }), MOST_SECONDS * 1000);
    const fail = (error: unknown) => {
      clearTimeout(late);
      void worker.terminate();
      const tooMuch = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new FileProblem(tooMuch ? TOO_MUCH : 'The workbook is broken or not a real .xlsx. Open it and save it again.', { cause: error }));
    };
    worker.once('error', fail);
    worker.once('message', (sheets: SheetText[]) => {
      clearTimeout(late);
      resolve(sheets);
    });
    worker.once('exit', () => fail(new Error('The thread ended without an answer.'))); // No effect after an answer.
  });
}

const DIRECTORY_END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
/** A zip's closing record may be followed by a comment of this length. */
const COMMENT_BYTES = 65_535;

/** Names and unpacked sizes as the zip's directory says them; null where it has none. */
async function zipEntries(path: string): Promise<Map<string, number> | null> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const tail = Buffer.alloc(Math.min(size, END_BYTES + COMMENT_BYTES));
    await file.read(tail, 0, tail.length, size - tail.length);
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(DIRECTORY_END);
    const end = tail.lastIndexOf(mark);
    if (end < 0 || end + END_BYTES > tail.length) return null;
    const directory = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), size));
    await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    return entriesOf(directory);
  } finally {
    await file.close();
  }
}

function entriesOf(directory: Buffer): Map<string, number> {
  const entries = new Map<string, number>();
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, directory.readUInt32LE(at + 24));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
