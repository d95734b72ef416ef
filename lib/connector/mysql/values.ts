import type { ValueType } from '../../binding/binding';
import type { Parameter } from '../sql/arguments';
import { type Json, parseJson } from '../sql/json';
import type { Token } from '../sql/tokens';

/** A column of a result as the driver tells it. `orgTable` is empty where it is no column of a table. */
export type ResultField = { name: string; columnType: number; characterSet: number; flags: number; orgTable: string; orgName: string };

export type ValueForm = { type: ValueType; typescript: string; toJson(value: unknown): Json };

const text = (value: unknown): Json => (value === null || value === undefined ? null : Buffer.isBuffer(value) ? value.toString('utf8') : String(value));
const orNull = (convert: (value: unknown) => Json) => (value: unknown) => (value === null || value === undefined ? null : convert(value));

const TEXT: ValueForm = { type: 'string', typescript: 'string', toJson: text };
const BYTES: ValueForm = { ...TEXT, toJson: orNull((value) => Buffer.from(value as Buffer).toString('base64')) };
const NUMBER: ValueForm = { type: 'number', typescript: 'number', toJson: orNull((value) => (Number.isFinite(Number(value)) ? Number(value) : null)) };
const DATE: ValueForm = { ...TEXT, type: 'date' };
const TIMESTAMP: ValueForm = { ...TEXT, type: 'timestamp', toJson: orNull((value) => String(value).replace(' ', 'T')) };
const TIME: ValueForm = { ...TEXT, type: 'time' };
const JSON_FORM: ValueForm = { type: 'json', typescript: 'unknown', toJson: orNull((value) => (typeof value === 'string' ? parseJson(value) : (value as Json))) };
const BITS: ValueForm = { ...NUMBER, toJson: orNull((value) => (Buffer.isBuffer(value) ? Number(BigInt(`0x${value.toString('hex') || '0'}`)) : Number(value))) };
/** Of what is null, or a value that isn't there yet. */
const NOTHING: ValueForm = { ...TEXT, typescript: 'unknown' };

/** By the numbers of the protocol. */
const BY_CODE: Readonly<Record<number, ValueForm>> = {
  ...Object.fromEntries([0, 1, 2, 3, 4, 5, 8, 9, 13, 246].map((code) => [code, NUMBER])),
  6: NOTHING, 7: TIMESTAMP, 12: TIMESTAMP, 10: DATE, 14: DATE, 11: TIME, 16: BITS, 245: JSON_FORM,
};

/** The character set of what is no text. */
const BINARY = 63;
const TEXTS = new Set([15, 249, 250, 251, 252, 253, 254]);

export function formOf({ columnType, characterSet }: Pick<ResultField, 'columnType' | 'characterSet'>): ValueForm {
  if (columnType === 255 || (TEXTS.has(columnType) && characterSet === BINARY)) return BYTES;
  return BY_CODE[columnType] ?? TEXT;
}

/** The same by a type's name in the catalogue: `varchar(20)`, `decimal(9,2)`. */
export function formOfName(sqlType: string): ValueForm {
  const name = /^\w+/.exec(sqlType.toLowerCase())?.[0] ?? '';
  if (/^(tinyint|smallint|mediumint|int|integer|bigint|decimal|numeric|float|double|real|year)$/.test(name)) return NUMBER;
  if (name === 'date') return DATE;
  if (name === 'datetime' || name === 'timestamp') return TIMESTAMP;
  if (name === 'time') return TIME;
  if (name === 'json') return JSON_FORM;
  if (name === 'bit') return BITS;
  return /blob|binary|geometry|point|polygon|linestring/.test(name) ? BYTES : TEXT;
}

/** A query as the server prepares it: `?` for each value, as many for a list. Nothing is in an empty list. */
export function withMarks(sql: string, tokens: readonly Token[], parameters?: readonly Parameter[]): { sql: string; values: Parameter[] } {
  const values: Parameter[] = [];
  let written = '';
  let at = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'parameter') continue;
    const given = parameters?.[Number(token.text.slice(1)) - 1] ?? null;
    // The driver sends numbers as floats, and a float is no LIMIT; a text is one.
    const value = typeof given === 'number' && isLimit(tokens, i) ? String(given) : given;
    const isEmpty = Array.isArray(value) && value.length === 0;
    const items: Parameter[] = Array.isArray(value) ? value : [value];
    written += sql.slice(at, token.start) + (isEmpty ? 'select null from dual where false' : items.map(() => '?').join(', '));
    at = token.start + token.text.length;
    if (!isEmpty) values.push(...items);
  }
  return { sql: written + sql.slice(at), values };
}

function isLimit(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i - 1]?.text === ',' ? tokens[i - 3]?.name : tokens[i - 1]?.name;
  return word === 'limit' || word === 'offset';
}
