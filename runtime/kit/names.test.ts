import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AMBIENT_NAMES, BLOCK_NAMES, CHART_FRAME_NAMES, CHART_PART_NAMES, FORMATTING_NAMES, ICON_SUFFIX, KIT_FAMILIES, PROGRAM_HOOKS, REACT_NAMES } from '../../lib/program/ambient';
import { charts, recharts } from './charts';
import { iconDeclarations, moduleDeclarations } from './declare';
import { createLateBundle } from '../late-bundle';
import { createIcons } from '../icons';
import { iconTable } from './icons';
import { kit } from './index';

const bundle = createLateBundle(iconTable, () => {});
bundle.receive('');
const icons = createIcons(bundle).names;

const here = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');
const missing = (names: readonly string[], from: Record<string, unknown>) => names.filter((name) => from[name] === undefined);

describe('every ambient name', () => {
  it('is had from the kit or the charts', () => {
    expect(missing([...REACT_NAMES, ...FORMATTING_NAMES, ...BLOCK_NAMES, ...Object.values(KIT_FAMILIES).flat()], kit)).toEqual([]);
    expect(missing([...CHART_FRAME_NAMES, ...CHART_PART_NAMES], charts)).toEqual([]);
    expect(missing([...CHART_PART_NAMES, 'Tooltip', 'Label'], recharts)).toEqual([]);
  });

  it('is declared, and nothing is declared that isn’t one', () => {
    const declared = [...here('ambient.d.ts').matchAll(/^ {2}(?:var|function) (\w+)/gm)].map((match) => match[1]!);
    // React declares its own namespace, the checker declares `data`.
    const expected = [...AMBIENT_NAMES].filter((name) => name !== 'React' && name !== 'data');
    expect(declared.toSorted()).toEqual(expected.toSorted());
    expect(PROGRAM_HOOKS.every((name) => declared.includes(name))).toBe(true);
  });

  it('means one thing: no icon under its suffix is something else', () => {
    expect(Object.keys(icons).filter((name) => name.endsWith(ICON_SUFFIX) && AMBIENT_NAMES.has(name))).toEqual([]);
    expect(missing(['ArrowUp', 'ArrowUpIcon', 'AlertTriangle', 'TriangleAlertIcon', 'CalendarIcon', 'Table'], icons)).toEqual([]);
  });
});

describe('the lists of declarations', () => {
  it('are as `node runtime/kit/declare.ts` writes them', () => {
    expect(here('icons.d.ts') === iconDeclarations()).toBe(true);
    expect(here('modules.d.ts')).toBe(moduleDeclarations());
  });
});
