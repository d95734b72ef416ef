export type MediaKind = 'json' | 'form' | 'multipart' | 'text' | 'bytes';

/** Without its parameters, in lower case: `text/html; charset=x` → `text/html`. */
export function mediaEssence(mediaType: string): string {
  return mediaType.split(';', 1)[0]!.trim().toLowerCase();
}

/** How a body of a media type is written and read. */
export function mediaKind(mediaType: string): MediaKind {
  const essence = mediaEssence(mediaType);
  if (/^(application|text)\/json$|\+json$/.test(essence)) return 'json';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence === 'multipart/form-data') return 'multipart';
  if (/^text\/|\+xml$|^application\/(xml|yaml|x-yaml|javascript|graphql|x-ndjson|ndjson|jsonl|sql)$/.test(essence)) return 'text';
  return 'bytes';
}
