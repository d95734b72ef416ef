import { type ComponentType, type ReactNode, createContext, useContext, useId } from 'react';
import type { Row } from '../rows';

/** What generated code says about its series, by key. */
export type ChartConfig = {
  [key: string]: { label?: ReactNode; icon?: ComponentType; color?: string; theme?: Record<string, string> };
};

export const ConfigContext = createContext<ChartConfig>({});

/** What gives a chart its size, if something does. It is told how high, in pixels, the chart has to be at least. */
export const SizedContext = createContext<((height: number) => void) | null>(null);

export type ChartState = {
  rows: readonly Row[];
  /** Bars lie on their side. */
  lying: boolean;
  /** Both axes are numbers. */
  scattered: boolean;
  /** The series that stand on each other, by key. */
  stacks: Map<string, string>;
  /** Stacks are drawn as shares of what they come to. */
  asShares: boolean;
  /** What the pieces of a pie come to, by key. */
  wholes: Map<string, number>;
  /** The place in the palette of each series, in order of appearance. Kept, so that a colour stays with its series. */
  places: Map<string, number>;
};

const NO_CHART: ChartState = { rows: [], lying: false, scattered: false, stacks: new Map(), asShares: false, wholes: new Map(), places: new Map() };
export const ChartContext = createContext<ChartState>(NO_CHART);

/** Colours of the theme; the ninth series has the first one's again. */
const PALETTE_SIZE = 8;

/** A colour of the palette by place, from 0. */
export function paletteColour(place: number): string {
  return `var(--chart-${(place % PALETTE_SIZE) + 1})`;
}

/** The variable that stands for a series' colour: `--color-revenue`. What can't stand in a name becomes a dash. */
export function colourVariable(key: string): string {
  return `--color-${key.replace(/[^\w-]+/g, '-')}`;
}

/** The config of a series, if there is one. */
export function configOf(config: ChartConfig, key: unknown): ChartConfig[string] | undefined {
  const name = typeof key === 'number' ? String(key) : key;
  return typeof name === 'string' && Object.hasOwn(config, name) ? config[name] : undefined;
}

/** The colour of a series that was given none: the config's, or the next one of the theme. */
export function useSeriesColour(dataKey: unknown): string {
  const config = useContext(ConfigContext);
  const { places } = useContext(ChartContext);
  const id = useId();
  const key = typeof dataKey === 'string' || typeof dataKey === 'number' ? String(dataKey) : id;
  const own = configOf(config, key);
  if (own?.color || own?.theme) return `var(${colourVariable(key)})`;
  const place = places.get(key) ?? places.size;
  places.set(key, place);
  return paletteColour(place);
}
