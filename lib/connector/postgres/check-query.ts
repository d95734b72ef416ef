import type { CallCheck } from '../contract';
import { joinText } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import { namedIn } from '../sql/known-names';
import { mayBeMissing, provedIn } from '../sql/nullability';
import { readSelect } from '../sql/read-select';
import { Refusal } from '../sql/refusal';
import type { Token } from '../sql/tokens';
import { explainError } from './explain-error';
import type { KnownDatabase } from './known';
import { refuseFunctions } from './refuse-functions';
import { CURSOR, type Field, type Session } from './session';

/** Has a query parsed and no more: its columns with their TypeScript types, or what is wrong and where. Throws where a limit ended it. */
export async function checkQuery(session: Session, text: readonly string[], known: KnownDatabase): Promise<CallCheck> {
  const joined = joinText(text);
  const asked = { ...namedIn([], known.schema), sql: joined, prefix: CURSOR };
  try {
    const { sql, tokens } = readSelect(joined, text.length - 1, 'PostgreSQL');
    Object.assign(asked, namedIn(tokens, known.schema), { sql });
    await refuseFunctions(session, tokens, known.columns);
    await session.parse(CURSOR + sql);
    // What may stand in a cursor is one SELECT, so that it can be parsed alone to hear of its columns.
    const { fields } = await session.parse(sql);
    return { ok: true, columns: await columnsOf(fields, tokens, session, known) };
  } catch (error) {
    const explained = explainError(error, asked);
    if (explained instanceof Refusal) return explained.problem;
    throw explained;
  }
}

/** What can be null says so in its type. Of an expression that isn't known, and then the type is the plain one. */
async function columnsOf(fields: readonly Field[], tokens: readonly Token[], session: Session, { types }: KnownDatabase): Promise<(CallCheck & { ok: true })['columns']> {
  const names = columnNames(fields.map(({ name }) => name));
  const declared = await declaredNullability(session, fields);
  const proved = provedIn(tokens);
  const isCertain = !mayBeMissing(tokens);
  return fields.map((field, i) => {
    const { typescript } = types.form(field.dataTypeID);
    const nullable = proved.has(field.name) ? false : declared.get(`${field.tableID}.${field.columnID}`);
    return { name: names[i]!, type: nullable === true && typescript !== 'unknown' ? `${typescript} | null` : typescript, nullable: nullable !== false || !isCertain };
  });
}

/** Of columns of tables; a view doesn't say what can be null. */
async function declaredNullability(session: Session, fields: readonly Field[]): Promise<ReadonlyMap<string, boolean>> {
  const tables = [...new Set(fields.flatMap(({ tableID }) => (tableID > 0 ? [tableID] : [])))];
  if (tables.length === 0) return new Map();
  const rows = await session.ask(
    `select attrelid, attnum, attnotnull from pg_attribute join pg_class on pg_class.oid = attrelid where attrelid = any($1::oid[]) and attnum > 0 and relkind in ('r', 'p', 'f')`,
    [tables],
  );
  return new Map(rows.map(([table, column, notNull]) => [`${table}.${column}`, notNull !== 't']));
}
