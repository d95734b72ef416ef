import { z } from 'zod';

/** What a page has of an API's functions: forms over those that change something. Part of the Plan. */

const name = z.string().min(1).max(200);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Where a value stands in a function's one argument: `['body', 'title']`. */
const path = z.array(name).min(1).max(6);

/** How a field is asked for. `lines` are several texts, one a line; `moment` is a date with a time. */
export const fieldKindSchema = z.enum(['text', 'long', 'email', 'address', 'number', 'date', 'time', 'moment', 'choice', 'flag', 'lines']);

export const formFieldSchema = z.object({
  /** The name of the value in the program: `dueDate`. */
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  path,
  label: name,
  kind: fieldKindSchema,
  required: z.boolean(),
  /** What stands below it: the author's own words. */
  hint: z.string().max(300).optional(),
  /** What it holds before anybody typed: of a flag `true`. */
  initial: z.string().max(300).optional(),
  options: z.array(scalar).max(100).optional(),
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
  fields: z.array(formFieldSchema).max(40),
  /** What is sent whatever is typed. */
  fixed: z.array(z.object({ path, value: scalar })).max(20),
  /** Something goes away by it. */
  destroys: z.boolean().optional(),
});
export type FormBlock = z.infer<typeof formSchema>;

export const callBlockSchema = z.discriminatedUnion('type', [formSchema]);
export type CallBlock = z.infer<typeof callBlockSchema>;
