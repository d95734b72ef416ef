import { isRecord, listOf } from '../json-schema/json-value';

/** What a tool answered without a schema, or what a resource holds: all text as one, and what is no text part by part. */
export type Content = { text: string; parts: Record<string, string>[] };

const KEPT = ['type', 'mimeType', 'data', 'uri', 'name'] as const;

export function contentOf(items: unknown): Content {
  const texts: string[] = [];
  const parts: Record<string, string>[] = [];
  for (const item of listOf(items).filter(isRecord)) {
    // A resource within an answer says its own type, address and text.
    const said = isRecord(item.resource) ? { type: 'resource', ...item.resource } : item;
    if (typeof said.text === 'string') texts.push(said.text);
    else parts.push(kept({ ...said, ...(said.blob !== undefined && { data: said.blob }) }));
  }
  return { text: texts.join('\n'), parts };
}

function kept(part: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(KEPT.flatMap((key) => (typeof part[key] === 'string' ? [[key, part[key]]] : [])));
}
