import type { GraphQLScalarType } from 'graphql';
import type { Shape } from '../../binding/binding';

const TEXT: Shape = { kind: 'string' };
const WHEN: Shape = { kind: 'string', format: 'date-time' };
const DAY: Shape = { kind: 'string', format: 'date' };
const ADDRESS: Shape = { kind: 'string', format: 'uri' };
const ID: Shape = { kind: 'string', format: 'uuid' };
/** Some servers write what is too large for a number as text, others don't. */
const EITHER: Shape = { kind: 'union', of: [{ kind: 'string' }, { kind: 'number' }] };

/** By the scalar's name in lower case, without underscores. What the specification doesn't define is named by custom. */
const BY_NAME: Record<string, Shape> = {
  id: TEXT, string: TEXT, int: { kind: 'integer' }, float: { kind: 'number' }, boolean: { kind: 'boolean' },
  datetime: WHEN, timestamptz: WHEN, iso8601datetime: WHEN, precisedatetime: WHEN, utcdatetime: WHEN, zoneddatetime: WHEN, offsetdatetime: WHEN, datetimeiso: WHEN,
  date: DAY, iso8601date: DAY, localdate: DAY, time: { kind: 'string', format: 'time' }, localtime: { kind: 'string', format: 'time' }, timetz: { kind: 'string', format: 'time' },
  duration: { kind: 'string', format: 'duration' }, uri: ADDRESS, url: ADDRESS, uuid: ID, guid: ID,
  email: { kind: 'string', format: 'email' }, emailaddress: { kind: 'string', format: 'email' },
  bigint: EITHER, long: EITHER, biginteger: EITHER, bigdecimal: EITHER, decimal: EITHER, numeric: EITHER, int64: EITHER, uint64: EITHER,
  html: TEXT, markdown: TEXT, gitobjectid: TEXT, gitrefname: TEXT, base64string: TEXT, phonenumber: TEXT, color: TEXT, hexcolorcode: TEXT, locale: TEXT, slug: TEXT, text: TEXT, varchar: TEXT, citext: TEXT,
  positiveint: { kind: 'integer' }, nonnegativeint: { kind: 'integer' }, unsignedint: { kind: 'integer' }, smallint: { kind: 'integer' },
  positivefloat: { kind: 'number' }, nonnegativefloat: { kind: 'number' }, double: { kind: 'number' },
  jsonobject: { kind: 'object', fields: [], rest: { kind: 'unknown' } },
};

/** Where a scalar says by which specification it is written. */
const BY_SPECIFICATION: [RegExp, Shape][] = [
  [/rfc3339|date-?time/i, WHEN],
  [/rfc3986|url\.spec/i, ADDRESS],
  [/rfc4122|rfc9562|uuid/i, ID],
];

/** The values of a scalar; unknown where nobody says. */
export function scalarShape({ name, specifiedByURL }: Pick<GraphQLScalarType, 'name' | 'specifiedByURL'>): Shape {
  const key = name.replaceAll('_', '').toLowerCase();
  if (Object.hasOwn(BY_NAME, key)) return BY_NAME[key]!;
  return BY_SPECIFICATION.find(([pattern]) => pattern.test(specifiedByURL?.slice(0, 300) ?? ''))?.[1] ?? { kind: 'unknown' };
}
