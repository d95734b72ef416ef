/** What the composer makes of a prompt and its follow-ups, and the rows of what it made. */
import { createCatalogue } from '../../lib/composer/catalogue/catalogue.ts';
import { editPlan } from '../../lib/composer/edit/edit.ts';
import type { Filter, Plan } from '../../lib/composer/plan.ts';
import { readPrompt } from '../../lib/composer/read/read.ts';
import { outlineOf } from '../../lib/composer/write/outline.ts';
import { paramsOf } from '../../lib/composer/write/select.ts';
import { write } from '../../lib/composer/write/write.ts';
import { sameSource } from '../../lib/program/program.ts';
import { type AskData, findNames, withFound } from '../../lib/composer/found/found.ts';
import type { Connector } from '../../lib/connector/contract.ts';
import type { Tables } from './data.ts';
import { type Rows, rowsOf } from './compare.ts';

export type Answer = { plan: Plan | null; unread: string[]; problems: string[]; assumptions: string[] };

/** `tables` are also asked where words of a prompt stand in them. */
export async function answerTo(prompt: string, edits: readonly string[], { binding, connector }: Tables, today: Date): Promise<Answer> {
  const plain = createCatalogue([binding]);
  const ask: AskData = async (_at, query, signal) => (await connector.call('sql', query, signal)).value;
  const knowing = async (said: string) => withFound(plain, await findNames(said, [binding], today, ask, AbortSignal.timeout(20_000)));
  const catalogue = await knowing(prompt);
  const { plan, ...said } = readPrompt(prompt, catalogue, today);
  if (!plan || edits.length === 0) return { plan, ...said };
  let answer: Answer = { plan, unread: [], problems: [], assumptions: [] };
  for (const edit of edits) {
    const next = editPlan(answer.plan as Plan, edit, await knowing(edit), today);
    // Of a page that stays as it is, the reply says so.
    const stays = sameSource(write(next.plan), write(answer.plan as Plan)) ? ['The page stays as it is.'] : [];
    answer = { plan: next.plan, unread: [...answer.unread, ...next.unread], problems: [...answer.problems, ...next.problems, ...stays], assumptions: [...answer.assumptions, ...next.assumptions] };
  }
  return answer;
}

export type Settings = Readonly<Record<string, string>>;

/** Each data function's rows, with the page's filters set as given and open otherwise. What fails says how. */
export async function runPlan(plan: Plan, connector: Connector, settings: Settings = {}): Promise<Map<string, { columns: string[]; rows: Rows } | Error>> {
  const results = new Map<string, { columns: string[]; rows: Rows } | Error>();
  for (const { name, lines } of outlineOf(plan).functions) {
    const parts = lines.join('\n').split(/(?<!\\)\$\{(\w+)\}/);
    const text = parts.filter((_, i) => i % 2 === 0).map((piece) => piece.replaceAll('\\`', '`').replaceAll('\\$', '$').replaceAll('\\\\', '\\'));
    const values = parts.filter((_, i) => i % 2 === 1).map((param) => settings[param] ?? '');
    try {
      results.set(name, rowsOf((await connector.call('sql', { text, values }, AbortSignal.timeout(20_000))).value));
    } catch (error) {
      results.set(name, new Error((error as { data?: { message?: string } }).data?.message ?? String(error)));
    }
  }
  return results;
}

export async function runSql(sql: string, connector: Connector): Promise<Rows> {
  try {
    return rowsOf((await connector.call('sql', { text: [sql], values: [] }, AbortSignal.timeout(20_000))).value).rows;
  } catch (error) {
    throw new Error(`${(error as { data?: { message?: string } }).data?.message ?? String(error)} in ${sql}`);
  }
}

export function settingsOf(filter: Filter, set: string | [string, string]): Settings {
  const values = typeof set === 'string' ? [set] : set;
  return Object.fromEntries(paramsOf(filter).map((param, i) => [param, values[i] ?? '']));
}
