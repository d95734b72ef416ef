import { z } from 'zod';

/** What a page has of an API's functions: forms over those that change something, tables over those that list. Part of the Plan. */

const name = z.string().min(1).max(200);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Where a value stands in a function's one argument: `['body', 'title']`. */
const path = z.array(name).min(1).max(6);

/** How a field is asked for. `lines` are several texts, one a line; `moment` is a date with a time, a `row` is chosen among those that
 * another function lists. */
export const fieldKindSchema = z.enum(['text', 'long', 'email', 'address', 'number', 'date', 'time', 'moment', 'choice', 'flag', 'lines', 'row']);

/** The argument that says how many rows are wanted at once, and how many. */
const mostSchema = z.object({ argument: name, rows: z.number().int().min(1) });

export const formFieldSchema = z.object({
  /** The name of the value in the program: `dueDate`. */
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  path,
  label: name,
  kind: fieldKindSchema,
  required: z.boolean(),
  /** Required by a person's wish: the function would do without it. */
  wished: z.boolean().optional(),
  /** What stands below it: the author's own words. */
  hint: z.string().max(300).optional(),
  /** What it holds before anybody typed: of a flag `true`. */
  initial: z.string().max(300).optional(),
  options: z.array(scalar).max(100).optional(),
  /** Of a `row`: which function lists them, where in its answer they are, and which of their fields is sent and which is shown. `now` are
   * the ids of fields that a row has a present value of. */
  rows: z.object({ operation: name, path: z.array(name).max(3), value: name, label: name, now: z.array(name).max(40).optional(), most: mostSchema.optional() }).optional(),
  /** Numbers and not texts, of `lines` as well. */
  numeric: z.boolean().optional(),
  whole: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: z.number().int().optional(),
  maxLength: z.number().int().optional(),
});
export type FormField = z.infer<typeof formFieldSchema>;

export const formSchema = z.object({
  type: z.literal('form'),
  binding: name,
  operation: name,
  title: name,
  /** What stands on its button: "Create issue". */
  button: name,
  /** What is said when it was done: "Issue created." */
  done: name,
  /** What stands above its fields. */
  note: z.string().max(300).optional(),
  fields: z.array(formFieldSchema).max(40),
  /** What is sent whatever is typed. */
  fixed: z.array(z.object({ path, value: scalar })).max(20),
  /** Something goes away by it. */
  destroys: z.boolean().optional(),
});
export type FormBlock = z.infer<typeof formSchema>;

const listColumnSchema = z.object({
  /** The name that a row of the program has it by. */
  key: name,
  path,
  label: name,
  format: z.enum(['text', 'number', 'date', 'status', 'flag']),
});
export type ListColumn = z.infer<typeof listColumnSchema>;

export const listSchema = z.object({
  type: z.literal('list'),
  binding: name,
  operation: name,
  title: name,
  /** Where in the answer its rows are. */
  path: z.array(name).max(3),
  columns: z.array(listColumnSchema).min(1).max(30),
  fixed: z.array(z.object({ path, value: scalar })).max(20),
  /** Arguments that whoever looks may choose. */
  filters: z.array(formFieldSchema).max(8),
  most: mostSchema.optional(),
});
export type ListBlock = z.infer<typeof listSchema>;

export const callBlockSchema = z.discriminatedUnion('type', [formSchema, listSchema]);
export type CallBlock = z.infer<typeof callBlockSchema>;
