import { nearestName } from '../../binding/nearest';

/** What ambient icons end with; imported ones may do without. */
const SUFFIX = 'Icon';

/** The names of all icons, with and without the suffix, from their declarations. */
export function iconNames(declarations: string): Set<string> {
  return new Set([...declarations.matchAll(/(\w+): LucideIcon/g)].map(([, name]) => name!));
}

/**
 * Declares the icons that a program mentions, and those that it may have meant by a name that is none. All of them would be
 * four fifths of what TypeScript reads for a check.
 */
export function iconDeclarations(all: ReadonlySet<string>, text: string): string {
  const imports = text.includes('lucide-react');
  const found = new Set<string>();
  for (const word of new Set(text.match(/(?<![\w$])[A-Z]\w*/g))) {
    if (all.has(word)) found.add(word);
    // Without its suffix it's no ambient name, and the one with it is what was meant.
    if (all.has(word + SUFFIX)) found.add(word + SUFFIX);
    else if (!all.has(word) && (imports || word.endsWith(SUFFIX))) found.add(nearestName(word, all) ?? word);
  }
  const known = [...found].filter((name) => all.has(name));
  const declared = (names: readonly string[]) => names.map((name) => `${name}: LucideIcon`).join(', ');
  const ambient = known.filter((name) => name.endsWith(SUFFIX));
  return `${ambient.length > 0 ? `declare var ${declared(ambient)};\n` : ''}declare module 'lucide-react' {
  export type LucideIcon = globalThis.LucideIcon;
  export type LucideProps = globalThis.LucideProps;
  ${known.length > 0 ? `export const ${declared(known)};` : ''}
}
`;
}
