import { isWordStart } from './cursor';
import { JsxScanner } from './jsx-scanner';

/** Steps over the heads of functions, and tells arrow functions from parentheses. */
export abstract class FunctionScanner extends JsxScanner {
  abstract functionBody(cuttable: boolean): void;
  abstract object(): void;
  abstract list(close: string, cuttable: boolean): void;
  /** Where an opening parenthesis was found not to begin an arrow function: to look again at each depth would cost double each time. */
  readonly #arrows = new Set<number>();

  /** Steps over `(…): T =>`, where that is what stands here. END where it can't be told yet. */
  arrowHead(): boolean {
    return this.tried(this.#arrows, () => {
      let arrow = false;
      this.cuts.atomically(() => {
        arrow = this.#parameters() && this.#returnTypeAndArrow();
      });
      return arrow;
    });
  }

  /** Runs a scan that may find out that something else stands here; then nothing of it is left but that it was tried. */
  protected tried(known: Set<number>, scan: () => boolean): boolean {
    const from = this.pos;
    if (known.has(from)) return false;
    const before = this.found.sizes();
    this.trying++;
    const found = scan();
    this.trying--;
    if (found) return true;
    known.add(from);
    this.found.forget(before);
    this.pos = from;
    return false;
  }

  /** Only what can be a parameter is stepped over, so that the first thing that can't tells a parenthesis early. */
  #parameters(): boolean {
    let parameters = false;
    this.enclosed(() => {
      parameters = this.#eachParameter();
    });
    return parameters;
  }

  #eachParameter(): boolean {
    this.pos++;
    for (;;) {
      this.space();
      if (this.current === ')') {
        this.pos++;
        return true;
      }
      if (this.at('...')) this.pos += 3;
      if (this.current === '.' && this.ahead(2) === '') this.end();
      if (this.current === '{') this.object();
      else if (this.current === '[') this.list(']', false);
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
    if (this.current === '(') this.#parametersOrAnything();
    if (this.eat(':')) this.type();
    this.space();
    return name;
  }

  /** Parameters of a constructor may have modifiers, and more. */
  #parametersOrAnything(): void {
    const from = this.pos;
    if (this.#parameters()) return;
    this.pos = from;
    this.balanced();
  }
}
