import { type ComponentType, createElement } from 'react';
import * as recharts from 'recharts';
import { readChartRows } from './chart-rows';
import { animation } from './animation';
import { paletteColour } from './chart-context';
import { Sized } from './container';
import { ChartBoundary, insteadOfChart } from './instead';
import type { Loose } from './loose';

/** Areas in areas, in the theme's colours. */
export function Treemap({ data, ...props }: Loose) {
  const given = readChartRows(data);
  const instead = insteadOfChart(given);
  return (
    <Sized width={props.width} height={props.height}>
      <ChartBoundary data={data}>
        {instead ?? createElement(recharts.Treemap as ComponentType<Loose>, {
          ...animation(),
          stroke: 'var(--card)',
          colorPanel: Array.from({ length: 8 }, (_, place) => paletteColour(place)),
          ...props,
          data: given.rows,
        })}
      </ChartBoundary>
    </Sized>
  );
}

type Flow = { nodes: unknown[]; links: { source: number; target: number }[] };

/** Flows between nodes. Recharts never comes back from a circle, so there is none drawn. */
export function Sankey({ data, ...props }: Loose) {
  const isDrawable = isFlow(data) && !hasCircle(data);
  const given = { rows: isDrawable ? [{}] : [], loading: data === undefined || data === null, stale: false, error: null, reload: undefined };
  return (
    <Sized width={props.width} height={props.height}>
      <ChartBoundary data={data}>
        {insteadOfChart(given) ?? createElement(recharts.Sankey as unknown as ComponentType<Loose>, {
          node: { fill: 'var(--chart-1)', stroke: 'none' },
          link: { stroke: 'var(--chart-1)', strokeOpacity: 0.2 },
          nodePadding: 24,
          ...props,
          data,
        })}
      </ChartBoundary>
    </Sized>
  );
}

function isFlow(data: unknown): data is Flow {
  const flow = data as Partial<Flow> | null | undefined;
  if (!flow || !Array.isArray(flow.nodes) || !Array.isArray(flow.links) || flow.links.length === 0) return false;
  const { nodes } = flow;
  return flow.links.every((link) => nodes[link?.source] !== undefined && nodes[link?.target] !== undefined);
}

/** Takes away what nothing flows into until nothing is left; what stays then is a circle. */
function hasCircle({ nodes, links }: Flow): boolean {
  const incoming = nodes.map(() => 0);
  for (const { target } of links) incoming[target]! += 1;
  const free = incoming.flatMap((count, node) => (count === 0 ? [node] : []));
  for (const node of free) {
    for (const { source, target } of links) if (source === node && --incoming[target]! === 0) free.push(target);
  }
  return free.length < nodes.length;
}
