/**
 * Writes the declarations that are a list of names: `node runtime/kit/declare.ts`. A test fails where they are behind
 * lucide or lib/program/ambient.ts. They stand here as scripts, not modules: in a module `declare module 'recharts'`
 * would add to recharts' own types, which are slow, instead of standing in for them.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as lucide from 'lucide-react';
import { CHART_FRAME_NAMES, CHART_PART_NAMES, ICON_SUFFIX, KIT_FAMILIES } from '../../lib/program/ambient.ts';
import { iconNames } from './icon-names.ts';

/** What is exported by recharts, used now and then, and not ambient. */
const OTHER_CHART_PARTS = [
  'Cross', 'Curve', 'Customized', 'Dot', 'Layer', 'Polygon', 'SunburstChart', 'Surface', 'Symbols', 'Text', 'Trapezoid',
];

const HEADER = '// Written by declare.ts. Don\'t edit.\n';

/** lucide's names: ambient with the suffix, importable with and without. */
export function iconDeclarations(): string {
  const names = iconNames(Object.keys(lucide));
  const declared = (list: string[]) => wrap(list.map((name) => `${name}: LucideIcon`));
  const ambient = names.map((name) => name + ICON_SUFFIX);
  return `${HEADER}declare var ${declared(ambient)};

declare module 'lucide-react' {
  export type LucideIcon = globalThis.LucideIcon;
  export type LucideProps = globalThis.LucideProps;
  export const ${declared([...names, ...ambient])};
}
`;
}

/** The accepted imports of kit and charts, answered from the ambient names. */
export function moduleDeclarations(): string {
  const chart = module('@/components/ui/chart', CHART_FRAME_NAMES, 'export type ChartConfig = globalThis.ChartConfig;');
  const loose = [...OTHER_CHART_PARTS.map((name) => `${name}: (props: any) => ReactNode`), 'Label: (props: any) => ReactNode'];
  const recharts = module('recharts', CHART_PART_NAMES, `export const Tooltip: typeof ChartTooltip, ${wrap(loose)};`);
  const families = Object.entries(KIT_FAMILIES).map(([family, names]) => module(`@/components/ui/${family}`, names));
  return [HEADER + module('@/lib/utils', ['cn']), chart, recharts, ...families].join('\n');
}

function module(name: string, exported: readonly string[], more?: string): string {
  const values = wrap(exported.map((each) => `${each}: typeof globalThis.${each}`));
  return `declare module '${name}' {\n  export const ${values};\n${more ? `  ${more}\n` : ''}}\n`;
}

/** A list over several lines, so that a difference can be read. */
function wrap(items: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < items.length; at += 4) lines.push(items.slice(at, at + 4).join(', '));
  return lines.join(',\n    ');
}

if (import.meta.main) {
  writeFileSync(path.join(import.meta.dirname, 'icons.d.ts'), iconDeclarations());
  writeFileSync(path.join(import.meta.dirname, 'modules.d.ts'), moduleDeclarations());
}
