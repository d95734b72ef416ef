import type { ApiBinding } from '../binding/binding';
import { ApiSearch, DEFAULT_LIMIT, MAX_LIMIT } from '../binding/search-api';
import type { ReplyData } from '../model/messages';
import type { ModelTool } from '../model/turn';

/** Said to a model that sends something else than the tool wants. */
const USAGE = 'search takes { query: string, kind?: "read" | "write" | "type", limit?: number }.';

/**
 * `search` as a model has it: words in, declarations out. Every answer is also told to the conversation. What an API has isn't
 * indexed before somebody asks.
 */
export function searchTool(bindings: readonly ApiBinding[], tell: (lookup: ReplyData['lookup']) => void): ModelTool {
  let search: ApiSearch | null = null;
  return {
    name: 'search',
    description: `Finds functions of the connected APIs (${bindings.map(({ name }) => name).join(', ')}): a verb and a noun in, TypeScript declarations out, the most fitting first. Types that are only named are found by their exact name. Search before you call a function that you weren't told.`,
    input: {
      type: 'object',
      properties: {
        query: { type: 'string', description: '“list open issues”, or an exact name: “Issue”, “github.issuesUpdate”' },
        kind: { type: 'string', enum: ['read', 'write', 'type'], description: 'Only what reads, what writes, or types' },
        limit: { type: 'integer', description: `${DEFAULT_LIMIT} unless told, at most ${MAX_LIMIT}` },
      },
      required: ['query'],
    },
    async run(input) {
      const { query, kind, limit } = (input ?? {}) as { query?: unknown; kind?: unknown; limit?: unknown };
      if (typeof query !== 'string') return USAGE;
      const text = (search ??= new ApiSearch(bindings)).search(query, {
        ...(isKind(kind) && { kind }),
        ...(typeof limit === 'number' && { limit }),
      });
      tell({ query: query.slice(0, MAX_TOLD_UNITS), found: [...text.matchAll(/\b(?:function|type) (\w+)(?=\(| = (?!unknown;))/g)].map((match) => match[1]!).slice(0, MAX_LIMIT) });
      return text;
    },
  };
}

/** UTF-16 units of what was looked up that the conversation shows. */
const MAX_TOLD_UNITS = 120;

function isKind(kind: unknown): kind is 'read' | 'write' | 'type' {
  return kind === 'read' || kind === 'write' || kind === 'type';
}
