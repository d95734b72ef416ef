import type { Filter } from '../plan';
import { DIALECTS } from './dialects';
import { as, choiceSql, type QueryText } from './select';
import { identifier, tableSql } from './sql';

/** What a select offers: every value that occurs. */
export function optionsQuery(filter: Filter): QueryText {
  const sql = DIALECTS[filter.dialect];
  const { table, column, and } = filter.field;
  const name = and === undefined ? identifier(column, sql) : sql.both(identifier(column, sql), identifier(and, sql));
  const value = filter.type === 'month' ? sql.monthKey(name) : choiceSql(filter, name, sql);
  const columns = [as(value, 'value', sql), ...(filter.type === 'month' ? [`${sql.monthLabel(`min(${name})`)} as label`] : [])];
  return {
    params: [],
    lines: [
      `select ${columns.join(', ')}`,
      `from ${tableSql(table, sql)}`,
      `where ${name} is not null`,
      'group by 1',
      filter.type === 'month' ? 'order by 1 desc' : 'order by 1',
    ],
  };
}
