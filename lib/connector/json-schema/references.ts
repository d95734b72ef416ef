import { isRecord, type JsonRecord, own } from './json-value';
import type { Notes } from './notes';
import { MAX_REFERENCE_CHAIN } from './limits';

/** Follows `$ref` inside of one document. What leads outside or nowhere is noted and stands for nothing. */
export class References {
  readonly #document: JsonRecord;
  readonly #notes: Notes;

  constructor(document: JsonRecord, notes: Notes) {
    this.#document = document;
    this.#notes = notes;
  }

  /** The object that is meant: itself, or what its `$ref` leads to in the end; null where that is nothing. */
  follow(value: unknown): JsonRecord | null {
    return this.followNamed(value).target;
  }

  /** The same with the last `$ref` of the chain, which names the target. */
  followNamed(value: unknown): { target: JsonRecord | null; pointer: string | null } {
    let target = value;
    let pointer: string | null = null;
    for (let i = 0; i < MAX_REFERENCE_CHAIN; i++) {
      if (!isRecord(target)) return { target: null, pointer };
      const next = own(target, '$ref');
      if (typeof next !== 'string') return { target, pointer };
      pointer = next;
      target = this.#at(next);
    }
    this.#notes.add(`The reference ${shown(pointer ?? '')} leads in a circle.`);
    return { target: null, pointer };
  }

  #at(reference: string): unknown {
    if (reference === '#') return this.#document;
    if (!reference.startsWith('#/')) {
      const why = reference.startsWith('#') ? 'is none by path' : 'leads to another file, which is not followed';
      this.#notes.add(`The reference ${shown(reference)} ${why}: its types are unknown.`);
      return null;
    }
    let value: unknown = this.#document;
    for (const step of segmentsOf(reference)) value = own(value, step);
    if (!isRecord(value) && typeof value !== 'boolean') this.#notes.add(`The reference ${shown(reference)} leads nowhere.`);
    return value;
  }
}

/** `#/paths/~1users~1%7Bid%7D/get` → `paths`, `/users/{id}`, `get`. */
export function segmentsOf(reference: string): string[] {
  return reference.slice(2).split('/').map((step) => unescaped(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function unescaped(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // A percent sign of its own.
  }
}

function shown(reference: string): string {
  return JSON.stringify(reference.slice(0, 200));
}
