/** How one dialect says what the suite asks. `$t`, `$text`, `$number`, `$date` stand for the table under test and its columns. */
export type SuiteDialect = {
  /** Six values, each as the type it has in JSON, and what comes back of them. */
  scalars: { pieces: string[]; truth: true | 1 };
  /** A list follows `in`: `= any(${list})` or `in (${list})`. */
  oneOf: [string, string];
  /** One row of all types, and how it looks in JSON. */
  json: { query: string; row: Record<string, unknown> };
  /** A zoned timestamp of 10:00 UTC as `t`; null where there's none. */
  zoned: string | null;
  /** A value as a whole number. */
  int: [string, string];
  /** That many rows. */
  rows(count: number): string;
  /** More than the limit of bytes in fewer rows than their limit. */
  wide: string;
  /** More memory than there is; null where the server sees to that itself. */
  huge: string | null;
  endless: string;
  /** The table under test as it may be spelt too: in other letters where that's the same, in quotes. */
  spelt: [string, string];
  /** The type of what is nothing but a value. */
  untyped: string;
  /** The types of a text, a count, a sum and a date that are columns of a query. */
  types: [string, string, string, string];
  /** Whether it is known that a count and a sum over groups are never null. */
  knowsNull: boolean;
  /** Types that don't fit, with the place; null where anything does. */
  misfit: { query: string; offset: number; length: number } | null;
  /** A function that only other dialects have, and what is hinted. */
  foreign: { query: string; hint: string };
};

export const DUCKDB: SuiteDialect = {
  scalars: { pieces: ['select ', ' as a, ', ' + 1 as b, ', ' as c, ', ' as d, ', ' as e, ', ' as f'], truth: true },
  oneOf: ['= any(', ')'],
  json: {
    query: `select 9007199254740991::bigint as big, 12::hugeint as huge, 1.25::decimal(9, 3) as dec, 'nan'::double as nan,
      date '2026-10-03' as d, timestamp '2026-10-03 12:00:00' as ts, timestamp '2026-10-03 12:00:00.5' as part, time '08:30:00' as t, null as n,
      [1, null] as list, {'a': 1::bigint, 'b': date '2026-01-01'} as s, map {'k': 2} as m, '{"x": [1]}'::json as j, 1 as same, 2 as same`,
    row: {
      big: 9007199254740991, huge: 12, dec: 1.25, nan: null, d: '2026-10-03', ts: '2026-10-03T12:00:00', part: '2026-10-03T12:00:00.5', t: '08:30:00', n: null,
      list: [1, null], s: { a: 1, b: '2026-01-01' }, m: { k: 2 }, j: { x: [1] }, same: 1, same_1: 2,
    },
  },
  zoned: `select timestamptz '2026-10-03 12:00:00+02' as t`,
  int: ['', '::int'],
  rows: (count) => `select * from range(${count})`,
  wide: `select repeat('x', 2000) as x from range(9000)`,
  huge: `select list(a.range) from range(50000) a, range(50000) b`,
  endless: 'select count(*) as n from range(1000000000000) a where a.range % 7 = 3',
  spelt: ['$T', '"$t"'],
  untyped: 'unknown',
  types: ['string', 'number', 'number', 'string'],
  knowsNull: true,
  misfit: { query: 'select sum($text) from $t', offset: 7, length: 3 },
  foreign: { query: `select to_char($date, 'YYYY') from $t`, hint: 'strftime' },
};

export const POSTGRES: SuiteDialect = {
  scalars: { pieces: ['select ', '::text as a, ', '::int + 1 as b, ', '::bool as c, ', ' as d, ', '::float8 as e, ', '::bigint as f'], truth: true },
  oneOf: ['= any(', ')'],
  json: {
    query: `select 9007199254740991::bigint as big, 12::smallint as small, 1.25::numeric(9, 3) as dec, 'nan'::float8 as nan, true as yes,
      date '2026-10-03' as d, timestamp '2026-10-03 12:00:00' as ts, timestamp '2026-10-03 12:00:00.5' as part, time '08:30:00' as t, null as n,
      array[1, null] as list, array['a,b', 'c"d'] as texts, '{"x": [1]}'::jsonb as j, '\\x6869'::bytea as bytes, interval '1 day' as i, 1 as same, 2 as same`,
    row: {
      big: 9007199254740991, small: 12, dec: 1.25, nan: null, yes: true, d: '2026-10-03', ts: '2026-10-03T12:00:00', part: '2026-10-03T12:00:00.5', t: '08:30:00', n: null,
      list: [1, null], texts: ['a,b', 'c"d'], j: { x: [1] }, bytes: 'aGk=', i: '1 day', same: 1, same_1: 2,
    },
  },
  zoned: `select timestamptz '2026-10-03 12:00:00+02' as t`,
  int: ['', '::int'],
  rows: (count) => `select * from generate_series(1, ${count})`,
  wide: `select repeat('x', 2000) as x from generate_series(1, 9000)`,
  huge: null,
  endless: 'select count(*) as n from generate_series(1, 100000000) a, generate_series(1, 100000) b where (a + b) % 7 = 3',
  spelt: ['$T', '"$t"'],
  untyped: 'string',
  types: ['string', 'number', 'number', 'string'],
  knowsNull: false,
  misfit: { query: 'select sum($text) from $t', offset: 7, length: 3 },
  foreign: { query: `select strftime($date, '%Y') from $t`, hint: 'to_char' },
};

export const SQLITE: SuiteDialect = {
  scalars: { pieces: ['select ', ' as a, ', ' + 1 as b, ', ' as c, ', ' as d, ', ' as e, ', ' as f'], truth: 1 },
  oneOf: ['in (', ')'],
  json: {
    query: `select 9007199254740991 as big, 1.25 as dec, 9e999 as endless, '2026-10-03' as d, null as n, x'6869' as bytes, 1 as same, 2 as same`,
    row: { big: 9007199254740991, dec: 1.25, endless: null, d: '2026-10-03', n: null, bytes: 'aGk=', same: 1, same_1: 2 },
  },
  zoned: null,
  int: ['', ''],
  rows: (count) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) select i from n`,
  wide: `with recursive n(i) as (select 1 union all select i + 1 from n where i < 9000) select printf('%.*c', 2000, 'x') as x from n`,
  huge: null,
  endless: 'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) as n from n',
  spelt: ['$T', '"$t"'],
  untyped: 'any',
  types: ['string', 'number', 'number', 'any'],
  knowsNull: false,
  misfit: null,
  foreign: { query: `select to_char($date, 'YYYY') from $t`, hint: 'strftime' },
};

/** MariaDB, which speaks it too. */
export const MYSQL: SuiteDialect = {
  scalars: { pieces: ['select ', ' as a, ', ' + 1 as b, ', ' as c, ', ' as d, ', ' as e, ', ' as f'], truth: 1 },
  oneOf: ['in (', ')'],
  json: {
    query: `select 9007199254740991 as big, cast(1.25 as decimal(9, 3)) as \`dec\`, cast('2026-10-03' as date) as d, cast('2026-10-03 12:00:00' as datetime) as ts, cast('2026-10-03 12:00:00.5' as datetime(1)) as part,
      cast('08:30:00' as time) as t, null as n, cast('hi' as binary) as bytes, 1.5e0 as \`float\`, 1 as same, 2 as same`,
    row: {
      big: 9007199254740991, dec: 1.25, d: '2026-10-03', ts: '2026-10-03T12:00:00', part: '2026-10-03T12:00:00.5', t: '08:30:00', n: null, bytes: 'aGk=', float: 1.5, same: 1, same_1: 2,
    },
  },
  zoned: null,
  int: ['', ''],
  rows: (count) => `select * from seq_1_to_${count}`,
  wide: `select repeat('x', 2000) as x from seq_1_to_9000`,
  huge: null,
  endless: 'select count(*) as n from seq_1_to_100000000 a, seq_1_to_100000 b where (a.seq + b.seq) % 7 = 3',
  spelt: ['$t', '`$t`'],
  untyped: 'unknown',
  types: ['string', 'number', 'number', 'string'],
  knowsNull: false,
  misfit: null,
  foreign: { query: `select strftime('%Y', $date) from $t`, hint: 'date_format' },
};
