import type { Plugin } from 'esbuild';

/** Answers imports of React in the charts bundle with the React of the guest's own bundle (`charts.ts` lays it out). */
export const shareReact: Plugin = {
  name: 'share-react',
  setup(build) {
    build.onResolve({ filter: /^react(-dom|\/jsx-runtime)?$/ }, ({ path }) => ({ path, namespace: 'shared-react' }));
    build.onLoad({ filter: /.*/, namespace: 'shared-react' }, ({ path }) => ({
      contents: `module.exports = globalThis[Symbol.for('vitrine.modules')][${JSON.stringify(path)}];`,
      loader: 'js',
    }));
  },
};
