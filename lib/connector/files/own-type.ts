import type { SimpleType } from './preview';

/** What DuckDB's type of a column is to a person. */
export function ownType(sqlType: string): SimpleType {
  if (/^(STRUCT|MAP|UNION|JSON)|\[\d*\]$/.test(sqlType)) return 'json';
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(sqlType)) return 'whole';
  if (/^(DECIMAL|DOUBLE|FLOAT)/.test(sqlType)) return 'decimal';
  if (sqlType === 'BOOLEAN') return 'yes-no';
  if (sqlType === 'DATE') return 'date';
  if (sqlType.startsWith('TIMESTAMP')) return 'timestamp';
  if (sqlType.startsWith('TIME')) return 'time';
  return 'text';
}
