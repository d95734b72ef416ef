import { type Node, parse } from 'acorn';
import { transform } from 'sucrase';

/** A place where a program calls a binding: `firewall.blocksAdd(…)`, or a template with its pieces of text. */
export type BindingCall = { binding: string; operation: string; text?: string[] };

/**
 * The calls of bindings in data.ts, each once, as they are written. What is put together while it runs (`github[name]`) isn't found,
 * and a local variable of a binding's name is taken for it: good for telling a person, never for deciding. A text that can't be
 * parsed has none.
 */
export function bindingCalls(data: string, bindings: ReadonlySet<string>): BindingCall[] {
  const found = new Map<string, BindingCall>();
  visit(parsed(data), (node) => {
    const call = callOf(node, bindings);
    if (call) found.set(JSON.stringify(call), call);
  });
  return [...found.values()];
}

function parsed(data: string): Node | null {
  try {
    return parse(transform(data, { transforms: ['typescript'], disableESTransforms: true }).code, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    return null;
  }
}

type Parts = Node & Record<string, unknown>;

function callOf(node: Parts, bindings: ReadonlySet<string>): BindingCall | null {
  if (node.type !== 'CallExpression' && node.type !== 'TaggedTemplateExpression') return null;
  const [binding, ...path] = pathOf((node.callee ?? node.tag) as Parts) ?? [];
  if (binding === undefined || path.length === 0 || !bindings.has(binding)) return null;
  const operation = path.join('.');
  if (node.type === 'CallExpression') return { binding, operation };
  const quasis = (node.quasi as { quasis: { value: { cooked: string | null; raw: string } }[] }).quasis;
  return { binding, operation, text: quasis.map(({ value }) => value.cooked ?? value.raw) };
}

/** `a.b['c']` as its names. */
function pathOf(node: Parts): string[] | null {
  if (node.type === 'Identifier') return [node.name as string];
  if (node.type !== 'MemberExpression') return null;
  const before = pathOf(node.object as Parts);
  const property = node.property as Parts;
  const name = node.computed ? (property.type === 'Literal' ? String(property.value) : null) : (property.name as string);
  return before && name !== null ? [...before, name] : null;
}

/** A loop, since texts can be nested deeply. */
function visit(root: unknown, see: (node: Parts) => void): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if (!Array.isArray(node)) see(node as Parts);
    open.push(...Object.values(node).filter((child) => typeof child === 'object' && child !== null));
  }
}
