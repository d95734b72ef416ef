import type { ReactNode } from 'react';
import { toNumber } from './amount';
import { NOTHING, fmt } from './fmt';
import { type FormatName, asText, formatValue, shown } from './format';
import { looksLikeMoment } from './moment';
import { type Row, fieldOf } from './rows';
import { decimalsOf, evenWriter } from './same-decimals';
import { asWord, inWords } from './words';

export type ColumnKind = 'number' | 'date' | 'flag' | 'state' | 'text';

/** A column as generated code writes it. */
export type ColumnInput = {
  key?: string;
  label?: ReactNode;
  header?: ReactNode;
  /** `state`: a word for how a thing stands, in its colour. */
  format?: FormatName | 'state' | ((value: unknown, row: Row) => ReactNode);
  render?: (row: Row) => ReactNode;
  align?: 'left' | 'center' | 'right';
  sortable?: boolean;
  className?: string;
  currency?: string;
  /** What the numbers count, behind each: "days". */
  unit?: string;
};

/** A column as the table works with it. */
export type Column = {
  key: string;
  label: ReactNode;
  kind: ColumnKind;
  align: 'left' | 'center' | 'right';
  sortable: boolean;
  className: string | undefined;
  cell: (row: Row) => ReactNode;
  /** What the search looks at. */
  text: (row: Row) => string;
};

/** Rows that are looked at to find out what a column holds. */
const SAMPLE_ROWS = 200;
/** More columns than this are no longer read, only scrolled. The rest is left out unless asked for. */
const MAX_INFERRED_COLUMNS = 24;

/** The columns asked for, or every key of the rows. */
export function toColumns(given: unknown, rows: readonly Row[]): Column[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const inputs = Array.isArray(given) && given.length > 0 ? given.flatMap(toInput) : keysOf(sample).map((key) => ({ key }));
  return inputs.map((input, index) => toColumn(input, index, sample));
}

function toInput(given: unknown): ColumnInput[] {
  if (typeof given === 'string') return [{ key: given }];
  return typeof given === 'object' && given !== null ? [given as ColumnInput] : [];
}

function keysOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, MAX_INFERRED_COLUMNS);
}

function toColumn(input: ColumnInput, index: number, sample: readonly Row[]): Column {
  const key = String(input.key ?? index);
  const values = sample.map((row) => fieldOf(row, key)).filter((value) => value !== null && value !== undefined && value !== '');
  const kind = input.format === 'state' ? 'state' : kindOf(key, values);
  const write = writerOf(input, key, kind, values);
  const isNumeric = kind === 'number' && !input.render;
  return {
    key,
    kind,
    label: shown(input.label ?? input.header ?? inWords(key)),
    align: input.align ?? (isNumeric ? 'right' : 'left'),
    sortable: input.sortable ?? values.length > 0,
    className: input.className,
    cell: (row) => (input.render ? safely(() => input.render!(row)) : write(row)),
    text: (row) => `${asText(fieldOf(row, key))} ${plain(write(row))}`,
  };
}

/** Called that, a column of short texts is a state and shown as one. */
const STATE_KEY = /(^|_)(status|state|stage|priority|severity)$/i;
const LONGEST_STATE = 24;

function kindOf(key: string, values: readonly unknown[]): ColumnKind {
  if (values.length === 0) return 'text';
  if (values.every((value) => typeof value === 'boolean')) return 'flag';
  if (values.every(isAmount)) return 'number';
  if (values.every((value) => value instanceof Date || looksLikeMoment(value))) return 'date';
  const isState = STATE_KEY.test(key) && values.every((value) => typeof value === 'string' && value.length <= LONGEST_STATE);
  return isState ? 'state' : 'text';
}

/** Numbers and decimals as text; not "007" or a telephone number, which are names made of digits. */
function isAmount(value: unknown): boolean {
  if (typeof value === 'string') return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value);
  return typeof value === 'number' || typeof value === 'bigint';
}

function writerOf(input: ColumnInput, key: string, kind: ColumnKind, values: readonly unknown[]): (row: Row) => ReactNode {
  const { format, currency, unit } = input;
  if (typeof format === 'function') return (row) => safely(() => format(fieldOf(row, key), row));
  if (kind === 'text' && (format === undefined || format === 'text') && areKinds(values)) return (row) => tidy(fieldOf(row, key));
  if (unit && typeof unit === 'string') return withUnit(key, values, unit);
  const isNumbered = format === undefined && kind === 'number';
  const write = evenWriter(values, isNumbered ? (isName(key) ? 'text' : 'number') : format, currency);
  return (row) => write(fieldOf(row, key));
}

/** Numbers that name something, a customer or a year, have no thousands separator. */
function isName(key: string): boolean {
  return /(^|_)(id|no|nr|year|zip|postcode|sku|number)$/i.test(key) || /[a-z]Id$/.test(key);
}

/** More decimals of a number with a unit aren't read. */
const UNIT_DIGITS = 1;

function withUnit(key: string, values: readonly unknown[], unit: string): (row: Row) => ReactNode {
  const digits = Math.min(UNIT_DIGITS, decimalsOf(values));
  return (row) => (toNumber(fieldOf(row, key)) === null ? NOTHING : `${fmt.number(fieldOf(row, key) as number, digits)} ${unit}`);
}

/** The few words that rows are told apart by, as against what each of them is called. */
function areKinds(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string') && new Set(values).size * 2 <= values.length;
}

function tidy(value: unknown): ReactNode {
  return typeof value === 'string' && value !== '' ? asWord(value) : formatValue(value, 'text');
}

/** A cell that can't be made is a cell without content, not a blank page. What React throws to wait is let through. */
function safely(make: () => unknown): ReactNode {
  try {
    return shown(make());
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'then' in error) throw error;
    return '–';
  }
}

function plain(node: ReactNode): string {
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
