import { ClassScanner } from './class-scanner';
import { isDigit, isWordStart } from './cursor';

const PREFIX_WORDS = /^(typeof|void|await|delete|yield|new)$/;
const HOOK = /^use($|[A-Z])/;
/** Calls whose function argument gives JSX that is shown: it may be cut inside. Any other call counts only when whole. */
const SHOWS_ITS_ARGUMENT = /^(map|flatMap|memo|forwardRef|from)$/;
const OPERATOR = /(?:\*\*|&&|\|\||\?\?|<<|>>>?|[-+*/%&|^<>=!])?=?=?/y;

type Operand = 'value' | 'arrow' | 'none';

/** Steps over expressions. `cuttable` says whether JSX inside of one may be cut. */
export abstract class ExpressionScanner extends ClassScanner {
  /** An expression without its comma operator: whoever reads a list takes the commas. */
  expression(cuttable: boolean): void {
    if (cuttable) this.nested(() => this.#operands(true));
    else this.cuts.atomically(() => this.nested(() => this.#operands(false)));
  }

  /** What follows an operand that was read already. */
  continued(): void {
    this.cuts.atomically(() => {
      if (this.#rest('value', '', false)) this.#operands(false);
    });
  }

  #operands(cuttable: boolean): void {
    for (;;) {
      this.space();
      if (')]},;:'.includes(this.current)) return;
      const { kind, name } = this.#operand(cuttable);
      if (kind === 'none') {
        this.pos++;
        return;
      }
      if (!this.#rest(kind, name, cuttable)) return;
    }
  }

  #operand(cuttable: boolean): { kind: Operand; name: string } {
    this.#prefixes();
    const ch = this.current;
    let kind: Operand = 'value';
    if (ch === '(') kind = this.#parenthesis(cuttable);
    else if (ch === '{') this.cuts.atomically(() => this.object());
    else if (ch === '[') this.list(']', false);
    else if (ch === '<') kind = this.#angle(cuttable);
    else if (ch === '"' || ch === "'") this.string();
    else if (ch === '`') this.#template();
    else if (ch === '/') this.regex();
    else if (isDigit(ch) || ch === '.') this.number();
    else if (ch === '@') this.refuse('decorator');
    else if (isWordStart(ch) || ch === '#') return this.#named(cuttable);
    else kind = 'none';
    return { kind, name: '' };
  }

  #prefixes(): void {
    for (;;) {
      this.space();
      const ch = this.current;
      if (ch === '!' || ch === '~' || ch === '+' || ch === '-') this.pos++;
      else if (this.at('...')) this.pos += 3;
      else if (ch === '.' && this.ahead(2) === '') this.end();
      else if (isWordStart(ch) && PREFIX_WORDS.test(this.peekWord())) this.word();
      else return;
    }
  }

  #named(cuttable: boolean): { kind: Operand; name: string } {
    if (!isWordStart(this.current)) this.pos++;
    let name = this.word();
    if (name === 'async') name = this.#afterAsync(cuttable);
    if (name === '=>') return { kind: 'arrow', name: '' };
    if (name === 'function') {
      this.functionRest(cuttable);
      return { kind: 'value', name: '' };
    }
    if (name === 'class') {
      this.cuts.atomically(() => this.classRest());
      return { kind: 'value', name: '' };
    }
    const from = this.pos;
    this.space();
    if (this.current === '=' && this.ahead(1) === '') this.end();
    if (this.at('=>')) {
      this.pos += 2;
      this.#arrowBody(cuttable);
      return { kind: 'arrow', name: '' };
    }
    this.pos = from;
    return { kind: 'value', name };
  }

  /** After `async`: the word that counts, or `=>` where an arrow function was read. */
  #afterAsync(cuttable: boolean): string {
    this.space();
    if (this.current === '(') return this.#arrow(cuttable) ? '=>' : 'async';
    return isWordStart(this.current) ? this.word() : 'async';
  }

  #parenthesis(cuttable: boolean): Operand {
    if (this.#arrow(cuttable)) return 'arrow';
    this.cuts.closedBy(')', () => this.list(')', cuttable));
    return 'value';
  }

  #angle(cuttable: boolean): Operand {
    if (this.atGenericArrow()) {
      this.cuts.atomically(() => this.typeParameters());
      this.space();
      if (this.current === '(' && this.#arrow(cuttable)) return 'arrow';
      if (!this.hasTags) return this.#asserted(cuttable);
    }
    if (cuttable) this.element();
    else this.cuts.atomically(() => this.element());
    return 'value';
  }

  /** What stands behind `<T>`. */
  #asserted(cuttable: boolean): Operand {
    let kind: Operand = 'none';
    this.nested(() => {
      kind = this.#operand(cuttable).kind;
    });
    return kind;
  }

  /** Reads an arrow function whose `(` stands here; false, and nothing read, where it is a parenthesis. */
  #arrow(cuttable: boolean): boolean {
    if (!this.arrowHead()) return false;
    this.#arrowBody(cuttable);
    return true;
  }

  #arrowBody(cuttable: boolean): void {
    this.space();
    this.found.depth++;
    if (this.current === '{') this.functionBody(cuttable);
    else this.expression(cuttable);
    this.found.depth--;
  }

  /** Calls, members and operators behind an operand. True where another operand has to follow. */
  #rest(kind: Operand, operand: string, cuttable: boolean): boolean {
    let callee = operand;
    for (;;) {
      const from = this.pos;
      const newline = this.space();
      const ch = this.current;
      const next = this.ahead(1);
      if (kind === 'arrow' && (newline || ch === '(' || ch === '[')) return this.#back(from);
      if (ch === '.') {
        this.pos++;
        callee = this.#member();
      } else if (ch === '?') {
        if (next === '') this.end();
        if (next === '.' && !isDigit(this.ahead(2))) {
          this.pos += 2;
          callee = this.#member();
        } else if (next === '?') return this.#operator();
        else return this.#ternary(cuttable);
      } else if (ch === '(') {
        this.#call(callee, cuttable);
        callee = '';
      } else if (ch === '[') this.cuts.atomically(() => this.list(']', false));
      else if (ch === '`') this.#template();
      else if (ch === '<' && this.#typeArgumentsOfCall()) continue;
      else if (ch === '!' && next !== '=') {
        if (next === '') this.end();
        if (newline) return this.#back(from);
        this.pos++;
      } else if ((ch === '+' || ch === '-') && next === ch && !newline) this.pos += 2;
      else if (isWordStart(ch)) {
        const word = this.#operatorWord();
        if (word === 'none') return this.#back(from);
        if (word === 'operand') return true;
      } else if ('+-*/%&|^<>=!'.includes(ch)) return this.#operator();
      else return this.#back(from);
    }
  }

  /** What stands in a hole is an expression, whatever has to stay whole around it. */
  #template(): void {
    this.cuts.atomically(() => this.template(() => this.list('}', false)));
  }

  #back(from: number): false {
    this.pos = from;
    return false;
  }

  #member(): string {
    this.space();
    if (this.current === '#') this.pos++;
    return isWordStart(this.current) ? this.word() : '';
  }

  #call(callee: string, cuttable: boolean): void {
    const hook = HOOK.test(callee);
    const at = this.pos;
    const shown = cuttable && SHOWS_ITS_ARGUMENT.test(callee);
    if (shown) this.cuts.closedBy(')', () => this.list(')', true));
    else this.cuts.atomically(() => this.list(')', false));
    if (hook) this.found.sawHook(callee, at);
  }

  /** `f<T>(…)` and `` sql<T>`…` ``, told from a comparison by reading the types and looking at what follows. */
  #typeArgumentsOfCall(): boolean {
    const from = this.pos;
    if (this.ahead(1) === '=' || this.ahead(1) === '<' || !this.typeArguments()) return false;
    if ('(`'.includes(this.current)) return true;
    this.pos = from;
    return false;
  }

  #operatorWord(): 'type' | 'operand' | 'none' {
    const word = this.peekWord();
    if (word === 'as' || word === 'satisfies') {
      this.word();
      this.cuts.atomically(() => this.type());
      return 'type';
    }
    if (word !== 'instanceof' && word !== 'in') return 'none';
    this.word();
    return 'operand';
  }

  #ternary(cuttable: boolean): true {
    const colonEnds = this.colonEnds;
    this.colonEnds = true;
    this.pos++;
    this.cuts.closedBy(' : null', () => this.expression(cuttable));
    this.colonEnds = colonEnds;
    this.eat(':');
    return true;
  }

  #operator(): true {
    OPERATOR.lastIndex = this.pos;
    this.pos += Math.max(1, OPERATOR.exec(this.text)?.[0].length ?? 1);
    if (this.ended) this.end();
    return true;
  }
}
