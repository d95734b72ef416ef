import { Cursor, isDigit, isWordStart } from './cursor';

const PREFIXES = /^(keyof|typeof|readonly|unique|infer|asserts|new|abstract)$/;

/** Steps over types, which are erased before anything runs: all that counts is where they end. */
export class TypeScanner extends Cursor {
  /** Where `<` was found to be no list of types: each of a row of comparisons would look at all of the others again. */
  readonly #noArguments = new Set<number>();

  /** Skips a type. Where no type stands here, nothing is skipped. */
  type(): void {
    this.nested(() => this.#type());
  }

  #type(): void {
    for (;;) {
      this.space();
      if (this.current === '|' || this.current === '&' || this.current === '-') {
        this.pos++;
        continue;
      }
      const result = this.#primary();
      if (result === 'prefix') continue;
      if (result === 'none' || !this.#joined()) return;
    }
  }

  /** Skips `<A, B>`; false, and nothing skipped, where it turns out to be no list of types. */
  typeArguments(): boolean {
    const from = this.pos;
    if (this.#noArguments.has(from)) return false;
    this.pos++;
    for (;;) {
      this.type();
      if (this.eat(',')) continue;
      if (this.eat('>')) return true;
      this.#noArguments.add(from);
      this.pos = from;
      return false;
    }
  }

  /** Skips `<T extends A = B, const U,>` of a declaration. */
  typeParameters(): void {
    this.pos++;
    for (;;) {
      this.space();
      if (this.eat('>')) return;
      if (this.eat(',') || this.eat('=>') || this.eat('=')) continue;
      const from = this.pos;
      if (isWordStart(this.current) && /^(const|in|out|extends)$/.test(this.peekWord())) this.word();
      else this.type();
      if (this.pos === from) this.pos++;
    }
  }

  #primary(): 'type' | 'prefix' | 'none' {
    const ch = this.current;
    if (ch === '(') {
      if (!this.#beginsParameters()) return this.#parenthesised();
      this.balanced();
      if (this.eat('=>')) this.type();
    } else if (ch === '{' || ch === '[') this.balanced();
    else if (ch === '<') {
      this.typeParameters();
      return 'prefix';
    } else if (ch === '"' || ch === "'") this.string();
    else if (ch === '`') this.template();
    else if (isDigit(ch)) this.number();
    else if (isWordStart(ch)) return this.#name();
    else return 'none';
    return 'type';
  }

  /** A type in parentheses; anything else in them is no type, and is not looked through. */
  #parenthesised(): 'type' | 'none' {
    this.pos++;
    this.type();
    return this.eat(')') ? 'type' : 'none';
  }

  /** Tells `(x: A) => B` from `(A)`, behind which an arrow belongs to the function whose result it is the type of. */
  #beginsParameters(): boolean {
    const from = this.pos;
    this.pos++;
    this.space();
    const ch = this.current;
    let begins = ch === ')' || ch === '.';
    if (ch === '{' || ch === '[') this.balanced();
    else if (isWordStart(ch)) this.word();
    if (!begins && this.pos > from + 1) {
      this.space();
      begins = ':,?='.includes(this.current) || this.#closesBeforeArrow();
    }
    this.pos = from;
    return begins;
  }

  #closesBeforeArrow(): boolean {
    return this.eat(')') && this.eat('=>');
  }

  #name(): 'type' | 'prefix' {
    const word = this.word();
    if (word === 'import' && this.current === '(') this.balanced();
    return PREFIXES.test(word) ? 'prefix' : 'type';
  }

  /** What follows a type and still belongs to it; true where another type has to follow. */
  #joined(): boolean {
    for (;;) {
      const from = this.pos;
      const newline = this.space();
      if (this.ended) return false;
      const ch = this.current;
      if (ch === '.' && this.ahead(1) !== '.') {
        this.pos++;
        this.space();
        this.word();
      } else if (ch === '<' && this.typeArguments()) continue;
      else if (ch === '[' && !newline) this.balanced();
      else if ((ch === '|' || ch === '&') && this.ahead(1) !== ch) {
        if (this.ahead(1) === '') this.end(); // a second one would make it an operator
        return true;
      }
      else if (isWordStart(ch) && this.#keyword()) return true;
      else {
        this.pos = from;
        return false;
      }
    }
  }

  /** `is`, and `A extends B ? C : D`, after which the last type is still to come. */
  #keyword(): boolean {
    const word = this.peekWord();
    if (word === 'is') {
      this.word();
      return true;
    }
    if (word !== 'extends') return false;
    this.word();
    this.type();
    if (!this.eat('?')) return false;
    this.type();
    return this.eat(':');
  }
}
