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

export class Findings {
  readonly statements: FoundStatement[] = [];
  readonly functions: FoundFunction[] = [];
  readonly constants: FoundConstant[] = [];
  readonly loops: FoundLoop[] = [];
  readonly exported: { name: string; end: number }[] = [];
  defaultExport: { name: string; at: number } | null = null;
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
}
