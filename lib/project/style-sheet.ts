import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createStyles } from '../compile/styles';
import type { ProjectFiles } from './project-files';

/** Quotes and angle brackets end a word, or are part of it (`[&>svg]:size-4`): both are tried. */
const WORDS = [/[^\s'"`{}<>;]+/g, /[^\s"`{};]+/g];
const CLASS_NAME = /^[!@*a-z[-][\w\-:/.[\]()%#,&>+~*=!@']*$/i;

/** The style sheet of a project, as Tailwind's plugin would make it of its sources. */
export async function styleSheet(files: ProjectFiles, root: string): Promise<string> {
  const read = (...parts: string[]) => readFileSync(path.join(root, ...parts), 'utf8');
  const tailwind = (name: string) => read('node_modules', 'tailwindcss', `${name}.css`);
  const styles = await createStyles({ theme: tailwind('theme'), preflight: tailwind('preflight'), utilities: tailwind('utilities'), look: read('components', 'theme.css') }, []);
  const sources = Object.entries(files).filter(([file]) => /^src\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
  const words = sources.flatMap(([, text]) => WORDS.flatMap((pattern) => text.match(pattern) ?? []));
  // Tailwind makes rules of those words that are names of classes, and knows none of the others.
  const candidates = new Set(words.map((word) => word.replace(/^'|'[,)]*$/g, '')).filter((word) => CLASS_NAME.test(word)));
  return styles.build([...candidates]) ?? '';
}
