import type { ApiBinding, Binding, TableBinding } from '../binding/binding';
import { apiBindings, tableBindings } from '../binding/tables';
import { sameSource, type Source } from '../program/program';
import { onlyReadProblem } from './calls/as-order';
import { editForm } from './calls/edit-form';
import { type ListReading, readList } from './calls/read-list';
import { withCall } from './calls/with-call';
import { type FormReading, readForm } from './calls/read-form';
import { builtText, editedText, fencesOf, formText, listText, NOT_MINE, type Remarks, noFormText, nothingText } from './answer';
import { createCatalogue } from './catalogue/catalogue';
import type { Term } from './catalogue/terms';
import { chipsOf } from './chips';
import { type Said, takenOf, tellable } from './said';
import type { Catalogue } from './catalogue/entity';
import { editPlan } from './edit/edit';
import { undone } from './edit/history';
import { examplePrompts } from './examples';
import { type Found, withFound } from './found/found';
import { type Plan, planSchema } from './plan';
import { readPrompt } from './read/read';
import { write } from './write/write';
import { isWritten, stamped } from './written';

/** The text of a reply, and the Plan to come back with; null where nothing was written. */
export type ComposerReply = { text: string; state: Plan | null; said?: Said | null };

/** `state` is what the last reply came back with; `source` is the program as it is now. */
export type ComposerInput = { prompt: string; state?: unknown; source?: Source | null };

export const START_OVER = /^\s*(?:start over|start again|start anew|from scratch|new program)\b[\s:,.]*/i;

/** `found` are words of the prompt that stand in the data. */
export function composeReply({ prompt, state, source }: ComposerInput, all: readonly Binding[], today: Date, terms: readonly Term[] = [], found: readonly Found[] = []): ComposerReply {
  const [bindings, apis] = [tableBindings(all), apiBindings(all)];
  const catalogue = withFound(createCatalogue(bindings, terms), found);
  const anew = START_OVER.test(prompt);
  const exists = !anew && source != null && source['ui.tsx'].trim() !== '';
  if (!exists) return build(prompt.replace(START_OVER, ''), { catalogue, bindings, apis, today, before: source ?? null });
  const plan = planSchema.safeParse(state);
  if (!plan.success || !isWritten(plan.data, source)) return { text: NOT_MINE, state: null, said: null };
  return change(plan.data, prompt, { catalogue, bindings, apis, today, before: source });
}

/** `before` are the files as they are. */
type Setting = { catalogue: Catalogue; bindings: readonly TableBinding[]; apis: readonly ApiBinding[]; today: Date; before: Source | null };

function build(prompt: string, { catalogue, bindings, apis, today, before }: Setting): ComposerReply {
  const form = readForm(prompt, apis);
  if (form) return formReply(form, null, before);
  const { plan, ...read } = readPrompt(prompt, catalogue, today);
  const onlyRead = plan === null || read.problems.some((problem) => problem.includes('only read')) ? [] : onlyReadProblem(prompt);
  const remarks = { ...read, problems: [...read.problems, ...onlyRead] };
  const isSure = plan !== null && remarks.unread.length + remarks.problems.length + remarks.assumptions.length === 0;
  const list = isSure ? null : readList(prompt, apis);
  if (list && (plan === null || isSurer(list, remarks))) return listReply(list, null, before);
  if (!plan) {
    const examples = examplePrompts(bindings, today).slice(0, 3);
    return { text: nothingText(catalogue, [], remarks, apis), state: null, said: { chips: [], unread: tellable(remarks.unread), taken: [], examples } };
  }
  return { text: `${builtText(plan, remarks)}${fencesOf(write(plan), before)}`, state: stamped(plan), said: saidOf(plan, remarks, catalogue, today) };
}

/** Whether the API knows more of the words than the tables do, or has by name what a table only has by another word. */
function isSurer({ block, unread, named }: ListReading, tables: Remarks): boolean {
  if (block === null) return false;
  return unread.length < tables.unread.length || (unread.length === 0 && named.some((word) => tables.assumptions.some((said) => said.includes(`“${word}”`))));
}

function listReply(list: ListReading, plan: Plan | null, before: Source | null): ComposerReply {
  if (!list.block) return { text: list.problems.join(' '), state: plan };
  const next = withCall(list.block, plan);
  return { text: `${listText(list.block, list)}${fencesOf(write(next), before)}`, state: stamped(next) };
}

/** A form, by itself or below what is on the page. */
function formReply(form: FormReading, plan: Plan | null, before: Source | null): ComposerReply {
  if (!form.block) return { text: noFormText(form), state: plan };
  const next = withCall(form.block, plan);
  return { text: `${formText(form.block, form)}${fencesOf(write(next), before)}`, state: stamped(next) };
}

function change(plan: Plan, prompt: string, { catalogue, bindings, apis, today, before }: Setting): ComposerReply {
  const ofForm = editForm(plan, prompt, apis);
  if (ofForm) return { text: `${editedText(ofForm.done, { assumptions: [], problems: ofForm.problems, unread: [] })}${fencesOf(write(ofForm.plan), before)}`, state: stamped(ofForm.plan) };
  const form = readForm(prompt, apis);
  if (form) return formReply(form, plan, before);
  const { plan: next, done, ...remarks } = editPlan(plan, prompt, catalogue, today);
  const source = write(next);
  // Bars that lie anyway were asked to lie: nothing of it is to be seen.
  const isSo = sameSource(source, write(plan)) && done.length > 0 && remarks.problems.length === 0;
  if (sameSource(source, write(plan))) {
    const said = saidOf(plan, remarks, catalogue, today, undone(plan));
    return { text: unchangedText(isSo ? ['It looks that way already.'] : done, remarks), state: plan, said: { ...said, examples: followUps(said, bindings, today) } };
  }
  return { text: `${editedText(done, remarks)}${fencesOf(source, before)}`, state: stamped(next), said: saidOf(next, remarks, catalogue, today, plan) };
}

function saidOf(plan: Plan, { unread, assumptions }: Remarks, catalogue: Catalogue, today: Date, before: Plan | null = null): Said {
  return { chips: chipsOf(plan, catalogue, today, before), unread: tellable(unread), taken: takenOf(assumptions), examples: [] };
}

/** What was found to be so already, or couldn't be done, and which words meant nothing. Nothing was taken for granted where nothing was made. */
function unchangedText(done: readonly string[], { problems, unread }: Remarks): string {
  const says = done.length + problems.length > 0 ? done : ['I found nothing in that to change.'];
  return editedText(says, { assumptions: [], problems: [...problems, 'The page stays as it is.'], unread });
}

/** Two changes of this page that work, and one page that does. */
function followUps({ chips }: Said, bindings: readonly TableBinding[], today: Date): string[] {
  const changes = chips.flatMap(({ choices }) => choices.slice(0, 1)).slice(0, 2);
  return [...changes.map(({ prompt }) => prompt), ...examplePrompts(bindings, today).slice(0, 3 - changes.length).map((prompt) => `start over: ${prompt}`)];
}
