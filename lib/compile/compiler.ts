import type { CompiledFile } from '../bridge/messages';
import type { Source } from '../program/program';
import { DraftCompiler } from './compile-draft';
import type { Styles } from './styles';
import type { CompilerAnswer, CompilerRequest } from './worker-messages';

type Text = { text: number; source: Source; ended: boolean };

/**
 * The worker without its thread: takes texts, gives swaps. At most one swap is on its way; of the texts that come
 * meanwhile only the newest counts, and each swap has a task of its own, so that the guest gets to paint between two.
 */
export class Compiler {
  readonly #answer: (answer: CompilerAnswer) => void;
  readonly #inNewTask: (run: () => void) => void;
  readonly #drafts = new DraftCompiler();
  #styles: Styles | null = null;
  #next: Text | null = null;
  #scheduled = false;
  #seq = 0;
  #unacknowledged: number | null = null;
  /** What the guest has: a file that can't be shown for a while leaves there what it was. */
  #ui: CompiledFile | null = null;
  #data: CompiledFile | null = null;
  #done = false;

  constructor(answer: (answer: CompilerAnswer) => void, inNewTask: (run: () => void) => void) {
    this.#answer = answer;
    this.#inNewTask = inNewTask;
  }

  /** From now on it compiles. */
  start(styles: Styles): void {
    this.#styles = styles;
    this.#answer({ type: 'ready' });
    this.#schedule();
  }

  receive(request: CompilerRequest): void {
    if (request.type === 'source') this.#next = request;
    else if (request.seq === this.#unacknowledged) this.#unacknowledged = null;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || !this.#styles || !this.#next || this.#unacknowledged !== null) return;
    this.#scheduled = true;
    this.#inNewTask(() => {
      this.#scheduled = false;
      const text = this.#next;
      this.#next = null;
      if (text && this.#styles) this.#compile(text, this.#styles);
    });
  }

  #compile({ text, source, ended }: Text, styles: Styles): void {
    const { ui, data, candidates, diagnostics } = this.#drafts.compile(source, ended);
    const done = ended && diagnostics.length === 0;
    const changed = (ui !== null && ui !== this.#ui) || (data !== null && data !== this.#data);
    // A program that is done is not undone by a text that begins where it ended.
    if (changed || (done && !this.#done)) this.#swap(text, ui, data, styles.build(candidates), done);
    else if (diagnostics.length === 0) this.#answer({ type: 'unchanged', text });
    if (diagnostics.length > 0) this.#answer({ type: 'failed', text, diagnostics });
  }

  #swap(text: number, ui: CompiledFile | null, data: CompiledFile | null, css: string | null, done: boolean): void {
    this.#ui = ui ?? this.#ui;
    this.#data = data ?? this.#data;
    this.#done = done;
    this.#unacknowledged = ++this.#seq;
    this.#answer({ type: 'swap', text, swap: { seq: this.#seq, ui: this.#ui, data: this.#data, css, done } });
  }
}
