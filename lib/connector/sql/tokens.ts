/** The dialects whose text is read here; DuckDB reads its own. */
export type TokenDialect = 'PostgreSQL' | 'SQLite' | 'MySQL';

export type Token = {
  /** `name` as it stands, `quoted` in quotes of names; `odd` is what isn't read further: an escape in a name, an executable comment. */
  kind: 'name' | 'quoted' | 'string' | 'number' | 'parameter' | 'sign' | 'odd';
  /** As it was written. */
  text: string;
  /** What a name names: without quotes, and in lower case where it had none: letters of ASCII, as databases fold them. */
  name: string;
  start: number;
};

type Rule = [kind: Token['kind'] | 'space', pattern: RegExp];

/** Any other kind of space is a letter of a name to a database. */
const SPACE: Rule = ['space', /[\t-\r ]+/y];
const NUMBER: Rule = ['number', /0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y];
const PARAMETER: Rule = ['parameter', /\$\d+/y];
const SIGN: Rule = ['sign', /[\s\S]/uy];
const STRING: Rule = ['string', /'(?:[^']|'')*'/y];
const DOUBLE: Rule = ['quoted', /"(?:[^"]|"")*"/y];
const LINE_COMMENT: Rule = ['space', /--[^\r\n]*/y];
const COMMENT: Rule = ['space', /\/\*[\s\S]*?(?:\*\/|$)/y];
const NAME: Rule = ['name', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y];

/** In this order at each place: a string's prefix comes before a name. */
const RULES: Record<TokenDialect, readonly Rule[]> = {
  PostgreSQL: [
    SPACE,
    LINE_COMMENT,
    ['odd', /[uU]&"(?:[^"]|"")*"/y],
    // A string goes on after a line break, with the escapes that it began with.
    ['string', /[eE]'(?:[^'\\]|''|\\[\s\S])*'(?:(?:[ \t\f\v]|--[^\r\n]*)*[\r\n](?:[ \t\r\n\f\v]+|--[^\r\n]*[\r\n])*'(?:[^'\\]|''|\\[\s\S])*')*/y],
    ['string', /(?:[bBxXnN]|[uU]&)?'(?:[^']|'')*'/y],
    ['string', /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|)\$[\s\S]*?\$\1\$/y],
    DOUBLE,
    PARAMETER,
    NUMBER,
    NAME,
  ],
  SQLite: [
    ['space', /[\t-\r \ufeff]+/y],
    LINE_COMMENT,
    COMMENT,
    // Its variables may have a bracket in their name, with anything in that, and colons.
    ['odd', /[@:#][\w\u0080-\uffff]|\$(?!\d+(?![\w$(:\u0080-\uffff]))/y],
    ['string', /[xX]'[^']*'/y],
    STRING,
    DOUBLE,
    ['quoted', /`(?:[^`]|``)*`/y],
    ['quoted', /\[[^\]]*\]/y],
    PARAMETER,
    NUMBER,
    NAME,
  ],
  MySQL: [
    SPACE,
    // oxlint-disable-next-line no-control-regex -- They are what the server takes for the end of two minus signs.
    ['space', /--(?=[\x00-\x20\x7f]|$)[^\r\n]*|#[^\r\n]*/y],
    ['odd', /\/\*M?![\s\S]*?(?:\*\/|$)/y],
    COMMENT,
    ['string', /(?:[nNxXbB]|_[A-Za-z]\w*\s*)?'(?:[^'\\]|''|\\[\s\S])*'/y],
    ['string', /(?:_[A-Za-z]\w*\s*)?"(?:[^"\\]|""|\\[\s\S])*"/y],
    ['quoted', /`(?:[^`]|``)*`/y],
    PARAMETER,
    ['odd', /@+(?:[\w.$\u0080-\uffff]+|`[^`]*`|'[^']*'|"[^"]*")?/y],
    // After a point stands a name, also one that begins with a digit.
    ['sign', /(?<=[\w$\u0080-\uffff`])\.(?=\d)/y],
    ['name', /(?<=[\w$\u0080-\uffff`]\.)\d[\w$\u0080-\uffff]*/y],
    ['name', /(?!0[xXbB][\da-fA-F])\d+(?![eE][+-]?\d)[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/y],
    NUMBER,
    NAME,
  ],
};

/** The words and signs of a query, without spaces and comments. Nothing is refused here; an open quote is a sign. */
export function tokensOf(sql: string, dialect: TokenDialect): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length; ) {
    const nested = dialect === 'PostgreSQL' && sql.startsWith('/*', at) ? nestedComment(sql, at) : null;
    const [kind, text] = nested === null ? match(sql, at, RULES[dialect]) : (['space', nested] as const);
    if (kind !== 'space') tokens.push({ kind, text, name: nameOf(kind, text), start: at });
    at += text.length;
  }
  return tokens;
}

function match(sql: string, at: number, rules: readonly Rule[]): readonly [Rule[0], string] {
  for (const [kind, pattern] of [...rules, SIGN]) {
    pattern.lastIndex = at;
    const found = pattern.exec(sql)?.[0];
    if (found) return [kind, found];
  }
  return ['sign', sql[at]!];
}

/** PostgreSQL's comments hold comments. */
function nestedComment(sql: string, start: number): string {
  let depth = 0;
  for (let at = start; at < sql.length; at += 1) {
    if (sql.startsWith('/*', at)) depth += 1;
    else if (!sql.startsWith('*/', at)) continue;
    else depth -= 1;
    at += 1;
    if (depth === 0) return sql.slice(start, at + 1);
  }
  return sql.slice(start);
}

function nameOf(kind: Rule[0], text: string): string {
  if (kind === 'name') return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (kind !== 'quoted') return '';
  const quote = text[0]!;
  return quote === '[' ? text.slice(1, -1) : text.slice(1, -1).replaceAll(quote + quote, quote);
}
