import { isDigit, isWordStart } from './cursor';
import { LiteralScanner } from './literal-scanner';

const MODIFIER = /^(public|private|protected|static|readonly|override|declare|abstract|accessor|async|get|set)$/;

/** Steps over classes, member by member. They count when whole. */
export abstract class ClassScanner extends LiteralScanner {
  abstract semicolon(): void;
  abstract block(cuttable: boolean, body: boolean): void;

  /** After `class`: its name, what it extends, its members. */
  classRest(): void {
    this.nested(() => this.#class());
  }

  #class(): void {
    this.space();
    if (isWordStart(this.current) && this.peekWord() !== 'extends') this.word();
    this.space();
    if (this.current === '<') this.typeParameters();
    if (this.#eatWord('extends')) this.#parent();
    // What it implements is a list of types.
    while (this.current !== '{') this.pos++;
    this.pos++;
    this.enclosed(() => this.#members());
    this.pos++;
  }

  /** An expression, up to the brace that no object can stand in. */
  #parent(): void {
    this.space();
    if (this.current === '(') this.list(')', false);
    else if (this.#eatWord('class')) this.classRest();
    else this.word();
    for (;;) {
      this.space();
      if (this.current === '(') this.list(')', false);
      else if (this.current === '[') this.list(']', false);
      else if (this.current === '<') this.typeParameters();
      else if (this.eat('.')) this.space();
      else if (!isWordStart(this.current) || this.peekWord() === 'implements') return;
      else this.word();
    }
  }

  #eatWord(word: string): boolean {
    this.space();
    if (!isWordStart(this.current) || this.peekWord() !== word) return false;
    this.word();
    return true;
  }

  #members(): void {
    for (;;) {
      this.space();
      if (this.current === '}') return;
      const from = this.pos;
      if (this.current === ';') this.pos++;
      else this.#member();
      if (this.pos === from) this.pos++;
    }
  }

  #member(): void {
    this.#name();
    this.space();
    if (this.current === '{') return this.block(false, false); // static { … }
    if (this.current === '?' || this.current === '!') this.pos++;
    this.space();
    if (this.current === '(' || this.current === '<') return this.functionRest(false);
    if (this.eat(':')) this.type();
    if (!this.eat('=')) return;
    this.expression(false);
    this.semicolon();
  }

  /** Modifiers, and the name behind them. */
  #name(): void {
    while (this.#modifier());
    const ch = this.current;
    if (ch === '[') this.list(']', false);
    else if (ch === '"' || ch === "'") this.string();
    else if (isDigit(ch)) this.number();
    else if (isWordStart(ch)) this.word();
  }

  /** Steps over one; false, and nothing read, where a name stands here. `get` is one too, where nothing follows it. */
  #modifier(): boolean {
    this.space();
    const from = this.pos;
    if (this.current === '@') this.refuse('decorator');
    if (this.current === '*' || this.current === '#') {
      this.pos++;
      return true;
    }
    const word = isWordStart(this.current) ? this.word() : '';
    this.space();
    if (MODIFIER.test(word) && !'(<=;:?!{}'.includes(this.current)) {
      if (word === 'accessor') {
        this.pos = from;
        this.refuse('accessor');
      }
      return true;
    }
    this.pos = from;
    return false;
  }
}
