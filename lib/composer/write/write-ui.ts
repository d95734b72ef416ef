import { capitalise } from '../words/tokens';
import { attribute, element, indent, onChange } from './jsx-text';
import type { FilterPart, Outline, Part } from './outline';
import type { Plan } from '../plan';
import { writeFilter, writeFilterParts } from './write-filters';
import { propsOf, writeParts } from './write-parts';

/** `ui.tsx`: what is on top first, so that it can be shown while the rest is still being written. */
export function writeUi(plan: Plan, outline: Outline): string {
  const pieces = [
    ...(outline.filters.some((f) => f.options !== null) ? ['/** What a select says for "no choice": a select item can\'t be the empty string. */\nconst ALL = "(all)";'] : []),
    writePage(plan, outline),
    ...writeParts(outline.parts),
    ...outline.filters.map(writeFilter),
    ...writeFilterParts(outline.filters),
  ];
  return `${pieces.join('\n\n')}\n`;
}

function writePage(plan: Plan, outline: Outline): string {
  const states = outline.filters.flatMap((f) => f.params).map((p) => `  const [${p}, ${setter(p)}] = useState("");`);
  const actions = outline.filters.flatMap(filterElement);
  const attributes = [
    attribute('title', plan.title),
    ...(plan.description ? [attribute('description', plan.description)] : []),
    ...(actions.length ? [actionsAttribute(actions)] : []),
  ];
  return [
    `export default function ${outline.page}() {`,
    ...states,
    ...(states.length ? [''] : []),
    '  return (',
    ...indent(element('Page', attributes, layout(outline.parts)), 4),
    '  );',
    '}',
  ].join('\n');
}

function actionsAttribute(actions: readonly string[]): string {
  if (actions.length === 1) return `actions={${actions[0]}}`;
  return ['actions={', '  <>', ...indent(actions, 4), '  </>', '}'].join('\n');
}

/** Neighbours of one kind share a row: figures all of them, charts two by two, of an odd number the first by itself; the rest has the whole width. */
function layout(parts: readonly Part[]): string[] {
  return runsOf(parts).flatMap((run) => {
    const [first] = run as [Part];
    if (first.kind === 'stats') return element('div', [`className="${statGrid(run)}"`], run.flatMap(partElement));
    if (!isHalf(first)) return run.flatMap(partElement);
    const alone = run.slice(0, run.length % 2);
    const pairs = run.slice(alone.length);
    return [...alone.flatMap(partElement), ...(pairs.length ? element('div', ['className="grid gap-4 @3xl:grid-cols-2"'], pairs.flatMap(partElement)) : [])];
  });
}

/** Stretches of neighbours that stand side by side. */
function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1);
    const joins = last !== undefined && ((last.kind === 'stats' && part.kind === 'stats') || (isHalf(last) && isHalf(part)));
    if (joins) runs.at(-1)?.push(part);
    else runs.push([part]);
  }
  return runs;
}

function isHalf(part: Part): boolean {
  if (part.kind === 'scatter') return part.scatter.width !== 'full';
  if (part.kind === 'table') return part.table.width === 'half';
  return part.kind === 'chart' && (part.chart.view === 'table' ? part.chart.width === 'half' : part.chart.width !== 'full');
}

function statGrid(figures: readonly Part[]): string {
  const count = figures.reduce((sum, p) => sum + (p.kind === 'stats' ? p.stats.length : 0), 0);
  const columns = { 1: 'grid gap-4', 2: 'grid grid-cols-2 gap-4', 3: 'grid grid-cols-2 gap-4 @3xl:grid-cols-3' }[count];
  return columns ?? 'grid grid-cols-2 gap-4 @3xl:grid-cols-4';
}

function partElement(part: Part): string[] {
  return element(part.component, propsOf(part).map((p) => `${p}={${p}}`));
}

function filterElement({ component, params, filter }: FilterPart): string[] {
  if (params.length > 1) return element(component, params.flatMap((p) => [`${p}={${p}}`, `${onChange(p)}={${setter(p)}}`]));
  const [param] = params as [string];
  return element(component, [`value={${param}}`, `onChange={${setter(param)}}`]);
}

function setter(param: string): string {
  return `set${capitalise(param)}`;
}

