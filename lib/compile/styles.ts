import { compile } from 'tailwindcss';

/** Style sheets as text: Tailwind's own three, and the look of this house (components/theme.css). */
export type StyleTexts = { theme: string; preflight: string; utilities: string; look: string };

export type Styles = {
  /** The whole sheet with these candidates and all before them; null where nothing came of them that is not in it. */
  build(candidates: readonly string[]): string | null;
};

/** Longer words are no class names but data, and would only cost time. */
const LONGEST_CANDIDATE = 150;

/**
 * Tailwind's own compiler, which gives one sheet in the right order however late a class arrives. `extra` are candidates
 * that are always in it: the kit's.
 */
export async function createStyles(texts: StyleTexts, extra: readonly string[]): Promise<Styles> {
  const tailwind = await compile(sheetOf(texts));
  const seen = new Set<string>();
  let given: string | null = null;

  function unseen(candidates: readonly string[]): string[] {
    const found = candidates.filter((word) => word.length <= LONGEST_CANDIDATE && !seen.has(word));
    for (const word of found) seen.add(word);
    return found;
  }

  tailwind.build(unseen(extra));
  return {
    build(candidates) {
      const added = unseen(candidates);
      if (given !== null && added.length === 0) return null;
      const css = tailwind.build(added);
      if (css === given) return null;
      given = css;
      return css;
    },
  };
}

/** What `@import 'tailwindcss'` and the look's own import come to, without anything to be fetched. */
function sheetOf({ theme, preflight, utilities, look }: StyleTexts): string {
  return `@layer theme, base, components, utilities;
@layer theme { ${theme} }
@layer base { ${preflight} }
@layer utilities { ${utilities} }
${look}`;
}
