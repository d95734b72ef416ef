import { ComponentScanner } from './component-scanner';
import { END, isWordStart } from './cursor';
import type { FoundStatement } from './findings';

const COMPONENT = /^[A-Z](?![A-Z\d_]*$)|^[A-Z]$/;
const AS_DEFAULT = /([\w$\u0080-\uffff]+)\s+as\s+default\b/;
const HOOK = /^use[A-Z]/;

/** Steps over a whole file. With JSX components may be cut inside; without, every declaration counts when whole. */
export class ProgramScanner extends ComponentScanner {
  /** Scans to the end; true where the text did not break off inside of something. */
  scan(): boolean {
    try {
      this.#hashbang();
      for (;;) {
        this.cuts.mark(this.pos);
        this.space();
        if (this.ended) return true;
        const statement: FoundStatement = { start: this.pos, end: null };
        this.found.statements.push(statement);
        this.remembered('statement', () => this.#topLevel(false));
        if (this.pos === statement.start) this.pos++;
        statement.end = this.pos;
      }
    } catch (error) {
      if (error !== END) throw error;
      return false;
    }
  }

  /** `#!…` is written as a comment: behind the directive that a compiler puts first no engine takes it. */
  #hashbang(): void {
    if (!this.at('#!')) return;
    this.found.respelt.push({ start: 0, text: '//' });
    while (this.current !== '\n') this.pos++;
  }

  #topLevel(exported: boolean): void {
    this.space();
    const from = this.pos;
    const word = isWordStart(this.current) ? this.word() : '';
    if (word === 'import' && !this.#isExpression()) this.#import();
    else if (word === 'export') this.#export();
    else if (word === 'const' || word === 'let' || word === 'var') this.#constants(exported);
    else if (word === 'function') this.#function(exported);
    else {
      this.pos = from;
      if (word === 'async') this.#asyncFunction(exported);
      else this.statement(false);
    }
  }

  /** `import(…)` and `import.meta`. */
  #isExpression(): boolean {
    this.space();
    return this.current === '(' || this.current === '.';
  }

  #import(): void {
    while (this.current !== '"' && this.current !== "'") this.pos++;
    this.string();
    this.#importAttributes();
    this.semicolon();
  }

  /** `with { type: "json" }`. */
  #importAttributes(): void {
    const from = this.pos;
    if (!this.space() && isWordStart(this.current) && this.peekWord() === 'with') {
      this.word();
      this.space();
      this.balanced();
    } else this.pos = from;
  }

  #export(): void {
    this.space();
    if (this.#eatTypeOfList() || this.current === '{' || this.current === '*') this.#exportList();
    else if (this.peekWord() === 'default') {
      this.word();
      this.#exportDefault();
    } else this.nested(() => this.#topLevel(true));
  }

  /** Steps over `type` in `export type {` and `export type *`. */
  #eatTypeOfList(): boolean {
    const from = this.pos;
    if (isWordStart(this.current) && this.word() === 'type') {
      this.space();
      if (this.current === '{' || this.current === '*') return true;
    }
    this.pos = from;
    return false;
  }

  #exportList(): void {
    const from = this.pos;
    if (this.current === '{') this.balanced();
    else this.pos++;
    const own = AS_DEFAULT.exec(this.text.slice(from, this.pos))?.[1];
    while (!'\n;'.includes(this.current)) this.pos++;
    this.semicolon();
    if (own) this.found.defaultExport = { name: COMPONENT.test(own) ? own : 'default', at: this.pos };
  }

  #exportDefault(): void {
    this.space();
    const word = isWordStart(this.current) ? this.peekWord() : '';
    if (word === 'async') {
      this.word();
      this.space();
    }
    if (isWordStart(this.current) && this.peekWord() === 'function') {
      this.word();
      return this.component('default', () => this.functionOfComponent(), true);
    }
    if (this.hasTags && this.beginsFunction()) {
      this.component('default', () => this.functionValue(), true);
      return this.semicolon();
    }
    this.expression(false);
    this.semicolon();
    this.found.defaultExport = { name: COMPONENT.test(word) ? word : 'default', at: this.pos };
  }

  #function(exported: boolean): void {
    const from = this.pos;
    this.space();
    const name = isWordStart(this.current) ? this.peekWord() : '';
    this.pos = from;
    if (this.hasTags && COMPONENT.test(name)) this.component(name, () => this.functionOfComponent());
    else if (this.hasTags && HOOK.test(name)) this.hook(name, () => this.functionOfComponent());
    else this.cuts.atomically(() => this.functionRest(false));
    if (exported) this.found.exported.push({ name, end: this.pos });
  }

  #asyncFunction(exported: boolean): void {
    const from = this.pos;
    this.word();
    this.space();
    if (isWordStart(this.current) && this.peekWord() === 'function') {
      this.word();
      this.#function(exported);
    } else {
      this.pos = from;
      this.statement(false);
    }
  }

  #constants(exported: boolean): void {
    if (this.#constEnum()) return;
    do {
      let name: string | null = null;
      this.cuts.atomically(() => {
        name = this.bindingAndType();
      });
      if (this.eat('=')) this.#initialiser(name, exported);
    } while (this.eat(','));
    this.semicolon();
  }

  #constEnum(): boolean {
    this.space();
    if (!isWordStart(this.current) || this.peekWord() !== 'enum') return false;
    this.cuts.atomically(() => {
      while (this.current !== '{') this.pos++;
      this.balanced();
    });
    return true;
  }

  #initialiser(name: string | null, exported: boolean): void {
    this.space();
    const isFunction = this.beginsFunction();
    const start = this.pos;
    if (isFunction && name && this.hasTags && COMPONENT.test(name)) this.component(name, () => this.functionValue());
    else if (isFunction && name && this.hasTags && HOOK.test(name)) this.hook(name, () => this.functionValue());
    else {
      if (this.hasTags && this.current === '[') this.#growingList();
      else this.expression(false);
      if (name && !isFunction) this.found.constants.push({ name, start, end: this.pos });
    }
    if (name && isFunction && exported) this.found.exported.push({ name, end: this.pos });
  }

  #growingItem(): boolean {
    this.space();
    const from = this.pos;
    if (this.current === ']') return false;
    if (this.current === ',') this.pos++;
    else {
      this.expression(false);
      const end = this.pos;
      this.space();
      if (this.current === ',' || this.current === ']') this.cuts.mark(end);
    }
    if (this.pos === from) this.pos++;
    return true;
  }

  /** A list of a constant grows element by element, each of them whole. */
  #growingList(): void {
    this.pos++;
    this.cuts.closedBy(']', () => {
      this.row(() => this.#growingItem());
    });
    this.pos++;
    this.continued();
  }
}
