/** Names that a file of this project's own making exports: `export { a, b as c } from …`, `export * as d from …`, `export const e = …`. */
export function exportedNames(text: string): string[] {
  const lists = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list!.split(','));
  const named = lists.map((one) => one.trim().split(/\s+as\s+/).at(-1)!).filter(Boolean);
  return [...named, ...[...text.matchAll(/^export (?:\* as|const|(?:async )?function) (\w+)/gm)].map(([, name]) => name!)];
}

/** One line, since it stands in front of the first one. `data` is a module of its own. */
export function importLine(names: readonly string[], from: string, data?: string): string {
  const own = names.filter((name) => data === undefined || name !== 'data');
  const lines = own.length > 0 ? `import { ${own.join(', ')} } from ${JSON.stringify(from)};` : '';
  return own.length < names.length ? `${lines}import * as data from ${JSON.stringify(data)};` : lines;
}

/** `data` as ui.tsx has it: each function of data.ts, run here or by the server. */
export function dataModule(text: string, file: string, dataFunctions: string): string {
  const names = exportedNames(text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, ''));
  const functions = names.map((name) => `export const ${name} = dataFunction(${JSON.stringify(name)}, (args) => own.${name}(args));`);
  return [`import * as own from ${JSON.stringify(file)};`, `import { dataFunction } from ${JSON.stringify(dataFunctions)};`, ...functions].join('\n');
}
