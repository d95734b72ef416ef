import path from 'node:path';
import { FileProblem } from './file-problem';
import { loadDelimited } from './load-delimited';
import { readWorkbook } from './read-workbook';
import type { Loaded, RawTable, Workplace } from './stage';

/** Loads every sheet that has rows. The sheets pass through text, so that one way of finding headers and types serves all. */
export async function loadWorkbook(filePath: string, { connection, folder, seal }: Workplace): Promise<Loaded> {
  const sheets = await readWorkbook(filePath, folder);
  await seal(sheets.map((sheet) => sheet.path));
  const tables: RawTable[] = [];
  const notes: string[] = [];
  for (const [index, { name, path: sheetPath }] of sheets.entries()) {
    const loaded = await loadDelimited(connection, path.resolve(sheetPath), `raw_${index}`, name, ',');
    if (!loaded) continue;
    tables.push({ ...loaded.table, delimiter: null });
    notes.push(...loaded.notes.map((note) => `${name}: ${note}`));
    if (!loaded.found.hasHeader) notes.push(`${name}: the first row is no header, so the columns are numbered.`);
  }
  if (tables.length === 0) throw new FileProblem('No sheet of the workbook has rows below a header.');
  if (tables.length === 1) tables[0]!.part = null;
  return { kind: 'xlsx', tables, notes };
}
