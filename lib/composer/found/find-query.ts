import { sqlName, sqlTable } from '../../binding/sql-name';
import type { Entity, Field } from '../catalogue/entity';
import { DIALECTS } from '../write/dialects';
import type { Sought } from './sought';

/** Different values of a column that have a word in them: what is in more of them is no name. */
export const MAX_FOUND = 12;

/** Pieces of SQL, and the values between them. */
export type SqlText = { text: string[]; values: string[] };

/** Of each column the values that are, or have in them, what is looked for, as rows of `place` (which of `fields`) and `found`. */
export function findQuery(entity: Entity, fields: readonly Field[], sought: readonly Sought[]): SqlText {
  const sql = DIALECTS[entity.dialect];
  const called = (name: string) => sqlName(name, entity.dialect);
  const text = [''];
  const values: string[] = [];
  const write = (piece: string) => void (text[text.length - 1] += piece);
  const give = (value: string) => {
    values.push(value);
    text.push('');
  };
  const phrases = [...new Set(sought.flatMap((s) => s.phrases))];
  const parts = sought.flatMap((s) => s.part ?? []);
  for (const [place, field] of fields.entries()) {
    const column = sql.asText(field.and ? `(${sql.both(called(field.column), called(field.and))})` : called(field.column));
    write(`${place > 0 ? '\nunion all\n' : ''}select ${place} as place, found from (select distinct ${column} as found from ${sqlTable(entity.table.name, entity.dialect)} where lower(${column}) in (`);
    for (const [i, phrase] of phrases.entries()) {
      if (i > 0) write(', ');
      give(phrase);
    }
    write(')');
    for (const part of parts) {
      write(` or lower(${column}) like `);
      give(`%${part.replaceAll(/[%_\\]/g, '')}%`);
    }
    write(` limit ${MAX_FOUND + phrases.length + 1}) as in_${place}`);
  }
  return { text, values };
}
