/** An import as generated code writes one. `names` are what it declares; `from` the name there, null for all of the module. */
export type ImportClause = { specifier: string; names: { local: string; from: string | null }[]; isBare: boolean };

const IMPORT = /^import\b(?!\s*[(.])\s*(?:([^'"]*?)\bfrom\s*)?(['"])([^'"\n]*)\2/;
const COMMENT = /\/\*[^]*?\*\/|\/\/[^\n]*/g;
const NAME = /^[\w$\u0080-\uffff]+$/;

/** What an import declares as values, or null for any other statement. Types alone leave nothing. */
export function readImport(statement: string): ImportClause | null {
  if (!/^import\b/.test(statement)) return null;
  const [, clause, , specifier] = IMPORT.exec(statement) ?? IMPORT.exec(statement.replaceAll(COMMENT, ' ')) ?? [];
  if (specifier === undefined) return null;
  if (clause === undefined) return { specifier, names: [], isBare: true };
  return { specifier, names: readClause(clause.replaceAll(COMMENT, ' ').trim()), isBare: false };
}

const EXPORT_LIST = /^export\s*\{([^]*)\}\s*;?$/;

/** What `export { a, b as c }` names; null for any other statement, those that take from another module among them. */
export function readExportList(statement: string): { local: string; as: string }[] | null {
  const list = EXPORT_LIST.exec(statement.replaceAll(COMMENT, ' ').trim())?.[1];
  if (list === undefined || /['"]/.test(list)) return null;
  return readClause(`{${list}}`).map(({ local, from }) => ({ local: from!, as: local }));
}

/** At the file's end, when everything has its value. What is only a type has none. */
export function exportAssignments(exported: readonly { local: string; as: string }[]): string {
  return exported.map(({ local, as }) => `if(typeof ${local}!=="undefined")exports[${JSON.stringify(as)}]=${local};`).join('');
}

function readClause(clause: string): ImportClause['names'] {
  if (/^type\b(?!\s*(?:,|$))/.test(clause)) return [];
  const names: ImportClause['names'] = [];
  const braced = /\{([^]*)\}/.exec(clause)?.[1];
  for (const part of clause.replace(/\{[^]*\}/, '').split(',')) {
    const [first, as, local] = part.trim().split(/\s+/);
    if (first === '*' && as === 'as' && local) names.push({ local, from: null });
    else if (first) names.push({ local: first, from: 'default' });
  }
  for (const part of braced?.split(',') ?? []) {
    const words = part.trim().split(/\s+/);
    // `type` is a modifier where another name follows it, and a name where none does.
    if (words[0] === 'type' && words.length > 1 && words[1] !== 'as') continue;
    const [from, as, local] = words;
    if (from) names.push({ local: as === 'as' && local ? local : from, from });
  }
  return names.filter(({ local }) => NAME.test(local));
}

/**
 * Imports as declarations at the file's top: hoisted, as imports are. `isUsed` tells which names stand for values
 * somewhere; an import of which nothing is used was one of types.
 */
export function importDeclarations(imports: readonly ImportClause[], isUsed: (name: string) => boolean): string {
  const declared = new Set<string>();
  let js = '';
  imports.forEach(({ specifier, names, isBare }, index) => {
    const used = names.filter(({ local }) => isUsed(local) && !declared.has(local));
    if (used.length === 0 && !isBare) return;
    for (const { local } of used) declared.add(local);
    const parts = used.map(({ local, from }) => `${local}=${from === null ? `$${index}` : `$${index}[${JSON.stringify(from)}]`}`);
    js += `const ${[`$${index}=require(${JSON.stringify(specifier)})`, ...parts].join(',')};`;
  });
  return js;
}
