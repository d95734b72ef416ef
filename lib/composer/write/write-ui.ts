import { capitalise } from '../words/tokens';
import { writeCallParts } from '../calls/write-form';
import { attribute, element, indent, onChange } from './jsx-text';
import { rowsOf } from './layout';
import type { FilterPart, Outline, Part } from './outline';
import type { Plan } from '../plan';
import { writeFilter, writeFilterParts } from './write-filters';
import { propsOf, writeParts } from './write-parts';

/** `ui.tsx`: what is on top first, so that it can be shown while the rest is still being written. */
export function writeUi(plan: Plan, outline: Outline): string {
  const pieces = [
    ...(outline.filters.some((f) => f.options !== null) ? ['/** What a select says for "no choice": a select item can\'t be the empty string. */\nconst ALL = "(all)";'] : []),
    writePage(plan, outline),
    ...writeParts(outline.parts, plan.title),
    ...writeCallParts(outline.calls),
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
    // A form of the page's whole width is hard to read.
    ...(outline.parts.length === 0 && outline.calls.length > 0 && outline.calls.every((call) => call.kind === 'form') ? ['width="narrow"'] : []),
  ];
  return [
    `export default function ${outline.page}() {`,
    ...states,
    ...(states.length ? [''] : []),
    '  return (',
    ...indent(element('Page', attributes, [...layout(outline.parts), ...outline.calls.flatMap((call) => element(call.component, []))]), 4),
    '  );',
    '}',
  ].join('\n');
}

function actionsAttribute(actions: readonly string[]): string {
  if (actions.length === 1) return `actions={${actions[0]}}`;
  return ['actions={', '  <>', ...indent(actions, 4), '  </>', '}'].join('\n');
}

function layout(parts: readonly Part[]): string[] {
  const rows = rowsOf(parts);
  return rows.flatMap((row, i) => {
    const [first] = row as [Part];
    if (first.kind === 'stats') return element('div', [`className="${statGrid(row)}"`], row.flatMap(partElement));
    if (row.length === 1) return partElement(first);
    // Pairs that follow each other are one grid.
    if (isPair(rows[i - 1])) return [];
    const end = rows.findIndex((each, at) => at > i && !isPair(each));
    const pairs = rows.slice(i, end < 0 ? undefined : end);
    return element('div', ['className="grid gap-4 @3xl:grid-cols-2"'], pairs.flat().flatMap(partElement));
  });
}

function isPair(row: readonly Part[] | undefined): boolean {
  return row?.length === 2 && row[0]?.kind !== 'stats';
}

function statGrid(figures: readonly Part[]): string {
  const count = figures.reduce((sum, p) => sum + (p.kind === 'stats' ? p.stats.length : 0), 0);
  const columns = { 1: 'grid gap-4', 2: 'grid grid-cols-2 gap-4', 3: 'grid grid-cols-2 gap-4 @3xl:grid-cols-3' }[count];
  return columns ?? 'grid grid-cols-2 gap-4 @3xl:grid-cols-4';
}

function partElement(part: Part): string[] {
  return element(part.component, propsOf(part).map((p) => `${p}={${p}}`));
}

function filterElement({ component, params }: FilterPart): string[] {
  if (params.length > 1) return element(component, params.flatMap((p) => [`${p}={${p}}`, `${onChange(p)}={${setter(p)}}`]));
  const [param] = params as [string];
  return element(component, [`value={${param}}`, `onChange={${setter(param)}}`]);
}

function setter(param: string): string {
  return `set${capitalise(param)}`;
}

