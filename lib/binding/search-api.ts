import type { ApiBinding } from './binding';
import { describeOperation, describeType } from './declare-api';
import { commentText } from './comment-text';
import { OperationIndex } from './search-index';
import { answerOf } from './search-answer';

export type SearchOptions = {
  /** Only what reads, only what writes, or only types by their name. */
  kind?: 'read' | 'write' | 'type';
  /** How many operations, 5 without, at most MAX_LIMIT. */
  limit?: number;
};

export const DEFAULT_LIMIT = 5;

/** Findings of one search, however many are asked for: what is further down fits less. */
export const MAX_LIMIT = 20;

/** `search` over the operations and types of all connected APIs. Pure: build one whenever the bindings change. */
export class ApiSearch {
  readonly #bindings: readonly ApiBinding[];
  readonly #index: OperationIndex;

  constructor(bindings: readonly ApiBinding[]) {
    this.#bindings = bindings;
    this.#index = new OperationIndex(bindings);
  }

  /**
   * Declarations in TypeScript, the most fitting operation first. The exact name of an operation or a type (`issuesUpdate`,
   * `github.Issue`) gives that one with all that is known of it.
   */
  search(query: string, { kind, limit = DEFAULT_LIMIT }: SearchOptions = {}): string {
    const named = this.#named(query.trim(), kind);
    if (named) return named;
    const most = Math.max(1, Math.min(MAX_LIMIT, Math.floor(limit) || DEFAULT_LIMIT));
    const found = kind === 'type' ? [] : this.#index.find(query, most, ({ effect }) => !kind || effect === kind);
    if (found.length > 0) return answerOf(found);
    const what = kind === 'type' ? 'No type has the name' : 'Nothing fits';
    return `// ${what} "${commentText(query, MAX_SHOWN_UNITS)}". Try one verb and one noun in other words.`;
  }

  #named(query: string, kind: SearchOptions['kind']): string | null {
    const [, bindingName, name] = /^(?:([A-Za-z_$][\w$]*)\.)?([A-Za-z_$][\w$]*)$/.exec(query) ?? [];
    if (!name) return null;
    for (const binding of this.#bindings) {
      if (bindingName && binding.name !== bindingName) continue;
      const text = describeType(binding, name) ?? (kind === 'type' ? null : describeOperation(binding, name));
      if (text) return text;
    }
    return null;
  }
}

/** UTF-16 units of a question that an answer quotes. */
const MAX_SHOWN_UNITS = 80;
