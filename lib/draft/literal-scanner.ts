import { isDigit, isWordStart } from './cursor';
import { FunctionScanner } from './function-scanner';

/** Steps over what stands between brackets: lists of any kind, and objects. */
export abstract class LiteralScanner extends FunctionScanner {
  /** Expressions between commas, up to and past `close`. */
  list(close: string, cuttable: boolean): void {
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

  object(): void {
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
    while (this.#modifier());
    const ch = this.current;
    if (ch === '[') this.list(']', false);
    else if (ch === '"' || ch === "'") this.string();
    else if (isDigit(ch)) this.number();
    else this.word();
  }

  /** Steps over `async`, `get`, `set` or `*` before a name. */
  #modifier(): boolean {
    this.space();
    const from = this.pos;
    if (this.current === '*') {
      this.pos++;
      return true;
    }
    if (!isWordStart(this.current) || !/^(async|get|set)$/.test(this.word())) {
      this.pos = from;
      return false;
    }
    this.space();
    if (!'(:,}<='.includes(this.current)) return true;
    this.pos = from;
    return false;
  }
}
