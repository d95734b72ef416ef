import type { JSONSchema7 } from '@ai-sdk/provider';
import { z } from 'zod';

/**
 * The sketch: what a small model is asked for instead of a program. A Plan without all that follows from the catalogue: labels,
 * formats, joins, titles. Names are those of the catalogue, times are in words.
 */

export const KINDS = ['number', 'bar', 'line', 'area', 'pie', 'heatmap', 'histogram', 'scatter', 'table', 'board', 'calendar', 'overview'] as const;
const AGGREGATES = ['count', 'sum', 'avg', 'median', 'min', 'max', 'distinct'] as const;
const BUCKETS = ['day', 'week', 'month', 'quarter', 'year', 'hour', 'weekday', 'hour-of-day', 'month-of-year'] as const;
const OPS = ['is', 'not', '>', '>=', '<', '<=', 'contains', 'starts', 'ends', 'empty', 'not-empty', 'above-average', 'below-average', 'period'] as const;

/** More of anything than a page holds is a model that goes in circles. */
const MAX_LIST = 24;

const text = z.union([z.string().max(200), z.number().transform(String)]).transform((s) => s.trim());
const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().int().min(1).max(5000));
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const many = <T extends z.ZodType>(one: T) => z.union([z.array(one).max(MAX_LIST), one.transform((each) => [each])]);

const conditionSchema = z.object({ column: text, op: z.enum(OPS).default('is'), value: z.union([scalar, z.array(scalar).max(MAX_LIST)]).optional() });
export type SketchCondition = z.infer<typeof conditionSchema>;

const blockSchema = z.object({
  /** Of a change: the number of the block that this one stands in place of. */
  replace: count.optional(),
  show: z.enum(KINDS),
  table: text,
  measure: text.optional(),
  measure2: text.optional(),
  aggregate: z.enum(AGGREGATES).optional(),
  group: text.optional(),
  split: text.optional(),
  bucket: z.enum(BUCKETS).optional(),
  columns: many(text).optional(),
  where: many(conditionSchema).optional(),
  period: text.optional(),
  top: count.optional(),
  sort: text.optional(),
  descending: z.boolean().optional(),
  width: z.enum(['full', 'half']).optional(),
});
export type SketchBlock = z.infer<typeof blockSchema>;

export type Sketch = { title?: string; blocks: SketchBlock[]; remove: number[]; where: SketchCondition[]; period?: string; filters: string[] };

/** A sketch that is read, with what in it is none, in words. */
export type ReadSketch = { sketch: Sketch; faults: string[] };

/** The sketch in a model's JSON; a block that isn't one doesn't spoil the others. Null where nothing in it is a sketch. */
export function readSketch(value: unknown): ReadSketch | null {
  const page = withoutNulls(value);
  if (typeof page !== 'object' || page === null || Array.isArray(page)) return null;
  const { title, blocks, remove, where, period, filters } = page as Record<string, unknown>;
  if (![blocks, remove, where, period, filters].some((part) => part !== undefined)) return null;
  const faults: string[] = [];
  const each = <T>(list: unknown, what: string, schema: z.ZodType<T>): T[] =>
    (list === undefined ? [] : Array.isArray(list) ? list : [list]).slice(0, MAX_LIST).flatMap((one: unknown, at) => {
      const read = schema.safeParse(one);
      if (!read.success) faults.push(`${what} ${at + 1} can’t be read: ${fault(read.error)}.`);
      return read.success ? [read.data] : [];
    });
  const sketch: Sketch = {
    title: text.safeParse(title).data || undefined,
    blocks: each(blocks, 'Block', blockSchema),
    remove: each(remove, 'What to remove', count),
    where: each(where, 'Condition', conditionSchema),
    period: text.safeParse(period).data || undefined,
    filters: each(filters, 'Filter', text),
  };
  return { sketch, faults };
}

function fault(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? `${first.path.length ? `${first.path.join('.')}: ` : ''}${first.message}` : 'it is no sketch';
}

/** Models write null, "" and [] where a schema has something that they have no use for. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls).filter((each) => each !== undefined);
  if (value === null || value === '') return undefined;
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNulls(one)]).filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0)));
}

/** The same as JSON schema, for servers that hold a model to one. `tables` are the names that a block may be about. */
export function sketchJsonSchema(tables: readonly string[], isChange: boolean): JSONSchema7 {
  const string: JSONSchema7 = { type: 'string' };
  const condition: JSONSchema7 = {
    type: 'object',
    properties: { column: string, op: { type: 'string', enum: [...OPS] }, value: { anyOf: [string, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: string, maxItems: MAX_LIST }] } },
    required: ['column', 'op'],
    additionalProperties: false,
  };
  const where: JSONSchema7 = { type: 'array', items: condition, maxItems: 6 };
  const integer: JSONSchema7 = { type: 'integer' };
  const block: JSONSchema7 = {
    type: 'object',
    properties: {
      ...(isChange && { replace: integer }),
      show: { type: 'string', enum: [...KINDS] },
      table: { type: 'string', enum: [...tables] },
      measure: string, measure2: string, aggregate: { type: 'string', enum: [...AGGREGATES] }, group: string, split: string, bucket: { type: 'string', enum: [...BUCKETS] },
      columns: { type: 'array', items: string, maxItems: 12 }, where, period: string, top: integer, sort: string, descending: { type: 'boolean' }, width: { type: 'string', enum: ['full', 'half'] },
    },
    required: ['show', 'table'],
    additionalProperties: false,
  };
  return {
    type: 'object',
    properties: {
      title: string,
      blocks: { type: 'array', items: block, maxItems: 12 },
      ...(isChange && { remove: { type: 'array', items: integer, maxItems: MAX_LIST } }),
      where, period: string, filters: { type: 'array', items: string, maxItems: 6 },
    },
    required: ['blocks'],
    additionalProperties: false,
  };
}
