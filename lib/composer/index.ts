/**
 * The composer without its skin of a language model: words and tables in, a Plan out; a Plan in, a program out. Pure: no clock,
 * no network, the same answer for the same arguments.
 */
export { createCatalogue } from './catalogue/catalogue';
export type { Catalogue } from './catalogue/entity';
export { examplePrompts } from './examples';
export { type Plan, planSchema } from './plan';
/** `readPrompt(prompt, catalogue, today)`: `{ plan, assumptions, problems, unread }`; `plan` is null where nothing links. */
export { readPrompt, type Reading } from './read/read';
/** `editPlan(plan, prompt, catalogue, today)`: `{ plan, done, assumptions, problems, unread }`. */
export { type Edit, editPlan } from './edit/edit';
export { type BlockSummary, summaryOf } from './summary';
/** `write(plan)`: `{ 'ui.tsx', 'data.ts' }`, the same bytes for the same Plan. */
export { write } from './write/write';
