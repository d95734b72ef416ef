import { isWordStart } from './cursor';
import { StatementScanner } from './statement-scanner';

/** Steps over components and the file's own hooks, and notes what is found in them. */
export class ComponentScanner extends StatementScanner {
  /** True where a function, or `memo` or `forwardRef` of one, stands here. */
  beginsFunction(): boolean {
    const from = this.pos;
    const before = this.found.sizes();
    this.trying++;
    const found = this.#wrapper() || this.#functionHere();
    this.trying--;
    this.found.forget(before);
    this.pos = from;
    return found;
  }

  #functionHere(): boolean {
    this.space();
    if (this.current === '(' || (this.current === '<' && this.atGenericArrow())) {
      if (this.current === '<') this.typeParameters();
      this.space();
      return this.arrowHead();
    }
    if (!isWordStart(this.current)) return false;
    const word = this.word();
    if (word === 'function') return true;
    const newline = this.space();
    if (word === 'async' && !newline && !this.at('=>')) return this.#asyncHere();
    return this.at('=>');
  }

  /** What follows `async`: the same without another one. */
  #asyncHere(): boolean {
    return !(isWordStart(this.current) && this.peekWord() === 'async') && this.#functionHere();
  }

  /** Steps over `memo(` or `forwardRef<A, B>(`. */
  #wrapper(): boolean {
    const from = this.pos;
    let word = isWordStart(this.current) ? this.word() : '';
    if (word === 'React' && this.eat('.')) word = this.word();
    if (word === 'memo' || word === 'forwardRef') {
      this.space();
      if (this.current === '<') this.typeArguments();
      if (this.eat('(') && this.#isFunctionNext()) return true;
    }
    this.pos = from;
    return false;
  }

  #isFunctionNext(): boolean {
    const from = this.pos;
    const found = this.#functionHere();
    this.pos = from;
    return found;
  }

  /** The value of a component: an arrow, a function, or either of them wrapped. */
  functionValue(): void {
    let wrapped = false;
    this.cuts.atomically(() => {
      wrapped = this.#wrapper();
    });
    if (!wrapped) return this.#plainFunction();
    this.cuts.closedBy(')', () => {
      this.#plainFunction();
      this.cuts.atomically(() => {
        while (this.eat(',')) this.expression(false);
        this.eat(')');
      });
    });
  }

  #plainFunction(): void {
    this.space();
    if (isWordStart(this.current)) {
      const word = this.peekWord();
      if (word === 'async' || word === 'function') this.word();
      if (word === 'async') return this.#plainFunction();
      if (word === 'function') return this.functionOfComponent();
      this.cuts.atomically(() => this.word());
      this.eat('=>');
    } else {
      this.cuts.atomically(() => {
        if (this.current === '<') this.typeParameters();
        this.space();
        this.arrowHead();
      });
    }
    this.space();
    if (this.current === '{') this.#body();
    else this.#expressionBody();
  }

  /** After `function`: the name, the parameters and a body that may be cut. */
  functionOfComponent(): void {
    let name = '';
    this.cuts.atomically(() => {
      name = this.functionHead();
    });
    const { current } = this.found;
    if (current?.isDefault && name !== '') current.name = name;
    this.#body();
  }

  #body(): void {
    const { current } = this.found;
    if (current) current.start = this.pos + 1;
    this.found.depth++;
    this.block(true, true);
    this.found.depth--;
  }

  #expressionBody(): void {
    const { current } = this.found;
    if (current) current.start = this.pos;
    this.found.depth++;
    this.found.returning = true;
    this.expression(true);
    this.found.returning = false;
    this.found.depth--;
  }

  component(name: string, scan: () => void, isDefault = false): void {
    this.found.begin(name, 'component', isDefault);
    scan();
    this.found.finish(this.pos);
  }

  hook(name: string, scan: () => void): void {
    this.found.begin(name, 'hook');
    this.cuts.atomically(scan);
    this.found.finish(this.pos);
  }
}
