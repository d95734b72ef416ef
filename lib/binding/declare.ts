import type { Binding, Column, Dialect, Table, TableBinding } from './binding';
import { commentText } from './comment-text';
import { declareApi } from './declare-api';
import { DIALECT_NOTES } from './dialects';
import { sqlName, sqlTable } from './sql-name';

/**
 * The bindings as TypeScript: one text, read by the model as documentation and by the checker as declarations. It is
 * short, since every prompt carries it; names and values come from strangers' data and can't leave their comment.
 */
export function declare(bindings: readonly Binding[]): string {
  return bindings.map((binding) => (binding.kind === 'tables' ? declareTables(binding) : declareApi(binding))).join('\n\n');
}

function declareTables({ name, title, dialect, tables }: TableBinding): string {
  return declareSql(name, `${plain(title)}.`, dialect, tables.map((table) => `- ${describeTable(table, dialect)}`));
}

/** A binding's one function, with what is said of its dialect and then of its tables. */
export function declareSql(name: string, about: string, dialect: Dialect, lines: readonly string[]): string {
  return `declare const ${name}: {
  /**
   * ${about} Runs one SELECT in ${dialect}'s dialect and returns its rows, at most 10,000: aggregate in SQL. Values
   * go in \${…}, never inside quotes; ${DIALECT_NOTES[dialect]}. A ? marks what may be null.
${lines.map((line) => `   * ${line}`).join('\n')}
   */
  sql<Row = Record<string, unknown>>(text: TemplateStringsArray, ...values: (${VALUE_TYPES})[]): Promise<Row[]>;
};`;
}

const VALUE_TYPES = 'string | number | boolean | Date | null | undefined | string[] | number[]';

/** A table with its columns on one line, names as they're written in SQL. */
export function describeTable(table: Table, dialect: Dialect): string {
  const columns = table.columns.map((column) => columnText(column, table, dialect)).join(', ');
  return `${plain(sqlTable(table.name, dialect))} (${rowsText(table)}${comment(table.comment)}): ${columns}`;
}

function rowsText({ rows, estimated }: Table): string {
  if (!estimated) return `${rows} rows`;
  return rows > 0 ? `about ${Number(rows.toPrecision(2))} rows` : 'rows not counted';
}

function columnText(column: Column, table: Table, dialect: Dialect): string {
  const known = contents(column);
  const facts = [known.startsWith("'") ? '' : column.type, keyText(column, table, dialect), known].filter(Boolean).join(' ');
  return `${plain(sqlName(column.name, dialect))}${column.nullable ? '?' : ''} ${facts}${comment(column.comment)}`;
}

function keyText({ name }: Column, { primaryKey, foreignKeys }: Table, dialect: Dialect): string {
  if (primaryKey.length === 1 && primaryKey[0] === name) return 'key';
  const key = foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === name);
  return key ? plain(`→ ${sqlTable(key.references.table, dialect)}.${key.references.columns.map((column) => sqlName(column, dialect)).join()}`) : '';
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

function comment(text: string | undefined): string {
  return text ? ` – ${commentText(text, MAX_COMMENT_UNITS)}` : '';
}

/** UTF-16 units of a comment that a database keeps on a table or a column. */
const MAX_COMMENT_UNITS = 120;

function plain(text: string): string {
  return commentText(text, Infinity);
}
