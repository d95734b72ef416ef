import { unitOf, WITH_UNIT } from './format-text';
import { HEATMAP } from './heatmap-text';
import { attribute, element, indent, returned } from './jsx-text';
import { rowsOf } from './layout';
import type { DataFunction, Part } from './outline';
import { SHOWN_MONTH } from './rows-query';
import type { OutColumn } from './select';
import { BOARD, boardBody } from './write-board';
import { calendarBody, calendarState, MONTH_VIEW } from './write-calendar';
import { type Standing, standingAttributes } from './standing';
import { CHART_CARD, chartBody, groupsLine, isTall, NOTED_CHART_CARD, scatterElement, sizeNote, WIDEN } from './write-chart';
import { CHANGE, statsBody } from './write-stats';
import { DETAIL, groupsBody, tableBody } from './write-table';

/** One block's own component: it reads its rows and shows waiting, failing and nothing in its own place. */
function writePart(part: Part, standing: Standing): string {
  const given = propsOf(part);
  const parameter = given.length ? `{ ${given.join(', ')} }: { ${given.map((p) => `${p}: string`).join('; ')} }` : '';
  return [
    `function ${part.component}(${parameter}) {`,
    ...(part.kind === 'calendar' ? [`  ${calendarState(part)}`] : []),
    `  const ${part.kind === 'stats' ? 'figures' : 'rows'} = ${reading(part.read)};`,
    ...(part.kind === 'chart' && part.totals ? [`  const totals = ${reading(part.totals)};`] : []),
    ...(part.kind === 'chart' && part.average ? [`  const average = ${reading(part.average)};`] : []),
    ...indent(bodyOf(part, standing), 2),
    '}',
  ].join('\n');
}

function reading({ name, params }: DataFunction): string {
  return `useData(data.${name}, ${params.length ? `{ ${params.join(', ')} }` : '{}'})`;
}

/** What a block's component is given: the filters that reach it. */
export function propsOf({ read }: Part): string[] {
  return read.params.filter((param) => param !== SHOWN_MONTH);
}

function bodyOf(part: Part, standing: Standing): string[] {
  switch (part.kind) {
    case 'stats':
      return statsBody(part);
    case 'table':
      return tableBody(part);
    case 'board':
      return boardBody(part, standing);
    case 'calendar':
      return calendarBody(part, standing);
    case 'scatter':
      return [...(part.series ? [groupsLine(part.series)] : []), ...returned(element('ChartCard', [attribute('title', part.scatter.title), ...sizeNote(part), 'rows={rows}', ...standingAttributes(standing)], scatterElement(part)))];
    case 'chart':
      if (part.chart.view === 'table') return groupsBody(part);
      return [...(part.chart.view === 'scatter' && part.series ? [groupsLine(part.series)] : []), ...chartBody(part, standing)];
  }
}

/** What several blocks are made of, with those that need it. */
const SHARED: { text: string; neededBy: (part: Part) => boolean }[] = [
  { text: WITH_UNIT, neededBy: (part) => writtenOut(part).some((column) => unitOf(column) !== null) },
  { text: CHANGE, neededBy: (part) => part.kind === 'stats' && part.stats.some((stat) => stat.before !== null) },
  { text: CHART_CARD, neededBy: (part) => part.kind === 'scatter' || (part.kind === 'chart' && part.chart.view !== 'table' && part.chart.view !== 'heatmap') },
  { text: WIDEN, neededBy: (part) => part.kind === 'chart' && part.series !== null && !['table', 'scatter', 'heatmap'].includes(part.chart.view) },
  { text: HEATMAP, neededBy: (part) => part.kind === 'chart' && part.chart.view === 'heatmap' },
  { text: DETAIL, neededBy: (part) => part.kind === 'table' && part.detail.length > 0 },
  { text: BOARD, neededBy: (part) => part.kind === 'board' },
  { text: MONTH_VIEW, neededBy: (part) => part.kind === 'calendar' },
];

/** What the program writes itself; the columns of a table the kit does. */
function writtenOut(part: Part): OutColumn[] {
  switch (part.kind) {
    case 'stats':
      return part.stats;
    case 'chart':
      return part.chart.view === 'table' ? [] : part.values;
    case 'table':
      return part.detail;
    case 'board':
    case 'calendar':
      return [part.name, ...part.columns];
    case 'scatter':
      return [part.x, part.y, ...(part.size ? [part.size] : [])];
  }
}

/** Charts that are tall themselves, stand beside one that is, or are what the page is about. */
function tallParts(parts: readonly Part[]): Set<Part> {
  const isAlone = parts.filter(({ kind }) => kind !== 'stats').length === 1;
  const isHigh = (part: Part) => (part.kind === 'chart' && (isAlone || isTall(part))) || (part.kind === 'scatter' && isAlone);
  return new Set(rowsOf(parts).flatMap((row) => (row.some(isHigh) ? row : [])));
}

function titleOf(part: Part): string | null {
  switch (part.kind) {
    case 'chart':
      return part.chart.title;
    case 'scatter':
      return part.scatter.title;
    case 'board':
      return part.board.title;
    case 'calendar':
      return part.calendar.title;
    default:
      return null;
  }
}

/** Every block's component, each shared piece right in front of the first that needs it. */
export function writeParts(parts: readonly Part[], pageTitle: string): string[] {
  const written = new Set<string>();
  const isNoted = parts.some((part) => (part.kind === 'scatter' || part.kind === 'chart') && sizeNote(part).length > 0);
  const tall = tallParts(parts);
  return parts.flatMap((part) => {
    const shared = SHARED.filter(({ text, neededBy }) => !written.has(text) && neededBy(part)).map(({ text }) => text);
    for (const text of shared) written.add(text);
    return [...shared.map((text) => (text === CHART_CARD && isNoted ? NOTED_CHART_CARD : text)), writePart(part, { tall: tall.has(part), named: titleOf(part) === pageTitle })];
  });
}
