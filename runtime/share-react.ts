import type { Plugin } from 'esbuild';

/** Answers imports of React in a late bundle with the React of the guest's own bundle (`late-bundle.ts` hands it over). */
export const shareReact: Plugin = {
  name: 'share-react',
  setup(build) {
    build.onResolve({ filter: /^react(-dom|\/jsx-runtime)?$/ }, ({ path }) => ({ path, namespace: 'shared-react' }));
    build.onLoad({ filter: /.*/, namespace: 'shared-react' }, ({ path }) => ({
      contents: `module.exports = lateHost.modules[${JSON.stringify(path)}];`,
      loader: 'js',
    }));
  },
};
