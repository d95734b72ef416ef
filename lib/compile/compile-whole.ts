import { transform } from 'sucrase';
import type { CompiledFile } from '../bridge/messages';
import { type Diagnostic, type Source, hasErrors } from '../program/program';
import { compileDraft } from './compile-draft';
import { nameStates } from './name-states';
import { createStyles, type StyleTexts } from './styles';

export type WholeProgram = {
  /** JavaScript of ui.tsx for a guest, with its states named. */
  ui: CompiledFile;
  /** Its whole style sheet. */
  css: string;
  /** JavaScript of data.ts for a guest that runs it itself. */
  data: CompiledFile | null;
  /** The functions of data.ts, and data.ts as a module for the isolate. */
  functions: CompiledFile['functions'];
  module: string;
};

/** Compiles a program that is finished, once for all who look at it. Gives what is wrong with it where it can't be. */
export async function compileWhole(source: Source, texts: StyleTexts, kit: readonly string[]): Promise<WholeProgram | Diagnostic[]> {
  const { ui, data, candidates, diagnostics } = compileDraft(source, true);
  if (ui === null || hasErrors(diagnostics)) return diagnostics;
  // A sheet of its own: one that grew with other programs would tell of them.
  const css = (await createStyles(texts, kit)).build(candidates) ?? '';
  const { code: module } = transform(source['data.ts'], { transforms: ['typescript'], disableESTransforms: true });
  return { ui: nameStates(ui), css, data, functions: data?.functions ?? [], module };
}
