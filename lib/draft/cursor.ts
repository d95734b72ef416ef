/**
 * A place in a text that may break off anywhere. Reading past what has arrived throws END, which is no fault: it unwinds
 * the scan to its last safe cut.
 */
export const END = new Error('The text ends here.');

const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const WORD = /[\w$\u0080-\uffff]*/y;
const NUMBER = /(?:0[xob][\da-f_]+|\d[\d_]*(?:\.[\d_]*)?|\.[\d_]+)(?:e[+-]?[\d_]+)?n?/iy;
const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
/**
 * Brackets, tags, types and statements inside of each other, at most. The scan recurses, and so does every compiler behind it;
 * programs that people read stay below fifty. What is deeper has not arrived as far as a draft is concerned.
 */
const DEEPEST = 200;

/** After these a slash begins a regular expression; after anything else it divides. */
const BEFORE_REGEX = '(,=:[!&|?{};+-*%<>~^';

export class Cursor {
  readonly text: string;
  pos = 0;
  /** Characters looked at so far: the measure of what a scan costs. */
  steps = 0;
  /** The furthest place that was looked at, but for the few characters that some words and operators are ahead. */
  furthest = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  get ended(): boolean {
    return this.pos >= this.text.length;
  }

  /** The character here; END where it has not arrived. */
  get current(): string {
    this.steps++;
    if (this.pos > this.furthest) this.furthest = this.pos;
    return this.text[this.pos] ?? this.end();
  }

  /** Runs a scan that is one deeper; what is too deep is END. */
  protected nested(scan: () => void): void {
    if (++this.#depth > DEEPEST) this.end();
    scan();
    this.#depth--;
  }

  /** The character `ahead` of this one; empty past the end. */
  ahead(ahead: number): string {
    return this.text[this.pos + ahead] ?? '';
  }

  at(what: string): boolean {
    return this.text.startsWith(what, this.pos);
  }

  end(): never {
    this.pos = this.text.length;
    throw END;
  }

  /** Skips white space and comments; true where a line ended in it. Half a comment is END. */
  space(): boolean {
    const from = this.pos;
    SPACE.lastIndex = from;
    this.pos += SPACE.exec(this.text)?.[0].length ?? 0;
    this.steps += 1 + this.pos - from;
    if (this.pos > this.furthest) this.furthest = this.pos;
    if (this.text[this.pos] === '/' && (this.ahead(1) === '*' || this.ahead(1) === '')) this.end();
    for (let at = from; at < this.pos; at++) if (this.text[at] === '\n') return true;
    return false;
  }

  /** Steps over `what` where it stands here, after white space. */
  eat(what: string): boolean {
    this.space();
    if (this.current !== what[0]) return false;
    if (this.pos + what.length > this.text.length && what.startsWith(this.text.slice(this.pos))) this.end();
    if (!this.at(what)) return false;
    this.pos += what.length;
    return true;
  }

  /** Reads a word whose end has arrived; empty where none stands here. */
  word(): string {
    const word = this.peekWord();
    this.pos += word.length;
    return word;
  }

  peekWord(): string {
    WORD.lastIndex = this.pos;
    const word = WORD.exec(this.text)?.[0] ?? '';
    this.steps += 1 + word.length;
    this.furthest = Math.max(this.furthest, this.pos + word.length);
    if (this.pos + word.length >= this.text.length) this.end();
    return word;
  }

  number(): void {
    NUMBER.lastIndex = this.pos;
    this.pos += NUMBER.exec(this.text)?.[0].length ?? 1;
    if (this.ended) this.end();
  }

  string(): void {
    const quote = this.current;
    for (this.pos++; ; this.pos++) {
      const ch = this.current;
      if (ch === '\\') this.pos++;
      else if (ch === quote || ch === '\n') break;
    }
    this.pos++;
  }

  /** A template; `hole` skips from a `{` past its `}`. */
  template(hole: () => void = () => this.balanced()): void {
    for (this.pos++; ; this.pos++) {
      const ch = this.current;
      if (ch === '`') break;
      if (ch === '\\') this.pos++;
      else if (ch === '$' && this.ahead(1) === '{') {
        this.pos++;
        this.nested(hole);
        this.pos--;
      }
    }
    this.pos++;
  }

  regex(): void {
    let inClass = false;
    for (this.pos++; ; this.pos++) {
      const ch = this.current;
      if (ch === '\n') return;
      if (ch === '\\') this.pos++;
      else if (ch === '[') inClass = true;
      else if (ch === ']') inClass = false;
      else if (ch === '/' && !inClass) break;
    }
    this.pos++;
    this.word();
  }

  /** Skips from an opening bracket past the one that closes it. For types and names: tags are not known here. */
  balanced(): void {
    this.nested(() => this.#balanced());
  }

  #balanced(): void {
    const close = CLOSING[this.current];
    let before = this.current;
    this.pos++;
    for (;;) {
      this.space();
      const ch = this.current;
      if (ch === close) break;
      if (ch in CLOSING) this.balanced();
      else if (ch === '"' || ch === "'") this.string();
      else if (ch === '`') this.template();
      else if (ch === '/' && BEFORE_REGEX.includes(before)) this.regex();
      else if (isWordStart(ch)) before = /^(return|typeof|case|of|in)$/.test(this.word()) ? '(' : 'a';
      else this.pos++;
      if (!isWordStart(ch)) before = ch in CLOSING ? ')' : ch;
    }
    this.pos++;
  }
}

export function isWordStart(ch: string): boolean {
  return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || ch === '_' || ch === '$' || ch > '\u007f';
}

export function isDigit(ch: string): boolean {
  return ch >= '0' && ch <= '9';
}
