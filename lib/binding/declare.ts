import type { Binding, Column, Table, TableBinding } from './binding';
import { commentText } from './comment-text';
import { declareApi } from './declare-api';

/**
 * The bindings as TypeScript: one text, read by the model as documentation and by the checker as declarations. It is
 * short, since every prompt carries it; names and values come from strangers' data and can't leave their comment.
 */
export function declare(bindings: readonly Binding[]): string {
  return bindings.map((binding) => (binding.kind === 'tables' ? declareTables(binding) : declareApi(binding))).join('\n\n');
}

function declareTables({ name, title, tables }: TableBinding): string {
  return `declare const ${name}: {
  /**
   * ${plain(title)}. Runs one SELECT in DuckDB's dialect and returns its rows, at most 10,000: aggregate in SQL. Values
   * go in \${…}, never inside quotes; a list as = any(\${list}). Numbers of all kinds are numbers, dates ISO strings; a
   * month is strftime(d, '%Y-%m'). A ? marks what may be null.
${tables.map((table) => `   * - ${tableLine(table)}`).join('\n')}
   */
  sql<Row = Record<string, unknown>>(text: TemplateStringsArray, ...values: (${VALUE_TYPES})[]): Promise<Row[]>;
};`;
}

const VALUE_TYPES = 'string | number | boolean | Date | null | undefined | string[] | number[]';

function tableLine(table: Table): string {
  const columns = table.columns.map((column) => columnText(column, table)).join(', ');
  return `${identifier(table.name)} (${table.rows} rows${comment(table.comment)}): ${columns}`;
}

function columnText(column: Column, table: Table): string {
  const known = contents(column);
  const facts = [known.startsWith("'") ? '' : column.type, keyText(column, table), known].filter(Boolean).join(' ');
  return `${identifier(column.name)}${column.nullable ? '?' : ''} ${facts}${comment(column.comment)}`;
}

function keyText({ name }: Column, { primaryKey, foreignKeys }: Table): string {
  if (primaryKey.length === 1 && primaryKey[0] === name) return 'key';
  const key = foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === name);
  return key ? `→ ${identifier(key.references.table)}.${key.references.columns.map(identifier).join()}` : '';
}

/** All values of a small category, the bounds of a measure or a date, a few samples of a text. */
function contents({ name, type, values, samples, min, max }: Column): string {
  if (isKey(name)) return '';
  if (values) return values.map(literal).join('|');
  if (min !== undefined && max !== undefined) return `${bound(min)}…${bound(max)}`;
  return type === 'string' && samples.length > 0 ? `like ${samples.slice(0, 2).map((value) => literal(String(value))).join(', ')}` : '';
}

/** What is in a key says nothing. */
function isKey(name: string): boolean {
  return /(^|_)id$/i.test(name);
}

function bound(value: string | number): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : plain(value.slice(0, 10));
}

function literal(value: string): string {
  return plain(`'${value.replaceAll("'", "''")}'`);
}

function identifier(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : plain(`"${name.replaceAll('"', '""')}"`);
}

function comment(text: string | undefined): string {
  return text ? ` – ${commentText(text, MAX_COMMENT_UNITS)}` : '';
}

/** UTF-16 units of a comment that a database keeps on a table or a column. */
const MAX_COMMENT_UNITS = 120;

function plain(text: string): string {
  return commentText(text, Infinity);
}
