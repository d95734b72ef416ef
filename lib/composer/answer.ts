import type { ApiBinding } from '../binding/binding';
import { FILE_NAMES, type Source } from '../program/program';
import { assumedText, leftOutText } from '../reply/remarks';
import type { FormBlock, ListBlock } from './calls/call-plan';
import { formPrompts, type FormReading } from './calls/read-form';
import type { Catalogue } from './catalogue/entity';
import { listed } from './build/conditions';
import type { Block, Filter, Plan } from './plan';
import { uncapitalise } from './words/tokens';

/** What is said beside the files: what was made, what was taken for granted, what was left out. */
export type Remarks = { assumptions: readonly string[]; problems: readonly string[]; unread: readonly string[] };

export function builtText(plan: Plan, remarks: Remarks): string {
  const filters = plan.filters.map((f) => filterText(f));
  const withFilters = filters.length ? `, with ${listed(filters, 'and')}` : '';
  return reply(`“${plan.title}”: ${listed(countsOf(plan.blocks), 'and')}${withFilters}.`, remarks);
}

/** What a form is over, what is taken for granted, and which other functions could have been meant. */
export function formText(block: FormBlock, reading: Omit<FormReading, 'block'>): string {
  const fields = block.fields.length === 0 ? 'no fields' : block.fields.length === 1 ? 'one field' : `${block.fields.length} fields`;
  const said = reply(`“${block.title}”: one form with ${fields}.`, reading);
  return [said, ...suggestions('If another one was meant:', reading.others)].join('\n\n');
}

/** What a table over an API's function shows. */
export function listText(block: ListBlock, remarks: Remarks): string {
  const filters = block.filters.map((field) => `a filter for ${uncapitalise(field.label)}`);
  return reply(`“${block.title}”: one table with ${listed(block.columns.map(({ label }) => uncapitalise(label)), 'and')}${filters.length ? `, and ${listed(filters, 'and')}` : ''}.`, remarks);
}

/** Why there is no form, and which there could be. */
export function noFormText(reading: FormReading): string {
  return [reply('', reading), ...suggestions('These would work:', reading.others)].join('\n\n');
}

function filterText({ type, label }: Filter): string {
  if (type === 'dates') return 'a range of dates';
  if (type === 'search') return `a search in ${label}`;
  return `${/^[aeio]/i.test(label) ? 'an' : 'a'} ${label} ${type === 'range' ? 'slider' : 'filter'}`;
}

export function editedText(done: readonly string[], remarks: Remarks): string {
  return reply(done.join(' '), remarks);
}

function countsOf(blocks: readonly Block[]): string[] {
  // A ranking can be shown as a table; then it's a table to whoever looks at it.
  const kindOf = (block: Block) => (block.type === 'chart' && block.view === 'table' ? 'table' : block.type);
  const count = (type: Block['type'], singular: string) => {
    const n = blocks.filter((b) => kindOf(b) === type).length;
    return n === 0 ? [] : [n === 1 ? `one ${singular}` : `${n} ${singular}s`];
  };
  return [...count('stat', 'figure'), ...count('chart', 'chart'), ...count('scatter', 'scatter chart'), ...count('board', 'board'), ...count('calendar', 'calendar'), ...count('table', 'table')];
}

/** What was done and what couldn't be; then what was taken for granted; then the words that nothing was made of. */
function reply(done: string, { assumptions, problems, unread }: Remarks): string {
  const assumed = assumedText(assumptions);
  const said = [done, ...problems].filter(Boolean).join(' ');
  return [[said, assumed].filter(Boolean).join(assumed.includes('\n') ? '\n\n' : ' '), leftOutText(unread)].filter(Boolean).join('\n\n');
}

/** Nothing could be linked, so nothing is built: what there is, and what would work. */
export function nothingText(catalogue: Catalogue, examples: readonly string[], remarks: Remarks, apis: readonly ApiBinding[] = []): string {
  if (catalogue.entities.length === 0 && apis.length > 0) return noTablesText(apis, remarks);
  if (catalogue.entities.length === 0) return 'There is no data connected yet. Add a file or a connection, and then describe what you want to see of it.';
  const bindings = [...new Set(catalogue.entities.map((e) => e.bindingTitle))];
  const tables = bindings.map((title) => `${title} has ${listed(catalogue.entities.filter((e) => e.bindingTitle === title).map((e) => e.plural), 'and')}.`);
  const said = remarks.problems.length ? remarks.problems.join(' ') : 'I found nothing in that to build from.';
  return [`${said} ${tables.join(' ')}`, ...suggestions('These would work:', examples)].join('\n\n');
}

/** Where there are only functions: what they do, and what I make of them. */
function noTablesText(apis: readonly ApiBinding[], remarks: Remarks): string {
  const said = remarks.problems.length ? remarks.problems.join(' ') : 'I found nothing in that to build from.';
  return [`${said} Connected ${apis.length === 1 ? 'is' : 'are'} ${listed(apis.map(({ title }) => title), 'and')}.`, ...suggestions('These would work:', formPrompts(apis))].join('\n\n');
}

export function suggestions(lead: string, examples: readonly string[]): string[] {
  return examples.length ? [`${lead}\n${examples.slice(0, 3).map((prompt) => `- ${prompt}`).join('\n')}`] : [];
}

export const NOT_MINE =
  'This program was changed by hand or written by a model, and I can only change what I wrote myself, so I left it as it is. To begin anew, write “start over:” and describe the whole page.';

/**
 * The files that differ from what is there. Where both do, the page comes first, then the queries, then the parts of the page:
 * so the first of them has its rows while the others are still being written.
 */
export function fencesOf(source: Source, before: Source | null): string {
  const [ui, data] = FILE_NAMES.map((name) => (source[name].trimEnd() === before?.[name].trimEnd() ? null : source[name].trimEnd()));
  const rest = ui && data ? ui.slice(endOfPage(ui)) : '';
  return [
    ui && fence('tsx ui.tsx', ui.slice(0, ui.length - rest.length)),
    data && fence('ts data.ts', data),
    rest && fence('more ui.tsx', rest),
  ].filter(Boolean).join('');
}

function fence(opening: string, code: string): string {
  return `\n\n\`\`\`${opening}\n${code.trim()}\n\`\`\``;
}

/** Where the page's own function ends: nothing inside of it stands at the beginning of a line. */
function endOfPage(ui: string): number {
  const end = ui.indexOf('\n}\n', ui.indexOf('export default function'));
  return end < 0 ? ui.length : end + '\n}\n'.length;
}
