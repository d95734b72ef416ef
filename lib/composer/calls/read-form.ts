import type { ApiBinding } from '../../binding/binding';
import { listed } from '../build/conditions';
import { uncapitalise } from '../words/tokens';
import type { FormBlock, FormField } from './call-plan';
import { type FormFields, formFieldsOf } from './form-fields';
import { changesWhatIs, saidOf } from './labels';
import { matchesOf, namedIn, type Target } from './operations';
import { fieldsCalled } from './pick-fields';
import { type Asked, askedOf } from './question';
import { withRowChoice } from './row-choice';

/** What a prompt became that asks for a form. Without a block it is refused by `problems`, and `others` are prompts that work. */
export type FormReading = { block: FormBlock | null; assumptions: string[]; problems: string[]; unread: string[]; others: string[] };

/** Other functions that are named where several fit. */
const MAX_OTHERS = 3;
/** Another one fits as well that comes so near to the best. */
const NEARLY = 0.75;

/**
 * The form that a prompt asks for, over the one function that does what it says. Null where it asks for none, or there is no function that changes
 * anything, so that whoever knows the tables may say what there is.
 */
export function readForm(prompt: string, bindings: readonly ApiBinding[]): FormReading | null {
  const asked = askedOf(prompt);
  if (!bindings.some(({ operations }) => operations.some(({ effect }) => effect === 'write'))) return null;
  const named = asked.saysForm ? namedIn(prompt, bindings, 'write') : null;
  if (named) return { ...formOf(named, asked, bindings), others: [] };
  if (!asked.saysForm && !asked.isOrder) return null;
  const nouns = asked.nouns.map((noun) => noun.stem);
  const matches = nouns.length ? matchesOf({ text: asked.text, verbs: asked.verbs, nouns }, bindings, 'write') : [];
  const [best] = matches;
  if (!asked.saysForm && (!best || best.unmatched.length > 0 || asked.verbs.size === 0)) return null;
  if (!best || best.unmatched.length > nouns.length / 2) return refused(asked, bindings);
  // "fix the order of customers": what is to be changed is none of their fields, so it is about the page.
  if (!asked.saysForm && asked.verbs.has('update') && asked.wanted.length > 0 && !namesField(best, asked)) return null;
  const near = matches.slice(1).filter((other) => other.unmatched.length === best.unmatched.length && other.score >= best.score * NEARLY).slice(0, MAX_OTHERS);
  const reading = formOf(best, asked, bindings);
  const unread = asked.nouns.filter((noun) => best.unmatched.includes(noun.stem)).map((noun) => noun.text);
  return { ...reading, unread: [...unread, ...reading.unread], others: near.map(promptFor) };
}

function formOf(target: Target, asked: Asked, bindings: readonly ApiBinding[]): Omit<FormReading, 'others'> {
  const { binding, operation } = target;
  const said = saidOf(operation);
  const all = formFieldsOf(operation, binding);
  if (all.missing.length > 0) {
    return { block: null, assumptions: [], unread: [], problems: [`“${said.title}” of ${binding.title} needs ${listed(all.missing.map(uncapitalise), 'and')}, and a form of mine has no input for that.`] };
  }
  const { fields: picked, problems, unread } = chosen(all, asked);
  const fields = withRowChoice(picked, [...all.fields, ...all.more], operation, binding, bindings);
  const chooses = fields.find((field) => field.rows);
  const begins = fields.some(({ id }) => chooses?.rows?.now?.includes(id));
  const changes = changesWhatIs(said.verb) && fields.some((field) => !field.required);
  const block: FormBlock = {
    type: 'form', binding: binding.name, operation: operation.name, title: said.title, button: said.button, done: said.done, fields, fixed: all.fixed,
    ...(changes && { note: begins ? 'What there is now is filled in once it is chosen. What is left empty stays as it is.' : 'What is left empty stays as it is.' }),
    ...(said.verb !== null && /^(delete|remove|erase|destroy|drop|purge|wipe)$/.test(said.verb) && { destroys: true }),
  };
  return { block, problems, unread, assumptions: [...assumptionsOf(target, all, asked), ...(chooses?.rows ? [`Which ${uncapitalise(chooses.label)} it is gets chosen from ${chooses.rows.operation}.`] : [])] };
}

function namesField({ operation, binding }: Target, { wanted }: Asked): boolean {
  const { fields, more } = formFieldsOf(operation, binding);
  return wanted.some((words) => fieldsOf(words, [...fields, ...more]).length > 0);
}

/** "what it is about (subject)": the name stands in brackets, or before them. */
function fieldsOf(words: string, fields: readonly FormField[]): FormField[] {
  const [, before = '', inside] = /^([^()]*)\(([^()]+)\)?\s*$/.exec(words) ?? [];
  if (inside === undefined) return fieldsCalled(words, fields);
  const named = fieldsCalled(inside, fields);
  return named.length > 0 ? named : fieldsCalled(before, fields);
}

/** The fields that the prompt names, and those that can't be left out; all of them where it names none. */
function chosen(all: FormFields, { wanted, unwanted }: Asked): { fields: FormField[]; problems: string[]; unread: string[] } {
  const every = [...all.fields, ...all.more];
  const problems: string[] = [];
  const named = wanted.flatMap((words) => fieldsOf(words, every));
  const unread = wanted.filter((words) => fieldsOf(words, every).length === 0);
  const gone = unwanted.flatMap((words) => fieldsCalled(words, every));
  unread.push(...unwanted.filter((words) => fieldsCalled(words, every).length === 0));
  for (const field of gone.filter((each) => each.required)) problems.push(`“${field.label}” can’t be left out: nothing is done without it.`);
  const shown = named.length ? every.filter((field) => field.required || named.includes(field)) : all.fields;
  return { fields: shown.filter((field) => field.required || !gone.includes(field)), problems, unread };
}

function assumptionsOf({ binding, operation }: Target, all: FormFields, { wanted }: Asked): string[] {
  const more = wanted.length ? [] : all.more.map((field) => uncapitalise(field.label));
  return [
    `It calls ${operation.name} of ${binding.title}, and asks you before each change.`,
    ...(all.left.length ? [`I have no input for ${listed(all.left.map(uncapitalise), 'and')}, so ${all.left.length === 1 ? 'it is' : 'they are'} left out.`] : []),
    ...(more.length ? [`Not shown, but to be had with “add field …”: ${listed(more.slice(0, 12), 'and')}${more.length > 12 ? ' and others' : ''}.`] : []),
  ];
}

/** A prompt that means this function and no other. */
export function promptFor({ operation }: Target): string {
  return /[a-z][A-Z]/.test(operation.name) ? `a form for ${operation.name}` : `a form to ${uncapitalise(saidOf(operation).title)}`;
}

/** Functions that are named where none fits. */
const MAX_OFFERED = 3;

function refused(asked: Asked, bindings: readonly ApiBinding[]): FormReading {
  const writing = bindings.filter(({ operations }) => operations.some(({ effect }) => effect === 'write'));
  const nouns = asked.nouns.map((noun) => noun.stem);
  const alike = nouns.length ? matchesOf({ text: nouns.join(' '), verbs: new Set(), nouns }, bindings, 'write') : [];
  const problem = `${listed(writing.map(({ title }) => title), 'and')} ${writing.length === 1 ? 'has' : 'have'} no function that I could link to that, and a connection of tables is only read.`;
  return { block: null, assumptions: [], problems: [`I can’t make that form: ${problem}`], unread: [], others: alike.length ? alike.slice(0, MAX_OFFERED).map(promptFor) : formPrompts(bindings) };
}

/** Of a large API only the first are looked at for what to offer. */
const MAX_LOOKED_AT = 50;

/** A few prompts for forms that can be made. */
export function formPrompts(bindings: readonly ApiBinding[]): string[] {
  const writing = bindings.flatMap((binding) => binding.operations.filter(({ effect, deprecated }) => effect === 'write' && !deprecated).map((operation) => ({ binding, operation })));
  return writing.slice(0, MAX_LOOKED_AT).filter(({ binding, operation }) => formFieldsOf(operation, binding).missing.length === 0).slice(0, MAX_OFFERED).map(promptFor);
}
