/**
 * An instance's memory is 1.4 MB, of which the stack and the engine's own constants are the most. Only pages that differ
 * from a new instance's are kept and written: touching the others costs several times what all else of a start does, where
 * the system is slow to give memory.
 */
import { QuickJS, type QuickJSOptions, type Snapshot } from 'quickjs-wasi';
import type { MemoryImage, Warm } from './messages.ts';

const PAGE = 4_096;

export function takeImage(engine: WebAssembly.Module, snapshot: Snapshot, handles: MemoryImage['handles']): MemoryImage {
  const { memory, stackPointer, runtimePtr, contextPtr } = snapshot;
  const untouched = newMemory(engine);
  const offsets: number[] = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const page = memory.subarray(at, at + PAGE);
    if (page.some((byte, i) => byte !== (untouched[at + i] ?? 0))) offsets.push(at);
  }
  const pages = new Uint8Array(new SharedArrayBuffer(offsets.length * PAGE));
  offsets.forEach((at, i) => pages.set(memory.subarray(at, at + PAGE), i * PAGE));
  return { byteLength: memory.byteLength, offsets, pages, stackPointer, runtimePtr, contextPtr, handles };
}

/** A new instance of the engine with the image as its memory. */
export function restoreImage({ engine, image }: Warm, options: Omit<QuickJSOptions, 'wasm' | 'wasi'>): Promise<QuickJS> {
  let memory: WebAssembly.Memory | null = null;
  // `restore` writes the whole of `memory` with `set`, once it has made room. Something like an array that has no elements
  // makes that a write of nothing, and its length is asked for exactly then: the moment to write the pages.
  const pages = {
    byteLength: image.byteLength,
    get length() {
      writePages(image, new Uint8Array(memory!.buffer));
      return 0;
    },
  };
  const { stackPointer, runtimePtr, contextPtr } = image;
  const snapshot: Snapshot = { memory: pages as unknown as Uint8Array, stackPointer, runtimePtr, contextPtr, extensions: [] };
  const wasi: QuickJSOptions['wasi'] = (own) => {
    memory = own;
    return { fd_write: () => BAD_FILE };
  };
  return QuickJS.restore(snapshot, { ...options, wasm: engine, wasi });
}

/** WASI's EBADF: nothing in the engine writes to the server's own output. */
const BAD_FILE = 8;

function writePages({ offsets, pages }: MemoryImage, into: Uint8Array): void {
  offsets.forEach((at, i) => into.set(pages.subarray(i * PAGE, (i + 1) * PAGE), at));
}

function newMemory(engine: WebAssembly.Module): Uint8Array {
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module, name } of WebAssembly.Module.imports(engine)) (imports[module] ??= {})[name] = () => 0;
  const { exports } = new WebAssembly.Instance(engine, imports);
  return new Uint8Array((exports.memory as WebAssembly.Memory).buffer);
}
