import type { Block, ColumnRef, Condition, Filter, Format, Measure } from '../plan';
import { DIALECTS, type DialectSql } from './dialects';
import type { ColumnNames } from './identifiers';
import { aliasesOf, type Aliases, columnSql, conditionSql, fromSql, identifier } from './sql';

/** A column that a query returns, as `ui.tsx` reads and shows it. */
export type OutColumn = { name: string; label: string; format: Format; unit?: string; /** A change, which has a sign in front where it is one upwards too. */ signed?: true };

type Scope = Pick<Block, 'dialect' | 'table' | 'joins' | 'where' | 'filters'>;

/** A query's text by lines, with the parameters it takes. */
export type QueryText = { lines: string[]; params: string[] };

/** One SELECT over a block's rows: its tables, its conditions and the page's filters that reach it. */
export class Select {
  readonly aliases: Aliases;
  private readonly scope: Scope;
  private readonly filters: readonly Filter[];

  constructor(scope: Scope, filters: readonly Filter[]) {
    this.scope = scope;
    this.filters = filters;
    this.aliases = aliasesOf(scope.table, scope.joins, DIALECTS[scope.dialect]);
  }

  text(columns: readonly string[], rest: readonly string[], where: readonly Condition[] = this.scope.where, extra: readonly string[] = []): QueryText {
    const reaching = this.filters.filter((f) => this.scope.filters.some((used) => used.id === f.id));
    const terms = [
      ...where.flatMap((c) => conditionSql(c, this.aliases)),
      ...extra,
      ...reaching.flatMap((f) => this.filterTerms(f)),
    ];
    const lines = [
      ...list('select', columns, ','),
      ...fromSql(this.scope.table, this.scope.joins, this.aliases),
      ...terms.map((term, i) => (i === 0 ? `where ${term}` : `  and ${term}`)),
      ...rest,
    ];
    return { lines, params: reaching.flatMap(paramsOf) };
  }

  private filterTerms(filter: Filter): string[] {
    const field = this.scope.filters.find((used) => used.id === filter.id)?.field ?? filter.field;
    const { sql } = this.aliases;
    const column = columnSql(field, this.aliases);
    const param = (name: string) => `\${${name}}`;
    if (filter.type === 'search') return [this.searchTerm(filter, param(filter.id))];
    if (filter.type === 'range') {
      const [from, to] = paramsOf(filter) as [string, string];
      return [`(${param(from)} = '' or ${column} >= ${sql.numberGiven(param(from))})`, `(${param(to)} = '' or ${column} <= ${sql.numberGiven(param(to))})`];
    }
    if (filter.type === 'dates') {
      const [from, to] = paramsOf(filter) as [string, string];
      const day = (name: string) => sql.dayGiven(param(name));
      return [`(${param(from)} = '' or ${column} >= ${day(from)})`, `(${param(to)} = '' or ${column} < ${sql.nextDay(day(to))})`];
    }
    const value = filter.type === 'month' ? sql.monthKey(column) : choiceSql(filter, column, sql);
    return [`(${param(filter.id)} = '' or ${value} = ${param(filter.id)})`];
  }

  /** The text that was typed, in any of the block's texts. */
  private searchTerm(filter: Filter, param: string): string {
    const used = this.scope.filters.find((each) => each.id === filter.id);
    const columns: ColumnRef[] = used ? [used.field, ...(used.also ?? [])] : [filter.field];
    const found = columns.map((column) => this.aliases.sql.contains(columnSql(column, this.aliases), param));
    return [`(${param} = ''`, ...found.map((term) => `or ${term}`)].join(' ').concat(')');
  }
}

/** A choice is a text. What is called text may be of a type of its own in PostgreSQL. */
export function choiceSql(filter: Filter, column: string, sql: DialectSql): string {
  const isText = sql.dialect !== 'PostgreSQL' && (filter.field.format === 'text' || filter.field.format === 'status');
  return isText ? column : sql.asText(column);
}

/** The names of a filter's parameters: its id, or of a range where it begins and ends. */
export function paramsOf(filter: Filter): string[] {
  if (filter.type === 'dates') return ['from', 'to'];
  return filter.type === 'range' ? [`${filter.id}From`, `${filter.id}To`] : [filter.id];
}

const LINE_WIDTH = 92;

/** One line where it fits, else one line per item under the first. */
export function list(keyword: string, items: readonly string[], separator: string): string[] {
  const line = `${keyword} ${items.join(`${separator} `)}`;
  if (line.length <= LINE_WIDTH) return [line];
  const indent = ' '.repeat(keyword.length + 1);
  return items.map((item, i) => `${i === 0 ? `${keyword} ` : indent}${item}${i < items.length - 1 ? separator : ''}`);
}

export function as(value: string, name: string, sql: DialectSql): string {
  return value === name || value.endsWith(`.${name}`) ? value : `${value} as ${identifier(name, sql)}`;
}

/** A measure's column, under a name that no other has. */
export function outColumn(names: ColumnNames, measure: Measure): OutColumn {
  return { name: names.give(measure.label), label: measure.label, format: measure.format, ...(measure.unit && { unit: measure.unit }) };
}

