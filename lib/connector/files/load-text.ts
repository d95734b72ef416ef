import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileProblem } from './file-problem';
import { type TextEncoding, UNKNOWN, isJson } from './kind';
import { loadDelimited } from './load-delimited';
import { loadJson } from './load-json';
import type { Loaded, Workplace } from './stage';

const DELIMITER_NAMES: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
const ENCODING_NAMES: Record<TextEncoding, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows-1252' };

/** Loads a text file, JSON or rows and cells, whatever its encoding. */
export async function loadText(filePath: string, name: string, encoding: TextEncoding, workplace: Workplace): Promise<Loaded> {
  const utf8 = path.join(workplace.folder, 'text');
  const start = await toUtf8(filePath, utf8, encoding);
  await workplace.seal([utf8]);
  const notes = encoding === 'utf-8' ? [] : [`Read as ${ENCODING_NAMES[encoding]}.`];
  if (isJson(name, start)) return { kind: 'json', tables: await loadJson(workplace.connection, utf8, start), notes };
  if (/^\s*<[a-z!?]/i.test(start)) throw new FileProblem(`The file holds a web page or XML, not a table. ${UNKNOWN}`);
  const loaded = await loadDelimited(workplace.connection, utf8, 'raw_0', null);
  if (!loaded) throw new FileProblem('The file has no rows below its header.');
  const { found, table } = loaded;
  if (table.columns.length > 1) notes.push(`Cells are separated by ${DELIMITER_NAMES[found.delimiter] ?? `“${found.delimiter}”`}.`);
  if (!found.hasHeader) notes.push('The first row is no header, so the columns are numbered.');
  return { kind: 'csv', tables: [table], notes: [...notes, ...loaded.notes] };
}

/** Writes the file as UTF-8 without a mark, as DuckDB reads it; returns the first characters. Never all in memory. */
async function toUtf8(from: string, to: string, encoding: TextEncoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  let start = '';
  await pipeline(
    createReadStream(from, { highWaterMark: 256 * 1024 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        const text = decoder.decode(chunk, { stream: true });
        if (start.length < 4096) start += text.slice(0, 4096);
        yield text;
      }
      yield decoder.decode();
    },
    createWriteStream(to),
  );
  if (start.trim() === '') throw new FileProblem('The file is empty.');
  return start;
}
