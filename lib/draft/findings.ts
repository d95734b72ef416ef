/** What a scan came across, with places, so that what lies behind the cut can be left out. */

/** A component, or a hook of the file's own, being written. */
export type FoundFunction = {
  name: string;
  /** Where its body began. */
  start: number;
  /** Where it ended; null while it is open. */
  end: number | null;
  hooks: { name: string; at: number }[];
  /** Where the first tag of its last word, the return that is under no condition, was complete. */
  jsxAt: number | null;
  kind: 'component' | 'hook';
  isDefault: boolean;
};

/** A finished top-level constant with one name. Offsets are those of its initialiser. */
export type FoundConstant = { name: string; start: number; end: number };

/** A loop's body: what a guard is put into. */
export type FoundLoop = { start: number; end: number; block: boolean };

/** A top-level statement; `end` is null while it is open. */
export type FoundStatement = { start: number; end: number | null };

/** Something that no engine runs, however whole it is. */
export type Refused = { what: 'decorator' | 'accessor'; at: number };

/** Characters to be put over those of the text, as many. */
export type Respelt = { start: number; text: string };

/** How much had been found: what is found after can be told from it, or be forgotten. */
export type Sizes = { loops: number; hooks: number; respelt: number; jsxAt: number | null };

export class Findings {
  readonly statements: FoundStatement[] = [];
  readonly functions: FoundFunction[] = [];
  readonly constants: FoundConstant[] = [];
  readonly loops: FoundLoop[] = [];
  readonly exported: { name: string; end: number }[] = [];
  readonly respelt: Respelt[] = [];
  defaultExport: { name: string; at: number } | null = null;
  refused: Refused | null = null;
  /** The component or hook being scanned, and how many functions deep the scan is inside of it. */
  current: FoundFunction | null = null;
  depth = 0;
  /** True inside of the return that is under no condition. */
  returning = false;

  begin(name: string, kind: FoundFunction['kind'], isDefault = false): void {
    this.current = { name, start: Infinity, end: null, hooks: [], jsxAt: null, kind, isDefault };
    this.depth = 0;
    this.returning = false;
    this.functions.push(this.current);
  }

  finish(at: number): void {
    if (this.current) this.current.end = at;
    this.current = null;
  }

  sawHook(name: string, at: number): void {
    if (this.depth === 1) this.current?.hooks.push({ name, at });
  }

  sawTag(at: number): void {
    if (this.current && this.returning) this.current.jsxAt ??= at;
  }

  sizes(): Sizes {
    const { current } = this;
    return { loops: this.loops.length, hooks: current?.hooks.length ?? 0, respelt: this.respelt.length, jsxAt: current?.jsxAt ?? null };
  }

  /** Takes back what was found since. */
  forget({ loops, hooks, respelt, jsxAt }: Sizes): void {
    this.loops.length = loops;
    this.respelt.length = respelt;
    if (!this.current) return;
    this.current.hooks.length = hooks;
    this.current.jsxAt = jsxAt;
  }
}
