/** The kinds of files that an interface may give to a person: data and pictures, nothing that runs where it's opened. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'text/markdown': '.md',
  'application/json': '.json',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

/** Keeps the mark at a file's beginning by which spreadsheets know its encoding. */
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Characters of a suggested file's name: more than a person reads in the dialog. */
const MAX_NAME = 80;

export type FileToSave = { name: string; kind: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * What an interface wants saved, as it will be saved: a name that says what it is, and cells of a table that no
 * spreadsheet takes for formulas.
 * @param url a data URL that passed the bridge's guard
 */
export function fileToSave(name: string, url: string): FileToSave {
  const kind = url.slice('data:'.length, url.indexOf(';')) || 'text/plain';
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  const isTable = kind === 'text/csv' || kind === 'text/tab-separated-values';
  return { name: safeName(name, ENDINGS[kind] ?? '.txt'), kind, bytes: isTable ? new TextEncoder().encode(withoutFormulas(UTF_8.decode(bytes), kind === 'text/csv' ? CSV_FORMULA : TSV_FORMULA)) : bytes };
}

/** The ending is the kind's own, whatever was asked for; no path, nothing hidden, nothing that turns the line around. */
function safeName(name: string, ending: string): string {
  const plain = name.normalize('NFC').replaceAll(/[\p{C}\\/:*?"<>|]+/gu, ' ').replace(/^[.\s]+/, '');
  const stem = plain.replace(/\.[a-z][a-z\d]{0,5}$/i, '').slice(0, MAX_NAME).trim();
  return `${stem || 'from-interface'}${ending}`;
}

/** The place before what begins like a formula and isn't a number: of a table with tabs between its cells, a tab is no cell's. */
const CSV_FORMULA = /(^\ufeff?|[\n\r,;\t])("?)(?=[=@\t]|[+-](?!\d[\d.]*(?:e[+-]?\d+)?%?"?(?:[\n\r,;\t]|$)))/gi;
const TSV_FORMULA = /(^\ufeff?|[\n\r,;\t])("?)(?=[=@]|[+-](?!\d[\d.]*(?:e[+-]?\d+)?%?"?(?:[\n\r,;\t]|$)))/gi;

/** A cell that a spreadsheet would run gets an apostrophe before it, as spreadsheets mark text. */
function withoutFormulas(table: string, formula: RegExp): string {
  return table.replaceAll(formula, "$1$2'");
}
