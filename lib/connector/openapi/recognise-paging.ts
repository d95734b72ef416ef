import type { Shape } from '../../binding/binding';
import type { ParameterPlan } from './request-plan';

const SIZES = /^(per_?page|page_?size|limit|size|count|top|max|max_?results|max_?items|first|page_?limit)$/i;
const PAGES = /^(page|page_?number|page_?no|page_?index)$/i;
const OFFSETS = /^(offset|skip|start|start_?index|start_?at|from)$/i;
const CURSORS = /^(cursor|next_?token|page_?token|next_?page_?token|continuation(_?token)?|marker|after|starting_?after|skip_?token|since_?id|next|next_?cursor|page_?cursor)$/i;
const NEXT_FIELDS = /^(next(_?(cursor|token|page|page_?token|page_?cursor|link|url|marker|offset))?|cursor|@odata\.nextlink|continuation_?token|has_?more|end_?cursor)$/i;

/**
 * How to get at the pages after the first, said with the names of the arguments: `page, per_page`, `cursor from next_cursor`,
 * `offset, limit`. Undefined where nothing like it is seen.
 */
export function recognisePaging(
  parameters: readonly ParameterPlan[],
  output: Shape,
  types: Record<string, Shape>,
  headers: readonly string[],
): string | undefined {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const find = (pattern: RegExp): string | undefined => query.find(({ name }) => pattern.test(innermost(name)))?.argument;
  const next = nextField(output, types);
  const size = find(SIZES);
  const link = headers.includes('link') ? 'Link header' : undefined;
  const cursor = find(CURSORS);
  const place = find(PAGES) ?? (size !== undefined || next !== undefined ? find(OFFSETS) : undefined);
  if (place !== undefined) return [place, size, link ?? next].filter(Boolean).join(', ');
  if (cursor !== undefined && (size !== undefined || next !== undefined || link !== undefined)) {
    const way = next === undefined ? '' : /has_?more/i.test(next) ? ` while ${next}` : ` from ${next}`;
    return [`${cursor}${way}`, size, link].filter(Boolean).join(', ');
  }
  if (next && !/has_?more/i.test(next) && size !== undefined) return `${size}, ${next}`;
  return link && size ? `${size}, ${link}` : undefined;
}

/** `page[size]` → `size`, `$skip` → `skip`; but OData's `$count` asks for a figure, not for rows. */
function innermost(name: string): string {
  return name === '$count' ? '' : (/\[(\w{1,40})\]$/.exec(name)?.[1] ?? name.replace(/^[$@]/, ''));
}

/** The field of an answer that leads on, at its top or one object further down (`meta`, `links`, `paging`). */
function nextField(output: Shape, types: Record<string, Shape>): string | undefined {
  const fields = fieldsOf(output, types, 0);
  const direct = fields.find(({ name, shape }) => NEXT_FIELDS.test(name) && shape.kind !== 'object');
  if (direct) return direct.name;
  for (const outer of fields.filter(({ name }) => /^(meta|links|_links|paging|pagination|page_?info|response_?metadata|cursor)$/i.test(name))) {
    const inner = fieldsOf(outer.shape, types, 0).find(({ name }) => NEXT_FIELDS.test(name));
    if (inner) return `${outer.name}.${inner.name}`;
  }
  return undefined;
}

function fieldsOf(shape: Shape, types: Record<string, Shape>, depth: number): { name: string; shape: Shape }[] {
  if (depth > MAX_DEPTH) return [];
  if (shape.kind === 'object') return shape.fields;
  if (shape.kind === 'named') return fieldsOf(types[shape.name] ?? { kind: 'unknown' }, types, depth + 1);
  if (shape.kind === 'union' || shape.kind === 'all') return shape.of.slice(0, MAX_PARTS).flatMap((part) => fieldsOf(part, types, depth + 1));
  return [];
}

/** Names that lead to names, and parts that are looked into. */
const MAX_DEPTH = 4;
const MAX_PARTS = 8;
