import { isWordStart } from './cursor';
import { Cuts } from './cuts';
import { Findings, type Refused, type Sizes } from './findings';
import type { Known, KnownKind, Memory } from './memory';
import { TypeScanner } from './type-scanner';

const TAG_NAME = /[\w$.:\u0080-\uffff-]*/y;
/** `&nbsp` may still get its semicolon; anything longer is an ordinary ampersand. */
const LONGEST_ENTITY = 10;

/** Steps over JSX. An element may be cut as soon as its opening tag is whole; its children come as they arrive. */
export abstract class JsxScanner extends TypeScanner {
  readonly cuts = new Cuts();
  readonly found = new Findings();
  /** True directly inside `a ? … :`, where a colon ends the branch and is no return type. */
  protected colonEnds = false;
  /** Above zero where what is scanned may turn out to be something else. */
  protected trying = 0;
  readonly #memory: Memory | null;

  /** False in a file without JSX, where `<` before an expression begins types. */
  readonly hasTags: boolean;

  constructor(text: string, hasTags: boolean, memory: Memory | null = null) {
    super(text);
    this.hasTags = hasTags;
    this.#memory = memory;
    memory?.turnTo(text);
  }

  abstract expression(cuttable: boolean): void;

  /** What would fail whole, and takes everything behind it along. */
  refuse(what: Refused['what']): never {
    this.found.refused = { what, at: this.pos };
    return this.end();
  }

  /** From `<` to the end of the element. */
  element(): void {
    this.remembered('element', () => this.nested(() => this.#element()));
    this.cuts.mark(this.pos);
  }

  /** Steps over what was found whole before; or scans it, and it will be known. */
  protected remembered(kind: KnownKind, scan: () => void): void {
    const memory = this.trying > 0 ? null : this.#memory;
    if (!memory) return scan();
    const from = this.pos;
    const known = memory.at(kind, from);
    if (known) return this.#stepOver(known);
    const before = this.found.sizes();
    scan();
    memory.keep(kind, from, this.#since(from, before));
  }

  /** Scans things in a row until there is none. How far the row had got is known the next time, whole or not. */
  protected row(scanNext: () => boolean): void {
    const memory = this.trying > 0 ? null : this.#memory;
    const from = this.pos;
    const before = this.found.sizes();
    const known = memory?.at('row', from);
    if (known) this.#stepOver(known);
    while (scanNext()) memory?.keep('row', from, this.#since(from, before));
  }

  #since(from: number, sizes: Sizes): Known {
    const { position, suffix } = this.cuts;
    const cut = position > from ? { position, suffix } : null;
    return { end: this.pos, furthest: Math.max(this.pos, this.furthest), found: this.found.since(sizes), cut };
  }

  #stepOver({ end, furthest, found, cut }: Known): void {
    this.steps++;
    this.furthest = Math.max(this.furthest, furthest);
    this.pos = end;
    this.found.add(found);
    if (cut) Object.assign(this.cuts, cut);
  }

  #element(): void {
    let tag = { name: '', selfClosed: false };
    this.cuts.atomically(() => {
      tag = this.#openingTag();
    });
    this.found.sawTag(this.pos);
    if (!tag.selfClosed) this.cuts.closedBy(`</${tag.name.slice(tag.name.lastIndexOf(':') + 1)}>`, () => this.#openChildren());
  }

  #openingTag(): { name: string; selfClosed: boolean } {
    this.pos++;
    this.space();
    const name = this.#tagName();
    this.#plainName(name);
    this.space();
    if (this.current === '<') this.typeArguments();
    for (;;) {
      this.space();
      const ch = this.current;
      if (ch === '>') {
        this.pos++;
        return { name, selfClosed: false };
      }
      if (ch === '/' && this.ahead(1) === '>') {
        this.pos += 2;
        return { name, selfClosed: true };
      }
      if (ch === '{') this.#braces(false);
      else this.#attribute();
    }
  }

  #attribute(): void {
    const name = this.#tagName();
    this.#plainAttribute(name);
    if (name === '') {
      this.pos++;
      return;
    }
    if (!this.eat('=')) return;
    this.space();
    const ch = this.current;
    if (ch === '"' || ch === "'") this.#past(ch, this.pos + 1);
    else if (ch === '{') this.#braces(false);
    else if (ch === '<') this.element();
  }

  #openChildren(): void {
    this.cuts.mark(this.pos);
    this.row(() => this.#child());
    this.#closingTag();
  }

  /** One child, with the text before it; false at the closing tag. */
  #child(): boolean {
    while (this.current !== '{' && this.current !== '<') this.#text();
    if (this.current === '{') {
      this.cuts.closedBy('}', () => this.#braces(true));
      this.cuts.mark(this.pos);
    } else if (/^<\s*\//.test(this.text.slice(this.pos, this.pos + 20))) return false;
    else if (this.ahead(1) === '') this.end();
    else this.element();
    return true;
  }

  #closingTag(): void {
    this.#past('/', this.pos);
    this.space();
    this.#plainName(this.#tagName());
    this.#past('>', this.pos);
  }

  /** Text up to the next tag or brace. White space at its end is left out of a cut: it changes nothing on the screen. */
  #text(): void {
    const from = this.pos;
    let end = from;
    while (end < this.text.length && this.text[end] !== '<' && this.text[end] !== '{') end++;
    this.pos = end;
    if (this.ended) {
      const entity = this.text.lastIndexOf('&');
      if (entity >= from && end - entity < LONGEST_ENTITY && !this.text.includes(';', entity)) end = entity;
    }
    const shown = from + this.text.slice(from, end).trimEnd().length;
    if (shown > from) this.cuts.mark(shown);
  }

  /** `{…}` of a child or an attribute; an empty one and one with only a comment are possible children. */
  #braces(cuttable: boolean): void {
    this.pos++;
    this.space();
    if (this.current !== '}') this.enclosed(() => this.expression(cuttable));
    this.space();
    if (this.current === '}') this.pos++;
  }

  /** Scans what stands between brackets of its own. */
  protected enclosed(scan: () => void): void {
    const colonEnds = this.colonEnds;
    this.colonEnds = false;
    scan();
    this.colonEnds = colonEnds;
  }

  /** `<svg:path>` is written as `<path>` in as many characters: React knows no namespaces, the compiler even less. */
  #plainName(name: string): void {
    const colon = name.lastIndexOf(':');
    if (colon > 0 && colon < name.length - 1) this.found.respelt.push({ start: this.pos - name.length, text: name.slice(colon + 1).padEnd(name.length) });
  }

  /** `xlink:href` is written as `xlinkHref`, which is what React calls it. */
  #plainAttribute(name: string): void {
    const colon = name.indexOf(':');
    if (colon <= 0 || colon === name.length - 1) return;
    const text = name.slice(0, colon) + name.charAt(colon + 1).toUpperCase() + name.slice(colon + 2);
    this.found.respelt.push({ start: this.pos - name.length, text: text.padEnd(name.length) });
  }

  #past(what: string, from: number): void {
    const at = this.text.indexOf(what, from);
    if (at < 0) this.end();
    this.pos = at + 1;
  }

  #tagName(): string {
    TAG_NAME.lastIndex = this.pos;
    const name = TAG_NAME.exec(this.text)?.[0] ?? '';
    this.pos += name.length;
    if (this.ended) this.end();
    return name;
  }

  /** True where `<` begins the type parameters of an arrow function: `<T,>` or `<T extends …>`; without JSX, always. */
  atGenericArrow(): boolean {
    if (!this.hasTags) return true;
    const from = this.pos;
    this.pos++;
    this.space();
    const named = isWordStart(this.current) && this.word() !== '';
    this.space();
    const generic = named && (this.current === ',' || (this.at('extends') && this.#isExtends()));
    this.pos = from;
    return generic;
  }

  /** An attribute may be called `extends…` too. */
  #isExtends(): boolean {
    return this.peekWord() === 'extends' && this.text[this.pos + 7] !== '=';
  }
}
