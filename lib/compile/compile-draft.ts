import type { CompiledFile } from '../bridge/messages';
import { type Draft, complete, completeData, survey } from '../draft/complete';
import { DraftScanner } from '../draft/draft-scanner';
import { type Diagnostic, FILE_NAMES, type FileName, type Source } from '../program/program';
import { type Compiled, FileCompiler } from './compile-file';
import { refusal, syntaxDiagnostic } from './syntax-diagnostic';

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
  readonly #files: Record<FileName, GrowingFile> = { 'ui.tsx': new GrowingFile('ui.tsx'), 'data.ts': new GrowingFile('data.ts') };

  compile(source: Source, ended: boolean): CompiledDraft {
    const diagnostics: Diagnostic[] = [];
    const [ui, data] = FILE_NAMES.map((file) => this.#file(file, source[file], ended, diagnostics));
    return { ui: ui?.file ?? null, data: data?.file ?? null, candidates: ui?.candidates ?? [], diagnostics };
  }

  #file(file: FileName, text: string, ended: boolean, diagnostics: Diagnostic[]): Compiled | null {
    if (ended && text.trim() !== '') {
      try {
        const whole = survey(text, file);
        if (whole.refused) throw refusal(text, whole.refused);
        return this.#files[file].compile(whole);
      } catch (error) {
        diagnostics.push(syntaxDiagnostic(file, text, error));
      }
    }
    return this.#asFarAsItGoes(file, text);
  }

  #asFarAsItGoes(file: FileName, text: string): Compiled | null {
    const draft = this.#files[file].scan(text);
    if (!draft) return null;
    try {
      return this.#files[file].compile(draft);
    } catch (error) {
      return this.#before(file, text, Math.min((error as { pos?: number }).pos ?? 0, draft.cut));
    }
  }

  /** The text does not parse at an offset: what stands before it counts, or else what was shown last. */
  #before(file: FileName, text: string, offset: number): Compiled | null {
    const draft = file === 'ui.tsx' ? complete(text.slice(0, offset)) : completeData(text.slice(0, offset));
    try {
      if (draft) return this.#files[file].compile(draft);
    } catch {
      // Then the completer itself was wrong, and the next piece of text mends it.
    }
    return this.#files[file].last;
  }
}

/** A file that is compiled again only where another program has come of it. */
class GrowingFile {
  readonly #scanner: DraftScanner;
  readonly #compiler: FileCompiler;
  #code: string | null = null;
  #shape = '';
  last: Compiled | null = null;

  constructor(file: FileName) {
    this.#scanner = new DraftScanner(file);
    this.#compiler = new FileCompiler(file);
  }

  /** The file as far as it can be shown or called; null while nothing of it can. */
  scan(text: string): Draft | null {
    return this.#scanner.complete(text);
  }

  /** @throws sucrase's error where it does not parse */
  compile(draft: Draft): Compiled {
    const shape = JSON.stringify([draft.components, draft.defaultExport, draft.functions]);
    if (this.last && draft.code === this.#code && shape === this.#shape) return this.last;
    this.last = this.#compiler.compile(draft);
    this.#code = draft.code;
    this.#shape = shape;
    return this.last;
  }
}
