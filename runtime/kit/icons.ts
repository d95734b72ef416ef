import * as lucide from 'lucide-react';
import { ICON_SUFFIX } from '../../lib/program/ambient';
import { iconNames } from './icon-names';

const all = lucide as unknown as Record<string, unknown>;

/** Every icon of lucide, as `ArrowUp` and as `ArrowUpIcon`. */
export const icons: Record<string, unknown> = Object.fromEntries(
  iconNames(Object.keys(all)).flatMap((name) => [[name, all[name]], [name + ICON_SUFFIX, all[name]]]),
);
