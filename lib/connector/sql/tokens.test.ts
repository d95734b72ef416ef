import { expect, test } from 'vitest';
import { type TokenDialect, tokensOf } from './tokens';

/** Names and kinds of what isn't a sign, shortly: `a`, `"a"`, `'…'`, `$1`, `!odd`. */
function shown(sql: string, dialect: TokenDialect): string {
  const marks = { name: (name: string) => name, quoted: (name: string) => `"${name}"`, string: () => "'…'", number: () => '0', parameter: (_: string, text: string) => text, sign: (_: string, text: string) => text, odd: () => '!odd' };
  return tokensOf(sql, dialect).map(({ kind, name, text }) => marks[kind](name, text)).join(' ');
}

test.each<[TokenDialect, string, string]>([
  ['PostgreSQL', 'select A."B""c" from t', 'select a . "B"c" from t'],
  ['PostgreSQL', `select 'it''s -- no comment', e'a\\'b' -- a 'comment'\n, 1`, "select '…' , '…' , 0"],
  ['PostgreSQL', `e'a'\n  -- between\n 'b\\' c' x`, "'…' x"],
  ['PostgreSQL', `'a'\n'b\\' c`, "'…' '…' c"],
  ['PostgreSQL', 'select /* a /* b */ pg_sleep */ 1', 'select 0'],
  ['PostgreSQL', '$x$ pg_sleep $y$ $x$ a $$b$$ $1 a$2', "'…' a '…' $1 a$2"],
  ['PostgreSQL', 'U&"pg\\005fsleep" U&\'x\' "a', `!odd '…' " a`],
  ['PostgreSQL', 'größe été$1', 'größe été$1'],
  ['SQLite', 'select [a b], `c`, "d" from x\'00\' -- y', 'select "a b" , "c" , "d" from \'…\''],
  ['SQLite', '/* a /* b */ c', 'c'],
  ['MySQL', "select 'it\\'s' \"x\\\"y\" `z` # end", "select '…' '…' \"z\""],
  ['PostgreSQL', 'select * from ÜBER.Ä', 'select * from Über . Ä'],
  ['PostgreSQL', 'a\u00a0b c', 'a\u00a0b c'],
  ['SQLite', '$1(select x) $1::a @b :c $12', '!odd 0 ( select x ) !odd 0 : !odd !odd !odd $12'],
  ['MySQL', 'shop.2024_orders a.1e5 `b`.3 1.5 .5 5.', 'shop . 2024_orders a . 1e5 "b" . 3 0 0 0'],
  ['MySQL', '1--\u00a0, 2', '0 - - \u00a0 , 0'],
  ['MySQL', '5--1', '0 - - 0'],
  ['MySQL', '5-- 1\n+ 2', '0 + 0'],
  ['MySQL', 'a /*! b */ /*M! c */ /* d */ @x @@global.y', 'a !odd !odd !odd !odd'],
  ['MySQL', "_utf8'a' n'b' 1e5 1a $1", "'…' '…' 0 1a $1"],
])('%s: %s', (dialect, sql, tokens) => {
  expect(shown(sql, dialect)).toBe(tokens);
});
