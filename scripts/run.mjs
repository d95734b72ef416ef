/**
 * Entry of every npm script. It is plain JavaScript that an old Node can read, so that a machine whose Node is too old,
 * and for which npm has no newer one, is told so in one line.
 */
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const { enableCompileCache } = nodeModule.default;
const [major, minor] = process.versions.node.split('.').map(Number);
const MIN = { major: 22, minor: 18, why: 'runs TypeScript as it is' };

if (major < MIN.major || (major === MIN.major && minor < MIN.minor)) {
  console.error(
    `Vitrine needs Node ${MIN.major}.${MIN.minor} or newer (it ${MIN.why}); this is ${process.versions.node}. ` +
      'On Linux and Windows `npm ci` brings one along; run the command through npm, or install a newer Node.',
  );
  process.exit(1);
}

// Compiled code is kept between runs; only the first start after a build compiles everything anew.
enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/vitrine-compile', import.meta.url)));

const [, , name, ...rest] = process.argv;
process.argv = [process.argv[0], name, ...rest];
await import(new URL(`./${name}.ts`, import.meta.url).href);
