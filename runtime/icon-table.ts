import type { LucideIconData } from 'lucide-react';

/** Every icon as data. An icon's names (some have former ones) lead to the number of its drawing. */
export type IconTable = { numbers: Readonly<Record<string, number>>; drawings: readonly LucideIconData[] };
