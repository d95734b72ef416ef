import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { dataModule, exportedNames, importLine } from './names.ts';

const DATA = 'virtual:vitrine-data';

/**
 * Gives `ui.tsx` and `data.ts` the names that they use without importing: what src/ambient.ts and src/bindings.ts export. A file that
 * imports or declares a name itself has its own. Once both files import what they use, this plugin can go.
 */
export function vitrine(): Plugin {
  let source = '';
  const at = (name: string) => path.join(source, name).replaceAll('\\', '/');
  const text = (name: string) => readFileSync(at(name), 'utf8');
  const given: Record<string, () => string[]> = {
    'ui.tsx': () => [...exportedNames(text('ambient.ts')), 'data'],
    'data.ts': () => exportedNames(text('bindings.ts')),
  };
  const fileOf = (id: string | undefined) => Object.keys(given).find((name) => id?.split('?')[0] === at(name));

  return {
    name: 'vitrine',
    enforce: 'post',
    configResolved: (config) => void (source = path.join(config.root, 'src')),
    resolveId: {
      order: 'pre',
      handler(id, importer) {
        if (id === DATA) return `\0${DATA}`;
        if (fileOf(importer) !== 'ui.tsx') return null;
        // Charts come with the theme's manners under their own names.
        if (id === 'recharts') return at('components/kit/recharts.ts');
        return id === './data' ? `\0${DATA}` : null;
      },
    },
    load(id) {
      if (id !== `\0${DATA}`) return null;
      this.addWatchFile(at('data.ts'));
      return dataModule(text('data.ts'), at('data.ts'), at('vitrine/data-functions.ts'));
    },
    transform(code, id) {
      const file = fileOf(id);
      if (!file) return null;
      const declared = declaredIn(this.parse(code).body as Statement[]);
      const names = given[file]!().filter((name) => !declared.has(name) && new RegExp(`(?<![\\w$.])${name}(?![\\w$])`).test(code));
      const head = file === 'ui.tsx' ? importLine(names, at('ambient.ts'), DATA) : importLine(names, at('bindings.ts'));
      return { code: head + code, map: null };
    },
  };
}

type Named = { type: string; name?: string };
type Statement = {
  type: string;
  id?: Named | null;
  declaration?: Statement | null;
  declarations?: { id: Named }[];
  specifiers?: { local: Named }[];
};

/** Names that a module declares at its top, or imports. */
function declaredIn(body: readonly Statement[]): Set<string> {
  const names = body.flatMap((statement): (string | undefined)[] => {
    const own = statement.declaration ?? statement;
    if (statement.type === 'ImportDeclaration') return statement.specifiers?.map(({ local }) => local.name) ?? [];
    return [own.id?.name, ...(own.declarations ?? []).map(({ id }) => id.name)];
  });
  return new Set(names.filter((name) => name !== undefined));
}
