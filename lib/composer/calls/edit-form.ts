import type { ApiBinding } from '../../binding/binding';
import { listed } from '../build/conditions';
import { withHistory } from '../edit/history';
import type { Plan } from '../plan';
import { capitalise, uncapitalise } from '../words/tokens';
import type { CallBlock, FormBlock, FormField } from './call-plan';
import { formFieldsOf } from './form-fields';
import { fieldsCalled } from './pick-fields';
import { partsOf } from './question';

/** A follow-up about a form: the Plan after it, with what was done and what could not be. */
export type FormEdit = { plan: Plan; done: string[]; problems: string[] };

type Changed = { form: FormBlock | null; done: string[]; problems: string[] };

const PLEASE = /^\s*(?:please\s+|can you\s+|could you\s+|and\s+|also\s+)*/i;
const OUT = /^(?:without|remove|drop|hide|delete|leave out|take out|take away|get rid of|no)\s+(.+)$/i;
const IN = /^(?:add|show|include|also ask for|ask for|with|bring back)\s+(.+)$/i;
const BUTTON = /^(?:rename|change|set|call|name|label|make)\s+(?:the\s+)?(?:label\s+of\s+the\s+|text\s+of\s+the\s+)?button(?:['’]?s?\s+(?:label|text))?(?:\s+(?:to|as|say|read))*\s*:?\s+["“'‘]?(.+?)["”'’.!]*$/i;
const LABEL = /^(?:rename|call|relabel|label)\s+(?:the\s+)?(?:field\s+)?["“'‘]?(.+?)["”'’]?(?:\s+field)?\s+(?:to|as|field)\s+["“'‘]?(.+?)["”'’.!]*$/i;
const NEEDED = /^make\s+(.+?)\s+(required|mandatory|compulsory|optional|not required)$/i;
const INITIAL = /^(?:set|default|prefill|fill|make)\s+(?:the\s+)?(?:default\s+(?:of|for)\s+)?(.+?)(?:\s+default)?\s+(?:to|with|as|default to)\s+["“'‘]?(.+?)["”'’]?(?:\s+by default)?$/i;
const FIRST = /^(?:put|move|place)\s+(.+?)\s+(first|last|(?:to|on|at)\s+(?:the\s+)?(?:top|bottom|end|start|beginning))$/i;

/** Null where the follow-up is about no form of the page. */
export function editForm(plan: Plan, prompt: string, bindings: readonly ApiBinding[]): FormEdit | null {
  const calls = plan.calls ?? [];
  // The one that was added last is the one that is being talked about.
  const at = calls.findLastIndex((call) => call.type === 'form');
  const form = calls[at];
  if (form?.type !== 'form') return null;
  const text = prompt.replace(PLEASE, '').replace(/[\s.!]+$/, '');
  const changed = changeOf(form, text, bindings);
  if (!changed) return null;
  const next: CallBlock[] = changed.form ? calls.with(at, changed.form) : calls.toSpliced(at, 1);
  const isEmpty = next.length === 0 && plan.blocks.length === 0;
  if (isEmpty) return { plan, done: [], problems: ['Without the form there is nothing on the page.'] };
  return { plan: withHistory({ ...plan, calls: next }, plan), done: changed.done, problems: changed.problems };
}

function changeOf(form: FormBlock, text: string, bindings: readonly ApiBinding[]): Changed | null {
  const button = BUTTON.exec(text)?.[1];
  if (button) return { form: { ...form, button }, done: [`The button says “${button}” now.`], problems: [] };
  const [, needed, how] = NEEDED.exec(text) ?? [];
  if (needed && how) return need(form, needed, /^(required|mandatory|compulsory)$/i.test(how), bindings);
  const [, moved, where] = FIRST.exec(text) ?? [];
  if (moved && where) return move(form, moved, /first|top|start|beginning/i.test(where));
  const [, called, label] = LABEL.exec(text) ?? [];
  const renamed = called && label ? single(called, form) : null;
  if (renamed && label) return { form: replaced(form, renamed, { ...renamed, label: capitalise(label) }), done: [`“${renamed.label}” is called “${capitalise(label)}” now.`], problems: [] };
  const out = OUT.exec(text)?.[1];
  if (out) return remove(form, out);
  const added = IN.exec(text)?.[1];
  if (added) return add(form, added, bindings);
  const [, filled, value] = INITIAL.exec(text) ?? [];
  const field = filled ? single(filled, form) : null;
  return field && value ? fill(form, field, value) : null;
}

function single(words: string, { fields }: FormBlock): FormField | null {
  const [part = ''] = partsOf(words);
  return fieldsCalled(part, fields)[0] ?? null;
}

function replaced(form: FormBlock, field: FormField, by: FormField): FormBlock {
  return { ...form, fields: form.fields.map((each) => (each === field ? by : each)) };
}

function saysField(words: string): boolean {
  return /\bfields?\b|\binputs?\b/i.test(words);
}

function remove(form: FormBlock, words: string): Changed | null {
  if (/^(?:the\s+)?(?:\w+\s+)?form$/i.test(words)) return { form: null, done: [`Took the form “${form.title}” away.`], problems: [] };
  const parts = partsOf(words);
  const found = parts.flatMap((part) => fieldsCalled(part, form.fields));
  if (found.length === 0) return saysField(words) ? { form, done: [], problems: [`The form has no field “${parts.join(', ')}”. It has ${names(form.fields)}.`] } : null;
  const stay = found.filter((field) => isNeeded(field));
  const gone = found.filter((field) => !isNeeded(field));
  return {
    form: { ...form, fields: form.fields.filter((field) => !gone.includes(field)) },
    done: gone.length ? [`Took ${names(gone)} out of the form.`] : [],
    problems: stay.map((field) => `“${field.label}” can’t be left out: nothing is done without it.`),
  };
}

/** Required by the function itself, and not only since somebody wanted it so. */
function isNeeded(field: FormField): boolean {
  return field.required && !field.wished;
}

/** All that the function takes, in its order; null where it isn't connected any more. */
function everyField(form: FormBlock, bindings: readonly ApiBinding[]): FormField[] | null {
  const binding = bindings.find(({ name }) => name === form.binding);
  const operation = binding?.operations.find(({ name }) => name === form.operation);
  if (!binding || !operation) return null;
  const { fields, more } = formFieldsOf(operation, binding);
  return [...fields, ...more];
}

function add(form: FormBlock, words: string, bindings: readonly ApiBinding[]): Changed | null {
  const every = everyField(form, bindings);
  if (every === null) return saysField(words) ? { form, done: [], problems: [`The function behind the form isn’t connected any more, so I don’t know its fields.`] } : null;
  const parts = partsOf(words);
  const found = parts.map((part) => fieldsCalled(part, every));
  const has = (field: FormField) => form.fields.some((each) => each.id === field.id);
  const known = [...new Set(found.flat())];
  if (known.length === 0 && !saysField(words)) return null;
  // "add a table of issues" is no field, though one of its words may be.
  if (!saysField(words) && found.some((fields) => fields.length === 0)) return null;
  const fresh = known.filter((field) => !has(field));
  const free = every.filter((field) => !has(field));
  const missing = parts.filter((_, i) => found[i]?.length === 0);
  return {
    form: { ...form, fields: [...form.fields, ...fresh] },
    done: fresh.length ? [`Added ${names(fresh)} to the form.`] : [],
    problems: [
      ...(missing.length ? [`The function takes no “${missing.join(', ')}”.${free.length ? ` It also takes ${names(free)}.` : ''}`] : []),
      ...(known.length && fresh.length === 0 ? [`${capitalise(names(known))} ${known.length === 1 ? 'is' : 'are'} in the form already.`] : []),
    ],
  };
}

function need(form: FormBlock, words: string, required: boolean, bindings: readonly ApiBinding[]): Changed | null {
  const found = partsOf(words).flatMap((part) => fieldsCalled(part, form.fields));
  if (found.length === 0) return null;
  const every = everyField(form, bindings);
  const must = (field: FormField) => (every?.find(({ id }) => id === field.id) ?? field).required;
  const stuck = required ? [] : found.filter(must);
  const changed = found.filter((field) => !stuck.includes(field));
  return {
    form: { ...form, fields: form.fields.map((field) => (changed.includes(field) ? { ...field, required, wished: (required && !must(field)) || undefined } : field)) },
    done: changed.length ? [`${capitalise(names(changed))} ${changed.length === 1 ? 'is' : 'are'} ${required ? 'required' : 'optional'} now.`] : [],
    problems: stuck.map((field) => `“${field.label}” can’t be optional: nothing is done without it.`),
  };
}

function move(form: FormBlock, words: string, first: boolean): Changed | null {
  const found = partsOf(words).flatMap((part) => fieldsCalled(part, form.fields));
  if (found.length === 0) return null;
  const rest = form.fields.filter((field) => !found.includes(field));
  return { form: { ...form, fields: first ? [...found, ...rest] : [...rest, ...found] }, done: [`Moved ${names(found)}.`], problems: [] };
}

function fill(form: FormBlock, field: FormField, value: string): Changed {
  const option = field.options?.find((each) => String(each).toLowerCase().replace(/[_-]/g, ' ') === value.toLowerCase().replace(/[_-]/g, ' '));
  if (field.kind === 'choice' && option === undefined) return { form, done: [], problems: [`“${field.label}” can be ${listed((field.options ?? []).map(String), 'or')}, and not “${value}”.`] };
  if (field.kind === 'number' && !Number.isFinite(Number(value))) return { form, done: [], problems: [`“${field.label}” is a number.`] };
  if (field.kind === 'row') return { form, done: [], problems: [`“${field.label}” is chosen each time.`] };
  const initial = field.kind === 'flag' ? String(/^(yes|true|on|ticked|checked)$/i.test(value)) : String(option ?? value);
  return { form: replaced(form, field, { ...field, initial }), done: [`“${field.label}” begins as “${initial}” now.`], problems: [] };
}

function names(fields: readonly FormField[]): string {
  return listed(fields.map(({ label }) => uncapitalise(label)), 'and');
}
