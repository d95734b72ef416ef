import path from 'node:path';

// Its packages are another folder's, by a link.
export default { turbopack: { root: path.parse(import.meta.dirname).root }, typescript: { ignoreBuildErrors: true } };
