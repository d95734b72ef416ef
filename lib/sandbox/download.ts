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
  return { name: safeName(name, ENDINGS[kind] ?? '.txt'), kind, bytes: isTable ? new TextEncoder().encode(withoutFormulas(new TextDecoder().decode(bytes))) : bytes };
}

/** The ending is the kind's own, whatever was asked for; no path, nothing hidden, nothing that turns the line around. */
function safeName(name: string, ending: string): string {
  const plain = name.normalize('NFC').replaceAll(/[\p{C}\\/:*?"<>|]+/gu, ' ').replace(/^[.\s]+/, '');
  const stem = plain.replace(/\.[^.\s]*$/, '').slice(0, MAX_NAME).trim();
  return `${stem || 'from-interface'}${ending}`;
}

/** A cell that begins like a formula and isn't a number gets an apostrophe before it, as spreadsheets mark text. */
function withoutFormulas(table: string): string {
  return table.replaceAll(/(^|[\n\r,;\t])("?)(?=[=@\t]|[+-](?!\d[\d.]*(?:e[+-]?\d+)?"?(?:[\n\r,;\t]|$)))/gi, "$1$2'");
}
