import type { Names } from '../write/identifiers';
import type { CallBlock, FormBlock, FormField, ListBlock } from './call-plan';

/** One component of `ui.tsx` and the function of `data.ts` that it calls. */
export type CallPart = FormPart | ListPart;

export type FormPart = { kind: 'form'; form: FormBlock; component: string; read: string; initial: string; choices: Choices[] };

export type ListPart = { kind: 'list'; list: ListBlock; component: string; read: string };

/** A function that lists what a field is chosen from, and the name that the component has its rows by. With a choice the fields of `now` begin as they are. */
export type Choices = { field: FormField; rows: NonNullable<FormField['rows']>; now: FormField[]; read: string; name: string };

/** "Create an issue" is `createIssue`. */
function nameOf({ operation, title }: FormBlock): string {
  const words = title.replace(/\b(an?|the)\b/gi, ' ');
  return words.trim().split(/\s+/).length <= MAX_NAME_WORDS ? words : operation;
}

/** Longer names of functions and components aren’t read. */
const MAX_NAME_WORDS = 4;

export function callPartsOf(blocks: readonly CallBlock[], functions: Names, components: Names): CallPart[] {
  return blocks.map((block) => (block.type === 'form' ? formPart(block, functions, components) : listPart(block, functions, components)));
}

function listPart(list: ListBlock, functions: Names, components: Names): ListPart {
  return { kind: 'list', list, component: components.pascal(`${list.title} table`, 'rows'), read: functions.camel(list.title, 'rows') };
}

function formPart(form: FormBlock, functions: Names, components: Names): FormPart {
  return {
    kind: 'form',
    form,
    component: components.pascal(`${nameOf(form)} form`, 'form'),
    read: functions.camel(nameOf(form), 'send'),
    initial: components.camel('empty values', 'empty'),
    choices: form.fields.flatMap((field) => (field.rows ? [{ field, rows: field.rows, now: form.fields.filter(({ id }) => field.rows?.now?.includes(id)), read: functions.camel(`${field.label} options`, 'options'), name: `${field.id}Options` }] : [])),
  };
}
