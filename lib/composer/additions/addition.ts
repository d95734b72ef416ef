import type { Catalogue } from '../catalogue/entity';
import { listed } from '../build/conditions';
import type { Block, Chart, Plan } from '../plan';

/** What words are read against: a prompt, or a follow-up about a page. */
export type Setting = { catalogue: Catalogue; now: Date; page: Plan | null };

/** A page with what was added, and what is said of that. */
export type Put = { plan: Plan; done: string[]; problems: string[]; assumptions: string[] };

/**
 * What comes to a block that is told otherwise, by words of its own: a row for totals, a line across a chart, the size of dots, a unit. `instead` stands in
 * the place of those words for whoever reads the rest; `isMeant` are the blocks that the rest is about.
 */
export type Addition = { start: number; end: number; instead: string; put: (plan: Plan, isMeant: (block: Block) => boolean) => Put };

/** Finds an addition in what was said; null where there is none. */
export type ReadAddition = (said: string, setting: Setting) => Addition | null;

/** The stretch that an expression found, with what it adds. */
export function found(match: RegExpExecArray, put: Addition['put'], instead = ''): Addition {
  return { start: match.index, end: match.index + match[0].length, instead, put };
}

/** The page with other blocks; `done` is said where any is another. */
export function putBlocks(plan: Plan, blocks: Block[], done: string, problems: string[] = [], assumptions: string[] = []): Put {
  const isChanged = blocks.some((b, i) => b !== plan.blocks[i]);
  return { plan: isChanged ? { ...plan, blocks } : plan, done: isChanged ? [done] : [], problems, assumptions };
}

/** The page with each of some charts changed, or in words why one can't be. */
export function changeCharts(plan: Plan, charts: readonly Chart[], change: (chart: Chart) => Chart | string, done: (changed: readonly Chart[]) => string, assumptions: string[] = []): Put {
  const after = new Map<Block, Chart | string>(charts.map((chart) => [chart, change(chart)]));
  const problems = [...after.values()].filter((each) => typeof each === 'string');
  const changed = charts.filter((chart) => typeof after.get(chart) !== 'string');
  const blocks = plan.blocks.map((b) => {
    const next = after.get(b);
    return next === undefined || typeof next === 'string' ? b : next;
  });
  return putBlocks(plan, blocks, done(changed), problems, changed.length > 0 ? assumptions : []);
}

/** The titles of blocks, in quotes. */
export function titlesOf(blocks: readonly Block[]): string {
  return listed(blocks.map((b) => `“${b.title}”`), 'and');
}

/** Nothing changes, and why. */
export function refuse(plan: Plan, problem: string): Put {
  return { plan, done: [], problems: [problem], assumptions: [] };
}
