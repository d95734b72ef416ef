/** Starts a call of a binding: `operation` is the path below it, `template` the one it was written as, which every run of its place has. */
export type StartCall = (operation: string, args: unknown, template?: TemplateStringsArray) => Promise<unknown>;

/**
 * A binding as `data.ts` sees it: every property is one more step of the path, a call sends it. `sql` is a template tag
 * whose pieces and values stay apart all the way to the database.
 */
export function bindingObject(start: StartCall, path: readonly string[] = []): object {
  return new Proxy(function binding() {}, {
    get(_, key) {
      // `then` is asked for by await: a binding is no promise.
      if (typeof key === 'symbol' || key === 'then') return undefined;
      return bindingObject(start, [...path, key]);
    },
    apply: (_target, _this, args: unknown[]) => (isTemplate(args[0]) ? start(path.join('.'), sqlArgs(args[0], args.slice(1)), args[0]) : start(path.join('.'), args[0])),
  });
}

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value) && 'raw' in value;
}

function sqlArgs(pieces: TemplateStringsArray, values: unknown[]): { text: string[]; values: unknown[] } {
  // A piece with an escape that no string has is undefined; what was typed is in `raw`.
  return { text: pieces.map((piece, i) => piece ?? pieces.raw[i] ?? ''), values };
}
