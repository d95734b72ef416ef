import type { CompiledFile } from '../bridge/messages';
import { type Draft, complete, completeData, survey } from '../draft/complete';
import { type Diagnostic, FILE_NAMES, type FileName, type Source } from '../program/program';
import { type Compiled, compileFile } from './compile-file';
import { syntaxDiagnostic } from './syntax-diagnostic';

export type CompiledDraft = {
  /** JavaScript of ui.tsx, null while it has no component. */
  ui: CompiledFile | null;
  /** JavaScript of data.ts, null while no function of it is whole. */
  data: CompiledFile | null;
  /** Words of ui.tsx that may be names of classes. */
  candidates: string[];
  /** What is wrong with a text that has ended; of a text that has not, nothing is said. */
  diagnostics: Diagnostic[];
};

/**
 * Compiles a Source as far as it goes. Once it has `ended` it is taken whole; a file that does not parse then is
 * compiled as far as it goes all the same, and says where it breaks.
 */
export function compileDraft(source: Source, ended: boolean): CompiledDraft {
  return new DraftCompiler().compile(source, ended);
}

/** Compiles a Source that grows: a file whose program is the one before it gives the very same object. */
export class DraftCompiler {
  readonly #files = new Map<FileName, { key: string; compiled: Compiled }>();

  compile(source: Source, ended: boolean): CompiledDraft {
    const diagnostics: Diagnostic[] = [];
    const [ui, data] = FILE_NAMES.map((file) => this.#file(file, source[file], ended, diagnostics));
    return { ui: ui?.file ?? null, data: data?.file ?? null, candidates: ui?.candidates ?? [], diagnostics };
  }

  #file(file: FileName, text: string, ended: boolean, diagnostics: Diagnostic[]): Compiled | null {
    if (ended && text.trim() !== '') {
      try {
        return this.#compiled(file, survey(text, file));
      } catch (error) {
        diagnostics.push(syntaxDiagnostic(file, text, error));
      }
    }
    return this.#asFarAsItGoes(file, text);
  }

  #asFarAsItGoes(file: FileName, text: string): Compiled | null {
    const draft = draftOf(file, text);
    if (!draft) return null;
    try {
      return this.#compiled(file, draft);
    } catch (error) {
      return this.#before(file, text, Math.min((error as { pos?: number }).pos ?? 0, draft.cut));
    }
  }

  /** The text does not parse at an offset: what stands before it counts, or else what was shown last. */
  #before(file: FileName, text: string, offset: number): Compiled | null {
    const draft = draftOf(file, text.slice(0, offset));
    try {
      if (draft) return this.#compiled(file, draft);
    } catch {
      // Then the completer itself was wrong, and the next piece of text mends it.
    }
    return this.#files.get(file)?.compiled ?? null;
  }

  #compiled(file: FileName, draft: Draft): Compiled {
    const key = JSON.stringify([draft.code, draft.components, draft.defaultExport, draft.functions, draft.constants]);
    const known = this.#files.get(file);
    if (known?.key === key) return known.compiled;
    const compiled = compileFile(file, draft);
    this.#files.set(file, { key, compiled });
    return compiled;
  }
}

function draftOf(file: FileName, text: string): Draft | null {
  return file === 'ui.tsx' ? complete(text) : completeData(text);
}
