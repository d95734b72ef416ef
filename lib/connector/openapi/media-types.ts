/** The kinds of content that a body or an answer may have, the most wanted first. */
export type MediaKind = 'json' | 'form' | 'multipart' | 'text' | 'bytes';

const ORDER: MediaKind[] = ['json', 'form', 'multipart', 'text', 'bytes'];

/** XML is text to us: generated code writes it and reads it as such. */
export function mediaKind(mediaType: string): MediaKind {
  const type = mediaType.split(';')[0]!.trim().toLowerCase();
  if (type === '*/*' || type === 'application/*' || /^application\/(.{1,100}\+)?json$|[/.+-]json$/.test(type)) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type.startsWith('multipart/')) return 'multipart';
  if (type.startsWith('text/') || /[/+](xml|yaml|graphql|x-ndjson|jsonl|javascript|csv)$/.test(type)) return 'text';
  return 'bytes';
}

/** Sorted by how much they are wanted; plain JSON before its relatives. */
export function byPreference(mediaTypes: readonly string[]): string[] {
  const rank = (type: string): number => ORDER.indexOf(mediaKind(type)) * 2 + (/^application\/json\b/i.test(type) ? 0 : 1);
  return mediaTypes.toSorted((a, b) => rank(a) - rank(b));
}

/** A range such as `image/*` as one type that can be sent. */
export function concrete(mediaType: string, kind: MediaKind): string {
  if (!mediaType.includes('*')) return mediaType;
  return kind === 'json' ? 'application/json' : kind === 'text' ? 'text/plain' : 'application/octet-stream';
}
