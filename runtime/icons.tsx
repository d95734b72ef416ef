import { Icon, type LucideIcon, type LucideIconData, type LucideProps } from 'lucide-react';
import { forwardRef, useSyncExternalStore } from 'react';
import { ICON_SUFFIX } from '../lib/program/ambient';
import type { IconTable } from './icon-table';
import type { LateBundle } from './late-bundle';

type Names = Readonly<Record<string, unknown>>;

export type Icons = {
  /** Every icon by its name. Before the drawings are here, everything that could be an icon's name is one. */
  names: Names;
  /** Whether a name may turn out to be none when the drawings come. */
  isPending(): boolean;
};

/** What stands in an icon's place before its drawing is there: as large, and empty. */
const BLANK: LucideIconData = { size: 24, node: [] };

/** Exported by lucide, and no icon. */
const NO_ICONS = new Set(['Icon', 'LucideProvider']);

/** The icons of generated code. One component for each name, so that the drawing's arrival mounts nothing anew. */
export function createIcons(bundle: LateBundle<IconTable>): Icons {
  const made = new Map<string, LucideIcon>();

  function drawingOf(name: string, table: IconTable): LucideIconData | undefined {
    const number = Object.hasOwn(table.numbers, name) ? table.numbers[name] : undefined;
    return number === undefined ? undefined : table.drawings[number];
  }

  function make(name: string): LucideIcon {
    const LateIcon = forwardRef<SVGSVGElement, LucideProps>((props, ref) => {
      const table = useSyncExternalStore(bundle.subscribe, bundle.given, bundle.given);
      return <Icon ref={ref} {...props} icon={(table && drawingOf(name, table)) ?? BLANK} />;
    });
    LateIcon.displayName = name;
    return LateIcon as LucideIcon;
  }

  function get(asked: string): LucideIcon | undefined {
    const table = bundle.load();
    if (!table) bundle.want();
    const name = asked.endsWith(ICON_SUFFIX) && asked !== ICON_SUFFIX ? asked.slice(0, -ICON_SUFFIX.length) : asked;
    if (table ? drawingOf(name, table) === undefined : !mayBeIcon(name)) return undefined;
    const component = made.get(name) ?? make(name);
    made.set(name, component);
    return component;
  }

  const all = () => Object.keys(bundle.load()?.numbers ?? {}).flatMap((name) => [name, name + ICON_SUFFIX]);
  return {
    names: new Proxy(Object.create(null) as Names, {
      get: (_, name) => (typeof name === 'string' ? get(name) : undefined),
      has: (_, name) => typeof name === 'string' && get(name) !== undefined,
      ownKeys: all,
      getOwnPropertyDescriptor(_, name) {
        const value = typeof name === 'string' ? get(name) : undefined;
        return value && { value, enumerable: true, configurable: true };
      },
    }),
    isPending: () => bundle.given() === null,
  };
}

function mayBeIcon(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]+$/.test(name) && !NO_ICONS.has(name);
}
