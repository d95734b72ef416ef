/** Makes what every instance starts from: the engine, compiled, and its memory after the guest's own code has run in it. */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Intrinsics, QuickJS } from 'quickjs-wasi';
import { transform } from 'sucrase';
import { takeImage } from './memory-image.ts';
import type { Warm } from './messages.ts';

const GUEST = path.join(import.meta.dirname, 'guest');

/**
 * What the language has, and nothing that only hosts have (`performance`, `atob`, `DOMException`): the checker knows no more
 * either.
 */
const LANGUAGE = 8191 & ~(Intrinsics.PERFORMANCE | Intrinsics.DOM_EXCEPTION | Intrinsics.ATOB_BTOA);

/** Names of host functions, which an instance restored from the image binds anew. */
export const HOST_FUNCTIONS = ['line', 'end'] as const;

export async function makeWarm(): Promise<Warm> {
  const wasm = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
  const engine = await WebAssembly.compile(await readFile(wasm));
  return { engine, image: await runGuest(engine) };
}

async function runGuest(engine: WebAssembly.Module): Promise<Warm['image']> {
  const vm = await QuickJS.create({ wasm: engine, intrinsics: LANGUAGE });
  const host = vm.newObject();
  for (const name of HOST_FUNCTIONS) vm.setProp(host, name, vm.newFunction(name, () => vm.undefined));
  const create = vm.evalCode(await guestText(), 'vitrine');
  const guest = vm.callFunction(create, vm.undefined, host);
  const token = (name: string) => vm.exportHandle(guest.getProp(name));
  const handles = { begin: token('begin'), follow: token('follow'), settle: token('settle'), take: token('take') };
  vm.runGC();
  return takeImage(engine, vm.snapshot(), handles);
}

/** The guest's files as one expression, the function `createGuest`: modules of the engine could be imported by generated code. */
async function guestText(): Promise<string> {
  const files = (await readdir(GUEST)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const modules = await Promise.all(files.map(async (file) => `${JSON.stringify(`./${file.slice(0, -3)}`)}(exports, require) {${javaScript(await readFile(path.join(GUEST, file), 'utf8'))}\n}`));
  return `(() => {
    const files = { ${modules.join(',\n')} };
    const loaded = {};
    const require = (name) => {
      if (!loaded[name]) files[name](loaded[name] = {}, require);
      return loaded[name];
    };
    return require('./main').createGuest;
  })()`;
}

function javaScript(typescript: string): string {
  return transform(typescript, { transforms: ['typescript', 'imports'], disableESTransforms: true }).code;
}
