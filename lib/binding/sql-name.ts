import type { Dialect } from './binding';

/** Words that no dialect takes for a name without quotes. */
const RESERVED: ReadonlySet<string> = new Set(
  'all analyse analyze and anti any array as asc asof asymmetric at between bigint both by case cast check coalesce collate collation column columns constraint create cross current_date current_role current_time current_timestamp current_user dec decimal default deferrable desc describe distinct do else end except exists extract false fetch float for foreign freeze from full generated glob grant group grouping having ilike in initially inner inout int integer intersect interval into is isnull join lambda lateral leading left like limit localtime localtimestamp map national natural none not notnull null nullif numeric offset on only or order out outer overlaps overlay pivot placing position positional primary qualify real references returning right row select semi session_user setof show similar smallint some struct substring summarize symmetric table tablesample then time timestamp to trailing treat trim true union unique unpivot user using values varchar variadic verbose when where window with'.split(' '),
);

/** And those of MySQL and SQLite beside them. */
const MORE_RESERVED: ReadonlySet<string> = new Set(
  'accessible add alter attach autoincrement before begin binary blob change char character commit condition continue convert cube cume_dist cursor database databases declare delayed delete dense_rank detach distinctrow div double drop dual each elseif empty enclosed escape escaped exit explain first_value force fulltext function get groups high_priority if ignore index infile insert int1 int2 int3 int4 int8 key keys kill lag last_value lead leave lines linear load lock long longblob longtext loop low_priority match mediumblob mediumint mediumtext mod modifies nth_value ntile of optimize option outfile over partition percent_rank plan pragma precision procedure purge query raise range rank read reads recursive regexp reindex release rename repeat replace require resignal restrict return revoke rlike rollback row_number rows savepoint schema schemas separator set signal spatial specific sql starting straight_join system temp temporary terminated tinyblob tinyint tinytext transaction trigger undo unlock unsigned update usage use utc_date utc_time utc_timestamp vacuum varbinary view virtual while write xor year_month zerofill'.split(' '),
);

/** A column's name as it is written in SQL: in quotes where it has to be. */
export function sqlName(name: string, dialect: Dialect): string {
  return isPlain(name, dialect) ? name : quoted(name, dialect);
}

/** A table's name as it is written in SQL; where the dialect has schemas, with the schema before it. */
export function sqlTable(name: string, dialect: Dialect): string {
  const [first, ...rest] = name.split('.');
  if (!hasSchemas(dialect) || rest.length === 0) return sqlName(name, dialect);
  return `${sqlName(first!, dialect)}.${sqlName(rest.join('.'), dialect)}`;
}

/** Whether a point in a table's name parts it from its schema. */
export function hasSchemas(dialect: Dialect): boolean {
  return dialect === 'PostgreSQL' || dialect === 'MySQL';
}

export function quoted(name: string, dialect: Dialect): string {
  return dialect === 'MySQL' ? `\`${name.replaceAll('`', '``')}\`` : `"${name.replaceAll('"', '""')}"`;
}

/** PostgreSQL reads a name without quotes in lower case. */
function isPlain(name: string, dialect: Dialect): boolean {
  const pattern = dialect === 'PostgreSQL' ? /^[a-z_][a-z0-9_]*$/ : /^[a-z_][a-z0-9_]*$/i;
  const word = name.toLowerCase();
  return pattern.test(name) && !RESERVED.has(word) && !((dialect === 'MySQL' || dialect === 'SQLite') && MORE_RESERVED.has(word));
}

/** Whether a word can't be a name of one's own making in any dialect: an alias. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word.toLowerCase()) || MORE_RESERVED.has(word.toLowerCase());
}
