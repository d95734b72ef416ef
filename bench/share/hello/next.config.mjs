import path from 'node:path';

// It stands below this project's own packages.
export default { turbopack: { root: path.resolve(import.meta.dirname, '../../..') }, typescript: { ignoreBuildErrors: true } };
