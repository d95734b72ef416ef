import { isDigit, isWordStart } from './cursor';
import { JsxScanner } from './jsx-scanner';

const PREFIX_WORDS = /^(typeof|void|await|delete|yield|new)$/;
const HOOK = /^use($|[A-Z])/;
/** Calls whose function argument gives JSX that is shown: it may be cut inside. Any other call counts only when whole. */
const SHOWS_ITS_ARGUMENT = /^(map|flatMap|memo|forwardRef|from)$/;
const OPERATOR = /(?:\*\*|&&|\|\||\?\?|<<|>>>?|[-+*/%&|^<>=!])?=?=?/y;

type Operand = 'value' | 'arrow' | 'none';

/** Steps over expressions. `cuttable` says whether JSX inside of one may be cut. */
export abstract class ExpressionScanner extends JsxScanner {
  abstract functionBody(cuttable: boolean): void;

  /** An expression without its comma operator: whoever reads a list takes the commas. */
  expression(cuttable: boolean): void {
    if (cuttable) this.#operands(true);
    else this.cuts.atomically(() => this.#operands(false));
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
    else if (ch === '{') this.cuts.atomically(() => this.#object());
    else if (ch === '[') this.#list(']', false);
    else if (ch === '<') kind = this.#angle(cuttable);
    else if (ch === '"' || ch === "'") this.string();
    else if (ch === '`') this.template();
    else if (ch === '/') this.regex();
    else if (isDigit(ch) || ch === '.') this.number();
    else if (isWordStart(ch) || ch === '#' || ch === '@') return this.#named(cuttable);
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
    this.cuts.closedBy(')', () => this.#list(')', cuttable));
    return 'value';
  }

  #angle(cuttable: boolean): Operand {
    if (this.atGenericArrow()) {
      this.cuts.atomically(() => this.typeParameters());
      this.space();
      if (this.current === '(' && this.#arrow(cuttable)) return 'arrow';
      if (!this.hasTags) return this.#operand(cuttable).kind;
    }
    if (cuttable) this.element();
    else this.cuts.atomically(() => this.element());
    return 'value';
  }

  /** Reads an arrow function whose `(` stands here; false, and nothing read, where it is a parenthesis. */
  #arrow(cuttable: boolean): boolean {
    if (!this.arrowHead()) return false;
    this.#arrowBody(cuttable);
    return true;
  }

  /** Steps over `(…): T =>`, where that is what stands here. END where it can't be told yet. */
  arrowHead(): boolean {
    const from = this.pos;
    let arrow = false;
    this.cuts.atomically(() => {
      arrow = this.#parameters() && this.#returnTypeAndArrow();
    });
    if (!arrow) this.pos = from;
    return arrow;
  }

  /** Only what can be a parameter is stepped over, so that the first thing that can't tells a parenthesis early. */
  #parameters(): boolean {
    this.pos++;
    for (;;) {
      this.space();
      if (this.current === ')') {
        this.pos++;
        return true;
      }
      if (this.at('...')) this.pos += 3;
      if (this.current === '.' && this.ahead(2) === '') this.end();
      if (this.current === '{' || this.current === '[') this.balanced();
      else if (!isWordStart(this.current) || this.word() === '') return false;
      if (this.eat('?') && !this.#afterOptional()) return false;
      if (this.eat(':')) this.type();
      this.space();
      if (this.current === '=') {
        if (this.ahead(1) === '=' || this.ahead(1) === '>') return false;
        this.pos++;
        this.expression(false);
        this.space();
      }
      if (this.current === ',') this.pos++;
      else if (this.current !== ')') return false;
    }
  }

  /** After the `?` of a parameter; anything else makes it a ternary. */
  #afterOptional(): boolean {
    this.space();
    return ':,)'.includes(this.current);
  }

  #returnTypeAndArrow(): boolean {
    this.space();
    if (this.current === ':' && !this.colonEnds) {
      this.pos++;
      this.type();
      this.space();
    }
    if (this.current === '=' && this.ahead(1) === '') this.end();
    if (!this.at('=>')) return false;
    this.pos += 2;
    return true;
  }

  #arrowBody(cuttable: boolean): void {
    this.space();
    this.found.depth++;
    if (this.current === '{') this.functionBody(cuttable);
    else this.expression(cuttable);
    this.found.depth--;
  }

  /** After `function`: its name, its parameters, its body. */
  functionRest(cuttable: boolean): void {
    this.cuts.atomically(() => this.functionHead());
    this.found.depth++;
    this.functionBody(cuttable);
    this.found.depth--;
  }

  /** From behind `function` to before its body; answers the name. */
  functionHead(): string {
    this.eat('*');
    this.space();
    const name = isWordStart(this.current) ? this.word() : '';
    this.space();
    if (this.current === '<') this.typeParameters();
    this.space();
    if (this.current === '(') this.balanced();
    if (this.eat(':')) this.type();
    this.space();
    return name;
  }

  classRest(): void {
    while (this.current !== '{') this.pos++;
    this.balanced();
  }

  /** Expressions between commas, up to and past `close`. */
  #list(close: string, cuttable: boolean): void {
    this.pos++;
    this.enclosed(() => {
      for (;;) {
        this.space();
        const from = this.pos;
        if (this.current === close) break;
        if (this.current === ',') this.pos++;
        else this.expression(cuttable);
        if (this.pos === from) this.pos++;
      }
    });
    this.pos++;
  }

  #object(): void {
    this.pos++;
    this.enclosed(() => {
      for (;;) {
        this.space();
        if (this.current === '}') break;
        if (this.current === ',') this.pos++;
        else this.#property();
      }
    });
    this.pos++;
  }

  #property(): void {
    const from = this.pos;
    if (this.at('...')) this.expression(false);
    else {
      this.#key();
      this.space();
      const ch = this.current;
      if (ch === ':' || ch === '=') {
        this.pos++;
        this.expression(false);
      } else if (ch === '(' || ch === '<') {
        this.functionRest(false);
      }
    }
    if (this.pos === from) this.pos++;
  }

  #key(): void {
    if (this.eat('*')) this.space();
    const ch = this.current;
    if (ch === '[') this.balanced();
    else if (ch === '"' || ch === "'") this.string();
    else if (isDigit(ch)) this.number();
    else if (/^(async|get|set)$/.test(this.word())) {
      this.space();
      if (!'(:,}<='.includes(this.current)) this.#key();
    }
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
      } else if (ch === '[') this.cuts.atomically(() => this.#list(']', false));
      else if (ch === '`') this.template();
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
    if (shown) this.cuts.closedBy(')', () => this.#list(')', true));
    else this.cuts.atomically(() => this.#list(')', false));
    if (hook) this.found.sawHook(callee, at);
  }

  /** `f<T>(…)` and `` sql<T>`…` ``, told from a comparison by reading the types and looking at what follows. */
  #typeArgumentsOfCall(): boolean {
    const from = this.pos;
    if (this.ahead(1) === '=' || !this.typeArguments()) return false;
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
