import {
  DuckDBArrayType, DuckDBArrayValue, DuckDBBlobValue, DuckDBDecimalValue, DuckDBEnumType, DuckDBListType, DuckDBListValue, DuckDBMapType,
  DuckDBMapValue, DuckDBStructType, DuckDBStructValue, type DuckDBType, DuckDBTypeId, DuckDBUnionType, DuckDBUnionValue, type DuckDBValue,
} from '@duckdb/node-api';
import type { ValueType } from '../../binding/binding';
import { MAX_LISTED_VALUES } from '../limits';
import { type Json, parseJson } from '../sql/json';

/** How a column's values reach generated code: their type in a binding, in TypeScript, and the way there. */
export type ValueForm = { type: ValueType; typescript: string; toJson: (value: DuckDBValue) => Json };

/** The form of a DuckDB type: numbers of every size are numbers, dates and times ISO strings, the rest strings or JSON. */
export function formOf(type: DuckDBType): ValueForm {
  if (type.alias === 'JSON') return { type: 'json', typescript: 'unknown', toJson: orNull((value) => parseJson(String(value))) };
  return SCALARS[type.typeId] ?? nestedForm(type) ?? TEXT;
}

const text = (value: DuckDBValue) => String(value);
const NUMBER: ValueForm = { type: 'number', typescript: 'number', toJson: orNull(toNumber) };
const TEXT: ValueForm = { type: 'string', typescript: 'string', toJson: orNull(text) };
const TIME: ValueForm = { type: 'time', typescript: 'string', toJson: orNull(text) };
const TIMESTAMP: ValueForm = { type: 'timestamp', typescript: 'string', toJson: orNull((value) => text(value).replace(' ', 'T')) };

const { DATE, BOOLEAN, BLOB, SQLNULL, TIMESTAMP_TZ } = DuckDBTypeId;

const SCALARS: Partial<Record<DuckDBTypeId, ValueForm>> = {
  ...all(NUMBER, ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT', 'FLOAT', 'DOUBLE', 'DECIMAL', 'BIGNUM']),
  ...all(TIME, ['TIME', 'TIME_TZ', 'TIME_NS']),
  ...all(TIMESTAMP, ['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS']),
  // The offset is written `+00` by DuckDB, which JavaScript's Date doesn't read.
  [TIMESTAMP_TZ]: { ...TIMESTAMP, toJson: orNull((value) => text(value).replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')) },
  [DATE]: { type: 'date', typescript: 'string', toJson: orNull(text) },
  [BOOLEAN]: { type: 'boolean', typescript: 'boolean', toJson: orNull(Boolean) },
  [BLOB]: { type: 'string', typescript: 'string', toJson: orNull((value) => Buffer.from((value as DuckDBBlobValue).bytes).toString('base64')) },
  [SQLNULL]: { type: 'json', typescript: 'null', toJson: () => null },
};

function all(form: ValueForm, names: (keyof typeof DuckDBTypeId)[]): Partial<Record<DuckDBTypeId, ValueForm>> {
  return Object.fromEntries(names.map((name) => [DuckDBTypeId[name], form]));
}

function orNull(convert: (value: DuckDBValue) => Json): (value: DuckDBValue) => Json {
  return (value) => (value === null ? null : convert(value));
}

/** Infinity and NaN are null, as JSON.stringify would have it. */
function toNumber(value: DuckDBValue): number | null {
  const number = value instanceof DuckDBDecimalValue ? value.toDouble() : Number(value);
  return Number.isFinite(number) ? number : null;
}

function nestedForm(type: DuckDBType): ValueForm | null {
  if (type instanceof DuckDBListType || type instanceof DuckDBArrayType) return listForm(formOf(type.valueType));
  if (type instanceof DuckDBStructType) return structForm(type);
  if (type instanceof DuckDBMapType) return mapForm(formOf(type.valueType));
  if (type instanceof DuckDBEnumType) return enumForm(type);
  if (type instanceof DuckDBUnionType) {
    return json('unknown', (value) => {
      const { tag, value: inner } = value as DuckDBUnionValue;
      return formOf(type.memberTypeForTag(tag)).toJson(inner);
    });
  }
  return null;
}

function json(typescript: string, toJson: (value: DuckDBValue) => Json): ValueForm {
  return { type: 'json', typescript, toJson: orNull(toJson) };
}

function listForm(item: ValueForm): ValueForm {
  const typescript = /^\w+$/.test(item.typescript) ? `${item.typescript}[]` : `(${item.typescript})[]`;
  return json(typescript, (value) => (value as DuckDBListValue | DuckDBArrayValue).items.map(item.toJson));
}

function structForm(type: DuckDBStructType): ValueForm {
  const entries = type.entryNames.map((name, i) => [name, formOf(type.entryTypes[i]!)] as const);
  const typescript = `{ ${entries.map(([name, form]) => `${JSON.stringify(name)}: ${form.typescript} | null`).join('; ')} }`;
  return json(typescript, (value) => {
    const given = (value as DuckDBStructValue).entries;
    return Object.fromEntries(entries.map(([name, form]) => [name, form.toJson(given[name] ?? null)]));
  });
}

function mapForm(item: ValueForm): ValueForm {
  return json(`Record<string, ${item.typescript}>`, (value) =>
    Object.fromEntries((value as DuckDBMapValue).entries.map((entry) => [String(entry.key), item.toJson(entry.value)])),
  );
}

function enumForm(type: DuckDBEnumType): ValueForm {
  if (type.values.length > MAX_LISTED_VALUES) return TEXT;
  return { ...TEXT, typescript: type.values.map((value) => JSON.stringify(value)).join(' | ') };
}
