import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What late bundles have in common with the guest's own: React, because two of them in one page don't know each other's
 * hooks; and of the house's what is heavy (class names are merged by tables) or remembers something (the language).
 */
const SHARED = ['react', 'react/jsx-runtime', 'react-dom', 'components/ui/button', 'components/ui/cn', 'runtime/kit/fmt'] as const;

export type SharedModule = (typeof SHARED)[number];

/** Answers imports of shared modules in a late bundle with the guest's own (`late-bundles.ts` hands them over). */
export function shareModules(root: string): Plugin {
  return {
    name: 'share-modules',
    setup(build) {
      build.onResolve({ filter: /^react(-dom|\/jsx-runtime)?$|\/(button|cn|fmt)$/ }, ({ path: asked, resolveDir }) => {
        const name = asked.startsWith('.') ? path.relative(root, path.join(resolveDir, asked)).replaceAll(path.sep, '/') : asked;
        return SHARED.includes(name as SharedModule) ? { path: name, namespace: 'shared' } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path: name }) => ({
        contents: `module.exports = lateHost.modules[${JSON.stringify(name)}];`,
        loader: 'js',
      }));
    },
  };
}
