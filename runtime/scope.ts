import type { CompiledFile } from '../lib/bridge/messages';
import { CHART_FRAME_NAMES, CHART_PART_NAMES, FORMATTING_NAMES, ICON_SUFFIX, KIT_FAMILIES, BLOCK_NAMES, MODULES, PROGRAM_HOOKS, REACT_NAMES } from '../lib/program/ambient';
import type { Icons } from './icons';
import { ChartToCome } from './skeleton/part-to-come';
import type { Parts } from './render/parts';
import { STAND_IN } from './stand-in';

type Names = Readonly<Record<string, unknown>>;

/** Everything that free names and imports of ui.tsx are answered from. Charts come later, so they may be null. */
export type Ambient = {
  react: Names;
  hooks: Names;
  kit: Names;
  icons: Icons;
  charts: () => { charts: Names; recharts: Names } | null;
  data: Names;
};

/**
 * Free names with what stands for them. `provisional` are those that aren't written yet; `unsettled` those of them that
 * something else will stand for: a component to come is the very one it will be.
 */
export type Resolved = { names: string[]; values: unknown[]; provisional: string[]; unsettled: string[] };

export type Scope = {
  /** In a finished program a name that nothing stands for is left out, so that using it says that it isn't defined. */
  resolve(free: readonly string[], done: boolean): Resolved;
  /** Whether a file uses charts, which are evaluated only then. */
  wantsCharts(file: CompiledFile | null): boolean;
  /** The namespace behind an import. `onUnknown` hears of one that isn't accepted. */
  importModule(specifier: string, onUnknown: (specifier: string) => void): unknown;
};

const CHART_NAMES: ReadonlySet<string> = new Set([...CHART_FRAME_NAMES, ...CHART_PART_NAMES]);
const KIT_NAMES: ReadonlySet<string> = new Set([...FORMATTING_NAMES, ...Object.values(KIT_FAMILIES).flat(), ...BLOCK_NAMES]);

export function createScope(ambient: Ambient, parts: Parts): Scope {
  const modules = new Map<unknown, object>();

  function lookUp(name: string): unknown {
    if (name === 'React') return ambient.react;
    if (name === 'data') return ambient.data;
    if (REACT_NAMES.includes(name as never)) return ambient.react[name];
    if (PROGRAM_HOOKS.includes(name as never)) return ambient.hooks[name];
    if (KIT_NAMES.has(name)) return ambient.kit[name];
    if (CHART_NAMES.has(name)) return ambient.charts()?.charts[name];
    return isIconName(name) ? ambient.icons.names[name] : undefined;
  }

  /** One namespace object for each module, marked so that imports written in every way read it alike. */
  function namespace(from: Names): unknown {
    const made = modules.get(from) ?? Object.create(from, { __esModule: { value: true }, default: { value: from } });
    modules.set(from, made);
    return made;
  }

  return {
    resolve(free, done) {
      const resolved: Resolved = { names: [], values: [], provisional: [], unsettled: [] };
      for (const name of free) {
        const found = lookUp(name);
        if (found === undefined && done && !CHART_NAMES.has(name)) continue;
        resolved.names.push(name);
        resolved.values.push(found ?? standFor(name, parts));
        if (found !== undefined && !(isIconName(name) && ambient.icons.isPending())) continue;
        resolved.provisional.push(name);
        if (found !== undefined || !isPartName(name)) resolved.unsettled.push(name);
      }
      return resolved;
    },
    wantsCharts: (file) => file !== null && (file.free.some((name) => CHART_NAMES.has(name)) || CHART_IMPORT.test(file.js)),
    importModule(specifier, onUnknown) {
      const source = Object.hasOwn(MODULES, specifier) ? MODULES[specifier] : undefined;
      if (source === 'charts' || source === 'recharts') {
        const loaded = ambient.charts();
        return loaded ? namespace(loaded[source]) : CHARTS_TO_COME;
      }
      if (source === 'data') return ambient.data;
      if (source === 'icons') return namespace(ambient.icons.names);
      if (source) return namespace(ambient[source]);
      onUnknown(specifier);
      return STAND_IN;
    },
  };
}

const isIconName = (name: string) => name.endsWith(ICON_SUFFIX);

const CHART_IMPORT = /require\(\s*['"](?:recharts|@\/components\/ui\/chart)['"]/;

/** The namespace of charts that aren't evaluated yet. */
export const CHARTS_TO_COME = new Proxy({}, { get: (_, key) => (key === '__esModule' ? true : ChartToCome) });

const isPartName = (name: string) => !CHART_NAMES.has(name) && /^[A-Z](?:[a-z0-9]|$)/.test(name);

/** What a name is until its text arrives. A component's is the very one it will have, so that nothing is mounted twice. */
function standFor(name: string, parts: Parts): unknown {
  if (CHART_NAMES.has(name)) return ChartToCome;
  if (isPartName(name)) return parts.get(name).Outer;
  return /^use[A-Z]/.test(name) ? () => STAND_IN : STAND_IN;
}
