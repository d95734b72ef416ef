import { isWordStart } from './cursor';
import { JsxScanner } from './jsx-scanner';

/** Steps over the heads of functions, and tells arrow functions from parentheses. */
export abstract class FunctionScanner extends JsxScanner {
  abstract functionBody(cuttable: boolean): void;

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
}
