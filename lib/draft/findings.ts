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

export type FoundExport = { name: string; end: number };

/** A top-level statement; `end` is null while it is open. */
export type FoundStatement = { start: number; end: number | null };

/** Something that no engine runs, however whole it is. */
export type Refused = { what: 'decorator' | 'accessor'; at: number };

/** Characters to be put over those of the text, as many. */
export type Respelt = { start: number; text: string };

/** A part of what was found. */
export type Found = {
  functions: FoundFunction[];
  constants: FoundConstant[];
  loops: FoundLoop[];
  exported: FoundExport[];
  respelt: Respelt[];
  hooks: FoundFunction['hooks'];
  jsxAt: number | null;
  defaultExport: Findings['defaultExport'];
};

type Lists = 'functions' | 'constants' | 'loops' | 'exported' | 'respelt';
const LISTS: readonly Lists[] = ['functions', 'constants', 'loops', 'exported', 'respelt'];

/** How much had been found: what is found after can be told from it, or be forgotten. */
export type Sizes = Record<Lists | 'hooks', number> & Pick<Found, 'jsxAt' | 'defaultExport'>;

export class Findings {
  readonly statements: FoundStatement[] = [];
  readonly functions: FoundFunction[] = [];
  readonly constants: FoundConstant[] = [];
  readonly loops: FoundLoop[] = [];
  readonly exported: FoundExport[] = [];
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
    return {
      functions: this.functions.length,
      constants: this.constants.length,
      loops: this.loops.length,
      exported: this.exported.length,
      respelt: this.respelt.length,
      hooks: this.current?.hooks.length ?? 0,
      jsxAt: this.current?.jsxAt ?? null,
      defaultExport: this.defaultExport,
    };
  }

  since(sizes: Sizes): Found {
    const jsxAt = this.current?.jsxAt ?? null;
    return {
      functions: this.functions.slice(sizes.functions),
      constants: this.constants.slice(sizes.constants),
      loops: this.loops.slice(sizes.loops),
      exported: this.exported.slice(sizes.exported),
      respelt: this.respelt.slice(sizes.respelt),
      hooks: this.current?.hooks.slice(sizes.hooks) ?? [],
      jsxAt: jsxAt === sizes.jsxAt ? null : jsxAt,
      defaultExport: this.defaultExport === sizes.defaultExport ? null : this.defaultExport,
    };
  }

  add(found: Found): void {
    this.functions.push(...found.functions);
    this.constants.push(...found.constants);
    this.loops.push(...found.loops);
    this.exported.push(...found.exported);
    this.respelt.push(...found.respelt);
    this.defaultExport = found.defaultExport ?? this.defaultExport;
    if (!this.current) return;
    this.current.hooks.push(...found.hooks);
    this.current.jsxAt ??= found.jsxAt;
  }

  /** Takes back what was found since. */
  forget(sizes: Sizes): void {
    for (const list of LISTS) this[list].length = sizes[list];
    if (!this.current) return;
    this.current.hooks.length = sizes.hooks;
    this.current.jsxAt = sizes.jsxAt;
  }
}
