import { MAX_MESSAGE_UNITS, MAX_TYPE_UNITS } from './limits';
import type { TypeScriptDiagnostic } from './typescript-server';

/** A TypeScript message as one sentence, what it proposes, and the last message of its chain, whole. */
export type Wording = { message: string; hint?: string; bottom: string };

/** Says what TypeScript found in fewer words and without paths. */
export function wordingOf(diagnostic: TypeScriptDiagnostic): Wording {
  const chain = chainOf(diagnostic).map(inOurWords);
  const bottom = chain.at(-1)!;
  const [text, hint] = splitHint(chain.length === 1 ? bottom : joinChain(chain));
  return { message: cut(shortTypes(text), MAX_MESSAGE_UNITS), ...(hint && { hint }), bottom };
}

/** From the message to its deepest cause. The last of several causes: of overloads, the most general. */
function chainOf(diagnostic: TypeScriptDiagnostic): string[] {
  const texts = [diagnostic.text];
  for (let next = diagnostic.messageChain?.at(-1); next; next = next.messageChain?.at(-1)) texts.push(next.text);
  return texts;
}

const PROPERTY = /^(?:Types of property|The types of|The types returned by) '([^']+)' are incompatible/;

/** The cause, with the path of properties that leads to it; in between are types within types. */
function joinChain(chain: readonly string[]): string {
  const path = chain.map((text) => PROPERTY.exec(text)?.[1]).filter((name) => name !== undefined).join('.');
  const bottom = chain.at(-1)!;
  return path ? `'${path}': ${bottom[0]!.toLowerCase()}${bottom.slice(1)}` : bottom;
}

/** What a model can't know the meaning of: paths in memory, the types behind JSX. */
const REWORDED: readonly [RegExp, string][] = [
  [/^Property ('[^']+') does not exist on type 'typeof import\("[^"]+"\)'/, 'data.ts exports no $1'],
  [/^Property ('[^']+') does not exist on type 'IntrinsicAttributes\b.*?'(?=\.($|\s))/s, 'The component has no prop $1'],
  [/\btypeof import\("[^"]+"\)/g, 'data'],
  [/\bimport\("[^"]+"\)\./g, ''],
];

function inOurWords(text: string): string {
  return REWORDED.reduce((reworded, [pattern, words]) => reworded.replace(pattern, words), text);
}

const PROPOSAL = /\s*(Did you mean [^?]*\?)\s*$/;
const ABOUT_SETTINGS = /\s*(Do you need to |Try |Consider |If '|Allow )[\s\S]*$/;

function splitHint(text: string): [string, string | undefined] {
  const hint = PROPOSAL.exec(text)?.[1];
  return [text.replace(PROPOSAL, '').replace(ABOUT_SETTINGS, ''), hint];
}

/** `'…'` around a type; the text of a type may itself hold double quotes but no single ones. */
function shortTypes(text: string): string {
  return text.replaceAll(/'([^']+)'/g, (_, type: string) => `'${cut(type, MAX_TYPE_UNITS)}'`);
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
