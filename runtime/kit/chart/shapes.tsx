import { type CSSProperties, type ComponentType, type ReactNode, createElement, useMemo } from 'react';
import * as recharts from 'recharts';
import { fmt } from '../fmt';
import { asText } from '../format';
import type { RowSet } from '../rows';
import { useAnimation } from './animation';
import { paletteColour } from './chart-context';
import { readChartRows } from './chart-rows';
import { ChartBoundary, insteadOfChart } from './instead';
import { shorten } from './labels';
import type { Loose } from './loose';
import { Sized } from './sized';

/** These two don't measure themselves as the others do, so recharts' own container does it. */
function measured(shape: unknown, size: Loose, style: CSSProperties, props: Loose): ReactNode {
  const { responsive, ...lengths } = size;
  if (!responsive) return createElement(shape as ComponentType<Loose>, { ...props, ...lengths });
  return (
    <div style={style}>
      <recharts.ResponsiveContainer>{createElement(shape as ComponentType<Loose>, { ...props, width: undefined, height: undefined })}</recharts.ResponsiveContainer>
    </div>
  );
}

const TILE_COLOURS = Array.from({ length: 8 }, (_, place) => paletteColour(place));

/** Areas in areas, in the theme's colours. */
export function Treemap({ data, ...props }: Loose) {
  const given = useMemo(() => readChartRows(data), [data]);
  const animation = useAnimation(given.rows);
  return (
    <Sized given={props}>
      {(size, style) => (
        <ChartBoundary data={data} style={style}>
          {insteadOfChart(given, style) ?? measured(recharts.Treemap, size, style, {
            ...animation,
            colorPanel: TILE_COLOURS,
            content: <Tile />,
            ...props,
            data: given.rows,
          })}
        </ChartBoundary>
      )}
    </Sized>
  );
}

type TileProps = { x?: number; y?: number; width?: number; height?: number; index?: number; depth?: number; name?: unknown };

/** Smaller tiles have no room for a name. */
const LEAST_NAMED = { width: 56, height: 24 };
const LETTER_WIDTH = 6.4;

function Tile({ x = 0, y = 0, width = 0, height = 0, index = 0, depth = 0, name }: TileProps) {
  if (depth === 0) return null;
  const isNamed = width >= LEAST_NAMED.width && height >= LEAST_NAMED.height;
  return (
    <g>
      <rect x={x + 1} y={y + 1} width={Math.max(0, width - 2)} height={Math.max(0, height - 2)} rx={4} fill={paletteColour(index)} />
      {isNamed && <text x={x + 9} y={y + 18} fontSize={12} className="!fill-card">{shorten(asText(name), Math.floor((width - 16) / LETTER_WIDTH))}</text>}
    </g>
  );
}

type Flow = { nodes: unknown[]; links: { source: number; target: number }[] };

/** Flows between nodes. Recharts never comes back from a circle, so there is none drawn. */
export function Sankey({ data, ...props }: Loose) {
  const flow = useMemo(() => readFlow(data), [data]);
  return (
    <Sized given={props}>
      {(size, style) => (
        <ChartBoundary data={data} style={style}>
          {insteadOfChart(flow, style) ?? measured(recharts.Sankey, size, style, {
            node: <FlowNode />,
            link: { stroke: 'var(--chart-1)', strokeOpacity: 0.18 },
            nodePadding: 28,
            nodeWidth: 8,
            margin: { top: 8, right: 96, bottom: 8, left: 8 },
            ...props,
            data: flow.rows[0],
          })}
        </ChartBoundary>
      )}
    </Sized>
  );
}

type FlowNodeProps = { x?: number; y?: number; width?: number; height?: number; payload?: { name?: unknown; value?: unknown } };

function FlowNode({ x = 0, y = 0, width = 0, height = 0, payload }: FlowNodeProps) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx={2} fill="var(--chart-1)" />
      <text x={x + width + 6} y={y + height / 2} dominantBaseline="central" fontSize={12} className="fill-foreground">
        {shorten(asText(payload?.name), 18)}
        <tspan className="fill-muted-foreground"> {fmt.compact(payload?.value as number)}</tspan>
      </text>
    </g>
  );
}

/** What useData gave or the flow itself, as one row. */
function readFlow(given: unknown): RowSet {
  const isState = typeof given === 'object' && given !== null && 'data' in given;
  const { data, error } = isState ? (given as { data: unknown; error?: unknown }) : { data: given, error: null };
  const rows = isFlow(data) && !hasCircle(data) ? [data] : [];
  return { rows, loading: (data === undefined || data === null) && !error, stale: false, error, reload: undefined };
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
