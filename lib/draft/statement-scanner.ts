import { isWordStart } from './cursor';
import { ExpressionScanner } from './expression-scanner';

/** Words of a loop's head before which an expression may end, and after which a new one begins. */
const HEAD_WORDS = /^(const|let|var|of|in)$/;

/** Steps over statements. Loops, switches and everything in a function that shows nothing count only when whole. */
export class StatementScanner extends ExpressionScanner {
  functionBody(cuttable: boolean): void {
    this.enclosed(() => this.block(cuttable, false));
  }

  /** `{…}`. In a component's own body the text may be cut after every statement. */
  block(cuttable: boolean, body: boolean): void {
    this.space();
    if (this.current !== '{') return;
    this.pos++;
    const scan = () => this.cuts.closedBy('}', () => this.#statements(cuttable, body));
    if (cuttable) scan();
    else this.cuts.atomically(scan);
  }

  #statements(cuttable: boolean, body: boolean): void {
    if (body) this.cuts.mark(this.pos);
    this.row(() => this.#next(cuttable, body));
    this.pos++;
  }

  #next(cuttable: boolean, body: boolean): boolean {
    this.space();
    if (this.current === '}') return false;
    const from = this.pos;
    this.statement(cuttable, body);
    if (this.pos === from) this.pos++;
    if (body) this.cuts.mark(this.pos);
    return true;
  }

  /** One statement. `body`: directly in a component's body, under no condition. */
  statement(cuttable: boolean, body = false): void {
    this.nested(() => this.#statement(cuttable, body));
  }

  #statement(cuttable: boolean, body: boolean): void {
    this.space();
    if (this.current === ';') this.pos++;
    else if (this.current === '{') this.block(cuttable, false);
    else if (!isWordStart(this.current) || !this.#keyword(cuttable, body)) this.#expressions();
  }

  /** A statement that begins with a word of its own; false, and nothing read, where this one does not. */
  #keyword(cuttable: boolean, body: boolean): boolean {
    const from = this.pos;
    const word = this.word();
    if (word === 'return' || word === 'throw') this.#return(cuttable, body);
    else if (word === 'if') this.#if(cuttable);
    else if (word === 'const' || word === 'let' || word === 'var') this.cuts.atomically(() => this.#variables());
    else if (word === 'function') this.cuts.atomically(() => this.functionRest(false));
    else if (word === 'break' || word === 'continue') this.#jump();
    else if (!this.#whole(word)) {
      this.pos = from;
      return false;
    }
    return true;
  }

  #whole(word: string): boolean {
    const scan = this.#scanOf(word);
    if (!scan) return false;
    let done = true;
    this.cuts.atomically(() => {
      done = scan() !== false;
    });
    return done;
  }

  #scanOf(word: string): (() => boolean | void) | null {
    if (word === 'for' || word === 'while') return () => this.#loop();
    if (word === 'do') return () => this.#doLoop();
    if (word === 'switch') return () => this.#switch();
    if (word === 'try') return () => this.#try();
    if (word === 'async') return () => this.#asyncFunction();
    if (word === 'class') return () => this.classRest();
    if (word === 'enum') return () => this.#declaredBlock();
    if (word === 'type') return () => this.#typeAlias();
    if (word === 'abstract') return () => this.#abstractClass();
    if (/^(interface|namespace|module|global)$/.test(word)) return () => this.#declaredBlock();
    if (word === 'declare') return () => this.#declare();
    return null;
  }

  #return(cuttable: boolean, body: boolean): void {
    while (this.current === ' ' || this.current === '\t') this.pos++;
    if (this.current === '\n' || this.current === '}') return;
    const { returning } = this.found;
    this.found.returning = body;
    this.expression(cuttable);
    this.#moreExpressions();
    this.found.returning = returning;
    this.semicolon();
  }

  #if(cuttable: boolean): void {
    this.space();
    this.#condition();
    this.statement(cuttable);
    const from = this.pos;
    this.space();
    if (isWordStart(this.current) && this.peekWord() === 'else') {
      this.word();
      this.statement(cuttable);
    } else this.pos = from;
  }

  /** `(…)` of a statement: anything between the words and semicolons that a loop's head has. */
  #condition(): void {
    this.space();
    if (this.current !== '(') return;
    this.cuts.atomically(() => {
      this.pos++;
      this.enclosed(() => {
        for (this.space(); this.current !== ')'; this.space()) this.#inCondition();
      });
      this.pos++;
    });
  }

  #inCondition(): void {
    const from = this.pos;
    if (isWordStart(this.current) && HEAD_WORDS.test(this.peekWord())) this.word();
    else this.expression(false);
    if (this.pos === from) this.pos++;
  }

  #variables(): void {
    do {
      this.bindingAndType();
      if (this.eat('=')) this.expression(false);
    } while (this.eat(','));
    this.semicolon();
  }

  /** The left side of a declaration; its name where it has just one. */
  bindingAndType(): string | null {
    this.space();
    let name: string | null = null;
    if (this.current === '{') this.object();
    else if (this.current === '[') this.list(']', false);
    else name = this.word();
    this.eat('!');
    if (this.eat(':')) this.type();
    this.space();
    if (this.current === '=' && this.ahead(1) === '') this.end();
    return name;
  }

  #loop(): void {
    this.space();
    if (isWordStart(this.current)) this.word();
    this.#condition();
    this.#loopBody();
  }

  #doLoop(): void {
    this.#loopBody();
    this.space();
    this.word();
    this.#condition();
    // A semicolon is put in here by itself, so nothing that follows has to be waited for.
    if (this.eat(';')) return;
  }

  #loopBody(): void {
    this.space();
    const start = this.pos;
    const block = this.current === '{';
    this.statement(false);
    this.found.loops.push({ start, end: this.pos, block });
  }

  #switch(): void {
    this.#condition();
    if (!this.eat('{')) return;
    for (;;) {
      this.space();
      const from = this.pos;
      if (this.current === '}') break;
      if (isWordStart(this.current) && this.peekWord() === 'case') {
        this.word();
        this.colonEnds = true;
        this.expression(false);
        this.colonEnds = false;
        this.eat(':');
      } else if (isWordStart(this.current) && this.peekWord() === 'default') {
        this.word();
        this.eat(':');
      } else this.statement(false);
      if (this.pos === from) this.pos++;
    }
    this.pos++;
  }

  #try(): void {
    this.block(false, false);
    for (const part of ['catch', 'finally']) {
      const from = this.pos;
      this.space();
      if (!isWordStart(this.current) || this.peekWord() !== part) {
        this.pos = from;
        continue;
      }
      this.word();
      this.space();
      if (this.current === '(') this.balanced();
      this.block(false, false);
    }
  }

  #asyncFunction(): boolean {
    this.space();
    if (!isWordStart(this.current) || this.peekWord() !== 'function') return false;
    this.word();
    this.functionRest(false);
    return true;
  }

  #typeAlias(): boolean {
    if (this.space() || !isWordStart(this.current)) return false;
    this.word();
    this.space();
    if (this.current === '<') this.typeParameters();
    if (!this.eat('=')) return false;
    this.type();
    this.semicolon();
    return true;
  }

  /** An interface, a namespace or an enum: what is in it is types, or is left out by the compiler. */
  #declaredBlock(): boolean {
    if (this.space()) return false;
    if (this.current === '"' || this.current === "'") this.string();
    else if (this.current !== '{') {
      if (!isWordStart(this.current)) return false;
      do this.word();
      while (this.eat('.'));
    }
    this.space();
    if (this.current === '<') this.typeParameters();
    this.space();
    if (isWordStart(this.current) && this.word() === 'extends') do this.type();
      while (this.eat(','));
    this.space();
    if (this.current !== '{') return false;
    this.balanced();
    return true;
  }

  #abstractClass(): boolean {
    if (this.space() || !isWordStart(this.current) || this.peekWord() !== 'class') return false;
    this.word();
    this.classRest();
    return true;
  }

  #declare(): boolean {
    if (this.space() || !isWordStart(this.current)) return false;
    this.statement(false);
    return true;
  }

  #jump(): void {
    while (!'\n;}'.includes(this.current)) this.pos++;
    this.semicolon();
  }

  /** An expression, or a label with its statement. */
  #expressions(): void {
    this.cuts.atomically(() => {
      this.expression(false);
      if (this.eat(':')) this.statement(false);
      else this.#moreExpressions();
    });
    this.semicolon();
  }

  #moreExpressions(): void {
    while (this.eat(',')) this.expression(false);
  }

  /** The semicolon of a statement, where it has one. What follows has to have arrived: it might continue the statement. */
  semicolon(): void {
    const from = this.pos;
    this.space();
    if (this.current === ';') this.pos++;
    else this.pos = from;
  }
}
