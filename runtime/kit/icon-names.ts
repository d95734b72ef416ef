/** Exported by lucide and no icon. */
const NO_ICONS = new Set(['Icon', 'LucideProvider']);

/** Of the names lucide exports those of icons, without prefix and suffix: `ArrowUp`, also under their former names. */
export function iconNames(exported: readonly string[]): string[] {
  const all = new Set(exported);
  return exported
    .filter((name) => /^[A-Z]/.test(name) && !NO_ICONS.has(name) && all.has(`${name}Icon`))
    .toSorted();
}
