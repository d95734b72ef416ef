import { callPage } from './page';
import { callSnapshot } from './snapshot';
import { source } from './source';

type Call = { binding: string; operation: string; args: unknown };

/** A connection as data.ts sees it: every property is one more step of the path, a call makes it. */
export function binding(name: string, path: readonly string[] = []): any {
  return new Proxy(() => {}, {
    // `then` is asked for by await: a binding is no promise.
    get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : binding(name, [...path, key])),
    apply: (_target, _this, args: unknown[]) => call({ binding: name, operation: path.join('.'), args: isTemplate(args[0]) ? sqlArgs(args[0], args.slice(1)) : args[0] }),
  });
}

async function call({ args, ...rest }: Call): Promise<unknown> {
  // What JSON makes of the arguments: dates are text.
  const made = { ...rest, args: JSON.parse(JSON.stringify(args ?? null)) as unknown };
  return source === 'page' ? callPage(made) : callSnapshot(made);
}

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value) && 'raw' in value;
}

function sqlArgs(pieces: TemplateStringsArray, values: unknown[]) {
  return { text: pieces.map((piece, i) => piece ?? pieces.raw[i] ?? ''), values };
}
