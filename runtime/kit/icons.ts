import * as lucide from 'lucide-react';
import type { IconTable } from '../icon-table.ts';
import { iconNames } from './icon-names.ts';

const SIZE = 24;

/** Every icon of lucide, by its names without suffix. For the build: what comes out is sent to the guest as JSON. */
export function iconTable(): IconTable {
  const drawings: lucide.LucideIconData[] = [];
  const known = new Map<lucide.LucideIconData, number>();
  const numbers: Record<string, number> = {};
  for (const name of iconNames(Object.keys(lucide))) {
    const drawing = drawingOf((lucide as unknown as Record<string, unknown>)[name]);
    numbers[name] = known.get(drawing) ?? drawings.push(withoutKeys(drawing)) - 1;
    known.set(drawing, numbers[name]);
  }
  return { numbers, drawings };
}

/** lucide keeps its data to itself, but each icon is a component that hands its own to `Icon`. */
function drawingOf(component: unknown): lucide.LucideIconData {
  const { render } = component as { render(props: object, ref: null): { props: { icon: lucide.LucideIconData } } };
  const { icon } = render({}, null).props;
  if (icon.size !== SIZE) throw new Error(`The icon ${icon.name} isn’t ${SIZE} wide; runtime/icons.tsx takes all of them to be.`);
  return icon;
}

/** The keys are for React in development, and a tenth of all bytes. */
function withoutKeys({ name, aliases, node }: lucide.LucideIconData): lucide.LucideIconData {
  const withoutKey = (attributes: object) => Object.fromEntries(Object.entries(attributes).filter(([attribute]) => attribute !== 'key'));
  return { name, ...(aliases && { aliases }), size: SIZE, node: node.map(([tag, attributes]) => [tag, withoutKey(attributes)]) };
}
