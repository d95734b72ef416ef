import { capitalise } from '../catalogue/catalogue';
import { attribute, element, indent } from './jsx-text';
import type { FilterPart, Outline, Part } from './outline';
import type { Plan } from '../plan';
import { writeFilter, writeFilterParts } from './write-filters';
import { writeParts } from './write-parts';

/** `ui.tsx`: what is on top first, so that it can be shown while the rest is still being written. */
export function writeUi(plan: Plan, outline: Outline): string {
  const pieces = [
    ...(outline.filters.some((f) => f.filter.type !== 'dates') ? ['/** What a select says for "no choice": a select item can\'t be the empty string. */\nconst ALL = "(all)";'] : []),
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

/** The figures in one row; charts two to a row, of an odd number the first by itself; tables over the whole width. */
function layout(parts: readonly Part[]): string[] {
  const figures = parts.filter((p) => p.kind === 'stats');
  const charts = parts.filter((p) => p.kind === 'chart');
  const tables = parts.filter((p) => p.kind === 'table');
  const alone = charts.slice(0, charts.length % 2);
  const pairs = charts.slice(alone.length);
  return [
    ...(figures.length ? wrapped(statGrid(figures), figures) : []),
    ...alone.flatMap(partElement),
    ...(pairs.length ? wrapped('grid gap-4 @3xl:grid-cols-2', pairs) : []),
    ...tables.flatMap(partElement),
  ];
}

function statGrid(figures: readonly Part[]): string {
  const count = figures.reduce((sum, p) => sum + (p.kind === 'stats' ? p.stats.length : 0), 0);
  const columns = { 1: 'grid gap-4', 2: 'grid grid-cols-2 gap-4', 3: 'grid grid-cols-2 gap-4 @3xl:grid-cols-3' }[count];
  return columns ?? 'grid grid-cols-2 gap-4 @3xl:grid-cols-4';
}

function wrapped(className: string, parts: readonly Part[]): string[] {
  return element('div', [`className="${className}"`], parts.flatMap(partElement));
}

function partElement(part: Part): string[] {
  return element(part.component, part.read.params.map((p) => `${p}={${p}}`));
}

function filterElement({ component, params, filter }: FilterPart): string[] {
  if (filter.type === 'dates') return element(component, params.flatMap((p) => [`${p}={${p}}`, `${onChange(p)}={${setter(p)}}`]));
  const [param] = params as [string];
  return element(component, [`value={${param}}`, `onChange={${setter(param)}}`]);
}

function setter(param: string): string {
  return `set${capitalise(param)}`;
}

export function onChange(param: string): string {
  return `on${capitalise(param)}Change`;
}

