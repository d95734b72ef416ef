import { MODULES } from '../../program/ambient';
import type { Finding } from './finding';
import { nearestName } from '../../binding/nearest';
import { visit } from './queries';
import { ast, type Node, type Project, type SourceFile } from './typescript-server';
import { MISSING_IN_DATA, MISSING_IN_UI } from './world';

/** What must hold of ui.tsx beyond its types: one default export, accepted imports, nothing that the frame lacks. */
export async function checkUiRules(file: SourceFile, project: Project): Promise<Finding[]> {
  const missing = await missingNames(file, project, MISSING_IN_UI, 'not-in-ui');
  return [...defaultExportFindings(file), ...importFindings(file, (name) => Object.hasOwn(MODULES, name)), ...missing];
}

/** What must hold of data.ts beyond its types: async functions of one object, no imports, nothing locale-dependent. */
export async function checkDataRules(file: SourceFile, project: Project): Promise<Finding[]> {
  const missing = await missingNames(file, project, MISSING_IN_DATA, 'not-in-data');
  return [...file.statements.flatMap((statement) => exportFindings(statement, file)), ...importFindings(file, () => false), ...localeFindings(file), ...missing];
}

function defaultExportFindings(file: SourceFile): Finding[] {
  const defaults = file.statements.filter(isDefaultExport);
  if (defaults.length === 0) {
    const hint = 'Write `export default function Name() { … }`.';
    return [{ start: 0, end: 0, severity: 'error', code: 'no-default-export', message: 'ui.tsx has no default export.', hint }];
  }
  return defaults.slice(1).map((statement) => ({
    ...headOf(statement, file),
    severity: 'error',
    code: 'second-default-export',
    message: 'ui.tsx has more than one default export.',
    hint: 'Only the interface itself is exported; write the other components without `export default`.',
  }));
}

function isDefaultExport(statement: ast.Statement): boolean {
  if (ast.isExportAssignment(statement)) return true;
  if (ast.isExportDeclaration(statement) && statement.exportClause && ast.isNamedExports(statement.exportClause)) {
    return statement.exportClause.elements.some((element) => element.name.text === 'default');
  }
  return hasModifier(statement, ast.SyntaxKind.DefaultKeyword);
}

function importFindings(file: SourceFile, accepted: (specifier: string) => boolean): Finding[] {
  const findings: Finding[] = [];
  visit(file, (node) => {
    const imported = importedModule(node);
    if (!imported || accepted(imported.specifier)) return;
    findings.push(refusedImport(imported.specifier, imported.node, file));
  });
  return findings;
}

/** The specifier of a static import or re-export, or of `import(…)`. Imports of types only are gone when it runs. */
function importedModule(node: Node): { specifier: string; node: Node } | null {
  if (ast.isImportDeclaration(node) || ast.isExportDeclaration(node)) {
    const typesOnly = ast.isImportDeclaration(node) ? node.importClause?.phaseModifier === ast.SyntaxKind.TypeKeyword : node.isTypeOnly;
    const target = node.moduleSpecifier;
    return target && !typesOnly && ast.isStringLiteral(target) ? { specifier: target.text, node: target } : null;
  }
  if (!ast.isCallExpression(node) || !ast.isImportExpression(node.expression)) return null;
  const target = node.arguments[0];
  // A dynamic import isn't answered at all, whatever it names.
  return target ? { specifier: ast.isStringLiteral(target) ? `import(${target.text})` : 'import(…)', node: target } : null;
}

function refusedImport(specifier: string, node: Node, file: SourceFile): Finding {
  const nearest = file.fileName.endsWith('.tsx') ? nearestName(specifier, Object.keys(MODULES)) : null;
  return {
    start: node.getStart(file),
    end: node.end,
    severity: 'error',
    code: 'import-not-allowed',
    message: `'${specifier}' can't be imported.`,
    hint: nearest ? `Did you mean '${nearest}'?` : IMPORT_HINTS[file.fileName.endsWith('.tsx') ? 'ui' : 'data'],
  };
}

const IMPORT_HINTS = {
  ui: 'React, the kit, recharts, lucide icons (suffix Icon) and data are there without any import.',
  data: 'data.ts imports nothing: the bindings are there without it.',
};

/** What data.ts exports is called from outside by name with one object, so it must be callable in that way. */
function exportFindings(statement: ast.Statement, file: SourceFile): Finding[] {
  if (ast.isExportAssignment(statement) || hasModifier(statement, ast.SyntaxKind.DefaultKeyword)) {
    return [exportFinding(headOf(statement, file), 'data.ts has no default export.', 'Export each function by its name.')];
  }
  if (!hasModifier(statement, ast.SyntaxKind.ExportKeyword)) return [];
  if (ast.isFunctionDeclaration(statement)) return functionFindings(statement, statement.name ?? statement, file);
  if (!ast.isVariableStatement(statement)) return ast.isClassDeclaration(statement) ? [notAFunction(statement.name ?? statement, file)] : [];
  return statement.declarationList.declarations.flatMap((declaration) => {
    const value = declaration.initializer;
    const callable = value && (ast.isArrowFunction(value) || ast.isFunctionExpression(value));
    return callable ? functionFindings(value, declaration.name, file) : [notAFunction(declaration.name, file)];
  });
}

type FunctionNode = ast.FunctionDeclaration | ast.ArrowFunction | ast.FunctionExpression;

function functionFindings(node: FunctionNode, name: Node, file: SourceFile): Finding[] {
  const place = { start: name.getStart(file), end: name.end };
  const findings: Finding[] = [];
  const text = name.getText(file);
  if (!hasModifier(node, ast.SyntaxKind.AsyncKeyword)) {
    findings.push({ ...place, severity: 'warning', code: 'data-not-async', message: `'${text}' is exported but not async.`, hint: 'Functions of data.ts are `export async function`.' });
  }
  if ('asteriskToken' in node && node.asteriskToken) findings.push(exportFinding(place, `'${text}' is a generator.`, 'Return the whole value.'));
  const [first, second] = node.parameters;
  if (second) findings.push(parameterFinding(second, file, `'${text}' takes more than one parameter.`));
  else if (first && (first.dotDotDotToken || (first.type && isPlainType(first.type)))) {
    findings.push(parameterFinding(first, file, `'${text}' does not take an object.`));
  }
  return findings;
}

/** Types that are no object: `id: number`, `ids: string[]`. */
function isPlainType(type: ast.TypeNode): boolean {
  const { SyntaxKind } = ast;
  if (ast.isLiteralTypeNode(type) || ast.isArrayTypeNode(type) || ast.isTupleTypeNode(type)) return true;
  if (ast.isUnionTypeNode(type)) return type.types.every(isPlainType);
  return [SyntaxKind.NumberKeyword, SyntaxKind.StringKeyword, SyntaxKind.BooleanKeyword].includes(type.kind);
}

function parameterFinding(node: Node, file: SourceFile, message: string): Finding {
  const hint = 'A function of data.ts takes one object: `({ id }: { id: number })`.';
  return { start: node.getStart(file), end: node.end, severity: 'error', code: 'data-parameters', message, hint };
}

function notAFunction(name: Node, file: SourceFile): Finding {
  const place = { start: name.getStart(file), end: name.end };
  return exportFinding(place, `'${name.getText(file)}' is exported but is no function.`, 'Only async functions and types can be exported from data.ts.');
}

function exportFinding(place: { start: number; end: number }, message: string, hint: string): Finding {
  return { ...place, severity: 'error', code: 'data-export', message, hint };
}

const LOCALE_METHODS: ReadonlySet<string> = new Set(['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']);

function localeFindings(file: SourceFile): Finding[] {
  const findings: Finding[] = [];
  visit(file, (node) => {
    if (!ast.isPropertyAccessExpression(node) || !LOCALE_METHODS.has(node.name.text)) return;
    const message = `${node.name.text} ignores the language in data.ts.`;
    const hint = 'Return the value and format it in ui.tsx with fmt.';
    findings.push({ start: node.name.getStart(file), end: node.name.end, severity: 'warning', code: 'data-locale', message, hint });
  });
  return findings;
}

/** Uses of names that TypeScript's libraries declare and the place where the file runs lacks. The file's own are fine. */
async function missingNames(file: SourceFile, project: Project, missing: ReadonlyMap<string, string>, code: string): Promise<Finding[]> {
  const uses: ast.Identifier[] = [];
  visit(file, (node) => {
    if (ast.isIdentifier(node) && missing.has(node.text)) uses.push(node);
  });
  if (uses.length === 0) return [];
  const symbols = await project.checker.getSymbolAtLocation(uses);
  return uses
    .filter((_, i) => isFromLibrary(symbols[i]?.declarations))
    .map((use) => ({
      start: use.getStart(file),
      end: use.end,
      severity: 'error',
      code,
      message: `'${use.text}' does not work here.`,
      hint: missing.get(use.text),
    }));
}

function isFromLibrary(declarations: readonly { path: string }[] | undefined): boolean {
  return declarations?.some(({ path }) => /\/lib\.[a-z0-9.]+\.d\.ts$/.test(path)) ?? false;
}

function hasModifier(node: Node, kind: ast.SyntaxKind): boolean {
  const { modifiers } = node as { modifiers?: readonly Node[] };
  return modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

/** The first line of a statement. */
function headOf(statement: Node, file: SourceFile): { start: number; end: number } {
  const start = statement.getStart(file);
  const newline = file.text.indexOf('\n', start);
  return { start, end: newline === -1 ? statement.end : Math.min(newline, statement.end) };
}
