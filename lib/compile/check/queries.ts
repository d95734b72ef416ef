import { templateText, type TemplateText } from './template-text';
import { ast, type Node, type Project, type SourceFile } from './typescript-server';

/** One ``shop.sql`…` `` of data.ts. Offsets count UTF-16 units in the file. */
export type Query = {
  binding: string;
  text: TemplateText;
  /** From the tag's first character to the closing backtick. */
  start: number;
  end: number;
  /** Where a type argument would be written. */
  typeArgumentAt: number;
  /** The type argument that was written. */
  rowType: Node | null;
};

/** Every SQL template whose tag is really the binding, in the order of the file: a local variable of its name is not. */
export async function findQueries(file: SourceFile, bindings: ReadonlySet<string>, project: Project): Promise<Query[]> {
  const candidates: TaggedSql[] = [];
  visit(file, (node) => {
    const tagged = taggedSql(node, bindings);
    if (tagged) candidates.push(tagged);
  });
  if (candidates.length === 0) return [];
  const symbols = await project.checker.getSymbolAtLocation(candidates.map((candidate) => candidate.object));
  return candidates
    .filter((_, i) => !symbols[i]?.declarations.some((declaration) => declaration.path === file.path))
    .map((candidate) => toQuery(candidate, file));
}

/** Calls `see` for a node and all below it. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

type TaggedSql = { node: ast.TaggedTemplateExpression; object: ast.Identifier };

function taggedSql(node: Node, bindings: ReadonlySet<string>): TaggedSql | null {
  if (!ast.isTaggedTemplateExpression(node) || !ast.isPropertyAccessExpression(node.tag)) return null;
  const { expression, name } = node.tag;
  if (name.text !== 'sql' || !ast.isIdentifier(expression) || !bindings.has(expression.text)) return null;
  return { node, object: expression };
}

function toQuery({ node, object }: TaggedSql, file: SourceFile): Query {
  return {
    binding: object.text,
    text: textOf(node.template, file),
    start: node.getStart(file),
    end: node.end,
    typeArgumentAt: node.tag.end,
    rowType: node.typeArguments?.[0] ?? null,
  };
}

function textOf(template: ast.TemplateLiteral, file: SourceFile): TemplateText {
  if (!ast.isTemplateExpression(template)) return templateText([rawPiece(template, file)], []);
  const { head, templateSpans } = template;
  const pieces = [head, ...templateSpans.map((span) => span.literal)].map((piece) => rawPiece(piece, file));
  return templateText(pieces, templateSpans.map((span) => span.expression.getStart(file)));
}

/** Without its marks: one before (a backtick or a brace), one (backtick) or two (`${`) after. */
function rawPiece(piece: Node, file: SourceFile) {
  const start = piece.getStart(file) + 1;
  const marks = ast.isTemplateHead(piece) || ast.isTemplateMiddle(piece) ? 2 : 1;
  return { start, raw: file.text.slice(start, Math.max(start, piece.end - marks)) };
}
