import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corrections, FileProblem, importFile, inspectFile } from './index';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'files-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function file(content: string | Uint8Array): string {
  const at = path.join(folder, `upload-${made++}`);
  writeFileSync(at, content);
  return at;
}

const inspect = (name: string, content: string | Uint8Array, taken?: string[]) => inspectFile(file(content), name, taken);

/** One table's names and types: `{ amount: 'decimal' }`. */
async function types(name: string, content: string | Uint8Array) {
  const { tables } = await inspect(name, content);
  return Object.fromEntries(tables[0]!.columns.map((column) => [column.name, column.type]));
}

async function imported(name: string, content: string | Uint8Array, corrections: Corrections = {}, emptyInvalid = false) {
  const out = path.join(folder, `out-${made++}.duckdb`);
  const result = await importFile(file(content), name, corrections, { emptyInvalid }, out);
  const instance = await DuckDBInstance.create(out, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = await Promise.all(result.tables.map(async (table) => (await connection.runAndReadAll(`select * from "${table.name}"`)).getRowObjectsJson()));
  const described = (await connection.runAndReadAll('select column_name, data_type from duckdb_columns() where not internal order by column_index')).getRowsJson();
  instance.closeSync();
  return { ...result, rows: rows[0]!, all: rows, sqlTypes: described };
}

describe('text of rows and cells', () => {
  const words = 'Straße;Preis\nMüllerweg;1,50\nÄgidiusplatz;1.250,00\n';
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(words), []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`), []],
    ['UTF-16', utf16(words), ['Read as UTF-16.']],
    ['UTF-16, big end first', utf16(words).swap16(), ['Read as UTF-16.']],
    ['Windows-1252', Buffer.from(words, 'latin1'), ['Read as Windows-1252.']],
  ])('%s', async (_, content, notes) => {
    const preview = await inspect('Preise.csv', content);
    expect(preview.notes).toEqual([...notes, 'Cells are separated by semicolons.']);
    const [table] = preview.tables;
    expect(table!.columns.map(({ header, name, type }) => [header, name, type])).toEqual([
      ['Straße', 'strasse', 'text'],
      ['Preis', 'preis', 'decimal'],
    ]);
    expect(table!.sample).toEqual([['Müllerweg', '1,50'], ['Ägidiusplatz', '1.250,00']]);
    expect((await imported('Preise.csv', content)).rows).toEqual([{ strasse: 'Müllerweg', preis: '1.50' }, { strasse: 'Ägidiusplatz', preis: '1250.00' }]);
  });

  test.each([[','], [';'], ['\t'], ['|']])('cells separated by %j, with quoted delimiters and lines', async (delimiter) => {
    const content = ['a', 'b', 'c'].join(delimiter) + `\r\n1${delimiter}"x${delimiter}""y""\nz"${delimiter}true\r\n2${delimiter}${delimiter}false\r\n`;
    expect((await imported('t.csv', content)).rows).toEqual([
      { a: 1, b: `x${delimiter}"y"\nz`, c: true },
      { a: 2, b: null, c: false },
    ]);
  });

  test('numbers keep their sense: points, commas, thousands, currencies, codes', async () => {
    expect(await types('n.csv', 'whole,money,big,code,long\n1,$12.50,"1,234",01234,12345678901234567890\n-2,$1,"12,345,678",99999,2\n')).toEqual({
      whole: 'whole', money: 'decimal', big: 'whole', code: 'text', long: 'text',
    });
    const german = await imported('n.csv', 'menge;preis\n1.234;"0,5"\n5.000;12,25\n');
    expect(german.rows).toEqual([{ menge: 1234, preis: '0.50' }, { menge: 5000, preis: '12.25' }]);
    const fractions = await imported('n.csv', 'weight,n\n1.234,1\n0.125,2\n');
    expect(fractions.rows.map((row) => Number(row.weight))).toEqual([1.234, 0.125]);
  });

  test('dates in the order that the whole column allows', async () => {
    const { rows } = await imported('d.csv', 'de,us,uk,at,clock\n31.12.2026,12/31/2026,31/12/2026,2026-12-31T23:30:00-02:00,13:45\n1.2.2026,01/02/2026,01/02/2026,2026-01-02T03:04Z,9:05\n');
    expect(rows).toEqual([
      { de: '2026-12-31', us: '2026-12-31', uk: '2026-12-31', at: '2027-01-01 01:30:00', clock: '13:45:00' },
      { de: '2026-02-01', us: '2026-01-02', uk: '2026-02-01', at: '2026-01-02 03:04:00', clock: '09:05:00' },
    ]);
    const doubtful = await inspect('d.csv', 'day\n03/04/2026\n05/06/2026\n');
    expect(doubtful.tables[0]!.columns[0]).toMatchObject({ type: 'date', note: 'Read as month/day/year.' });
  });

  test('a first row of values is no header; years above values are one', async () => {
    const bare = await inspect('b.csv', 'north,1\nsouth,2\n');
    expect(bare.tables[0]!.columns.map((column) => column.name)).toEqual(['column_1', 'column_2']);
    expect(bare.tables[0]!.rows).toBe(2);
    expect(bare.notes).toContain('The first row is no header, so the columns are numbered.');
    expect(Object.keys(await types('y.csv', 'region,2024,2025\nnorth,10,20\n'))).toEqual(['region', 'column_2_2024', 'column_3_2025']);
  });

  test('headers become names: empty, twice, reserved, with signs', async () => {
    const content = 'Order,order,,€ %,Umsatz (€),Ümsatz\n1,2,3,4,5,6\n';
    expect(Object.keys(await types('h.csv', content))).toEqual(['order_', 'order_2', 'column_3', 'eur_percent', 'umsatz', 'uemsatz']);
  });

  test('a title above, empty rows and a delimiter at the end of each row are no data', async () => {
    const preview = await inspect('t.csv', 'Report of March\n\nname,n,kind,\na,1,x,\n,,,\nb,2,y,\n');
    expect(preview.notes).toContain('The row above the table was left out.');
    expect(preview.tables[0]).toMatchObject({ rows: 2, columns: [{ name: 'name' }, { name: 'n' }, { name: 'kind' }] });
  });

  test('tables get names that SQL takes and that are free', async () => {
    const name = async (file: string, taken: string[] = []) => (await inspect(file, 'a,b\n1,2\n', taken)).tables[0]!.name;
    expect(await name('Sales 2026 (final).csv')).toBe('sales_2026_final');
    expect(await name('sales.csv', ['Sales'])).toBe('sales_2');
    expect(await name('2026.csv')).toBe('table_2026');
    expect(await name('../../etc/passwd')).toBe('passwd');
    expect(await name('Заказы.csv')).toBe('заказы');
  });

  test('cells beyond the width are said, not lost in silence', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `${index},x`).join('\n');
    expect((await inspect('w.csv', `n,t\n${rows}\n300,x,more\n`)).notes.at(-1)).toMatch(/^Cells beyond column 2 .* row 302/);
  });
});

describe('values that do not fit', () => {
  const rows = Array.from({ length: 30 }, (_, index) => `${index},${index % 15 === 7 ? 'n.v.' : `${index}.5`}`).join('\n');
  const content = `id,amount\n${rows}\n`;

  test('a nearly fitting column says what is in the way', async () => {
    const column = (await inspect('v.csv', content)).tables[0]!.columns[1]!;
    expect(column).toMatchObject({ type: 'text', note: '2 of 30 values can’t be read as numbers, first “n.v.” in row 9.' });
  });

  test('a correction is refused with count and examples, or empties them', async () => {
    const corrections: Corrections = { v: { amount: 'decimal' } };
    const before = await readdir(folder);
    await expect(imported('v.csv', content, corrections)).rejects.toThrow('amount: 2 values can’t be read as numbers (row 9: “n.v.”, row 24: “n.v.”).');
    expect((await readdir(folder)).filter((name) => !before.includes(name))).toHaveLength(1); // The upload; nothing half-made.
    const result = await imported('v.csv', content, corrections, true);
    expect(result.emptied).toBe(2);
    expect(result.sqlTypes).toEqual([['id', 'INTEGER'], ['amount', 'DECIMAL(18,1)']]);
    expect(result.rows[7]).toEqual({ id: 7, amount: null });
  });

  test('corrections between all types', async () => {
    const all: Corrections = { c: { code: 'whole', n: 'text', flag: 'yes-no', at: 'date' } };
    const result = await imported('c.csv', 'code,n,flag,at\n007,1.50,1,2026-01-02 10:00\n012,2,0,2026-01-03 11:00\n', all);
    expect(result.rows).toEqual([
      { code: '7', n: '1.50', flag: true, at: '2026-01-02' },
      { code: '12', n: '2', flag: false, at: '2026-01-03' },
    ]);
  });
});

describe('JSON', () => {
  test.each([
    ['a list', '[{"a":1,"zip":"01234","day":"2026-01-02","deep":{"x":[1]}},{"a":2.5,"zip":"2","day":null}]'],
    ['lines', '{"a":1,"zip":"01234","day":"2026-01-02","deep":{"x":[1]}}\n{"a":2.5,"zip":"2","day":null}\n'],
    ['an object with one list', '{"total": 2,\n"rows": [{"a":1,"zip":"01234","day":"2026-01-02","deep":{"x":[1]}},{"a":2.5,"zip":"2","day":null}]}'],
  ])('%s', async (_, content) => {
    expect(await types('j.json', content)).toEqual({ a: 'decimal', zip: 'text', day: 'date', deep: 'json' });
    expect((await imported('j.json', content)).rows).toEqual([
      { a: 1, zip: '01234', day: '2026-01-02', deep: '{"x":[1]}' },
      { a: 2.5, zip: '2', day: null, deep: null },
    ]);
  });

  test('the place of a mistake is said', async () => {
    await expect(inspect('j.json', '[{"a":1},{"a":')).rejects.toThrow(/not valid JSON \(at byte/);
  });
});

test('Parquet keeps its types', async () => {
  const at = path.join(folder, 'made.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (select 1::int n, '007' code, timestamptz '2026-01-02 03:04:05+02' stamp, [1, 2] list) to '${at}'`);
  instance.closeSync();
  const preview = await inspectFile(at, 'made.parquet');
  expect(preview.tables[0]!.columns.map((column) => column.type)).toEqual(['whole', 'text', 'timestamp', 'json']);
  const result = await importFile(at, 'made.parquet', {}, { emptyInvalid: false }, path.join(folder, 'parquet.duckdb'));
  expect(result.tables).toEqual([{ name: 'made', rows: 1 }]);
});

test('a workbook: a table a sheet, dates as dates, numbers as numbers', async () => {
  const book = workbook({
    Plan: [['Day', 'Amount', 'Paid', 'Name'], [{ date: 46387 }, 1234.5, true, 'a, "b"\nc'], [{ date: 46388 }, 0.125, false, 'd;e']],
    Empty: [],
    'Ist 2026': [['Nr'], [1], [2]],
  });
  const result = await imported('Budget.xlsx', book);
  expect(result.tables).toEqual([{ name: 'budget_plan', rows: 2 }, { name: 'budget_ist_2026', rows: 2 }]);
  expect(result.rows).toEqual([
    { day: '2026-12-31', amount: '1234.500', paid: true, name: 'a, "b"\nc' },
    { day: '2027-01-01', amount: '0.125', paid: false, name: 'd;e' },
  ]);
});

test.each([
  ['an empty file', 'a.csv', '', 'The file is empty.'],
  ['only a header', 'a.csv', 'a,b,c\n', 'no rows'],
  ['an empty list', 'a.json', '[]', 'no rows'],
  ['a picture', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not a table'],
  ['a web page', 'a.xls', '<html><table></table></html>', 'web page'],
  ['broken Parquet', 'a.parquet', 'PAR1 and nothing more', 'Parquet file is cut off'],
  ['Parquet with a broken end', 'a.parquet', 'PAR1 something ....PAR1', 'Parquet file is broken'],
  ['an old workbook', 'a.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'Save it as .xlsx or .csv'],
  ['a locked workbook', 'a.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(99), Buffer.from('EncryptedPackage', 'utf16le')]), 'has a password'],
  ['a zip of something else', 'a.xlsx', zip({ 'word/document.xml': '<a/>' }), 'not a table'],
  ['a broken workbook', 'a.xlsx', zip({ 'xl/workbook.xml': 'no' }), 'Open it and save it again'],
])('%s is refused in plain words', async (_, name, content, message) => {
  const at = file(content);
  const refused = await inspectFile(at, name).then(() => null, (error: unknown) => error);
  expect(refused).toBeInstanceOf(FileProblem);
  expect((refused as FileProblem).message).toContain(message);
  expect((await readdir(folder)).filter((one) => one.startsWith(`${path.basename(at)}.`))).toEqual([]);
});

type Cell = string | number | boolean | { date: number };

/** A workbook as Excel writes it, less what a reader doesn't need. */
function workbook(sheets: Record<string, Cell[][]>): Buffer {
  const names = Object.keys(sheets);
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const cell = (value: Cell, at: string) => {
    if (typeof value === 'string') return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${Number(value)}</v></c>`;
    return typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" s="1"><v>${value.date}</v></c>`;
  };
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet = (rows: Cell[][]) =>
    `<worksheet ${main}><sheetData>${rows.map((row, y) => `<row r="${y + 1}">${row.map((value, x) => cell(value, `${String.fromCharCode(65 + x)}${y + 1}`)).join('')}</row>`).join('')}</sheetData></worksheet>`;
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relation}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(Object.values(sheets).map((rows, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet(rows)])),
  });
}

/** A zip whose entries are stored as they are. */
function zip(entries: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
