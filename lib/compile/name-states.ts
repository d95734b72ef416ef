import { type Node, parse } from 'acorn';
import type { CompiledFile } from '../bridge/messages';

type Named = Node & { type: string; name?: string };
type Found = { name: string; at: number; hasArgument: boolean };

/**
 * Gives the states of a page's own component their names: `const [month, setMonth] = useState("")` becomes `useState("", "month")`, so that
 * the guest can tell them to the address. Lines stay what they are. Other components may stand on the page many times, so theirs have none.
 */
export function nameStates(file: CompiledFile): CompiledFile {
  if (file.defaultExport === null) return file;
  const found = statesOf(file.js, file.defaultExport);
  let js = file.js;
  for (const { name, at, hasArgument } of found.toReversed()) js = `${js.slice(0, at)}${hasArgument ? ',' : 'undefined,'}${JSON.stringify(name)}${js.slice(at)}`;
  return { ...file, js };
}

/** Where the name of each goes, in order: behind its argument. */
function statesOf(js: string, component: string): Found[] {
  try {
    const body = bodyOf(parse(js, { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true }), component);
    return (body ?? []).flatMap((statement) => (statement.type === 'VariableDeclaration' ? declarationsOf(statement).flatMap(stateOf) : []));
  } catch {
    return []; // An address without state is no failure.
  }
}

function stateOf({ id, init }: { id: Named; init: Named | null }): Found[] {
  const first = id.type === 'ArrayPattern' ? ((id as unknown as { elements: (Named | null)[] }).elements[0] ?? null) : null;
  if (first?.type !== 'Identifier' || init?.type !== 'CallExpression') return [];
  const { callee, arguments: args } = init as unknown as { callee: Named; arguments: Named[] };
  const called = callee.type === 'MemberExpression' ? (callee as unknown as { property: Named }).property : callee;
  if (called.name !== 'useState' || args.length > 1 || args[0]?.type === 'SpreadElement') return [];
  return [{ name: first.name!, at: init.end - 1, hasArgument: args.length === 1 }];
}

function declarationsOf(statement: Node): { id: Named; init: Named | null }[] {
  return (statement as unknown as { declarations: { id: Named; init: Named | null }[] }).declarations;
}

/** The statements of the function with that name, however it was written. */
function bodyOf(program: Node, name: string): Node[] | null {
  for (const statement of (program as unknown as { body: Node[] }).body) {
    const made = madeIn(statement, name);
    const block = made && (made as unknown as { body: Named }).body;
    if (block?.type === 'BlockStatement') return (block as unknown as { body: Node[] }).body;
  }
  return null;
}

function madeIn(statement: Node, name: string): Node | null {
  if (statement.type === 'FunctionDeclaration') return (statement as unknown as { id: Named | null }).id?.name === name ? statement : null;
  if (statement.type === 'VariableDeclaration') return functionIn(declarationsOf(statement).find(({ id }) => id.name === name)?.init ?? null);
  if (statement.type !== 'ExpressionStatement') return null;
  // `export default function () {}` comes as `exports.default = function () {}`.
  const { expression } = statement as unknown as { expression: Node & { left?: { property?: Named }; right?: Named } };
  if (expression.type !== 'AssignmentExpression' || expression.left?.property?.name !== 'default') return null;
  const right = expression.right ?? null;
  return name === 'default' || (right as unknown as { id?: Named | null })?.id?.name === name ? functionIn(right) : null;
}

function functionIn(value: Named | null): Node | null {
  return value && /^(?:Arrow)?Function(?:Expression)?$/.test(value.type) ? value : null;
}
