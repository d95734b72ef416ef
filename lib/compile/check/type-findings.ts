import { AMBIENT_NAMES } from '../../program/ambient';
import type { Finding } from './finding';
import { MAX_HINT_NAMES } from './limits';
import { nearestName } from '../../binding/nearest';
import { severityOf } from './severity';
import { ast, type Node, type Project, type SourceFile, type TypeScriptDiagnostic } from './typescript-server';
import { wordingOf } from './wording';
import { MISSING_IN_DATA } from './world';

/** A file as it was given to TypeScript, with what is needed to speak of it to its author. */
export type CheckedFile = {
  kind: 'ui' | 'data';
  /** Absolute path in memory. */
  path: string;
  project: Project;
  syntax: SourceFile;
  /** From an offset in the text that was checked to one in the author's. */
  toOriginal: (offset: number) => number;
  bindingNames: ReadonlySet<string>;
};

/** What TypeScript finds in a file. Where its syntax is broken, only that is said: the rest would follow from it. */
export async function typeFindings(file: CheckedFile): Promise<Finding[]> {
  const { program } = file.project;
  const [syntactic, semantic] = await Promise.all([
    program.getSyntacticDiagnostics(file.path),
    program.getSemanticDiagnostics(file.path),
  ]);
  const relevant = (syntactic.length > 0 ? syntactic : semantic).filter((diagnostic) => !SAID_BY_RULES.has(diagnostic.code));
  return Promise.all(relevant.map((diagnostic) => toFinding(diagnostic, file)));
}

/** Imports (2307, 2882) and several default exports (2528) have rules of their own, with better words. */
const SAID_BY_RULES: ReadonlySet<number> = new Set([2307, 2528, 2882]);

async function toFinding(diagnostic: TypeScriptDiagnostic, file: CheckedFile): Promise<Finding> {
  const path = nodesAt(file.syntax, diagnostic.pos, diagnostic.end);
  const wording = wordingOf(diagnostic);
  const inType = path.some((node) => ast.isTypeNode(node) || ast.isInterfaceDeclaration(node) || ast.isTypeAliasDeclaration(node));
  return {
    start: file.toOriginal(diagnostic.pos),
    end: file.toOriginal(diagnostic.end),
    severity: severityOf(diagnostic.code, wording.bottom, inType),
    code: `ts${diagnostic.code}`,
    message: wording.message,
    hint: wording.hint ?? (await hintFor(diagnostic, path.at(-1), file)),
  };
}

/** The nodes around a range, outermost first. */
function nodesAt(root: SourceFile, start: number, end: number): Node[] {
  const path: Node[] = [];
  let node: Node | undefined = root;
  while (node) {
    path.push(node);
    node = node.forEachChild((child) => (child.getStart(root) <= start && child.end >= end ? child : undefined));
  }
  return path;
}

const UNKNOWN_NAME: ReadonlySet<number> = new Set([2304, 2552, 2580, 2584, 2591]);
const UNKNOWN_PROPERTY: ReadonlySet<number> = new Set([2339, 2551]);

function hintFor(diagnostic: TypeScriptDiagnostic, node: Node | undefined, file: CheckedFile): Promise<string | undefined> | string | undefined {
  if (!node) return undefined;
  if (UNKNOWN_NAME.has(diagnostic.code)) return nameHint(node.getText(file.syntax), file);
  if (UNKNOWN_PROPERTY.has(diagnostic.code)) return propertyHint(node, file);
  return POSSIBLY_NOTHING.has(diagnostic.code) ? NOTHING_HINT : undefined;
}

const POSSIBLY_NOTHING: ReadonlySet<number> = new Set([2531, 2532, 2533, 18047, 18048, 18049]);
const NOTHING_HINT = 'Data is undefined until it has arrived: return early, or use `?.` and `??`.';

function nameHint(name: string, file: CheckedFile): string | undefined {
  if (file.kind === 'data') return MISSING_IN_DATA.get(name) ?? didYouMean(nearestName(name, file.bindingNames));
  if (file.bindingNames.has(name)) return `'${name}' is only there in data.ts. Export a function from it and read it with useData.`;
  return didYouMean(nearestName(name, AMBIENT_NAMES));
}

function didYouMean(name: string | null): string | undefined {
  return name === null ? undefined : `Did you mean '${name}'?`;
}

/** What the object has instead: the nearest name, or all of them where they are few. */
async function propertyHint(node: Node, { project }: CheckedFile): Promise<string | undefined> {
  const { parent } = node;
  if (!parent || !ast.isPropertyAccessExpression(parent) || parent.name !== node) return undefined;
  const type = await project.checker.getTypeAtLocation(parent.expression);
  const names = type ? (await project.checker.getPropertiesOfType(type)).map((property) => property.name) : [];
  const nearest = nearestName((node as ast.Identifier).text, names);
  if (nearest) return didYouMean(nearest);
  return names.length > 0 && names.length <= MAX_HINT_NAMES ? `It has: ${names.join(', ')}.` : undefined;
}
