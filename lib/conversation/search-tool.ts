import type { ApiBinding, TableBinding } from '../binding/binding';
import { commentText } from '../binding/comment-text';
import { ApiSearch, DEFAULT_LIMIT, MAX_LIMIT } from '../binding/search-api';
import { TableSearch } from '../binding/search-tables';
import type { ReplyData } from '../model/messages';
import type { ModelTool } from '../model/turn';

/** Said to a model that sends something else than the tool wants. */
const USAGE = 'search takes { query: string, kind?: "read" | "write" | "type", limit?: number }.';

/**
 * `search` as a model has it: words in, declarations out. Every answer is also told to the conversation. What an API has isn't
 * indexed before somebody asks.
 */
export function searchTool(bindings: readonly (ApiBinding | TableBinding)[], tell: (lookup: ReplyData['lookup']) => void): ModelTool {
  const apis = bindings.filter((binding) => binding.kind === 'api');
  const databases = bindings.filter((binding) => binding.kind === 'tables');
  let apiSearch: ApiSearch | null = null;
  let tableSearch: TableSearch | null = null;
  return {
    name: 'search',
    description: [apis.length > 0 && aboutApis(apis), databases.length > 0 && aboutTables(databases)].filter(Boolean).join(' '),
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
      const options = { ...(isKind(kind) && { kind }), ...(typeof limit === 'number' && { limit }) };
      const tables = databases.length > 0 && (kind === undefined || kind === 'read') ? (tableSearch ??= new TableSearch(databases)).search(query, atMost(limit)) : NO_TABLES;
      const functions = apis.length > 0 ? (apiSearch ??= new ApiSearch(apis)).search(query, options) : '';
      const text = [tables.text, tables.text && functions.startsWith('// N') ? '' : functions].filter(Boolean).join('\n\n') || `// No table fits "${commentText(query, MAX_TOLD_UNITS)}". Try other words.`;
      const names = [...functions.matchAll(/\b(?:function|type) (\w+)(?=\(| = (?!unknown;))/g)].map((match) => match[1]!);
      tell({ query: query.slice(0, MAX_TOLD_UNITS), found: [...tables.names, ...names].slice(0, MAX_LIMIT) });
      return text;
    },
  };
}

/** UTF-16 units of what was looked up that the conversation shows. */
const MAX_TOLD_UNITS = 120;
const NO_TABLES = { text: '', names: [] };

function aboutApis(apis: readonly ApiBinding[]): string {
  return `Finds functions of the connected APIs (${namesOf(apis)}): a verb and a noun in, TypeScript declarations out, the most fitting first. Types that are only named are found by their exact name. Search before you call a function that you weren't told.`;
}

function aboutTables(databases: readonly TableBinding[]): string {
  return `Finds tables of the connected databases (${namesOf(databases)}) with their columns: what they are about in, or a table's exact name. Search before you ask a table that you weren't told.`;
}

function namesOf(bindings: readonly { name: string }[]): string {
  return bindings.map(({ name }) => name).join(', ');
}

function atMost(limit: unknown): number {
  return Math.max(1, Math.min(MAX_LIMIT, Math.floor(Number(limit)) || DEFAULT_LIMIT));
}

function isKind(kind: unknown): kind is 'read' | 'write' | 'type' {
  return kind === 'read' || kind === 'write' || kind === 'type';
}
